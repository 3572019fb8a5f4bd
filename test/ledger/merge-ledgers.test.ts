import { expect, test } from 'vitest'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger, findFigure, type FigurePlace, type Ledger } from '../../shared/ledger/ledger.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'

const at: FigurePlace = { indicator: '固定资产投资', year: 2025, period: 'year', kind: 'result' }

function ledger(value: string, day: string, indicator = at.indicator): Ledger {
  const stamp = { at: `2026-01-${day}T08:00:00`, by: '林秘书' }
  return editLedger(emptyLedger('青禾镇'), [{ edit: 'set', ...at, indicator, content: { value, unit: '亿元' } }], stamp)
}

test.each([
  ['the file is newer', ledger('2.15', '09'), ledger('2.10', '08'), '2.15'],
  ['the workspace is newer', ledger('2.10', '08'), ledger('2.15', '09'), '2.15'],
])('of two contents the later one counts: %s', (_, own, other, kept) => {
  const { ledger: merged, differing } = mergeLedgers(own, other)
  const figure = findFigure(merged, at)
  expect(figure?.value).toBe(kept)
  expect(figure?.history.map(({ content }) => content.value)).toEqual(['2.10'])
  expect(differing).toHaveLength(1)
})

test('equal copies stay as they are', () => {
  const own = ledger('2.15', '09')
  const { ledger: merged, differing } = mergeLedgers(own, structuredClone(own))
  expect(merged).toEqual(own)
  expect(differing).toEqual([])
})

test('rows and years that one copy alone has are kept', () => {
  const own = ledger('2.15', '09')
  const other = editLedger(
    ledger('5300', '07', '粮食总产量'),
    [{ edit: 'set', ...at, year: 2024, content: { value: '1.97', unit: '亿元' } }],
    { at: '2025-01-05T08:00:00', by: '林秘书' },
  )
  const merged = mergeLedgers(own, other).ledger
  expect(merged.rows.map(({ indicator, figures }) => [indicator, figures.map(({ year }) => year)])).toEqual([
    ['固定资产投资', [2024, 2025]],
    ['粮食总产量', [2025]],
  ])
})

test('a row that was renamed in one copy is one row', () => {
  const own = ledger('2.15', '09')
  const renamed = editLedger(
    own,
    [{ edit: 'changeRow', indicator: at.indicator, change: { indicator: '全社会固定资产投资' } }],
    { at: '2026-01-10T08:00:00', by: '林秘书' },
  )
  expect(mergeLedgers(renamed, own).ledger.rows).toHaveLength(1)
  const merged = mergeLedgers(own, renamed).ledger
  expect(merged.rows.map(({ indicator }) => indicator)).toEqual(['固定资产投资'])
  expect(merged.rows[0]?.formerly).toEqual(['全社会固定资产投资'])
})
