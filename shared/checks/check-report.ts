import { movedQuantity } from '../numbers/quantity.ts'
import { createCheckCache, openCache, trimCache, type CheckCache } from './check-cache.ts'
import type { Evidence, Finding, Hit, Repair, Severity, Span } from './finding.ts'
import { fingerprintOf, withIds } from './finding-identity.ts'
import { contributionsTo, type Contributions } from './contributions.ts'
import { readReport } from './read-report.ts'
import { splitCollection } from './split-collection.ts'
import type { CheckInput, Outcome, ReportView, Rule } from './rule.ts'
import { earlierReports } from './earlier-reports.ts'
import { readCoverage, readFigures, type Coverage, type FigureResult } from './coverage.ts'
import { rules } from './rules/index.ts'

export interface CheckResult {
  /** In the order of the text. */
  findings: Finding[]
  /** How many figures the text has, and what became of them. */
  coverage: Coverage
  /** Names of the earlier reports that were compared: of the same place, and of a year before this one. */
  compared: string[]
}

/** Checks a report. The same input gives the same result, with or without a cache. */
export function checkReport(input: CheckInput, given: CheckCache = createCheckCache()): CheckResult {
  const { reports, outcomes, figures } = checkFigures(input, given)
  const compared = new Set(reports.flatMap(({ view }) => earlierReports(view).map(({ prior }) => prior.name)))
  return { findings: readFindings(outcomes, input), coverage: readCoverage(figures, reports), compared: [...compared] }
}

/** The same check before it is summed up: what became of every single figure. */
export function checkFigures(input: CheckInput, given: CheckCache = createCheckCache()): CheckedFigures {
  const cache = openCache(given, input)
  const on = rules.filter((rule) => !input.rulesOff.includes(rule.id))
  const reports = splitCollection(input, cache.lines).map(({ start, input }): ReadPart => {
    const view = readReport(input, cache)
    return { start, view, contributions: contributionsTo(view, cache) }
  })
  const outcomes = on.flatMap((rule) => outcomesOf(rule, reports).map((outcome) => ({ rule, outcome })))
  const quantities = reports.flatMap(({ start, view }) =>
    start === 0 ? view.quantities : view.quantities.map((quantity) => movedQuantity(quantity, start)),
  )
  trimCache(
    cache,
    reports.flatMap(({ view }) => [view, ...view.prior]),
  )
  const said = outcomes.map(({ outcome }) => outcome)
  return { reports, outcomes, figures: readFigures(said, quantities) }
}

interface CheckedFigures {
  reports: readonly ReadPart[]
  outcomes: readonly RuleOutcome[]
  figures: FigureResult[]
}

interface RuleOutcome {
  rule: Rule
  outcome: Outcome
}

/** One report of the text, and where it begins. */
interface ReadPart {
  start: number
  view: ReportView
  contributions: Contributions
}

function outcomesOf(rule: Rule, reports: readonly ReadPart[]): Outcome[] {
  if ('checkCollection' in rule) {
    const placed = reports.flatMap(({ start, contributions }) =>
      contributions.facts(rule).map((facts) => ({ ...facts, start: facts.start + start })),
    )
    return rule.checkCollection(reports.map(({ view }) => view.text).join(''), placed)
  }
  return reports.flatMap(({ start, view, contributions }) => {
    const outcomes =
      'check' in rule
        ? contributions.outcomes(rule).flatMap(({ start, facts }) => facts.map((outcome) => shifted(outcome, start)))
        : rule.checkReport(view, contributions.facts(rule))
    return start === 0 ? outcomes : outcomes.map((outcome) => shifted(outcome, start))
  })
}

function shifted(outcome: Outcome, by: number): Outcome {
  const move = <T extends { start: number; end: number }>(span: T): T => movedBy(span, by)
  if (!isHit(outcome)) return { ...outcome, figures: outcome.figures.map(move) }
  const moveOwn = (span: Span): Span => (span.file === undefined ? move(span) : span)
  const evidence = outcome.evidence?.map(({ sentence, marks }): Evidence => ({
    sentence: moveOwn(sentence),
    marks: marks.map(moveOwn),
  }))
  const repairs = outcome.repairs?.map((repair): Repair => ({ ...repair, edits: repair.edits.map(move) }))
  return { ...move(outcome), ...(evidence && { evidence }), ...(repairs && { repairs }) }
}

function movedBy<T extends { start: number; end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by }
}

function readFindings(outcomes: readonly RuleOutcome[], input: CheckInput): Finding[] {
  const allowed = input.wordings.map(withoutMarks).filter((wording) => wording !== '')
  const found = saidOnce(
    outcomes.flatMap(({ rule, outcome }) => {
      if (!isHit(outcome) || (rule.aboutWording && isAllowed(outcome, allowed, input.text))) return []
      return [findingOf(rule, outcome, input)]
    }),
  )
  return withIds(found.sort((a, b) => a.start - b.start || a.end - b.end))
}

/** What two rules find in the same words (a rate against this report and against last year's) is said by the first. */
function saidOnce<Found extends Omit<Finding, 'id'>>(found: readonly Found[]): Found[] {
  const placeOf = ({ kind, start, end }: Found): string => `${kind} ${start} ${end}`
  const first = new Map<string, string>()
  for (const finding of found) if (!first.has(placeOf(finding))) first.set(placeOf(finding), finding.rule)
  return found.filter((finding) => first.get(placeOf(finding)) === finding.rule)
}

/** Blanks and quotation marks are not what a wording is known by. */
function withoutMarks(words: string): string {
  return words.replace(/[\s\u3000“”"‘’「」]/g, '')
}

/** The flagged words are one of the allowed wordings, or lie inside one that stands there. */
function isAllowed({ start, end }: Hit, allowed: readonly string[], text: string): boolean {
  if (allowed.length === 0) return false
  const flagged = withoutMarks(text.slice(start, end))
  return allowed.some((wording) => {
    if (!wording.includes(flagged)) return false
    return withoutMarks(text.slice(Math.max(0, start - 2 * wording.length), end + 2 * wording.length)).includes(wording)
  })
}

const weights: readonly Severity[] = ['note', 'warning', 'error']

/** A wanted severity replaces the rule's own; a finding that weighs less for its own reasons never gains by it. */
function severityOf(rule: Rule, hit: Hit, wanted: Severity | undefined): Severity {
  const own = hit.severity ?? rule.severity
  if (wanted === undefined || own === rule.severity) return wanted ?? own
  return weights.indexOf(own) < weights.indexOf(wanted) ? own : wanted
}

function findingOf(rule: Rule, hit: Hit, { text, severities }: CheckInput): Omit<Finding, 'id'> {
  return {
    rule: rule.id,
    kind: hit.kind ?? rule.kind,
    severity: severityOf(rule, hit, severities[rule.id]),
    ...(hit.indicator !== undefined && { indicator: hit.indicator }),
    messageId: hit.messageId,
    values: hit.values,
    start: hit.start,
    end: hit.end,
    evidence: hit.evidence ?? [],
    ...(hit.formula && { formula: hit.formula }),
    ...(hit.ledger && { ledger: hit.ledger }),
    repairs: hit.repairs ?? [],
    fingerprint: fingerprintOf(rule.id, hit, text),
  }
}

export function isHit(outcome: Outcome): outcome is Hit {
  return 'messageId' in outcome
}
