import { describe, expect, test } from 'vitest'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import {
  emptyLedger,
  findFigure,
  noSource,
  type FigureContent,
  type FigurePlace,
  type Ledger,
  type LedgerRow,
} from '../../shared/ledger/ledger.ts'
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

const on = (day: string) => ({ at: `2026-01-${day}T08:00:00`, by: '林秘书' })
const set = (content: Partial<FigureContent>): LedgerEdit => ({ edit: 'set', ...at, content })
const made = (day: string, content: Partial<FigureContent>): Ledger =>
  editLedger(emptyLedger('青禾镇'), [set(content)], on(day))

describe('a cell that waits for its figure', () => {
  const filled = made('05', { value: '2.15', unit: '亿元', growth: '7.8', state: 'reported' })
  const rows: [what: string, waiting: Ledger][] = [
    ['was made later', made('09', {})],
    ['was made earlier', made('02', {})],
    [
      'has an office to ask',
      editLedger(made('08', {}), [set({ source: { ...noSource, department: '统计站' } })], on('09')),
    ],
  ]

  test.each(rows)('never takes the place of a figure, and differs from none: it %s', (_, waiting) => {
    for (const [own, other] of [
      [waiting, filled],
      [filled, waiting],
    ] as const) {
      const { ledger: merged, differing } = mergeLedgers(own, other)
      expect(findFigure(merged, at)).toEqual(findFigure(filled, at))
      expect(differing).toEqual([])
    }
  })

  test('gives way to a growth that is known alone', () => {
    const growth = made('05', { growth: '7.8', unit: '亿元', state: 'reported' })
    expect(findFigure(mergeLedgers(made('09', {}), growth).ledger, at)).toEqual(findFigure(growth, at))
  })

  test('is something else than a figure that somebody took out later', () => {
    const emptied = editLedger(filled, [set({ value: null, growth: null, state: 'awaited' })], on('09'))
    const { ledger: merged, differing } = mergeLedgers(filled, emptied)
    expect(findFigure(merged, at)?.value).toBeNull()
    expect(differing).toHaveLength(1)
  })

  test('is something else than a figure that is said to be reported without a number', () => {
    const reported = made('09', { state: 'reported' })
    expect(mergeLedgers(filled, reported).differing).toHaveLength(1)
  })

  test('of two of them that with a unit is kept', () => {
    expect(findFigure(mergeLedgers(made('09', {}), made('05', { unit: '亿元' })).ledger, at)?.unit).toBe('亿元')
  })
})

describe('what is empty replaces nothing', () => {
  const parts: Partial<LedgerRow>[] = [
    { unit: '亿元' },
    { group: '经济运行' },
    { department: '统计局' },
    { basis: { prices: 'real', scope: '' } },
    { basis: { prices: '', scope: '全部' } },
  ]
  const withRow = (row: Partial<LedgerRow>): Ledger =>
    editLedger(emptyLedger('青禾镇'), [{ edit: 'addRow', row: { indicator: at.indicator, ...row } }], on('05'))

  test.each(parts)('of a row: %j', (part) => {
    const bare = withRow({})
    expect(mergeLedgers(bare, withRow(part)).ledger.rows).toMatchObject([part])
    expect(mergeLedgers(withRow(part), bare).ledger.rows).toMatchObject([part])
  })

  test('of a row: what it says itself stays', () => {
    const own = withRow({
      unit: '万元',
      group: '财政',
      department: '财政所',
      basis: { prices: 'nominal', scope: '镇级' },
    })
    const other = withRow({
      unit: '亿元',
      group: '经济',
      department: '统计局',
      basis: { prices: 'real', scope: '全部' },
    })
    expect(mergeLedgers(own, other).ledger).toEqual(own)
  })

  const number = { value: '2.15', unit: '亿元', growth: '7.8' } as const
  test.each<[earlier: Partial<FigureContent>, later: Partial<FigureContent>, merged: Partial<FigureContent>]>([
    [{ ...number, settlement: 'estimate' }, number, { settlement: 'estimate' }],
    [number, { ...number, unit: '' }, { unit: '亿元' }],
    [{ growth: '7.8', unit: '亿元' }, { growth: '8', unit: '' }, { unit: '亿元' }],
    // another number: what was said of the first is not said of it
    [
      { ...number, settlement: 'estimate' },
      { ...number, value: '2.20' },
      { value: '2.20', settlement: '' },
    ],
    [
      { ...number, settlement: 'estimate' },
      { ...number, growth: '8' },
      { growth: '8', settlement: '' },
    ],
    [number, { ...number, value: '215', unit: '' }, { value: '215', unit: '' }],
    [{ ...number, settlement: 'estimate' }, { ...number, settlement: 'final' }, { settlement: 'final' }],
  ])('of a figure: %j, then %j', (earlier, later, merged) => {
    const [first, second] = [made('05', earlier), made('09', later)]
    expect(findFigure(mergeLedgers(first, second).ledger, at)).toMatchObject(merged)
    expect(findFigure(mergeLedgers(second, first).ledger, at)).toMatchObject(merged)
  })

  test.each<[Partial<FigureContent>]>([[{ settlement: '' }], [{ unit: '' }]])(
    'but what somebody took off: %j',
    (off) => {
      const first = made('05', { ...number, settlement: 'estimate' })
      const second = editLedger(first, [set(off)], on('09'))
      expect(findFigure(mergeLedgers(first, second).ledger, at)).toMatchObject(off)
    },
  )
})
