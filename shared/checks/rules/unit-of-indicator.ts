import type { Statement } from '../../indicators/statement.ts'
import { printedAmount } from '../amounts.ts'
import { entryOf } from '../entry-of.ts'
import type { Hit, Severity } from '../finding.ts'
import { findMisplaced, type Misplaced } from '../magnitudes-of-years.ts'
import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * Unit and indicator: natural growth in ‰ and not in %, growth in % and not in ‰, 53万 without 元, thousands of 元 with
 * decimals, a point that became a middle dot, and a value far above or far below that of the year before.
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
    return [
      ...slips,
      ...report.statements.flatMap((statement) => judge(report, statement)),
      ...findMisplaced(report).map((misplaced) => magnitudeHit(report.text, misplaced)),
    ]
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
  // 财政总收入增长8.2‰: only rates of population change by per mille
  {
    pattern: /(?<!率[^，,。；;\n]{0,8}|人口[^，,。；;\n]{0,8}|比上年|同比|比去年|较上年)增长\d+(?:\.\d+)?(‰)/dg,
    messageId: 'unitOfGrowth',
    severity: 'error',
    right: '%',
  },
  // 人口自然增长率4%: rates of population are per mille
  {
    pattern:
      /(?:自然增长率|人口出生率|人口死亡率)(?:[^，,。；;、：:\d率]{0,8}[到至为在达是于从由])?-?\d+(?:\.\d+)?([%％])/dg,
    messageId: 'unitPerMille',
    severity: 'error',
    right: '‰',
  },
  // 人口自然增长率由4.1‰降到3.2%
  {
    pattern:
      /(?:自然增长率|人口出生率|人口死亡率)[^，,。；;、：:\d率]{0,8}-?\d+(?:\.\d+)?‰[^，,。；;、：:\d率]{0,6}[到至为]-?\d+(?:\.\d+)?([%％])/dg,
    messageId: 'unitPerMille',
    severity: 'error',
    right: '‰',
  },
  // 608878.08千元
  { pattern: /(?<![\d.])(\d+(?:\.\d+)?千元)/dg, messageId: 'unitUnusual', severity: 'warning' },
  // 1.32亿万元
  { pattern: /(?<![\d.])(\d+(?:\.\d+)?(?:亿万|亿亿|万万)元)/dg, messageId: 'unitUnusual', severity: 'warning' },
  // 1.3.2亿元
  {
    pattern: /(?<![\d.])(\d+\.\d+\.\d+)(?=(?:万亿|[万亿])?元|[%％])/dg,
    messageId: 'unitBrokenPoint',
    severity: 'warning',
  },
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
      if (isDay(text.slice(start, end))) return []
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
function judge(report: ReportView, { indicator, value }: Statement): Outcome[] {
  if (value?.kind !== 'permille' || entryOf(report.indicators, indicator)?.dimension !== 'rate') return []
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

function magnitudeHit(text: string, { name, value, before, evidence, severity }: Misplaced): Hit {
  return {
    messageId: 'magnitudeOfLastYear',
    values: { name, current: printedAmount(value), prior: printedAmount(before) },
    start: value.start,
    end: value.end,
    severity,
    evidence: [evidenceOf(text, value), evidence()],
  }
}
