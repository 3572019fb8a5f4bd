import { readHanOrdinal } from '../../report/line-marks.ts'
import type { FormulationList } from '../../templates/templates.ts'
import type { Hit, Severity } from '../finding.ts'
import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * Congresses and plenums that a report cites: held before the report, existing at all (seven plenums at most), and of the
 * congress that guides the present. The n-th congress met in 1977 + 5 (n − 11).
 */
export const meetingOrder: ReportRule<CitedMeeting[]> = {
  id: 'meeting-order',
  kind: 'wrong-year',
  severity: 'error',
  read: readMeetings,
  checkReport(report, placed) {
    return placed.flatMap(({ start, facts }) => facts.flatMap((meeting) => judge(report, meeting, start)))
  },
}

interface CitedMeeting {
  /** As the dated list names it: 党的二十大, 二十届三中全会. */
  name: string
  congress: number
  /** Null: the congress itself. */
  plenum: number | null
  start: number
  end: number
}

const number = '(十[一二三四五六七八九]?|二十[一二三]?)'
const plenums = new RegExp(
  `(?<![一二三四五六七八九十第])${number}届((?:[一二三四五六七八九十]中?、)*[一二三四五六七八九十])中全会`,
  'dg',
)
const congresses = new RegExp(
  `党的${number}大(?=(?:以来|精神|报告|提出|确定|作出|部署|召开|胜利|战略|描绘|和|、|，|。|会|对|的|是))`,
  'dg',
)

function readMeetings({ text }: ParagraphReading): CitedMeeting[] | undefined {
  const found: CitedMeeting[] = []
  for (const match of text.matchAll(plenums)) {
    const [, number = '', list = ''] = match
    const congress = readHanOrdinal(number)
    if (congress === undefined) continue
    const [listStart] = match.indices?.[2] ?? [match.index]
    for (const [offset, unit] of Array.from(list).entries()) {
      const plenum = readHanOrdinal(unit)
      if (plenum === undefined) continue
      const single = list.length === 1
      found.push({
        name: `${number}届${unit}中全会`,
        congress,
        plenum,
        start: single ? match.index : listStart + offset,
        end: single ? match.index + match[0].length : listStart + offset + 1,
      })
    }
  }
  for (const match of text.matchAll(congresses)) {
    const congress = readHanOrdinal(match[1] ?? '')
    if (congress !== undefined)
      found.push({ name: match[0], congress, plenum: null, start: match.index, end: match.index + match[0].length })
  }
  return found.length > 0 ? found : undefined
}

function judge(report: ReportView, meeting: CitedMeeting, by: number): Outcome[] {
  const span = { start: meeting.start + by, end: meeting.end + by }
  const hit = (messageId: string, severity: Severity, values: Record<string, string | number>): Hit[] => [
    {
      messageId,
      values: { meeting: report.text.slice(span.start, span.end), ...values },
      ...span,
      severity,
      evidence: [evidenceOf(report.text, span)],
    },
  ]
  if (meeting.congress >= 13 && (meeting.plenum ?? 0) > 7) return hit('meetingUnknown', 'error', {})
  if (report.year === null) return []
  const held = yearHeld(report.formulations, meeting)
  // A report of January may speak of a plenum of the same year as coming; of a later year it cannot know.
  if (held > report.year) return hit('meetingLater', 'error', { held, year: report.year })
  if (meeting.plenum === null && isGuide(report, span) && report.year >= held + 10 + 1) {
    return hit('meetingOld', 'warning', { held })
  }
  return []
}

/** From the dated list where it has the meeting; else the congress by its rhythm and each plenum by the usual year. */
function yearHeld({ items }: FormulationList, { name, congress, plenum }: CitedMeeting): number {
  const listed = items.find((item) => item.text === name)?.validFrom
  if (listed) return Number(listed.slice(0, 4))
  const opened = 1977 + 5 * (congress - 11)
  // 一中全会 follows its congress at once; 二中全会 the next spring; 七中全会 prepares the next congress.
  return opened + ([0, 0, 1, 1, 2, 3, 4, 5][plenum ?? 0] ?? 5)
}

/** 以党的…大精神为指导 in the plan, the only congress cited there. */
function isGuide(report: ReportView, { start, end }: { start: number; end: number }): boolean {
  const line = report.lines.find((one) => end <= one.end)
  if (!line?.section || !['guidance', 'targets', 'tasks'].includes(line.section)) return false
  return (
    /^精神/.test(report.text.slice(end)) &&
    !new RegExp(congresses.source).test(report.text.slice(line.start, start) + report.text.slice(end, line.end))
  )
}
