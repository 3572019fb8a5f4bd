import { writeFileSync } from 'node:fs'
import { encodeReportFile } from '../../../electron/services/report-file/report-file.ts'
import type { Ledger } from '../../../shared/ledger/ledger.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { reportOf } from '../../support/blocks.ts'
import { ledgerOf } from '../../support/ledgers.ts'
import { reportMeta } from '../../support/report-meta.ts'

const finance = { file: '', sentence: '', department: '财政所', person: '' }
const target = { year: 2026, kind: 'target', state: 'checked' } as const

/** What 云溪镇 knows when it writes the report of 2026. */
export const townLedger: Ledger = ledgerOf(
  { indicator: '工农业总产值', value: '9.37', unit: '亿元', growth: '7.2', state: 'confirmed' },
  { indicator: '工农业总产值', ...target, unit: '亿元', growth: '6', bound: '>=' },
  { indicator: '一般公共预算收入', year: 2024, value: '3681', unit: '万元', state: 'confirmed' },
  {
    indicator: '一般公共预算收入',
    value: '4126',
    unit: '万元',
    state: 'confirmed',
    source: { ...finance, sentence: '2025年一般公共预算收入完成4126万元。' },
  },
  { indicator: '一般公共预算收入', ...target, value: '4456', unit: '万元', growth: '8', bound: '>=' },
  { indicator: '财政总收入', value: '6904', unit: '万元', growth: '9.8', state: 'reported', source: finance },
  { indicator: '固定资产投资', value: '2.15', unit: '亿元', growth: '11', state: 'checked' },
  { indicator: '固定资产投资', ...target, unit: '亿元', growth: '9', bound: '~' },
  { indicator: '农村居民人均可支配收入', value: '24860', unit: '元', growth: '7.6', state: 'checked' },
  { indicator: '农村居民人均可支配收入', ...target, unit: '元', growth: '7', bound: '~' },
  { indicator: '招商引资到位资金', value: '9200', unit: '万元', growth: '15.3', state: 'reported' },
  { indicator: '招商引资到位资金', ...target, value: '9000', unit: '万元', state: 'awaited' },
  { indicator: '粮食产量', value: '5.2', unit: '万吨', growth: '-1.4', state: 'checked' },
  { indicator: '城镇新增就业', ...target, value: '260', unit: '人', bound: '>=', state: 'awaited' },
)

export const townBody: Block[] = [
  { type: 'title', children: [{ text: '政府工作报告' }] },
  { type: 'salutation', children: [{ text: '各位代表：' }] },
  { type: 'heading', level: 1, section: 'review', children: [{ text: '2025年工作回顾' }] },
  { type: 'paragraph', children: [{ text: '一年来，全镇上下同心协力。' }] },
  { type: 'heading', level: 1, section: 'tasks', children: [{ text: '2026年工作安排' }] },
  { type: 'paragraph', section: 'targets', children: [{ text: '2026年主要预期目标是：' }] },
  { type: 'heading', level: 2, children: [{ text: '做强特色产业' }] },
  { type: 'paragraph', children: [{ text: '扩大订单种植，建好产业园区。' }] },
]

/** A report of 云溪镇 with its ledger, as the program would have saved it. */
export function writeTownReport(path: string, body: Block[] = townBody): void {
  const meta = reportMeta({ place: '云溪镇', level: 'town', year: 2026 })
  const report = { ...reportOf(body), id: 'town-report', meta }
  writeFileSync(path, encodeReportFile(report, {}, [], { ...townLedger, place: '云溪镇' }))
}
