import { describe, expect, test } from 'vitest'
import type { Block } from '../../shared/report/schema.ts'
import { readCards, type Card } from '../../shared/revisions/cards.ts'
import { readIndicatorChanges, type FindStatements } from '../../shared/revisions/card-indicators.ts'
import { isMinorChange } from '../../shared/revisions/minor-change.ts'
import { readReport } from '../../shared/checks/read-report.ts'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkInput } from '../support/check-data.ts'
import { lin, zhou } from '../support/revised.ts'
import { leaf, p, table } from '../support/slate.ts'

const later = { ...zhou, id: 'z9', date: '2026-01-05T09:00:00' }
const soon = { ...zhou, id: 'z1', date: '2026-01-05T08:06:00' }

/** A card in a few words: kind, author, 「old」→「new」. */
const told = ({ kind, author, old, new: added }: Card): string =>
  `${kind} ${author} ${JSON.stringify(old)} ${JSON.stringify(added)}`

function cards(...body: Block[]): string[] {
  return readCards(body).map(told)
}

describe('what one person did once is one card', () => {
  test.each<[string, Block[], string[]]>([
    ['an insertion', [p('前', leaf('中', { ins: zhou }), '后')], ['insert 周书记 "" "中"']],
    [
      'words typed with and without bold',
      [p(leaf('中', { ins: zhou }), leaf('间', { ins: soon, bold: true }))],
      ['insert 周书记 "" "中间"'],
    ],
    [
      'an hour later is another act',
      [p(leaf('中', { ins: zhou }), leaf('间', { ins: later }))],
      ['insert 周书记 "" "中"', 'insert 周书记 "" "间"'],
    ],
    [
      'of another person as well',
      [p(leaf('中', { ins: zhou }), leaf('间', { ins: lin }))],
      ['insert 周书记 "" "中"', 'insert 林镇长 "" "间"'],
    ],
    [
      'words between part them',
      [p(leaf('中', { ins: zhou }), '甲', leaf('间', { ins: zhou }))],
      ['insert 周书记 "" "中"', 'insert 周书记 "" "间"'],
    ],
    ['a replacement', [p('长', leaf('八', { del: zhou }), leaf('九', { ins: soon }))], ['replace 周书记 "八" "九"']],
    [
      'by two people it is none',
      [p('长', leaf('八', { del: lin }), leaf('九', { ins: zhou }))],
      ['delete 林镇长 "八" ""', 'insert 周书记 "" "九"'],
    ],
    [
      'a deletion on an insertion: one for each',
      [p('甲', leaf('乙', { ins: lin }), leaf('丙丙', { ins: lin, del: zhou }), '丁')],
      ['insert 林镇长 "" "乙丙丙"', 'delete 周书记 "丙丙" ""'],
    ],
    ['a line that is parted', [{ ...p('前'), mark: { ins: zhou } }, p('后')], ['split 周书记 "" "\\n"']],
    ['lines that are joined', [{ ...p('前'), mark: { del: zhou } }, p('后')], ['join 周书记 "\\n" ""']],
    [
      'words over the end of a line',
      [{ ...p('前', leaf('甲', { del: zhou })), mark: { del: zhou } }, p(leaf('乙', { del: zhou }), '后')],
      ['delete 周书记 "甲\\n乙" ""'],
    ],
    [
      'a move',
      [
        { ...p(leaf('甲', { del: { ...zhou, move: 'm' } })), mark: { del: { ...zhou, move: 'm' } } },
        p('乙'),
        p(leaf('甲', { ins: { ...zhou, id: 'z2', move: 'm' } })),
      ],
      ['move 周书记 "甲\\n" "甲"'],
    ],
    [
      'rows',
      [{ ...table(['甲'], ['乙']), children: table(['甲'], ['乙']).children.map((row) => ({ ...row, ins: zhou })) }],
      ['rowInsert 周书记 "" "甲乙"'],
    ],
  ])('%s', (_, body, expected) => {
    expect(cards(...body)).toEqual(expected)
  })

  test('a change of format says what it was', () => {
    const [card] = readCards([p(leaf('甲', { fmt: { rev: zhou, prev: { bold: true } } }))])
    expect(card?.kind).toBe('format')
    expect(card?.changed).toEqual([{ key: 'bold', before: true, after: undefined }])
  })

  test('a line that is parted and then set otherwise is one act', () => {
    const body: Block[] = [
      { ...p('前'), mark: { ins: zhou } },
      { ...p('后'), pFmt: { rev: soon, prev: { type: 'heading', level: 1 } } },
    ]
    expect(readCards(body).map(({ kind, ids }) => [kind, ids])).toEqual([['split', ['z0', 'z1']]])
  })

  test('ids are different, and the same as long as nothing changes', () => {
    const body = [p(leaf('中', { ins: zhou }), '甲', leaf('间', { ins: zhou }))]
    const ids = readCards(body).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(readCards([p('新的一段'), ...body]).map(({ id }) => id)).toEqual(ids)
  })
})

describe('仅标点/空格', () => {
  test.each([
    ['，', '、', '甲', '乙', true],
    ['', '　', '甲', '乙', true],
    ['（', '(', '甲', '1', true],
    ['５％', '5%', '', '', true],
    ['.', '', '8', '6', false],
    ['%', '', '5', '。', false],
    ['%', '', '增', '。', true],
    ['8.6', '86', '', '', false],
    ['，', '，又', '甲', '乙', false],
  ])('%s → %s between %s and %s: %s', (old, added, before, behind, minor) => {
    expect(isMinorChange(old, added, before, behind)).toBe(minor)
  })
})

describe('指标', () => {
  const find: FindStatements = (text) => readReport(checkInput(text), createCheckCache()).statements
  const changes = (...body: Block[]): string[] =>
    [...readIndicatorChanges(body, readCards(body), find).values()].map(
      ({ indicator, part, old, new: now }) => `${indicator} ${part} ${old} → ${now}`,
    )

  test.each<[string, Block[], string[]]>([
    [
      'a replaced growth',
      [p('一般公共预算收入完成4126万元，同比增长', leaf('8.6%', { del: zhou }), leaf('12.1%', { ins: zhou }), '。')],
      ['一般公共预算收入 growth 8.6% → 12.1%'],
    ],
    [
      'one digit of a number',
      [p('一般公共预算收入完成41', leaf('2', { del: zhou }), leaf('3', { ins: zhou }), '6万元。')],
      ['一般公共预算收入 value 4126万元 → 4136万元'],
    ],
    [
      'a number that goes',
      [p('一般公共预算收入完成4126万元', leaf('，同比增长8.6%', { del: zhou }), '。')],
      ['一般公共预算收入 growth 8.6% → '],
    ],
    [
      'a sentence that comes',
      [p('全镇平稳。', leaf('一般公共预算收入完成4126万元。', { ins: zhou }))],
      ['一般公共预算收入 value  → 4126万元'],
    ],
    ['a number of nothing known', [p('走访', leaf('3', { del: zhou }), leaf('4', { ins: zhou }), '次。')], []],
    ['words beside a number', [p('一般公共预算收入完成4126万元，', leaf('稳步', { ins: zhou }), '提高。')], []],
  ])('%s', (_, body, expected) => {
    expect(changes(...body)).toEqual(expected)
  })
})
