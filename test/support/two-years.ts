import { readSide, type ReadSide } from '../../shared/carry-over/read-side.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { LastReport } from '../../shared/carry-over/roll-report.ts'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import { checkLists } from './check-data.ts'

/** A made-up report that reviews the year before, as printed. */
export interface Said {
  review?: string
  plan?: string
  targets?: string
  annex?: string
}

export function printed(year: number, { review = '', plan = '', targets = '', annex = '' }: Said): string {
  return [
    '政府工作报告',
    `——${year}年1月12日在穗桥县第十九届人民代表大会第四次会议上`,
    '穗桥县人民政府县长　程远山',
    '各位代表：',
    '现在，我代表县人民政府，向大会报告工作，请予审议。',
    `一、${year - 1}年工作回顾`,
    `${year - 1}年，我们稳中求进，经济平稳运行。`,
    review,
    `二、${year}年工作安排`,
    targets && `${year}年经济社会发展的主要预期目标是：${targets}`,
    '今年重点抓好以下工作：',
    plan,
    annex && `附件：名词解释\n${annex}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

export function sideOf(year: number, said: Said, name = `${year}年报告`): ReadSide {
  return readSide({ name, text: printed(year, said), year, place: '穗桥县' }, checkLists.indicators)
}

export function lastReport(year: number, said: Said, change: (text: string) => string = (text) => text): LastReport {
  const name = `${year}.txt`
  const { report } = reportFromText(change(printed(year, said)), { id: 'last', name, format: 'txt' })
  return { name, report, ledger: emptyLedger('穗桥县'), prior: [] }
}
