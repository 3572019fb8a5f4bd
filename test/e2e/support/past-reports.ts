import { writeFileSync } from 'node:fs'
import { encodeReportFile } from '../../../electron/services/report-file/report-file.ts'
import { readTemplates } from '../../../electron/services/templates.ts'
import { emptyLedger } from '../../../shared/ledger/ledger.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { reportOf } from '../../support/blocks.ts'
import { reportMeta } from '../../support/report-meta.ts'

interface PastReport {
  year: number
  review: string
  plan: string
}

/** Two years of 云溪镇; the later report says another value for 2023 than the first one did. */
export const report2024: PastReport = {
  year: 2024,
  review: '2023年，全镇一般公共预算收入完成3402万元，增长7.7%；固定资产投资完成1.83亿元；粮食总产量达到5.1万吨。',
  plan: '2024年的主要预期目标是：一般公共预算收入增长8%以上，固定资产投资达到2亿元。',
}
export const report2025: PastReport = {
  year: 2025,
  review:
    '2024年，全镇一般公共预算收入完成3681万元，增长8.2%；固定资产投资完成1.97亿元，上年为1.79亿元；粮食总产量达到5.2万吨。',
  plan: '2025年的主要预期目标是：一般公共预算收入增长9%以上，固定资产投资增长10%左右。',
}

function bodyOf({ year, review, plan }: PastReport, place: string): Block[] {
  return [
    { type: 'title', children: [{ text: `${place}政府工作报告` }] },
    { type: 'paragraph', children: [{ text: `（${year}年1月12日在${place}第十二届人民代表大会第三次会议上）` }] },
    { type: 'salutation', children: [{ text: '各位代表：' }] },
    { type: 'heading', level: 1, section: 'review', children: [{ text: `${year - 1}年工作回顾` }] },
    { type: 'paragraph', children: [{ text: review }] },
    { type: 'heading', level: 1, section: 'tasks', children: [{ text: `${year}年工作安排` }] },
    { type: 'paragraph', children: [{ text: plan }] },
  ]
}

export function writePastText(path: string, report: PastReport, place = '云溪镇'): void {
  const lines = bodyOf(report, place).map((block) =>
    'children' in block ? block.children.map((leaf) => ('text' in leaf ? leaf.text : '')).join('') : '',
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
}

export async function writePastWord(path: string, report: PastReport, place = '云溪镇'): Promise<void> {
  const { presets } = await readTemplates()
  const [preset] = presets
  if (!preset) throw new Error('no layout')
  const meta = reportMeta({ place, level: 'town', year: report.year })
  const { bytes } = await writeReport({ ...reportOf(bodyOf(report, place)), meta }, preset, {
    clock: '2025-01-12T09:00:00Z',
  })
  writeFileSync(path, bytes)
}

/** What 云溪镇 writes for 2026, with a ledger that is still empty. */
export const ownReview = '全镇一般公共预算收入完成4126万元，增长12.1%；固定资产投资完成2.15亿元；粮食产量5.3万吨。'

export function writeOwnReport(path: string): void {
  const body = bodyOf(
    { year: 2026, review: ownReview, plan: '2026年的主要预期目标是：一般公共预算收入增长8%以上。' },
    '云溪镇',
  )
  const meta = reportMeta({ place: '云溪镇', level: 'town', year: 2026 })
  writeFileSync(path, encodeReportFile({ ...reportOf(body), id: 'own-report', meta }, {}, [], emptyLedger('云溪镇')))
}
