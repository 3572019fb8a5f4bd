import { describe, expect, test } from 'vitest'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { findFigure, type FigurePlace } from '../../shared/ledger/ledger.ts'
import { pasteBlock, typeInto } from '../../shared/ledger/paste-block.ts'
import { smallLedger } from '../support/small-ledger.ts'

const ledger = smallLedger()
const stamp = { at: '2026-01-08T09:00:00', by: '林秘书' }
const rows = [
  { indicator: '财政总收入', unit: '万元' },
  { indicator: '粮食总产量', unit: '万吨' },
]
const years = [
  { year: 2025, kind: 'result' as const },
  { year: 2026, kind: 'target' as const },
]
const at = (indicator: string, year: number, kind: 'result' | 'target' = 'result'): FigurePlace => ({
  indicator,
  year,
  period: 'year',
  kind,
})

describe('a block over the grid', () => {
  test('fills cells down and to the right', () => {
    const { edits, refused } = pasteBlock(ledger, 'year', rows, years, [
      ['2,900 +7.0%', '增长8%以上'],
      ['3.25', '3.3万吨'],
    ])
    const pasted = editLedger(ledger, edits, stamp)
    expect(refused).toEqual([])
    expect(findFigure(pasted, at('财政总收入', 2025))).toMatchObject({ value: '2900', growth: '7.0' })
    expect(findFigure(pasted, at('财政总收入', 2026, 'target'))).toMatchObject({
      value: null,
      growth: '8',
      bound: '>=',
    })
    expect(findFigure(pasted, at('粮食总产量', 2025))).toMatchObject({ value: '3.25', unit: '万吨' })
    expect(findFigure(pasted, at('粮食总产量', 2026, 'target'))).toMatchObject({ value: '3.3' })
  })

  test('leaves out what reaches over the edge, and empty cells', () => {
    const { edits } = pasteBlock(ledger, 'year', rows.slice(0, 1), years.slice(0, 1), [['', '1'], ['2']])
    expect(edits).toEqual([])
  })

  test.each<[string, string[][], { below: number; beside: number }]>([
    ['all within', [['2900', '3000'], ['3.25']], { below: 0, beside: 0 }],
    ['a row too many', [['2900'], ['3.25'], ['7', '8']], { below: 2, beside: 0 }],
    [
      'a column too many',
      [
        ['2900', '3000', '3100'],
        ['3.25', '', '3.4'],
      ],
      { below: 0, beside: 2 },
    ],
    ['both, each cell once', [['2900', '3000', '3100'], ['3.25'], ['7', '8', '9']], { below: 3, beside: 1 }],
    ['empty cells say nothing', [['2900', '3000', ' '], ['3.25'], ['', ' ']], { below: 0, beside: 0 }],
  ])('counts what found no place: %s', (_, cells, expected) => {
    expect(pasteBlock(ledger, 'year', rows, years, cells)).toMatchObject(expected)
  })

  test('names the cells that are no figures of their rows, and fills the others', () => {
    const { edits, refused } = pasteBlock(ledger, 'year', rows, years.slice(0, 1), [['待核'], ['3.25']])
    expect(edits).toHaveLength(1)
    expect(refused).toEqual([{ indicator: '财政总收入', text: '待核' }])
  })
})

describe('typing into a cell', () => {
  const revenue = at('财政总收入', 2024)

  test('what it says already changes nothing, not even its state', () => {
    expect(typeInto(ledger, revenue, '2710 +6.1%', '万元')).toEqual([])
  })
  test('a new number loses the source and the confirmation of the old one', () => {
    const typed = editLedger(ledger, typeInto(ledger, revenue, '2701', '万元') ?? [], stamp)
    expect(findFigure(typed, revenue)).toMatchObject({
      value: '2701',
      growth: '6.1',
      state: 'reported',
      source: { file: '', sentence: '', department: '', person: '' },
    })
  })
  test.each([
    ['2701', '2701', '6.1'], // said alone, a number changes alone
    ['+7%', '2710', '7'],
    ['2701 +7%', '2701', '7'],
    ['2710', '2710', null], // the growth was taken off
    ['+6.1%', null, '6.1'],
  ])('%s', (text, value, growth) => {
    const typed = editLedger(ledger, typeInto(ledger, revenue, text, '万元') ?? [], stamp)
    expect(findFigure(typed, revenue)).toMatchObject({ value, growth })
  })
  test('a block of values takes no growth off', () => {
    const pasted = pasteBlock(ledger, 'year', rows.slice(0, 1), [{ year: 2024, kind: 'result' }], [['2710']])
    expect(pasted.edits).toEqual([])
  })
  test('nothing empties the cell', () => {
    expect(findFigure(editLedger(ledger, typeInto(ledger, revenue, '', '万元') ?? [], stamp), revenue)).toBeUndefined()
    expect(typeInto(ledger, at('粮食总产量', 2019), '', '万吨')).toEqual([])
  })
  test('words are refused', () => {
    expect(typeInto(ledger, revenue, '两千多', '万元')).toBeUndefined()
  })
})
