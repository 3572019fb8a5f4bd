import type { TermEntry } from '../../templates/templates.ts'
import type { Hit } from '../finding.ts'
import type { ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'
import { createWordFinder, type FoundWords } from '../word-finder.ts'

/**
 * One thing under two names in one report (十件实事 above, 十件大事 below), and names that a local report does not use
 * (国民生产总值). The names come from a list; what is legitimately different (财政总收入 beside 财政收入) is not in it.
 */
export const oneTerm: ReportRule<FoundWords> = {
  id: 'one-term',
  kind: 'term-inconsistency',
  severity: 'note',
  read({ text, terms }) {
    const found = finderOf(terms)(text)
    return found.size > 0 ? found : undefined
  },
  checkReport(report, placed) {
    const found = new Map<string, number[]>()
    for (const { start, facts } of placed) {
      for (const [word, places] of facts) {
        const known = found.get(word) ?? []
        known.push(...places.map((at) => at + start))
        found.set(word, known)
      }
    }
    return report.terms.flatMap((term) => hitsOf(report, term, found))
  },
}

const finders = new WeakMap<readonly TermEntry[], (text: string) => FoundWords>()

/** The finder of one list of terms is made ready once. */
function finderOf(terms: readonly TermEntry[]): (text: string) => FoundWords {
  let find = finders.get(terms)
  if (!find) {
    find = createWordFinder(terms.flatMap(({ names, except = [] }) => [...names, ...except]))
    finders.set(terms, find)
  }
  return find
}

interface Mentions {
  name: string
  places: number[]
}

function hitsOf(report: ReportView, term: TermEntry, found: FoundWords): Hit[] {
  if (term.from !== undefined && report.year !== null && report.year < term.from) return []
  const used = term.names.map((name): Mentions => ({ name, places: ownPlaces(name, term, found) }))
  const present = used.filter(({ places }) => places.length > 0)
  const kept = present.find(({ name }) => name === term.preferred) ?? mostUsed(present)
  if (!kept) return []
  if (term.localOnly && term.preferred !== null) {
    return isNational(report)
      ? []
      : others(present, term.preferred).flatMap(oneEach(report, 'termUnfit', term.preferred))
  }
  return others(present, kept.name).flatMap(oneEach(report, 'twoTerms', kept.name, kept.places[0]))
}

/** Where a name stands by itself, not inside a longer one of the entry. */
function ownPlaces(name: string, { names, except = [] }: TermEntry, found: FoundWords): number[] {
  const longer = [...names, ...except].filter((word) => word.length > name.length && word.includes(name))
  const inside = new Set(longer.flatMap((word) => (found.get(word) ?? []).map((at) => at + word.indexOf(name))))
  return (found.get(name) ?? []).filter((at) => !inside.has(at))
}

/** Of equals the one that comes first. */
const mostUsed = (present: readonly Mentions[]): Mentions | undefined =>
  [...present].sort((a, b) => b.places.length - a.places.length || (a.places[0] ?? 0) - (b.places[0] ?? 0))[0]

const others = (present: readonly Mentions[], kept: string): Mentions[] => present.filter(({ name }) => name !== kept)

/** The report of the whole country: 国内生产总值 is its own term. */
const isNational = ({ text }: ReportView): boolean => /代表国务院/.test(text.slice(0, 2000))

function oneEach(report: ReportView, messageId: string, kept: string, keptAt?: number): (other: Mentions) => Hit[] {
  const spanAt = (start: number, word: string): { start: number; end: number } => ({ start, end: start + word.length })
  return ({ name, places }) =>
    places.map((at): Hit => ({
      messageId,
      values: { found: name, name: kept },
      ...spanAt(at, name),
      evidence: [
        evidenceOf(report.text, spanAt(at, name)),
        ...(keptAt === undefined ? [] : [evidenceOf(report.text, spanAt(keptAt, kept))]),
      ],
      repairs: [
        {
          messageId: 'changeNames',
          values: { value: kept, count: places.length },
          edits: places.map((place) => ({ ...spanAt(place, name), text: kept })),
        },
      ],
    }))
}
