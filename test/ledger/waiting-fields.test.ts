import { describe, expect, test } from 'vitest'
import { fillsOfRow, ownFill, waitingFields, withoutTwins, type FieldFill } from '../../shared/ledger/waiting-fields.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { waitingPhrasing, type PhrasingContext } from '../../shared/ledger/phrasing.ts'
import { waitingPeriods } from '../../shared/ledger/waiting-periods.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Paragraph, TextLeaf } from '../../shared/report/schema.ts'
import { checkLists } from '../support/check-data.ts'
import { keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'

const reader = readerOf(
  ledgerOf(
    { indicator: '地区生产总值', value: '14.63', unit: '亿元', growth: '4.4' },
    { indicator: '一般公共预算收入', value: '4230', unit: '万元', growth: '-3.2' },
    { indicator: '固定资产投资', value: '312', unit: '万元', growth: '0' },
    { indicator: '城镇新增就业', value: '260', unit: '人' },
    { indicator: '农村居民人均可支配收入', value: '3.31', unit: '万元' },
    { indicator: '转移就业', value: '2', unit: '万人' },
    { indicator: '地方财政收入', value: '0.42305', unit: '亿元' },
    { indicator: '一般公共预算收入', year: 2026, kind: 'target', value: '4321', unit: '万元', growth: '5' },
    { indicator: '森林覆盖率', value: '61.2', unit: '%', growth: '1.2', growthUnit: '百分点' },
  ),
)
const context: PhrasingContext = { resultYear: 2025, targetYear: 2026, period: 'year', targetsFirst: false }

/** `[指标|value]` is a □ that waits for it. */
function fieldParagraph(words: string, key?: string): Paragraph {
  const children = words.split(/(\[[^\]]*\])/).flatMap((piece): TextLeaf[] => {
    const match = /^\[(.*)\|(value|growth|text)\]$/.exec(piece)
    if (!match) return piece === '' ? [] : [{ text: piece }]
    const field = { indicator: match[1] ?? '', part: match[2] as 'value' }
    return [{ text: '□', field, ...(key !== undefined && { indicator: key }) }]
  })
  return { type: 'paragraph', children }
}

const after = (text: string, fill: FieldFill | undefined): string | undefined =>
  fill && (text.slice(0, fill.edit.start) + fill.edit.text + text.slice(fill.edit.end)).trim()

function fillFirst(body: Block[], over: Partial<PhrasingContext> = {}): string | undefined {
  const plain = plainText(body)
  const [place] = waitingFields(body, plain)
  return place && after(plain.text, ownFill(place, plain.text, reader, { ...context, ...over }))
}

