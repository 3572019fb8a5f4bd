import { describe, expect, test } from 'vitest'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { readClipboardTable, writeClipboardTable } from '../../renderer/ledger/clipboard-table.ts'
import {
  columnId,
  columnsOf,
  columnsToAdd,
  emptyColumns,
  countStates,
  linesOf,
  newestYear,
  sameColumns,
  stateOf,
  trendOf,
  type GridChoice,
  type GridColumn,
} from '../../renderer/ledger/grid-model.ts'
import { isCellOf, selectionIn } from '../../renderer/ledger/chosen-cell.ts'
import type { LedgerCell } from '../../renderer/app/window-state.ts'
import type { LedgerRow } from '../../shared/ledger/ledger.ts'
import { cellAt, moveBy, within, type GridSelection } from '../../renderer/ledger/selection.ts'
import { setResult, smallLedger } from '../support/small-ledger.ts'

const stamp = { at: '2026-01-08T09:00:00', by: '林秘书' }
const ledger = editLedger(
  smallLedger(),
  [
    { edit: 'addRow', row: { indicator: '固定资产投资', unit: '亿元', group: '经济运行' } },
    setResult('固定资产投资', 2025, '0.9', { unit: '亿元', state: 'checked' }),
  ],
  stamp,
)
const all: GridChoice = { period: 'year', words: '', state: 'all', sort: { column: '', falling: false } }
const shown = (choice: Partial<GridChoice>): string =>
  linesOf(ledger, { ...all, ...choice }, 2025)
    .map((line) => (line.kind === 'group' ? `〔${line.group}〕` : line.row.indicator))
    .join(' ')

describe('lines', () => {
  test.each<[string, Partial<GridChoice>, string]>([
    ['rows of one group together', {}, '〔经济运行〕 财政总收入 固定资产投资 〔〕 粮食总产量'],
    ['found by name', { words: '投资' }, '〔经济运行〕 固定资产投资'],
    ['found by department', { words: '财政所' }, '〔经济运行〕 财政总收入'],
    ['of one state', { state: 'checked' }, '〔经济运行〕 固定资产投资'],
    // 0.9亿元 is more than 2841万元, and tons are no money.
    ['falling by value', { sort: { column: 'result-2025', falling: true } }, '粮食总产量 固定资产投资 财政总收入'],
    ['rising by value', { sort: { column: 'result-2025', falling: false } }, '粮食总产量 财政总收入 固定资产投资'],
    [
      'rising by value, empty cells last',
      { sort: { column: 'result-2024', falling: false } },
      '财政总收入 固定资产投资 粮食总产量',
    ],
    ['by name', { sort: { column: 'name', falling: false } }, '财政总收入 固定资产投资 粮食总产量'],
  ])('%s', (_, choice, expected) => {
    expect(shown(choice)).toBe(expected)
  })
})

test('columns are the years that are known, the reviewed one and the plan', () => {
  expect(columnsOf(ledger, 'year', 2027).map(columnId)).toEqual([
    'name',
    'result-2024',
    'result-2025',
    'result-2026',
    'target-2027',
    'trend',
    'state',
  ])
  expect(columnsOf(ledger, 'half-year', null).map(columnId)).toEqual(['name', 'trend', 'state'])
})

test('an edit of a cell leaves the columns as they are; a new year, target or period does not', () => {
  const before = columnsOf(ledger, 'year', 2026)
  const after = (edit: LedgerEdit) => columnsOf(editLedger(ledger, [edit], stamp), 'year', 2026)
  expect(sameColumns(before, after(setResult('财政总收入', 2025, '2900')))).toBe(true)
  expect(sameColumns(before, after(setResult('财政总收入', 2019, '2900')))).toBe(false)
  expect(sameColumns(before, after({ ...setResult('财政总收入', 2024, '2900'), kind: 'target' } as LedgerEdit))).toBe(
    false,
  )
  expect(sameColumns(before, columnsOf(ledger, 'half-year', 2026))).toBe(false)
})

test('targets of past years stand before their results, and years are added by hand', () => {
  const target = {
    edit: 'set',
    indicator: '财政总收入',
    period: 'year',
    kind: 'target',
    content: { value: '2800' },
  } as const
  const planned = editLedger(
    ledger,
    [
      { ...target, year: 2025 },
      { ...target, year: 2026 },
    ],
    stamp,
  )
  const years = (columns: GridColumn[]): string[] => columns.map(columnId).filter((id) => id.includes('-'))
  const columns = columnsOf(planned, 'year', 2026)
  expect(years(columns)).toEqual(['result-2024', 'target-2025', 'result-2025', 'target-2026'])
  expect(columnsToAdd(columns)).toEqual([
    { kind: 'result', year: 2023 },
    { kind: 'result', year: 2026 },
    { kind: 'target', year: 2024 },
    { kind: 'target', year: 2027 },
  ])
  const added = [
    { kind: 'result', year: 2023 },
    { kind: 'target', year: 2024 },
  ] as const
  expect(years(columnsOf({ ...planned, columns: [...added] }, 'year', 2026))).toEqual([
    'result-2023',
    'target-2024',
    'result-2024',
    'target-2025',
    'result-2025',
    'target-2026',
  ])
  expect(columnsToAdd(columnsOf(ledger, 'half-year', null))).toEqual([])
  // Only those that somebody added, and only while they are empty, may go again.
  expect(emptyColumns(planned)).toEqual([])
  expect(emptyColumns({ ...planned, columns: [...added, { kind: 'result', year: 2025 }] })).toEqual(added)
})

