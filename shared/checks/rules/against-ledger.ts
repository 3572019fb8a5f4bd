import type { Statement } from '../../indicators/statement.ts'
import type { FigurePart } from '../../ledger/figure-key.ts'
import type { LedgerNumber, LedgerReader } from '../../ledger/ledger-reader.ts'
import type { BoundStretch } from '../../ledger/links.ts'
import { printLike, printedDigits } from '../../ledger/print-like.ts'
import { cellOf, printedOf } from '../../ledger/suggest-links.ts'
import { equalValues } from '../../ledger/figure-value.ts'
import { findQuantities } from '../../numbers/find-quantities.ts'
import { baseIntervalOf, disjoint, printedGrowth, sameDimension, type Reading } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { printedAmount } from '../amounts.ts'
import type { Repair, Severity } from '../finding.ts'
import { ledgerEvidence, ledgerWords } from '../ledger-evidence.ts'
import { countsOtherwise } from '../price-basis.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { saysOtherScope } from '../earlier-reports.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * A figure that is not bound to the ledger and contradicts it under every rounding. Ledger and text may count differently, or
 * one of them may be older, so it is a question; where a gate is not known (an estimate, a scope of its own, an open name) a
 * note.
 */
export const againstLedger: ReportRule = {
  id: 'against-ledger',
  kind: 'same-indicator-different-value',
  severity: 'warning',
  checkReport(report) {
    const { ledger } = report
    if (!ledger) return []
    const free = freePlaces(report.links)
    const judged = report.statements.flatMap((statement) => [
      ...judge(report, ledger, statement, 'value', free),
      ...judge(report, ledger, statement, 'growth', free),
    ])
    return withoutOtherTargets(judged)
  },
}

interface Judged {
  outcome: Outcome
  target: string | undefined
  agrees: boolean
}

/** 确保增长8%，力争增长10%: of several targets the ledger has one, and that one stands there. */
function withoutOtherTargets(judged: readonly Judged[]): Outcome[] {
  const met = new Set(judged.flatMap(({ target, agrees }) => (target !== undefined && agrees ? [target] : [])))
  return judged.flatMap(({ outcome, target, agrees }) =>
    agrees || target === undefined || !met.has(target) ? [outcome] : [],
  )
}

function judge(
  report: ReportView,
  ledger: LedgerReader,
  statement: Statement,
  part: FigurePart,
  free: (quantity: Quantity) => boolean,
): Judged[] {
  const quantity = statement[part]
  const place = cellOf(statement, ledger, report.year)
  if (!quantity || !place || quantity.rangeWith !== undefined || !free(quantity)) return []
  const number = ledger.number({ ...place, part })
  // Growth that the ledger does not state is a matter of the rules about growth.
  if (typeof number === 'string' || number.implied || number.figure.state === 'awaited') return []
  if (countsAnotherWay(report, statement, part)) return []
  const against = quantityOf(number)
  if (!against || !comparable(statement, part, quantity, against)) return []
  const differs = (reading: Reading): boolean =>
    number.figure.kind === 'target'
      ? !sameDigits(quantity, against, statement, number)
      : disjoint(intervalIn(quantity, statement, part, reading), intervalIn(against, number, part, reading))
  const target = place.kind === 'target' ? `${place.indicator}|${place.year}|${part}` : undefined
  if (!differs('narrow')) return [{ outcome: { holds: 'yes', figures: [quantity] }, target, agrees: true }]
  if (statement.role === 'part') return []
  const severity = differs('wide') ? severityOf(statement, number) : 'note'
  return [{ outcome: hitOf(report, quantity, number, part, severity), target, agrees: false }]
}

/** Places that no link of the text covers. */
function freePlaces(links: readonly BoundStretch[]): (quantity: Quantity) => boolean {
  return ({ start, end }) => !links.some((link) => link.start < end && start < link.end)
}

function countsAnotherWay({ text }: ReportView, statement: Statement, part: FigurePart): boolean {
  const { value, growth, growthBase } = statement
  if (part === 'value') return saysOtherScope(text, statement)
  return growthBase !== 'last-year' || (growth !== null && countsOtherwise(text, value ?? growth, growth))
}

/** The figure of the ledger as a text would print it, without its sign. */
function quantityOf({ value, unit }: LedgerNumber): Quantity | undefined {
  const [quantity, another] = findQuantities(`${value.replace('-', '')}${unit}`)
  return another ? undefined : quantity
}

function comparable({ growthKind }: Statement, part: FigurePart, own: Quantity, against: Quantity): boolean {
  if (part === 'value') return sameDimension(own, against)
  // 新增12家 may be so many more, or so many new ones.
  return growthKind !== '绝对' && own.unit === against.unit
}

function intervalIn(
  quantity: Quantity,
  of: Statement | LedgerNumber,
  part: FigurePart,
  reading: Reading,
): ReturnType<typeof printedGrowth> {
  if (part === 'value') return baseIntervalOf(quantity, reading)
  return printedGrowth(quantity, signOf(of), reading)
}

function signOf(of: Statement | LedgerNumber): 1 | -1 {
  if ('growthSign' in of) return of.growthSign
  return of.value.startsWith('-') ? -1 : 1
}

/** A target is what was decided, to the digit. */
function sameDigits(own: Quantity, against: Quantity, statement: Statement, number: LedgerNumber): boolean {
  const signs = own === statement.growth ? signOf(statement) === signOf(number) : true
  return signs && own.unit === against.unit && equalValues(own.value, against.value)
}

/** An estimate on either side, figures of another scope than the whole, names that only the text has: not the four gates. */
function severityOf(statement: Statement, { figure, row }: LedgerNumber): Severity {
  const settled = figure.settlement !== 'estimate' && figure.settlement !== 'flash' && !statement.provisional
  const known = statement.known && row.basis.scope === '' && statement.role !== 'prior'
  return settled && known ? 'warning' : 'note'
}

function hitOf(
  { text }: ReportView,
  quantity: Quantity,
  number: LedgerNumber,
  part: FigurePart,
  severity: Severity,
): Outcome {
  return {
    messageId: 'againstLedger',
    values: { name: number.row.indicator, ledger: ledgerWords(number, part), printed: printedAmount(quantity) },
    start: quantity.start,
    end: quantity.end,
    severity,
    indicator: number.row.indicator,
    evidence: [evidenceOf(text, quantity)],
    ledger: ledgerEvidence(number, part),
    repairs: repairsOf(text, quantity, number, part),
  }
}

function repairsOf(text: string, quantity: Quantity, number: LedgerNumber, part: FigurePart): Repair[] {
  const edit = printLike(printedOf(quantity, text), number, part, text, false)
  if (!edit || edit.text === printedDigits(quantity)) return []
  const value = edit.text + text.slice(edit.end, quantity.end)
  return [{ messageId: 'changeToLedger', values: { value }, edits: [edit] }]
}