describe('a □ takes the number that fits what stands around it', () => {
  test.each<[string, string | undefined]>([
    ['总产值[地区生产总值|value]亿元', '总产值14.63亿元'],
    ['收入完成[地方财政收入|value]万元', '收入完成4230.5万元'],
    ['增长[地区生产总值|growth]%。', '增长4.4%。'],
    ['增长[地区生产总值|growth]。', '增长4.4%。'],
    ['总产值为[地区生产总值|value]，', '总产值为14.63亿元，'],
    ['收入完成[一般公共预算收入|value]亿元，', '收入完成0.42亿元，'],
    ['收入同比增长[一般公共预算收入|growth]%', '收入同比下降3.2%'],
    ['收入增速为[一般公共预算收入|growth]%', '收入增速为-3.2%'],
    ['投资[固定资产投资|value]亿元', '投资0.03亿元'],
    ['新增就业[城镇新增就业|value]人', '新增就业260人'],
    ['森林覆盖率提高[森林覆盖率|growth]个百分点', '森林覆盖率提高1.2个百分点'],
    ['2025年，总产值[地区生产总值|value]亿元', '2025年，总产值14.63亿元'],
    // A finer unit than the ledger has counted in.
    ['总产值[地区生产总值|value]万元', undefined],
    ['人均可支配收入[农村居民人均可支配收入|value]元', undefined],
    ['转移就业[转移就业|value]人', undefined],
    // Another measure, no figure, no row, no number at all, a growth of nothing.
    ['总产值[地区生产总值|value]亩', undefined],
    ['增长[地区生产总值|growth]亿元', undefined],
    ['就业增长[城镇新增就业|growth]%', undefined],
    ['粮食[粮食产量|value]吨', undefined],
    ['位于[place|text]', undefined],
    ['完成[|value]亿元', undefined],
    ['投资增长[固定资产投资|growth]%', undefined],
    // Another year or span.
    ['2024年，总产值[地区生产总值|value]亿元', undefined],
    ['上半年总产值[地区生产总值|value]亿元', undefined],
    ['总产值年均增长[地区生产总值|growth]%', undefined],
  ])('%s', (words, expected) => {
    expect(fillFirst([fieldParagraph(words)])).toBe(expected)
  })

  test('a target where targets are set, said as it was set', () => {
    expect(fillFirst([fieldParagraph('收入[一般公共预算收入|value]亿元')], { targetsFirst: true })).toBe(
      '收入0.4321亿元',
    )
    expect(fillFirst([fieldParagraph('总产值增长[地区生产总值|growth]%')], { targetsFirst: true })).toBeUndefined()
  })

  test('the figure that last year’s sentence told, whatever the section is', () => {
    const key = keyOf('一般公共预算收入', 'growth', { year: 2026, kind: 'target' })
    expect(fillFirst([fieldParagraph('收入增长[一般公共预算收入|growth]%以上', key)])).toBe('收入增长5%以上')
  })

  test('none in a cell, whose head has the unit', () => {
    const cell = fieldParagraph('[地区生产总值|value]')
    const row = { type: 'table-row' as const, children: [{ type: 'table-cell' as const, children: [cell] }] }
    expect(fillFirst([{ type: 'table', children: [row] }])).toBeUndefined()
  })
})

test('what a row has for a □: its own part, of the year told and of the year planned', () => {
  const body = [fieldParagraph('增长[地区生产总值|growth]%，占[|value]%')]
  const plain = plainText(body)
  const [named, nameless] = waitingFields(body, plain)
  const row = reader.row('一般公共预算收入')
  const green = reader.row('森林覆盖率')
  if (!named || !nameless || !row || !green) throw new Error('two □')
  const words = fillsOfRow(named, row, plain.text, reader, context).map((fill) => `${fill.year} ${fill.words}`)
  expect(words).toEqual(['2025 下降3.2%', '2026 增长5%'])
  expect(fillsOfRow(nameless, green, plain.text, reader, context).map(({ words }) => words)).toEqual(['61.2%'])
})

