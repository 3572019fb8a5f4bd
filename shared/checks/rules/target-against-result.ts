import type { Statement } from '../../indicators/statement.ts'
import { fraction } from '../../numbers/decimal.ts'
import {
  baseIntervalOf,
  below,
  formatInterval,
  sameDimension,
  scale,
  shareOf,
  type Reading,
} from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import type { IndicatorEntry } from '../../templates/templates.ts'
import { printedAmount } from '../amounts.ts'
import {
  earlierReports,
  evidenceIn,
  indexEarlier,
  isResult,
  mostValues,
  saysOtherScope,
  type EarlierStatement,
} from '../earlier-reports.ts'
import { entryOf } from '../entry-of.ts'
import type { Severity } from '../finding.ts'
import { indexPriorValues } from '../prior-values.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * A target far below what was reached last year (力争完成5000万元 after 完成1.78亿元), and a target that is said to be
 * exceeded by a result that stays below it, the target standing in last year's report.
 */
export const targetAgainstResult: ReportRule = {
  id: 'target-against-result',
  kind: 'implausible-value',
  severity: 'warning',
  checkReport(report) {
    return [...judgeTargets(report), ...judgeResults(report)]
  },
}

/** Below this share of last year's result a target is asked about. */
const lowest = fraction(4n, 5n)

function judgeTargets(report: ReportView): Outcome[] {
  const results = indexPriorValues(
    report,
    (statement) => isResult(statement) && !saysOtherScope(report.text, statement),
  )
  const asked = new Set<string>()
  return report.statements.flatMap((target): Outcome[] => {
    const { value } = target
    if (!value || !isPlainTarget(report, target) || relativeYear(target, report.year) !== 0) return []
    if (!hasSteadyGrowth(entryOf(report.indicators, target.indicator)) || target.growthSign === -1) return []
    const earlier = results(target, -1).slice(0, mostValues)
    if (earlier.some(({ provisional }) => provisional)) return []
    const severities = earlier.map((result) => result.value && severityOfFall(value, result.value))
    const [result] = earlier
    if (!result?.value || severities.includes(undefined)) return []
    const question = `${target.indicator} ${value.value}`
    if (asked.has(question)) return []
    asked.add(question)
    return [lowTarget(report, target, value, result.value, severities.includes('note') ? 'note' : 'warning')]
  })
}

function isPlainTarget(report: { text: string }, target: Statement): boolean {
  const { role, value, place, bound } = target
  if (role !== 'target' || !value || value.rangeWith !== undefined || place !== '') return false
  return bound !== '≤' && !saysOtherScope(report.text, target)
}

/**
 * Money, income, harvest and rates by which a place is judged seldom fall by a fifth. How many flats are rebuilt, how many
 * miles are paved and how many jobs are asked for is set anew every year.
 */
function hasSteadyGrowth(entry: IndicatorEntry | undefined): boolean {
  if (entry?.direction !== 'more') return false
  return (entry.headline === true && entry.dimension !== 'count') || entry.dimension === 'income'
}

/** Undefined where the target may reach four fifths of the result. */
function severityOfFall(target: Quantity, result: Quantity): 'warning' | 'note' | undefined {
  if (!sameDimension(target, result)) return undefined
  const falls = (reading: Reading): boolean =>
    below(baseIntervalOf(atLeast(target), reading), scale(baseIntervalOf(result, reading), lowest))
  if (!falls('narrow')) return undefined
  return falls('wide') ? 'warning' : 'note'
}

/** 3000万元以上 as a target is 3000万元: what is more than asked for is no part of it. */
function atLeast(target: Quantity): Quantity {
  return target.qualifier === '>=' || target.qualifier === '>' ? { ...target, qualifier: '' } : target
}

function lowTarget(
  report: ReportView,
  target: Statement,
  value: Quantity,
  result: Quantity,
  severity: Severity,
): Outcome {
  const share = shareOf(atLeast(value), result)
  return {
    messageId: 'targetBelowResult',
    values: {
      name: target.indicator,
      target: printedAmount(value),
      result: printedAmount(result),
      share: share ? `${formatInterval(share, 0)}%` : '',
    },
    start: value.start,
    end: value.end,
    severity,
    evidence: [evidenceOf(report.text, value), evidenceOf(report.text, result)],
  }
}

function judgeResults(report: ReportView): Outcome[] {
  const { year } = report
  if (year === null) return []
  const targets = indexEarlier(earlierReports(report), (statement) => statement.role === 'target')
  return report.statements.flatMap((statement): Outcome[] => {
    const relative = relativeYear(statement, year)
    if (relative === null || !statement.known || !isResult(statement)) return []
    if (statement.provisional) return []
    const claim = readClaim(report.text, statement)
    if (!claim || saysOtherScope(report.text, statement)) return []
    const earlier = targets(statement, year + relative).filter((target) =>
      isPlainTarget(target.prior, target.statement),
    )
    return judgeClaim(report, statement, claim, earlier)
  })
}

/** The words that say that a target was exceeded, and how sure it is that the place's own target is meant. */
interface Claim {
  start: number
  end: number
  own: boolean
}

const claimWords =
  /^[）)]?[，,、]?(?:已|均)?(?:(?:大幅)?(?:超额完成|超过)(?:了)?(?<of>[^，,。；;、\d]{0,14}(?:目标|任务|计划))|(?:占|完成|达到?|为)(?<share>[^，,。；;、\d]{0,10}(?:目标|任务|计划)[^，,。；;、\d]{0,4})(?<percent>\d{3}(?:\.\d+)?)[%％])/
const ofOthers = /省|市|县|区|国家|上级|下达|考核|[一二三四五六七八九十]年|五/

function readClaim(text: string, { value, growth, sentenceEnd }: Statement): Claim | undefined {
  const start = Math.max(value?.end ?? 0, growth?.end ?? 0)
  const match = claimWords.exec(text.slice(start, Math.min(sentenceEnd, start + 40)))
  const words = match?.groups?.['of'] ?? match?.groups?.['share']
  if (!match || words === undefined || ofOthers.test(words)) return undefined
  if (match.groups?.['percent'] !== undefined && Number(match.groups['percent']) <= 100) return undefined
  return { start, end: start + match[0].length, own: /[年初预]|计划|目标/.test(words) }
}

/** Of several targets one that was reached is enough. */
function judgeClaim(
  report: ReportView,
  { indicator, value }: Statement,
  claim: Claim,
  earlier: readonly EarlierStatement[],
): Outcome[] {
  if (!value) return []
  const comparable = earlier.filter(({ statement }) => statement.value && sameDimension(value, statement.value))
  const missed = comparable.map(({ statement }) => statement.value && isMissed(value, atLeast(statement.value)))
  const [first] = comparable
  const target = first?.statement.value
  if (!target) return []
  if (missed.includes('no')) return [{ holds: 'yes', figures: [value] }]
  const severity = missed.includes('barely') ? 'note' : claim.own ? 'error' : 'warning'
  return [
    {
      messageId: 'resultBelowTarget',
      values: { name: indicator, result: printedAmount(value), target: printedAmount(target) },
      start: value.start,
      end: claim.end,
      severity,
      evidence: [evidenceOf(report.text, value, claim), evidenceIn(first.prior, target)],
    },
  ]
}

function isMissed(result: Quantity, target: Quantity): 'yes' | 'barely' | 'no' {
  const falls = (reading: Reading): boolean => below(baseIntervalOf(result, reading), baseIntervalOf(target, reading))
  if (!falls('narrow')) return 'no'
  return falls('wide') ? 'yes' : 'barely'
}
