import type { LineView } from './rule.ts'

/**
 * The year the report is given in and plans for. The date under the title, the headings of the review and of the plan and
 * the sentences that open them each have a say; where they disagree without a clear majority the year is not known.
 */
export function readYear(lines: readonly LineView[]): number | null {
  const votes = new Map<number, number>()
  const vote = (year: number, weight: number): void => {
    if (year >= 1950 && year <= 2100) votes.set(year, (votes.get(year) ?? 0) + weight)
  }
  for (const line of lines) {
    if (line.role === 'date' || line.role === 'meeting') voteOfDate(line.text, vote)
    else if (line.role === 'heading') voteOfHeading(line, vote)
    else if (line.role === 'body') voteOfBody(line, vote)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (!first || (second && first[1] < 2 * second[1])) return null
  return first[0]
}

type Vote = (year: number, weight: number) => void

/** Meetings of November and December give the report of the year to come. */
function voteOfDate(text: string, vote: Vote): void {
  const match = /(\d{4})\s*年\s*(\d{1,2})\s*月/.exec(text)
  if (match) vote(Number(match[1]) + (Number(match[2]) >= 11 ? 1 : 0), 3)
}

const planSections = new Set(['guidance', 'targets', 'tasks'])

/** Only a heading of the first level speaks of the whole year, and only with one year in it. */
function voteOfHeading(line: LineView, vote: Vote): void {
  if (line.level !== 1) return
  const years = [...line.text.slice(0, line.leadEnd ?? line.text.length).matchAll(/(?<!\d)(\d{4})\s*年/g)]
  if (years.length !== 1 || /年来|以来|年至|规划/.test(line.text)) return
  const year = Number(years[0]?.[1])
  if (line.opens === 'review') vote(year + 1, 3)
  else if (line.opens && planSections.has(line.opens)) vote(year, 3)
}

const planOpening =
  /(?:^|[。；\s])(\d{4})\s*年(?:是|[，,]是|[^。；，,\d]{0,20}(?:预期目标|主要目标|总体要求|指导思想|总体思路))/g
const reviewOpening =
  /^\s*(?:各位代表[：:，,])?(?:过去的)?(\d{4})\s*年(?:是|[，,](?:是|在|面对|我们|我[镇乡县区市]|全[镇乡县区市]))/

function voteOfBody(line: LineView, vote: Vote): void {
  if (line.section === 'review') {
    const match = reviewOpening.exec(line.text)
    if (match) vote(Number(match[1]) + 1, 2)
  } else if (line.section && planSections.has(line.section)) {
    for (const match of line.text.matchAll(planOpening)) vote(Number(match[1]), 2)
  }
}
