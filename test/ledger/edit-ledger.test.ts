import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger, findFigure, findRow, type FigurePlace, type Ledger } from '../../shared/ledger/ledger.ts'
import { longestHistory, readLedger } from '../../shared/ledger/parse-ledger.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'
import { readSoundPart } from '../../shared/ledger/sound-part.ts'

const stamp = { at: '2026-01-08T09:00:00', by: '林秘书' }
const later = { at: '2026-01-09T10:30:00', by: '财政所' }
const revenue: FigurePlace = { indicator: '一般公共预算收入', year: 2025, period: 'year', kind: 'result' }

function ledgerWith(...edits: LedgerEdit[]): Ledger {
  return editLedger(emptyLedger('青禾镇'), edits, stamp)
}

const withRevenue = ledgerWith({ edit: 'set', ...revenue, content: { value: '4126', unit: '万元', state: 'reported' } })

describe('a cell', () => {
  test('is made with its row', () => {
    expect(findRow(withRevenue, '一般公共预算收入')?.unit).toBe('万元')
    expect(findFigure(withRevenue, revenue)).toMatchObject({
      value: '4126',
      growth: null,
      state: 'reported',
      changedAt: stamp.at,
      changedBy: stamp.by,
      history: [],
    })
  })

  test('keeps what it said before', () => {
    const corrected = editLedger(withRevenue, [{ edit: 'set', ...revenue, content: { value: '4162' } }], later)
    const figure = findFigure(corrected, revenue)
    expect(figure).toMatchObject({ value: '4162', unit: '万元', changedBy: '财政所' })
    expect(figure?.history.map(({ by, content }) => [by, content.value])).toEqual([['林秘书', '4126']])
  })

  test('that says the same is not changed', () => {
    expect(editLedger(withRevenue, [{ edit: 'set', ...revenue, content: { value: '4126' } }], later)).toBe(withRevenue)
  })

  test('forgets the oldest of many changes', () => {
    const edits = Array.from({ length: 40 }, (_, n): LedgerEdit => ({
      edit: 'set',
      ...revenue,
      content: { value: String(n) },
    }))
    expect(findFigure(ledgerWith(...edits), revenue)?.history).toHaveLength(longestHistory)
  })

  test('target and result of one year stand beside each other', () => {
    const both = editLedger(
      withRevenue,
      [{ edit: 'set', ...revenue, kind: 'target', content: { growth: '8', bound: '>=' } }],
      later,
    )
    expect(findFigure(both, revenue)?.value).toBe('4126')
    expect(findFigure(both, { ...revenue, kind: 'target' })).toMatchObject({ value: null, growth: '8', bound: '>=' })
  })

  test('is cleared', () => {
    const cleared = editLedger(withRevenue, [{ edit: 'clear', ...revenue }], later)
    expect(findFigure(cleared, revenue)).toBeUndefined()
    expect(findRow(cleared, revenue.indicator)).toBeDefined()
  })
})

describe('a row', () => {
  test('is found under the name it had before', () => {
    const renamed = editLedger(
      withRevenue,
      [{ edit: 'changeRow', indicator: revenue.indicator, change: { indicator: '地方一般公共预算收入' } }],
      later,
    )
    expect(findRow(renamed, '一般公共预算收入')?.indicator).toBe('地方一般公共预算收入')
    expect(findFigure(renamed, revenue)?.value).toBe('4126')
  })

  test.each(['', '甲|乙', '固定资产投资'])('is not renamed to “%s”', (indicator) => {
    const two = editLedger(withRevenue, [{ edit: 'addRow', row: { indicator: '固定资产投资' } }], later)
    expect(editLedger(two, [{ edit: 'changeRow', indicator: revenue.indicator, change: { indicator } }], later)).toBe(
      two,
    )
  })

  test('is moved and removed', () => {
    const three = ledgerWith(
      { edit: 'addRow', row: { indicator: '甲' } },
      { edit: 'addRow', row: { indicator: '乙' } },
      { edit: 'addRow', row: { indicator: '丙' }, at: 0 },
    )
    expect(names(three)).toBe('丙甲乙')
    expect(names(editLedger(three, [{ edit: 'moveRow', indicator: '丙', to: 2 }], later))).toBe('甲乙丙')
    expect(names(editLedger(three, [{ edit: 'removeRow', indicator: '甲' }], later))).toBe('丙乙')
  })
})

test('a year that was added stays until it is taken away, and takes no figure with it', () => {
  const column = { year: 2019, kind: 'result' } as const
  const one = ledgerWith({ edit: 'addRow', row: { indicator: '甲' } })
  const added = editLedger(one, [{ edit: 'addColumn', ...column }], later)
  expect(added).toEqual({ ...one, columns: [column] })
  expect(editLedger(added, [{ edit: 'addColumn', ...column }], later)).toBe(added)
  expect(editLedger(added, [{ edit: 'removeColumn', ...column, kind: 'target' }], later)).toBe(added)
  expect(editLedger(added, [{ edit: 'removeColumn', ...column }], later)).toEqual(one)
  expect(mergeLedgers(added, one).ledger.columns).toEqual([column])
  expect(mergeLedgers(one, added).ledger.columns).toEqual([column])
  expect(readSoundPart({ ...added, rows: [{}] })?.ledger.columns).toEqual([column])
  expect(readSoundPart({ ...added, columns: [{ year: 'x' }] })?.ledger).toEqual(one)
})

test('any edits leave a ledger that can be read again', () => {
  const indicator = fc.constantFrom('甲', '乙', '丙|', '', '丁')
  const place = { year: fc.integer({ min: 2019, max: 2022 }), indicator }
  const edit: fc.Arbitrary<LedgerEdit> = fc.oneof(
    fc.record({
      edit: fc.constant('set' as const),
      ...place,
      period: fc.constantFrom('year' as const, 'half-year' as const),
      kind: fc.constantFrom('result' as const, 'target' as const),
      content: fc.record({ value: fc.constantFrom('1.20', '3', null) }),
    }),
    fc.record({
      edit: fc.constant('clear' as const),
      ...place,
      period: fc.constant('year' as const),
      kind: fc.constant('result' as const),
    }),
    fc.record({
      edit: fc.constantFrom('addColumn' as const, 'removeColumn' as const),
      year: place.year,
      kind: fc.constantFrom('result' as const, 'target' as const),
    }),
    fc.record({ edit: fc.constant('addRow' as const), row: fc.record({ indicator }) }),
    fc.record({ edit: fc.constant('removeRow' as const), indicator }),
    fc.record({ edit: fc.constant('moveRow' as const), indicator, to: fc.nat(5) }),
    fc.record({ edit: fc.constant('changeRow' as const), indicator, change: fc.record({ indicator }) }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const ledger = ledgerWith(...edits)
      expect(readLedger(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger)
    }),
  )
})

function names(ledger: Ledger): string {
  return ledger.rows.map(({ indicator }) => indicator).join('')
}
