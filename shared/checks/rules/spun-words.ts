import { readLevel } from '../../indicators/place-scope.ts'
import type { Power, UsageItem } from '../../templates/templates.ts'
import type { Hit, Severity } from '../finding.ts'
import type { ParagraphReading, Placed, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'
import { mostInParagraph } from '../wording/most-in-paragraph.ts'
import { findCollocations, type Collocation } from '../wording/collocations.ts'
import { createWordFinder, type FoundWords as PlacesOfWords } from '../word-finder.ts'

/**
 * Words of the usage list: slips of typing, scanning and conversion (廉洁自率, 深人推进, 显着), what a synonym machine makes of
 * official words (根底设施), words that do not go together (有效的遏制了), and acts that the level of the place may not do (政府立法 of a town).
 */
export const spunWords: ReportRule<FoundWords> = {
  id: 'spun-words',
  kind: 'usage',
  severity: 'warning',
  aboutWording: true,
  read: readWords,
  checkReport(report, placed) {
    const words = placed.flatMap(({ start, facts: { words, collocations } }) => [
      ...words.flatMap((found) => wordHit(report, found, start + found.at)),
      ...collocations.map((found) => collocationHit(report, movedBy(found, start))),
    ])
    return [...words, ...borrowedPowers(report, placed)]
  },
}

interface FoundWord {
  at: number
  item: UsageItem
}

interface FoundWords {
  words: FoundWord[]
  collocations: Collocation[]
  /** Acts of any level; what is borrowed the level of the report says. */
  powers: { at: number; power: Power }[]
}

function readWords({ text, usage, powers }: ParagraphReading): FoundWords | undefined {
  const { find, byWord } = listOf(usage)
  const found = [...find(text)].flatMap(([word, places]) => {
    const item = byWord.get(word)
    return item ? places.filter((at) => isMeant(text, at, item)).map((at) => ({ at, item })) : []
  })
  const words = found
    .sort((a, b) => a.at - b.at)
    .slice(0, mostInParagraph)
    .filter(isLongest)
  const collocations = findCollocations(text).slice(0, mostInParagraph)
  const acts = powers.flatMap((power) => placesOf(text, power.words).map((at) => ({ at, power })))
  return words.length + collocations.length + acts.length > 0 ? { words, collocations, powers: acts } : undefined
}

const lists = new WeakMap<
  readonly UsageItem[],
  { find: (text: string) => PlacesOfWords; byWord: Map<string, UsageItem> }
>()

function listOf(usage: readonly UsageItem[]): {
  find: (text: string) => PlacesOfWords
  byWord: Map<string, UsageItem>
} {
  const known = lists.get(usage)
  if (known) return known
  const byWord = new Map(usage.map((item) => [item.wrong, item]))
  const list = { find: createWordFinder(byWord.keys()), byWord }
  lists.set(usage, list)
  return list
}

/** Not as a part of what is right (彰显着 holds 显着), and before the words that make it wrong (截止 before a year). */
function isMeant(text: string, at: number, { wrong, unless, followedBy }: UsageItem): boolean {
  if (unless?.some((stretch) => text.startsWith(stretch, at - stretch.indexOf(wrong)))) return false
  return followedBy?.some((next) => text.startsWith(next, at + wrong.length)) ?? true
}

/** Of 截止目前 and 止目前, which overlap, the longer speaks. */
function isLongest({ at, item }: FoundWord, _: number, all: readonly FoundWord[]): boolean {
  const end = at + item.wrong.length
  return !all.some(
    (other) => other.item.wrong.length > item.wrong.length && other.at < end && at < other.at + other.item.wrong.length,
  )
}

function wordHit(report: ReportView, { item }: FoundWord, start: number): Hit[] {
  const { wrong, right, confirmed, simplifiedOnly } = item
  const span = { start, end: start + wrong.length }
  // 帳 is right in traditional characters and only folds to 帐.
  if (simplifiedOnly && report.source.slice(span.start, span.end) !== wrong) return []
  const change = changeOf(wrong, right)
  const edit = { start: start + change.start, end: start + change.end, text: change.text }
  return [usageHit(report, span, right, edit, confirmed ? 'warning' : 'note')]
}

function collocationHit(report: ReportView, { start, end, edit, severity }: Collocation): Hit {
  const right = report.text.slice(start, edit.start) + edit.text + report.text.slice(edit.end, end)
  return usageHit(report, { start, end }, right, edit, severity)
}

function usageHit(
  { text, source }: ReportView,
  span: { start: number; end: number },
  right: string,
  edit: Collocation['edit'],
  severity: Severity,
): Hit {
  const evidence = evidenceOf(text, span)
  const { start, end } = evidence.sentence
  // A repair in simplified characters has no place in a traditional sentence.
  const sameScript = source.slice(start, end) === text.slice(start, end)
  return {
    messageId: 'usageWrong',
    values: { found: source.slice(span.start, span.end), right },
    ...span,
    severity,
    evidence: [evidence],
    repairs: sameScript ? [{ messageId: 'changeForm', values: { value: right }, edits: [edit] }] : [],
  }
}

function movedBy(found: Collocation, by: number): Collocation {
  const { start, end, edit } = found
  return {
    ...found,
    start: start + by,
    end: end + by,
    edit: { ...edit, start: edit.start + by, end: edit.end + by },
  }
}

/** The characters that differ: of 截止目前 → 截至目前 the second. */
function changeOf(wrong: string, right: string): { start: number; end: number; text: string } {
  let start = 0
  while (start < wrong.length - 1 && wrong.charAt(start) === right.charAt(start)) start++
  let tail = 0
  while (
    tail < wrong.length - start - 1 &&
    tail < right.length - start &&
    wrong.at(-1 - tail) === right.at(-1 - tail)
  ) {
    tail++
  }
  return { start, end: wrong.length - tail, text: right.slice(start, right.length - tail) }
}

const ranks = { township: 0, county: 1, city: 2, province: 3, nation: 4 }

/** A county by its name: 市 may be a county, a city with districts or a municipality. */
function rankOf({ place, text }: ReportView): number | undefined {
  if (place !== null && /[县旗]$/.test(place)) return ranks.county
  return readLevel(place, text) === 'township' ? ranks.township : undefined
}

function borrowedPowers(report: ReportView, placed: readonly Placed<FoundWords>[]): Hit[] {
  const rank = rankOf(report)
  if (rank === undefined) return []
  return placed.flatMap(({ start, facts }) =>
    facts.powers
      .filter(({ power }) => rank < ranks[power.from])
      .map(({ at, power }) => powerHit(report.text, power, start + at)),
  )
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function powerHit(text: string, { words, from }: Power, start: number): Hit {
  const span = { start, end: start + words.length }
  return {
    messageId: from === 'city' ? 'powerOfCity' : 'powerOfHigher',
    values: { words },
    kind: 'implausible-value',
    severity: 'note',
    ...span,
    evidence: [evidenceOf(text, span)],
  }
}
