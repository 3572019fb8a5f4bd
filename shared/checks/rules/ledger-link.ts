import type { FigureLink } from '../../ledger/links.ts'
import { judgeStretches } from '../../ledger/links.ts'
import type { Hit } from '../finding.ts'
import { ledgerEvidence, ledgerWords } from '../ledger-evidence.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * A figure that somebody has bound to the ledger and that says something else, at the precision it is printed with. The ledger
 * is not always right, so it is a question; against a figure that its department has confirmed it is an error.
 */
export const ledgerLink: ReportRule = {
  id: 'ledger-link',
  kind: 'ledger-link',
  severity: 'error',
  checkReport(report) {
    const { text, quantities, ledger, links } = report
    if (!ledger || links.length === 0) return []
    return judgeStretches(links, text, quantities, ledger).map((link) => outcomeOf(report, link))
  },
}

function outcomeOf(report: ReportView, link: FigureLink): Outcome {
  if (link.state === 'same') return { holds: 'yes', figures: [link.printed?.quantity ?? link] }
  return link.state === 'stale' ? staleHit(report, link) : brokenHit(report, link)
}

function staleHit({ text }: ReportView, { reference, number, printed, edit, ...link }: FigureLink): Hit | Outcome {
  if (!number || !printed || !reference) return { holds: 'undecidable', figures: [link] }
  const mark = printed.quantity
  const words = ledgerWords(number, reference.part)
  const old = edit ? text.slice(edit.start, mark.end) : text.slice(mark.start, mark.end)
  const value = edit && edit.text + text.slice(edit.end, mark.end)
  return {
    messageId: value === undefined ? 'linkStaleByHand' : 'linkStale',
    values: { name: number.row.indicator, ledger: words, printed: old },
    start: mark.start,
    end: mark.end,
    severity: number.figure.state === 'confirmed' ? 'error' : 'warning',
    indicator: number.row.indicator,
    evidence: [evidenceOf(text, mark)],
    ledger: ledgerEvidence(number, reference.part),
    repairs: edit && value !== undefined ? [{ messageId: 'changeToLedger', values: { value }, edits: [edit] }] : [],
  }
}

function brokenHit({ text }: ReportView, { start, end, reference, number, why = 'noReference' }: FigureLink): Hit {
  return {
    messageId: `link.${why}`,
    values: { name: reference?.indicator ?? '', year: reference?.year ?? '' },
    start,
    end,
    severity: 'warning',
    ...(reference && { indicator: reference.indicator }),
    evidence: [evidenceOf(text, { start, end })],
    ...(number && reference && { ledger: ledgerEvidence(number, reference.part) }),
  }
}
