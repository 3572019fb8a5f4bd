import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger, type FigureContent, type Ledger } from '../../shared/ledger/ledger.ts'

const stamp = { at: '2025-12-20T09:00:00', by: '沈知秋' }

/** One cell of a test's ledger: its year's result. */
export function setResult(
  indicator: string,
  year: number,
  value: string,
  content: Partial<FigureContent> = {},
): LedgerEdit {
  return { edit: 'set', indicator, year, period: 'year', kind: 'result', content: { value, ...content } }
}

/** 财政总收入 of two years and the grain of one, as a town's office would have them. */
export function smallLedger(place = '青禾镇'): Ledger {
  const edits: LedgerEdit[] = [
    { edit: 'addRow', row: { indicator: '财政总收入', unit: '万元', group: '经济运行', department: '财政所' } },
    { edit: 'addRow', row: { indicator: '粮食总产量', unit: '万吨' } },
    setResult('财政总收入', 2024, '2710', { growth: '6.1', state: 'confirmed' }),
    setResult('财政总收入', 2025, '2841', { growth: '4.8', settlement: 'estimate', state: 'reported' }),
    setResult('粮食总产量', 2025, '3.20'),
  ]
  return editLedger(emptyLedger(place), edits, stamp)
}

/** So many indicators over eight years, each with its source and one earlier content; every value is `value`. */
export function wideLedger(rows: number, value: string, place = '青禾镇'): Ledger {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 8 }, (_, year) => ({ indicator: `指标${row + 1}`, year: 2018 + year })),
  ).flat()
  const source = { file: '青禾镇2025年政府工作报告.zhenggao', sentence: '', department: '财政所', person: '周明远' }
  const edits = (given: string): LedgerEdit[] =>
    cells.map(({ indicator, year }) =>
      setResult(indicator, year, given, {
        unit: '万元',
        growth: '4.8',
        source: { ...source, sentence: `${indicator}完成${given}万元。` },
      }),
    )
  const names = Array.from({ length: rows }, (_, row): LedgerEdit => ({
    edit: 'addRow',
    row: { indicator: `指标${row + 1}`, unit: '万元' },
  }))
  const first = editLedger(emptyLedger(place), [...names, ...edits('1')], stamp)
  return editLedger(first, edits(value), { ...stamp, at: '2026-01-05T09:00:00' })
}
