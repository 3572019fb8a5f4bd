import type { SectionKind } from '../../report/schema.ts'
import type { Hit } from '../finding.ts'
import type { LineView, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * Headings and opening sentences name the year of their part: the plan is for the year of the report, the review for the
 * year before. Spans, plans over several years and half-year reports name other years by right.
 */
export const yearOfSection: ReportRule = {
  id: 'year-of-section',
  kind: 'wrong-year',
  severity: 'error',
  checkReport(report) {
    const named = report.lines.flatMap(readNamedYears)
    const year = readReportYear(report, named)
    if (year === null) return []
    return named.flatMap((one) => {
      const expected = one.part === 'plan' ? year : year - 1
      if (one.year === expected || Math.abs(one.year - expected) > 2) return []
      return [hitOf(report.text, one, expected)]
    })
  },
}

/** The years by which a heading or an opening sentence names its part of the report. */
export function readNamedYears(line: LineView): NamedYear[] {
  return [...readHeading(line), ...readTargets(line), ...readOpening(line)]
}

export interface NamedYear {
  part: 'review' | 'plan'
  where: 'heading' | 'targets' | 'opening'
  year: number
  start: number
  end: number
}

/**
 * The year that was handed in, unless review and plan headings agree with each other on another one: a report of December
 * is filed under either year.
 */
function readReportYear(report: ReportView, named: readonly NamedYear[]): number | null {
  const headings = named.filter(({ where }) => where === 'heading')
  const years = headings.map(({ part, year }) => (part === 'plan' ? year : year + 1))
  const [first] = years
  const agreed = headings.some(({ part }) => part === 'plan') && headings.some(({ part }) => part === 'review')
  return agreed && first !== undefined && years.every((year) => year === first) ? first : report.year
}

const parts: Partial<Record<SectionKind, NamedYear['part']>> = {
  review: 'review',
  guidance: 'plan',
  targets: 'plan',
  tasks: 'plan',
}

const reviewWords = /回顾|总结|完成情况|工作情况|主要成[绩就]|取得的?成[绩就效]/
const planWords = /目标|任务|安排|打算|思路|要求|重点|部署|举措|计划|建议|意见/
/** 近三年来, 2035年远景目标, 上半年: not the year of a part. */
const otherSpan = /年来|以来|年[至到]|远景|半年|季度|前[一二三四五六七八九十\d]+个?月|规划(?!.*年)/

const titleHead = /^[\s\u3000]*(?:[一二三四五六七八九十]+[、．.])?[\s\u3000]*(?:关于)?$/

function readHeading(line: LineView): NamedYear[] {
  if (line.level !== 1) return []
  const title = line.text.slice(0, Math.min(line.leadEnd ?? line.text.length, 60))
  const years = [...title.matchAll(/((?:19|20)\d\d)\s*年/g)]
  const [match] = years
  if (!match || years.length > 1 || otherSpan.test(title)) return []
  // 过去五年和2025年工作回顾 names a span first: only a year at the head is sure.
  if (!titleHead.test(title.slice(0, match.index))) return []
  const part = partOf(title, line)
  if (!part) return []
  const start = line.start + match.index
  return [{ part, where: 'heading', year: Number(match[1]), start, end: start + match[0].length }]
}

/** A heading that speaks of both parts (工作回顾和打算) may name the year of either. */
function partOf(title: string, { opens }: LineView): NamedYear['part'] | undefined {
  if (opens === undefined || (reviewWords.test(title) && planWords.test(title))) return undefined
  return parts[opens]
}

const targets =
  /(?<=^|[。；])[\s\u3000]*(?:各位代表[！!，,：:])?((?:19|20)\d\d)\s*年[^。；，,\d]{0,30}(?:目标|总体要求|指导思想)(?:是|为)/g

/** 2026年全镇经济社会发展的主要预期目标是: a sentence of the plan, wherever its heading was lost. */
function readTargets(line: LineView): NamedYear[] {
  if (line.section === 'review' || line.section === 'annex') return []
  return [...line.text.matchAll(targets)].flatMap((match) => {
    if (/远景|规划|以来/.test(match[0])) return []
    const start = line.start + match.index + match[0].indexOf(match[1] ?? '')
    return [{ part: 'plan', where: 'targets', year: Number(match[1]), start, end: start + 5 }]
  })
}

const opening =
  /^[\s\u3000]*(?:各位代表[！!，,：:])?(?:(?:刚刚)?过去的)?((?:19|20)\d\d)\s*年(?:[，,](?:是|在|面对|我们|我[国省市县区镇乡]|全[国省市县区镇乡])|是(?!否))/

/** The first sentence of the review: 2025年，我们…, 刚刚过去的2025年，我们…. */
function readOpening(line: LineView): NamedYear[] {
  if (line.section !== 'review') return []
  const match = opening.exec(line.text)
  if (!match?.[1]) return []
  const start = line.start + match[0].indexOf(match[1])
  return [{ part: 'review', where: 'opening', year: Number(match[1]), start, end: start + 5 }]
}

const messages = { heading: 'yearOfHeading', targets: 'yearOfTargets', opening: 'yearOfOpening' } as const

function hitOf(text: string, { where, year, start, end }: NamedYear, expected: number): Hit {
  return {
    messageId: messages[where],
    values: { printed: `${year}年`, expected: `${expected}年` },
    start,
    end,
    severity: where === 'opening' ? 'warning' : 'error',
    evidence: [evidenceOf(text, { start, end })],
    repairs: [
      {
        messageId: 'changeYear',
        values: { value: `${expected}年` },
        edits: [{ start, end: start + 4, text: String(expected) }],
      },
    ],
  }
}
