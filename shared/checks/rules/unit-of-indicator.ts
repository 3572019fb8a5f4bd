import type { Statement } from '../../indicators/statement.ts'
import { fraction } from '../../numbers/decimal.ts'
import {
  baseIntervalOf,
  below,
  disjoint,
  impliedGrowth,
  printedGrowth,
  sameDimension,
  scale,
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
  type EarlierStatement,
  type EarlierStatements,
} from '../earlier-reports.ts'
import { entryOf } from '../entry-of.ts'
import type { Hit, Severity } from '../finding.ts'
import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * Unit and indicator: natural growth in ‰ and not in %, growth in % and not in ‰, 53万 without 元, thousands of 元 with
 * decimals, a point that became a middle dot, and a value far above or far below that of last year's report.
 */
export const unitOfIndicator: ReportRule<FoundSlip[]> = {
  id: 'unit-of-indicator',
  kind: 'unit-anomaly',
  severity: 'warning',
  read: readSlips,
  checkReport(report, placed) {
    const slips = placed.flatMap(({ start, facts }) =>
      facts.map((slip) => hitOf(report.text, slip, { start: slip.start + start, end: slip.end + start })),
    )
    return [...slips, ...report.statements.flatMap((statement) => judge(report, statement)), ...judgeMagnitudes(report)]
  },
}

interface FoundSlip {
  messageId: string
  severity: Severity
  start: number
  end: number
  right?: string
}

const slips: { pattern: RegExp; messageId: string; severity: Severity; right?: string }[] = [
  // 同比增长8.5‰
  {
    pattern: /(?:同比|比上年|比去年|较上年)(?:增长|下降|提高|上升)\d+(?:\.\d+)?(‰)/dg,
    messageId: 'unitOfGrowth',
    severity: 'error',
    right: '%',
  },
  // 人口自然增长率4%: rates of population are per mille
  {
    pattern:
      /(?:人口自然增长率|自然增长率|人口出生率|人口死亡率)(?:控制在|保持在|稳定在|达到?|为|在)?-?\d+(?:\.\d+)?([%％])/dg,
    messageId: 'unitPerMille',
    severity: 'error',
    right: '‰',
  },
  // 608878.08千元
  { pattern: /(?<![\d.])(\d+(?:\.\d+)?千元)/dg, messageId: 'unitUnusual', severity: 'warning' },
  // 8·33
  { pattern: /(?<![\d·])(\d{1,3}·\d{1,3})(?![\d·”年月日])/dg, messageId: 'unitBrokenPoint', severity: 'warning' },
  // 完成53万小额贷款: an amount of money without its unit
  {
    pattern:
      /(?:完成|发放|投入|拨付|补助|筹集|争取|户)(\d+(?:\.\d+)?[万亿])(?=(?:小额)?(?:贷款|资金|补贴|补助|奖金|扶贫款))/dg,
    messageId: 'unitMissing',
    severity: 'warning',
  },
]

function readSlips({ text }: ParagraphReading): FoundSlip[] | undefined {
  const found = slips.flatMap(({ pattern, messageId, severity, right }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index]
      if (messageId === 'unitBrokenPoint' && isDay(text.slice(start, end))) return []
      return [{ messageId, severity, start, end, ...(right && { right }) }]
    }),
  )
  return found.length > 0 ? found : undefined
}

/** 11·28 is named after its day. */
function isDay(words: string): boolean {
  const [month, day] = words.split('·').map(Number)
  return month !== undefined && day !== undefined && month <= 12 && day <= 31
}

function hitOf(text: string, { messageId, severity, right }: FoundSlip, span: { start: number; end: number }): Hit {
  const words = text.slice(span.start, span.end)
  return {
    messageId,
    values: { words, right: right ?? '' },
    ...span,
    severity,
    evidence: [evidenceOf(text, span)],
    repairs: right ? [{ messageId: 'changeTo', values: { value: right }, edits: [{ ...span, text: right }] }] : [],
  }
}

/** Only rates and per-mille indicators of the catalogue: amounts of money come in any currency and area in many units. */
function judge(report: ReportView, { indicator, known, value }: Statement): Outcome[] {
  const entry = known ? entryOf(report.indicators, indicator) : undefined
  if (entry?.dimension !== 'rate' || value?.kind !== 'permille' || entry.units.includes('‰')) return []
  const span = { start: value.start, end: value.end }
  return [
    {
      messageId: 'unitPerCent',
      indicator,
      values: { words: printedAmount(value), name: indicator },
      ...span,
      severity: 'error',
      evidence: [evidenceOf(report.text, span)],
    },
  ]
}

