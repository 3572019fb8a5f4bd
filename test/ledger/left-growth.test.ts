import { expect, test } from 'vitest'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { isGrowthLeft } from '../../shared/ledger/left-growth.ts'
import { findFigure, findRow, type FigureContent, type Ledger } from '../../shared/ledger/ledger.ts'
import { settledChanges } from '../../shared/ledger/sheet/settled-changes.ts'
import { guessMapping } from '../../shared/ledger/sheet/sheet-mapping.ts'
import { readSheetChanges, sheetEdits } from '../../shared/ledger/sheet/sheet-changes.ts'
import { settleGrowth } from '../../shared/ledger/settle-growth.ts'
import { textCell } from '../../shared/sheets/sheet-table.ts'
import { checkLists } from '../support/check-data.ts'
import { ledgerOf, stamp } from '../support/ledgers.ts'

const { indicators } = checkLists
const ledger = ledgerOf(
  { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
  { indicator: '税收收入', value: '4126', unit: '万元', growth: '12.1' },
  { indicator: '地区生产总值', value: '12.3', unit: '亿元', growth: '6.1', state: 'confirmed' },
  { indicator: '粮食产量', value: '5.2', unit: '万吨', growth: '1.2' },
)
const cell = (indicator: string) => ({ indicator, year: 2025, period: 'year', kind: 'result' }) as const

function left(own: Ledger, indicator: string): boolean {
  const [row, figure] = [findRow(own, indicator), findFigure(own, cell(indicator))]
  if (!row || !figure) throw new Error('no figure')
  return isGrowthLeft(row, figure, indicators)
}

/** Each row: a cell, what is said of it step by step, and whether its growth is marked then. */
test.each<[string, Partial<FigureContent>[], boolean]>([
  ['地区生产总值', [], false],
  ['地区生产总值', [{ value: '13.9', state: 'reported' }], true],
  ['地区生产总值', [{ value: '13.9' }, { settlement: 'final' }], true], // said of something else
  ['地区生产总值', [{ value: '13.9' }, { growth: '7' }], false],
  ['地区生产总值', [{ growth: '7' }, { value: '13.9', growth: '8' }], false],
  ['地区生产总值', [{ value: '13.9', state: 'reported' }, { state: 'checked' }], false],
  ['地区生产总值', [{ value: '13.9', state: 'confirmed' }], true], // the state was that of the old value
  ['地区生产总值', [{ value: '123000', unit: '万元' }], false], // the same in another unit
  ['地区生产总值', [{ settlement: 'final' }], false],
  ['粮食产量', [{ value: '9.9' }], true], // nothing to hold it against
  ['税收收入', [{ value: '4128' }], false], // 12.14 %: the values speak for it
  ['税收收入', [{ value: null }], false],
])('%s %o: %s', (indicator, steps, expected) => {
  const after = steps.reduce(
    (own, content) => editLedger(own, [{ edit: 'set', ...cell(indicator), content }], stamp),
    ledger,
  )
  expect(left(after, indicator)).toBe(expected)
})

/** A sheet of values alone. */
function imported(rows: string[][], head = ['指标', '2025年']) {
  const table = {
    name: '',
    rows: [head, ...rows].map((row) => row.map((text) => textCell(text))),
  }
  const mapping = guessMapping(table, 2026)
  if (!mapping) throw new Error('no head')
  const found = readSheetChanges([{ table, mapping }], ledger, { file: '快报.xlsx' })
  const shown = settledChanges(found, ledger, indicators)
  const after = editLedger(ledger, settleGrowth(ledger, sheetEdits(found, shown), indicators), stamp)
  return { shown, after }
}

test.each<[string, string, string | null, string | undefined]>([
  ['税收收入', '5126', null, 'recomputed'],
  ['税收收入', '4128', '12.1', undefined],
  ['地区生产总值', '13.9', '6.1', 'unverified'],
  ['粮食产量', '9.9', '1.2', 'unverified'],
])('a table with nothing but values: %s %s', (indicator, value, growth, mark) => {
  const { shown, after } = imported([[indicator, value]])
  expect(shown).toMatchObject([{ place: { indicator }, after: { value, growth } }])
  expect(shown[0]?.growth).toBe(mark)
  // What was shown is what is written.
  expect(findFigure(after, cell(indicator))).toMatchObject({ value, growth })
  expect(left(after, indicator)).toBe(mark === 'unverified')
})

test('a growth that the table gives beside the value is taken as it is, the old one too', () => {
  const head = ['指标', '2025年', '增速']
  const { shown, after } = imported([['税收收入', '5126', '12.1']], head)
  expect(shown).toMatchObject([{ growthUnsaid: false, after: { value: '5126', growth: '12.1' } }])
  expect(findFigure(after, cell('税收收入'))?.growth).toBe('12.1')
})
