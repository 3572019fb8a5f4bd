import type { Statement } from '../indicators/statement.ts'
import type { Evidence } from './finding.ts'
import { otherScope } from './price-basis.ts'
import { readPlace } from './read-place.ts'
import type { PriorView, ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'
import { evidenceOf } from './text-spans.ts'

/** An earlier report of the same place, and the year it was given in. */
export interface EarlierReport {
  prior: PriorView
  year: number
}

/**
 * Newest first, whatever the order they were handed in. A report of this year (a draft) or of another place is none; one
 * that names no year counts as last year's as long as no other does.
 */
export function earlierReports(report: ReportView): EarlierReport[] {
  const { year, prior, place } = report
  if (year === null) return []
  const ofPlace = prior.filter((one) => maybeSamePlace(place, readPlace(one.lines)))
  const undated = ofPlace.some((one) => one.year === year - 1) ? undefined : ofPlace.find((one) => one.year === null)
  return ofPlace
    .flatMap((one) => {
      const given = one.year ?? (one === undated ? year - 1 : null)
      return given !== null && given < year ? [{ prior: one, year: given }] : []
    })
    .sort((a, b) => b.year - a.year)
}

const levels: readonly [RegExp, string][] = [
  [/(?:街道办事处|街道|民族乡|乡|镇)$/, 'township'],
  [/(?:自治县|自治旗|自治州|县|区|市|州|旗)$/, 'county'],
]

/** A county may have become a district and a report may leave the city out, but a town is not the county of its name. */
export function maybeSamePlace(own: string | null, other: string | null): boolean {
  if (own === null || other === null) return true
  const [a, b] = [partsOf(own), partsOf(other)]
  return a.level === b.level && (a.stem.endsWith(b.stem) || b.stem.endsWith(a.stem))
}

function partsOf(place: string): { stem: string; level: string } {
  const [suffix, level] = levels.find(([pattern]) => pattern.test(place)) ?? [/$/, '']
  return { stem: place.replace(suffix, ''), level }
}

/** What an earlier report says of a year. */
export interface EarlierStatement {
  statement: Statement
  year: number
  prior: PriorView
}

/** Statements of earlier reports for an indicator, a place, a period and a year, those of the newest report first. */
export type EarlierStatements = (statement: Statement, year: number) => readonly EarlierStatement[]

const none: readonly EarlierStatement[] = []

/** No report gives one indicator of one year more often; every value of this year is held against each of them. */
export const mostValues = 8

/** Sorts those that are `wanted` by the gates once. */
export function indexEarlier(
  reports: readonly EarlierReport[],
  wanted: (statement: Statement) => boolean,
): EarlierStatements {
  if (reports.length === 0) return () => none
  const byGates = new Map<string, EarlierStatement[]>()
  for (const { prior, year: given } of reports) {
    for (const statement of prior.statements) {
      const relative = relativeYear(statement, prior.year)
      if (relative === null || !wanted(statement)) continue
      const year = given + relative
      const list = byGates.get(gatesOf(statement, year))
      if (list) {
        if (list.length < mostValues) list.push({ statement, year, prior })
      } else byGates.set(gatesOf(statement, year), [{ statement, year, prior }])
    }
  }
  return (statement, year) => byGates.get(gatesOf(statement, year)) ?? none
}

function gatesOf({ indicator, place, period }: Statement, year: number): string {
  return [indicator, place, period, year].join('|')
}

/** A result with one value, neither hoped for nor taken from an older report. */
export function isResult({ role, value }: Statement): boolean {
  return value !== null && value.rangeWith === undefined && role !== 'target' && role !== 'prior'
}

/** The sentence of an earlier report around the marked words. */
export function evidenceIn(prior: PriorView, mark: { start: number; end: number }): Evidence {
  const { sentence, marks } = evidenceOf(prior.text, mark)
  return { sentence: { ...sentence, file: prior.name }, marks: marks.map((one) => ({ ...one, file: prior.name })) }
}

const reach = 80

/** Of the sentence what stands near the value: a sentence may be as long as a report. */
export function saysOtherScope(text: string, { value, sentenceStart, sentenceEnd }: Statement): boolean {
  const start = Math.max(sentenceStart, (value?.start ?? sentenceStart) - reach)
  return otherScope.test(text.slice(start, Math.min(sentenceEnd, (value?.end ?? start) + reach)))
}