test('the state of a row is that of the newest year: what is not there yet is awaited', () => {
  expect(ledger.rows.map((row) => stateOf(row, 'year', 2025))).toEqual(['reported', 'awaited', 'checked'])
  expect(ledger.rows.map((row) => stateOf(row, 'year', 2024))).toEqual(['confirmed', 'awaited', 'awaited'])
  expect(countStates(ledger, 'year', 2025)).toEqual({ awaited: 1, reported: 1, checked: 1, confirmed: 0 })
  expect(newestYear(columnsOf(ledger, 'year', 2027))).toBe(2026)
  expect(newestYear(columnsOf(ledger, 'half-year', null))).toBe(0)
})

test('a trend is in the unit of the row', () => {
  const mixed = editLedger(ledger, [setResult('固定资产投资', 2024, '8000', { unit: '万元' })], stamp)
  const row = mixed.rows.find(({ indicator }) => indicator === '固定资产投资')
  expect(row && trendOf(row, 'year').map(({ year, value }) => `${year} ${value}`)).toEqual(['2024 0.8000', '2025 0.9'])
})

describe('keys move a cell', () => {
  const size = { rows: 30, columns: 5, page: 10 }
  const from = cellAt(12, 2)
  const to = (row: number, column: number): GridSelection => cellAt(row, column)
  test.each<[string, { ctrl?: boolean; shift?: boolean }, GridSelection]>([
    ['ArrowDown', {}, to(13, 2)],
    ['ArrowUp', { ctrl: true }, to(0, 2)],
    ['ArrowRight', {}, to(12, 3)],
    ['ArrowLeft', { ctrl: true }, to(12, 0)],
    ['Home', {}, to(12, 0)],
    ['End', { ctrl: true }, to(29, 4)],
    ['PageDown', {}, to(22, 2)],
    ['PageUp', {}, to(2, 2)],
    ['ArrowDown', { shift: true }, { row: 12, column: 2, toRow: 13, toColumn: 2 }],
  ])('%s %o', (key, { ctrl = false, shift = false }, expected) => {
    expect(moveBy(from, { key, ctrl, shift }, size)).toEqual(expected)
  })
  test('never over the edge', () => {
    expect(moveBy(cellAt(29, 4), { key: 'ArrowDown', ctrl: false, shift: false }, size)).toEqual(cellAt(29, 4))
    expect(moveBy(cellAt(0, 0), { key: 'PageUp', ctrl: false, shift: false }, size)).toEqual(cellAt(0, 0))
    expect(within(cellAt(40, 9), size)).toEqual(cellAt(29, 4))
  })
  test('other keys are none of the grid', () => {
    expect(moveBy(from, { key: 'a', ctrl: false, shift: false }, size)).toBeUndefined()
  })
})

test.each([
  [
    '甲\t1\r\n乙\t2\r\n',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ],
  ['"两\n行"\t"有""引号"""', [['两\n行', '有"引号"']]],
  ['单格', [['单格']]],
  ['', []],
  ['\t\n', [['', '']]],
])('cells of the clipboard: %j', (text, cells) => {
  expect(readClipboardTable(text)).toEqual(cells)
})

test('cells that are copied can be pasted', () => {
  const cells = [
    ['两\n行', '有"引号"'],
    ['\t', ''],
  ]
  expect(readClipboardTable(writeClipboardTable(cells))).toEqual(cells)
})

describe('the chosen cell', () => {
  const columns = columnsOf(ledger, 'year', 2027)
  const [revenue, grain, investment] = ledger.rows
  const rows = [revenue, investment, grain].flatMap((row) => row ?? [])
  const cell: LedgerCell = {
    selection: cellAt(0, 1),
    indicator: '财政总收入',
    period: 'year',
    column: { year: 2024, kind: 'result' },
  }

  test.each<[string, LedgerCell | null, LedgerRow[], GridColumn[], GridSelection]>([
    ['none yet: the newest year of the first row', null, rows, columns, cellAt(0, 3)],
    ['where it was', cell, rows, columns, cellAt(0, 1)],
    ['its row after sorting', cell, [...rows].reverse(), columns, cellAt(2, 1)],
    ['its year after an older one was added', cell, rows, columns.toSpliced(1, 0, { kind: 'trend' }), cellAt(0, 2)],
    ['of a row that is filtered out the first one', cell, rows.slice(1), columns, cellAt(0, 1)],
    [
      'of a year that is gone the newest',
      { ...cell, column: { year: 2010, kind: 'result' } },
      rows,
      columns,
      cellAt(0, 3),
    ],
  ])('%s', (_, chosen, shownRows, shownColumns, expected) => {
    expect(selectionIn(chosen, shownRows, shownColumns)).toEqual(expected)
  })

  test('is told of only where it stands', () => {
    expect(isCellOf(cell, cellAt(0, 1), 'year', rows, columns)).toBe(true)
    expect(isCellOf(cell, cellAt(0, 1), 'half-year', rows, columns)).toBe(false)
    expect(isCellOf(cell, cellAt(2, 1), 'year', [...rows].reverse(), columns)).toBe(false)
    expect(isCellOf(cell, cellAt(0, 1), 'year', rows.slice(1), columns)).toBe(false)
    expect(isCellOf(null, cellAt(0, 1), 'year', rows, columns)).toBe(false)
  })

  test('keeps its block while nothing moves', () => {
    const block = { ...cell, selection: { row: 0, column: 1, toRow: 2, toColumn: 2 } }
    expect(selectionIn(block, rows, columns)).toEqual(block.selection)
  })
})
