import { expect, test } from 'vitest'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { planChanges } from '../../shared/ledger/plan-changes.ts'
import type { Block } from '../../shared/report/schema.ts'
import { boundParagraph, boundLeaves, keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'
import { table } from '../support/slate.ts'

const ledger = ledgerOf(
  { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
  { indicator: '税收收入', value: '4126', unit: '万元' },
  { indicator: '粮食产量', value: '5.2', unit: '万吨', growth: '6.1' },
)
const tax = keyOf('税收收入')
const taxGrowth = keyOf('税收收入', 'growth')
const grain = keyOf('粮食产量', 'growth')

const annex = table(['指标', '万元'], ['税收收入', ''])
const cell = annex.children[1]?.children[1]?.children[0]
if (cell) cell.children = boundLeaves('[4126]', tax)

const body: Block[] = [
  { type: 'heading', level: 1, children: [{ text: '2025年工作回顾' }] },
  boundParagraph('经济平稳。税收收入[0.41亿元]，比上年[增长12.1%]；粮食增产。', tax, taxGrowth),
  boundParagraph('粮食产量增长[7.5%]。税收收入突破[4000万元]，完成[4126万元]。', grain, tax, tax),
  annex,
]

function plan(...edits: LedgerEdit[]): string[] {
  const after = editLedger(ledger, edits, stamp)
  return planChanges(body, readerOf(ledger), readerOf(after)).map(
    ({ before, old, new: now, after: rest, ledger: number }) =>
      `${before}[${old}→${now ?? '?'}]${rest}${now === undefined ? ` ${number ?? 'gone'}` : ''}`,
  )
}

const place = { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' } as const

test('every place that a figure changes, its growth and the cells of tables among them', () => {
  expect(plan({ edit: 'set', ...place, content: { value: '5126' } })).toEqual([
    '税收收入[0.41亿元→0.51亿元]，比上年增长12.1%',
    '税收收入0.41亿元，比上年[增长12.1%→增长39.3%]',
    '税收收入[突破4000万元→?]，完成4126万元 5126万元',
    '税收收入突破4000万元，完成[4126万元→5126万元]',
    '[4126→5126]',
  ])
})

test('a place whose rounding still holds does not change', () => {
  expect(plan({ edit: 'set', ...place, content: { value: '4127' } })).toEqual([
    '税收收入突破4000万元，完成[4126万元→4127万元]',
    '[4126→4127]',
  ])
})

test('the word of direction goes with the figure', () => {
  expect(plan({ edit: 'set', ...place, content: { growth: '-3.2' } })).toEqual([
    '税收收入0.41亿元，比上年[增长12.1%→下降3.2%]',
  ])
})

test('what was stale before and is not touched stays with the checks', () => {
  expect(plan({ edit: 'set', ...place, content: { state: 'confirmed' } })).toEqual([])
  expect(plan({ edit: 'set', ...place, indicator: '粮食产量', content: { growth: '7.5' } })).toEqual([])
})

test('a figure that goes leaves its places to the writer', () => {
  expect(plan({ edit: 'clear', ...place })).toEqual([
    '税收收入[0.41亿元→?]，比上年增长12.1% gone',
    '税收收入0.41亿元，比上年[增长12.1%→?] gone',
    '税收收入突破[4000万元→?]，完成4126万元 gone',
    '税收收入突破4000万元，完成[4126万元→?] gone',
    '[4126→?] gone',
  ])
  expect(plan({ edit: 'removeRow', indicator: '粮食产量' })).toEqual(['粮食产量增长[7.5%→?] gone'])
})

test('another name changes nothing', () => {
  expect(plan({ edit: 'changeRow', indicator: '税收收入', change: { indicator: '税收总额' } })).toEqual([])
})

test('a cell without a unit is in that of its row, and one of another size is left to the writer', () => {
  expect(plan({ edit: 'set', ...place, content: { value: '0.4126', unit: '亿元' } })).toEqual([])
  expect(plan({ edit: 'set', ...place, content: { value: '41.26', unit: '亿元' } })).toContain('[4126→?] 41.26亿元')
})
