import { readCell } from '../../../shared/ledger/cell-text.ts'
import type { ReportChain } from '../../../shared/ledger/import-reports.ts'
import type { Proposal, ReportConflict, ReportReading } from '../../../shared/ledger/proposal.ts'

/** What somebody put right in a proposal before it is accepted. */
export interface Fix {
  indicator: string
  year: number
  /** As a cell is typed: 4126万元 +12.1%. */
  words: string
}

/** A line of the list: a report, or one of its figures. */
export type ImportLine =
  | { kind: 'report'; reading: ReportReading; accepted: number; count: number }
  | { kind: 'figure'; id: string; proposal: Proposal; reading: ReportReading }

export interface Shown {
  /** Names that the catalogue does not know, too. */
  unknown: boolean
  words: string
}

export function proposalId({ file }: Pick<ReportReading, 'file'>, index: number): string {
  return `${index}|${file}`
}

/** The id of every proposal of the chain. */
export function idsOf({ readings }: ReportChain): Map<Proposal, string> {
  return new Map(
    readings.flatMap((reading) =>
      reading.proposals.map((proposal, index) => [proposal, proposalId(reading, index)] as const),
    ),
  )
}

/** Those that are accepted before anybody looked. */
export function firstAccepted({ readings }: ReportChain): Set<string> {
  return new Set(
    readings.flatMap((reading) =>
      reading.proposals.flatMap(({ headline }, index) => (headline ? proposalId(reading, index) : [])),
    ),
  )
}

/** Newest report first: what was published last is looked at first. */
export function importLines(
  { readings }: ReportChain,
  fixed: ReadonlyMap<string, Proposal>,
  accepted: ReadonlySet<string>,
  { unknown, words }: Shown,
): ImportLine[] {
  return readings.toReversed().flatMap((reading): ImportLine[] => {
    const all = reading.proposals.map((proposal, index) => {
      const id = proposalId(reading, index)
      return { kind: 'figure' as const, id, proposal: fixed.get(id) ?? proposal, reading }
    })
    const figures = all.filter(
      ({ id, proposal }) =>
        (unknown || proposal.known || accepted.has(id)) &&
        (words === '' || proposal.cell.indicator.includes(words) || proposal.surface.includes(words)),
    )
    if (figures.length === 0 && words !== '') return []
    const taken = all.filter(({ id }) => accepted.has(id)).length
    return [{ kind: 'report', reading, accepted: taken, count: figures.length }, ...figures]
  })
}

/** Undefined: the words are no figure in the unit it was read in, or the name may not be one. */
export function withFix(proposal: Proposal, { indicator, year, words }: Fix): Proposal | undefined {
  const name = indicator.trim()
  const read = readCell(words, proposal.content.unit)
  if (name === '' || name.length > 60 || name.includes('|') || !read.ok) return undefined
  if (read.content.value === null && read.content.growth === null) return undefined
  return {
    ...proposal,
    cell: { ...proposal.cell, indicator: name, year },
    content: { ...proposal.content, ...read.content },
  }
}

/** The accepted proposals, put right where somebody did. */
export function acceptedOf(
  chain: ReportChain,
  fixed: ReadonlyMap<string, Proposal>,
  accepted: ReadonlySet<string>,
): Proposal[] {
  return [...idsOf(chain)].flatMap(([proposal, id]) => (accepted.has(id) ? (fixed.get(id) ?? proposal) : []))
}

export type Side = 'first' | 'later'

/** Which of two reports is believed as the choice stands; with both the year's own report counts. */
export function sideOf(
  { first, later }: ReportConflict,
  ids: Map<Proposal, string>,
  accepted: ReadonlySet<string>,
): Side | undefined {
  if (accepted.has(ids.get(first) ?? '')) return 'first'
  return accepted.has(ids.get(later) ?? '') ? 'later' : undefined
}

export function withSide(
  { first, later }: ReportConflict,
  side: Side,
  ids: Map<Proposal, string>,
  accepted: ReadonlySet<string>,
): Set<string> {
  const [own, other] = side === 'first' ? [first, later] : [later, first]
  const next = new Set(accepted)
  next.add(ids.get(own) ?? '')
  next.delete(ids.get(other) ?? '')
  return next
}
