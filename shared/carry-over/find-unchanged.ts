import type { ReportView } from '../checks/rule.ts'
import { keyOf, unchangedFromLastYear } from '../checks/rules/unchanged-from-last-year.ts'
import { noNames } from '../checks/rule.ts'
import { movedQuantity } from '../numbers/quantity.ts'
import type { TextSpan, UnchangedSentence } from './accounts.ts'
import type { ReadSide } from './read-side.ts'
import { readSegments, type Segment } from './segments.ts'

/** 雷同: sentences that stand in both reports, but for the year they name; each is shown with its nearest counterpart. */
export function findUnchanged(last: ReadSide, own: ReadSide): UnchangedSentence[] {
  const known = new Map<string, Segment[]>()
  for (const segment of sentencesOf(last)) {
    const key = keyOfYear(segment, last.year)
    const list = known.get(key)
    if (list) list.push(segment)
    else known.set(key, [segment])
  }
  const flagged = findFlagged(last, own)
  let after = 0
  return sentencesOf(own).flatMap((segment): UnchangedSentence[] => {
    const candidates = known.get(keyOfYear(segment, own.year)) ?? []
    // The one that follows the counterpart before it: lists repeat themselves.
    const match = candidates.find(({ start }) => start >= after) ?? candidates[0]
    if (!match) return []
    after = match.start
    const { start, end } = segment
    const isFlagged = flagged.some((one) => one.start <= start && end <= one.end)
    return [{ own: { start, end }, last: { start: match.start, end: match.end }, flagged: isFlagged }]
  })
}

const shortest = 8

function sentencesOf(side: ReadSide): Segment[] {
  return readSegments(side).filter(
    ({ text, section, title }) => !title && section !== 'annex' && keyOf(text).length >= shortest,
  )
}

/** 2025年 in a report of 2026 is 2024年 in the one before. */
function keyOfYear({ text }: Segment, year: number | null): string {
  const key = keyOf(text)
  if (year === null) return key
  return key.replaceAll(`${year}年`, '【今】').replaceAll(`${year - 1}年`, '【去】')
}

/** What the rule itself says, so that the panel and the check never differ. */
function findFlagged(last: ReadSide, own: ReadSide): TextSpan[] {
  const report: ReportView = {
    ...own,
    year: own.year ?? (last.year === null ? null : last.year + 1),
    prior: [last],
    formulations: { asOf: '', items: [] },
    usage: { asOf: '', items: [], powers: [] },
    terms: [],
    names: noNames,
    ledger: undefined,
    links: [],
    carried: [],
    notes: [],
  }
  const placed = own.paragraphs.flatMap(({ start, end, text }) => {
    const quantities = own.quantities
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => movedQuantity(one, -start))
    const facts = unchangedFromLastYear.read?.({ text, quantities, formulations: [], usage: [], powers: [], terms: [] })
    return facts ? [{ start, facts }] : []
  })
  return unchangedFromLastYear
    .checkReport(report, placed)
    .flatMap((outcome) => ('holds' in outcome ? [] : [{ start: outcome.start, end: outcome.end }]))
}