function judgeMagnitudes(report: ReportView): Outcome[] {
  const reports = earlierReports(report)
  if (report.year === null || reports.length === 0) return []
  const earlier = indexEarlier(reports, isResult)
  const byWords = new Map<string, Misplaced>()
  const plausible = new Set<string>()
  for (const statement of report.statements) {
    const found = findMisplaced(report, statement, earlier)
    if (found === undefined) continue
    const words = [statement.indicator, statement.place, statement.period, statement.year].join('|')
    if (found === 'plausible') plausible.add(words)
    else if (!byWords.has(words)) byWords.set(words, found)
  }
  return [...byWords].flatMap(([words, found]) => (plausible.has(words) ? [] : [magnitudeHit(report, found)]))
}

/** A value that is far from every value of the year before. */
interface Misplaced {
  statement: Statement
  value: Quantity
  base: EarlierStatement
  before: Quantity
  severity: Severity
}

/** Where a report gives an indicator more than once (a part, a town of its own), one plausible value speaks for all. */
function findMisplaced(
  report: ReportView,
  statement: Statement,
  earlier: EarlierStatements,
): Misplaced | 'plausible' | undefined {
  const { value } = statement
  const relative = relativeYear(statement, report.year)
  if (report.year === null || relative === null || !value || value.rangeWith !== undefined) return undefined
  const weight = weightOf(report.indicators, statement)
  if (!weight) return undefined
  const bases = earlier(statement, report.year + relative - 1)
  const readings = bases.map(
    ({ statement: { value: before } }) => before && farApart(statement, value, before, weight.far),
  )
  const [base] = bases
  const before = base?.statement.value
  if (!base || !before) return undefined
  if (readings.includes(undefined)) return 'plausible'
  return { statement, value, base, before, severity: readings.includes('narrow') ? 'note' : weight.severity }
}

/** What a finding weighs, and how many times the other one value must be. */
interface Weight {
  severity: Severity
  far: bigint
}

/** How many flats are built or jobs are found may change tenfold from year to year; levels and yields do not. */
function weightOf(indicators: readonly IndicatorEntry[], { indicator, known, place }: Statement): Weight | undefined {
  const entry = known ? entryOf(indicators, indicator) : undefined
  if (entry) {
    const weighs = place === '' && (entry.headline === true || steady.has(entry.dimension))
    return weighs ? { severity: 'warning', far: entry.headline ? far.headline : far.other } : undefined
  }
  return level.test(indicator) && !undertaking.test(indicator) ? { severity: 'note', far: far.other } : undefined
}

const steady = new Set<IndicatorEntry['dimension']>(['money', 'income', 'mass', 'rate', 'permille'])
const level = /.{2}(?:面积|产量|总产|存栏|出栏|存栏量|出栏量|人口|产值|总产值|收入|余额|总额|里程|比重|率)$/
const undertaking = /新|改|建|增|造|整治|治理|实施|完成|项目|补|奖|投/

/** Money and harvest by which a place is judged grow and fall by less than half: a tenth of seven times is such a value. */
const far = { headline: 7n, other: 10n }

/** Under which reading of the digits two values are too far apart; undefined: under none, or as the text itself says. */
function farApart(statement: Statement, value: Quantity, before: Quantity, times: bigint): Reading | undefined {
  if (!sameDimension(value, before) || isExplained(statement, value, before)) return undefined
  const beyond = (reading: Reading): boolean => {
    const [now, then] = [baseIntervalOf(value, reading), baseIntervalOf(before, reading)]
    return below(scale(then, fraction(times)), now) || below(now, scale(then, fraction(1n, times)))
  }
  if (!beyond('narrow')) return undefined
  return beyond('wide') ? 'wide' : 'narrow'
}

/** 增长11倍 after a value of a twelfth is no slip. */
function isExplained({ growth, growthSign }: Statement, value: Quantity, before: Quantity): boolean {
  const implied = impliedGrowth(before, value)
  return implied !== undefined && growth !== null && !disjoint(implied, printedGrowth(growth, growthSign))
}

function magnitudeHit(report: ReportView, { statement, value, base, before, severity }: Misplaced): Hit {
  return {
    messageId: 'magnitudeOfLastYear',
    values: { name: statement.indicator, current: printedAmount(value), prior: printedAmount(before) },
    start: value.start,
    end: value.end,
    severity,
    evidence: [evidenceOf(report.text, value), evidenceIn(base.prior, before)],
  }
}
