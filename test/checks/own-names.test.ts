import { describe, expect, test } from 'vitest'
import { readGoverningNames, readOwnName } from '../../shared/checks/own-names.ts'

const ownName = (text: string, place: string | null): string | undefined =>
  readOwnName({ text, place }, readGoverningNames(text))?.name

const again = (words: string, times: number): string => words.repeat(times)

describe('the name of the place on the cover', () => {
  test.each<[string, string, string | undefined]>([
    ['青禾县', '青禾的山，青禾的水，青禾的人。', '青禾'], // the first words of a text count too
    ['青禾县', '说说青禾的山，青禾的水。', undefined], // two mentions are few
    // behind every level that may stand before it
    ...['云岭省青禾县', '云岭自治区青禾县', '云岭自治州青禾县', '云岭市青禾县', '云岭州青禾县'].map(
      (place): [string, string, string] => [place, again('青禾的山，', 3), '青禾'],
    ),
    ...['云岭盟青禾旗', '云岭县青禾镇', '云岭区青禾镇', '云岭旗青禾镇'].map((place): [string, string, string] => [
      place,
      again('青禾的山，', 3),
      '青禾',
    ]),
    ['禾县', again('禾苗，', 9), undefined], // one character is no name to look for
    // the part that the text uses alone, unless the whole stands in more than half of the places
    ['青禾坝上自治县', again('青禾坝上的山，', 3) + again('青禾的水，', 3), '青禾'],
    ['青禾坝上自治县', again('青禾坝上的山，', 4) + again('青禾的水，', 3), '青禾坝上'],
  ])('%s: %s', (place, text, name) => {
    expect(ownName(text, place)).toBe(name)
  })
})

describe('a cover that is misspelled itself', () => {
  const cover = again('青和的山，', 3)

  test.each([
    ['县人民政府', '青禾'],
    ['自治县人民政府', '青禾'],
    ['街道人民代表大会', '青禾'],
    ['镇第十九届人民代表大会', '青禾'],
    ['镇十九届人民代表大会', '青禾'],
    ['镇第十九届党代会', '青禾'],
    ['县人民代表大会', '青禾'],
    ['县的水', '青和'],
  ])('gives way to a name that is said more than three times as often before %s', (words, name) => {
    expect(ownName(`${cover}${again('青禾的水，', 9)}青禾${words}。`, '青和县')).toBe(name)
  })

  test('holds against one that is said three times as often', () => {
    expect(ownName(`${cover}${again('青禾的水，', 8)}青禾县人民政府。`, '青和县')).toBe('青和')
  })

  test.each(
    [
      '小强 在川 好。 代表 上级 领导 支持 通过 关于 地方 基层 部门 示范 重点 建设 产业 经济 开发 工业'.split(' '),
    ].flat(),
  )('never for words that are no name: %s', (words) => {
    expect(ownName(`${cover}${again(`${words}县人民政府`, 20)}`, '青和县')).toBe('青和')
  })
})

describe('a text without a cover', () => {
  const spoken = '平安青禾，幸福青禾，'

  test.each([
    [`我街道安定，${spoken}青禾街道，${again('青禾的山，', 5)}`, '青禾'],
    [`我县安定，${spoken}青禾县，${again('青禾的山，', 5)}`, '青禾'], // spoken of as a place in a quarter of its places
    [`我县安定，${spoken}青禾县，${again('青禾的山，', 6)}`, undefined],
    [`我县安定，平安青禾，青禾县，青禾的山。`, undefined], // once is chance
    [`我县安定，平安青禾，青禾县人民政府，青禾的山。`, '青禾'], // but enough for one that governs
    [`我县安定，平安青禾，青禾县人民政府。`, undefined],
    [`青禾县人民政府，青禾的山，青禾的水。`, undefined],
  ])('%s', (text, name) => {
    expect(ownName(text, null)).toBe(name)
  })
})
