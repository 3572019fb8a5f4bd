import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNearNames } from '../../shared/checks/near-names.ts'
import { placesOf } from '../../shared/checks/own-names.ts'
import { countPairs } from '../../shared/checks/pair-counts.ts'
import { expectQuick } from '../support/cost.ts'

/** Where only a place can stand; ○ is the name. */
const surelyThePlace = [
  '现在，我代表○县人民政府，向大会报告工作。',
  '在○县第十七届人民代表大会第一次会议上',
  '平安○建设扎实推进，群众安全感稳步上升。',
  '向所有关心支持○发展的各界人士致以谢意！',
  '美丽○建设迈出坚实步伐。',
]
/** Where other things may stand too. */
const maybeThePlace = [
  '过去的一年，○经济运行总体平稳。',
  '我们走出了一条具有○特色的强村之路。',
  '奋力谱写○高质量发展的崭新篇章。',
  '○人民的获得感更加充实。',
  '打造○文化品牌，擦亮乡土名片。',
]
const aboutOtherThings = [
  '新建高标准农田三千亩，改造灌渠二十公里。',
  '城乡供水一体化工程全面开工，管网漏损率明显下降。',
  '坚持依法行政，严格落实中央八项规定精神。',
  '建成幼儿园两所，新增学位六百个。',
  '大力培育特色产业，提升农业发展水平。',
  '企业用工、融资、用地难题得到有效化解。',
]
/** Characters that occur in none of the sentences. */
const characters = Array.from('枫柳溪桥岭岗浦洲塘湾禾桐柏霞杉峰泽沙')

const name = fc.shuffledSubarray(characters, { minLength: 2, maxLength: 2 }).map((two) => two.join(''))
/** Lines of a report with four mentions and more; the first line is one in which only a place can stand. */
const report = fc
  .tuple(
    fc.constantFrom(...surelyThePlace),
    fc.array(fc.constantFrom(...surelyThePlace, ...maybeThePlace), { minLength: 3, maxLength: 30 }),
    fc.array(fc.constantFrom(...aboutOtherThings), { minLength: 3, maxLength: 30 }),
  )
  .chain(([sure, mentions, others]) =>
    fc
      .shuffledSubarray([...mentions, ...others], { minLength: mentions.length + others.length })
      .map((rest) => [sure, ...rest]),
  )

const found = (text: string, word: string): ReturnType<typeof findNearNames> =>
  findNearNames(text, word, placesOf(text, word))

describe('a name with one character wrong', () => {
  it('is found in every place, and the text without it is silent', () => {
    fc.assert(
      fc.property(report, name, fc.nat(), fc.nat(), (lines, word, changed, other) => {
        expect(found(lines.join('\n').replaceAll('○', word), word)).toEqual([])
        const mentions = lines.flatMap((line, index) => (line.includes('○') ? [index] : []))
        const wrong = new Set(mentions.slice(0, Math.max(1, Math.floor(mentions.length / 5))))
        const free = characters.filter((character) => !word.includes(character))
        const form = Array.from(word)
          .map((c, i) => (i === changed % 2 ? (free[other % free.length] ?? '') : c))
          .join('')
        const text = lines.map((line, index) => line.replaceAll('○', wrong.has(index) ? form : word)).join('\n')
        expect(found(text, word)).toEqual([{ form, places: placesOf(text, form) }])
      }),
      { numRuns: 300 },
    )
  })

  it('stays inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Array.from('青禾和县人民，。全 \n1a'))), (units) => {
        const text = units.join('')
        for (const { form, places } of found(text, '青禾')) {
          for (const at of places) expect(text.slice(at, at + 2)).toBe(form)
        }
      }),
    )
  })

  it('takes time in proportion to the text, even when every other word is one character off', async () => {
    const text = '青禾人民，青和人民，轻禾人民，'.repeat(4000)
    await expectQuick(() => found(text, '青禾'), 2000)
  })
})

describe('counting pairs', () => {
  it('agrees with looking for each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('甲乙丙，\n'))),
        fc.constantFrom(...Array.from('甲乙丙')),
        fc.constantFrom(...Array.from('甲乙，')),
        (units, a, b) => {
          const expected = units.filter((unit, i) => unit === a && units[i + 1] === b).length
          expect(countPairs(units.join(''), [a])(a + b)).toBe(expected)
        },
      ),
    )
  })
})