test.each([
  [false, '2025年，一般公共预算收入4321万元', 'result', 2025],
  [true, '2026年，一般公共预算收入5000万元', 'target', 2026],
] as const)(
  'a name and its □ are filled once the ledger has the number (targets: %s)',
  (targetsFirst, filled, kind, year) => {
    const own = { ...context, targetsFirst }
    const name = '一般公共预算收入'
    const bare = editLedger(ledgerOf(), [{ edit: 'addRow', row: { indicator: name, unit: '万元' } }], stamp)
    const [row] = bare.rows
    if (!row) throw new Error('one row')
    const body: Block[] = [
      { type: 'paragraph', children: [{ text: `${year}年，` }, ...waitingPhrasing(row, own).leaves] },
    ]
    const known = ledgerOf({ indicator: name, kind, year, value: targetsFirst ? '5000' : '4321', unit: '万元' })
    const plain = plainText(body)
    const [place] = waitingFields(body, plain)
    if (!place) throw new Error('one □')
    expect(ownFill(place, plain.text, readerOf(bare), own)).toBeUndefined()
    expect(`${year}年，一般公共预算收入${ownFill(place, plain.text, readerOf(known), own)?.words ?? ''}`).toBe(filled)
  },
)
describe('a □ of several years', () => {
  const own = readerOf(
    ledgerOf(
      { indicator: '地区生产总值', value: '14.63', unit: '亿元', growth: '4.4' },
      { indicator: '地区生产总值', year: 2024, value: '14.01', unit: '亿元' },
      { indicator: '城镇新增就业', value: '260', unit: '人' },
      { indicator: '财政民生支出', value: '1.1', unit: '亿元' },
      { indicator: '固定资产投资', value: '3.3', unit: '亿元' },
      { indicator: '固定资产投资', period: 'term', value: '15.2', unit: '亿元', growth: '6.1' },
    ),
  )
  /** 转结 leaves a report of 2026 with these words in its review. */
  function filled(words: string): string {
    const heading: Block = {
      type: 'heading',
      level: 1,
      label: '',
      section: 'review',
      children: [{ text: '一、2025年工作回顾' }],
    }
    const body = [heading, ...words.split('\n').map((line) => fieldParagraph(line))]
    const plain = plainText(body)
    const { indicators } = checkLists
    const periodOf = waitingPeriods(plain.text, { year: 2026, place: '青禾镇', indicators })
    const fills = waitingFields(body, plain).map((place) => ({
      place,
      fill: ownFill(place, plain.text, own, context, periodOf),
    }))
    let { text } = plain
    for (const { fill } of withoutTwins(fills, text).reverse())
      if (fill) text = text.slice(0, fill.edit.start) + fill.edit.text + text.slice(fill.edit.end)
    return text.split('\n').slice(1).join('').trim()
  }

  test.each([
    [
      '2025年，地区生产总值完成[地区生产总值|value]亿元，增长[地区生产总值|growth]%。',
      '2025年，地区生产总值完成14.63亿元，增长4.4%。',
    ],
    ['全年新增城镇就业[城镇新增就业|value]人。', '全年新增城镇就业260人。'],
    [
      '这五年，地区生产总值从[地区生产总值|value]亿元增长到[地区生产总值|value]亿元。',
      '这五年，地区生产总值从□亿元增长到□亿元。',
    ],
    [
      '过去的四年，地区生产总值从[地区生产总值|value]亿元增长到[地区生产总值|value]亿元，年均增长[地区生产总值|growth]%。',
      '过去的四年，地区生产总值从□亿元增长到□亿元，年均增长□%。',
    ],
    ['四年来，城镇新增就业[城镇新增就业|value]人。', '四年来，城镇新增就业□人。'],
    ['这五年，全镇经济持续向好。城镇新增就业[城镇新增就业|value]人。', '这五年，全镇经济持续向好。城镇新增就业□人。'],
    [
      '累计城镇新增就业[城镇新增就业|value]人；财政民生支出累计[财政民生支出|value]亿元。',
      '累计城镇新增就业□人；财政民生支出累计□亿元。',
    ],
    [
      '地区生产总值由上年的[地区生产总值|value]亿元增加到[地区生产总值|value]亿元。',
      '地区生产总值由上年的14.01亿元增加到14.63亿元。',
    ],
    // The ledger has what five years made together, and says nothing of four.
    ['这五年，固定资产投资累计完成[固定资产投资|value]亿元。', '这五年，固定资产投资累计完成15.2亿元。'],
    ['这五年，固定资产投资年均增长[固定资产投资|growth]%。', '这五年，固定资产投资年均增长6.1%。'],
    ['这四年，固定资产投资累计完成[固定资产投资|value]亿元。', '这四年，固定资产投资累计完成□亿元。'],
  ])('%s', (words, expected) => {
    expect(filled(words)).toBe(expected)
  })
})

test.each([
  ['总产值从[地区生产总值|value]亿元增长到[地区生产总值|value]亿元。', [undefined, undefined]],
  ['总产值完成[地区生产总值|value]亿元，其中总产值[地区生产总值|value]亿元。', ['14.63亿元', '14.63亿元']],
  ['总产值增长[地区生产总值|growth]%，到[地区生产总值|value]亿元。', ['增长4.4%', '14.63亿元']],
  ['总产值[地区生产总值|value]亿元。比上年，总产值[地区生产总值|value]亿元。', ['14.63亿元', '14.63亿元']],
])('one figure does not stand at both ends of a change: %s', (words, expected) => {
  const body = [fieldParagraph(words)]
  const plain = plainText(body)
  const fills = waitingFields(body, plain).map((place) => ({
    place,
    fill: ownFill(place, plain.text, reader, context),
  }))
  expect(withoutTwins(fills, plain.text).map(({ fill }) => fill?.words)).toEqual(expected)
})
