import type { IndicatorEntry } from '../templates/templates.ts'
import { toBaseUnit } from '../numbers/base-units.ts'
import { isFiller } from './fillers.ts'

/**
 * The catalogue made ready for reading. Names and aliases may hold signs: `…` up to ten characters of the same clause
 * (规模工业…增加值), `……` the word before it anywhere in the sixty characters before (服务业……增加值), `#` the number itself
 * (投入#…民生).
 */
export interface Catalogue {
  entries: readonly IndicatorEntry[]
  find(name: string): IndicatorEntry | undefined
  /** Every name in the text, longest first, not overlapping, in reading order. */
  findNames(text: string): NameMatch[]
  /** Names that stand around a number: 投入6240万元用于民生. */
  findAround(before: string, after: string): IndicatorEntry | undefined
}

export interface NameMatch {
  start: number
  end: number
  entry: IndicatorEntry
  /** The catalogue's wording that matched. */
  alias: string
}

export function readCatalogue(entries: readonly IndicatorEntry[]): Catalogue {
  const index = buildIndex(entries)
  const byName = new Map<string, IndicatorEntry>()
  for (const entry of entries) for (const { name } of [...entry.aliases].reverse()) byName.set(name, entry)
  for (const entry of entries) byName.set(entry.name, entry)
  return {
    entries,
    find: (name) => byName.get(name.toUpperCase()) ?? byName.get(name),
    findNames: (text) => findNames(text.toUpperCase(), index),
    findAround: (before, after) =>
      index.around.find(({ left, right }) => left.test(before) && right.test(after))?.entry,
  }
}

/** Can the indicator be printed in this unit: one of its own, or one of the same dimension. */
export function fitsUnit(entry: IndicatorEntry, unit: string): boolean {
  return entry.units.some((own) => own === unit || toBaseUnit(own).unit === toBaseUnit(unit).unit)
}

interface Wording {
  entry: IndicatorEntry
  alias: string
  /** What must stand at the position, from its second character on. */
  rest: string
  /** Words with a gap, tried after the literal beginning. */
  pattern?: RegExp
  /** Words that must stand earlier in the sentence. */
  earlier?: string
}

interface Index {
  /** 1 for every code unit that a name begins with: most characters of a text begin none. */
  first: Uint8Array
  byFirst: Map<string, Wording[]>
  around: { entry: IndicatorEntry; left: RegExp; right: RegExp }[]
}

const clauseGap = '[^，。；：]{0,10}?'

function buildIndex(entries: readonly IndicatorEntry[]): Index {
  const index: Index = { first: new Uint8Array(0x10000), byFirst: new Map(), around: [] }
  for (const entry of entries) {
    for (const alias of [entry.name, ...entry.aliases.map(({ name }) => name)]) addWording(index, entry, alias)
  }
  for (const wordings of index.byFirst.values()) wordings.sort((a, b) => weight(b) - weight(a))
  return index
}

/** Longer names first; of equal heads the one that asks for an earlier word. */
function weight({ alias, earlier }: Wording): number {
  return earlier === undefined ? alias.length : alias.length - earlier.length - 2 - 0.5
}

function addWording(index: Index, entry: IndicatorEntry, alias: string): void {
  const text = alias.toUpperCase()
  if (text.includes('#')) {
    const [left = '', right = ''] = text.split('#')
    index.around.push({
      entry,
      left: new RegExp(`${patternOf(left)}(?:资金|了|约|近|超)*$`),
      right: new RegExp(`^${patternOf(right)}`),
    })
    return
  }
  const parts = text.split('……')
  const words = parts.at(-1) ?? ''
  const earlier = parts.length > 1 ? parts[0] : undefined
  const first = words.charAt(0)
  const gap = words.includes('…')
  const wording: Wording = {
    entry,
    alias,
    rest: gap ? words.slice(0, words.indexOf('…')) : words,
    ...(gap ? { pattern: new RegExp(patternOf(words), 'y') } : {}),
    ...(earlier === undefined ? {} : { earlier }),
  }
  const list = index.byFirst.get(first)
  if (list) list.push(wording)
  else index.byFirst.set(first, [wording])
  index.first[first.charCodeAt(0)] = 1
}

function patternOf(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\&]/g, '\\$&').replaceAll('…', clauseGap)
}

function findNames(text: string, { first, byFirst }: Index): NameMatch[] {
  const found: NameMatch[] = []
  for (let at = 0; at < text.length; at++) {
    if (first[text.charCodeAt(at)] !== 1) continue
    const wordings = byFirst.get(text.charAt(at))
    if (!wordings) continue
    const match = firstMatch(text, at, wordings)
    if (!match) continue
    if (!match.scoped) found.push({ start: match.start, end: match.end, entry: match.entry, alias: match.alias })
    at = match.end - 1
  }
  return found
}

interface Candidate extends NameMatch {
  /** Where the word stands that must stand earlier; −1 where none is asked for. */
  earlierEnd: number
  earlierLength: number
  /** A word before the name makes it another one: 新增, 民间. */
  scoped: boolean
}

/** The longest head wins; of equal heads the one whose earlier word is nearest, then the one with the longest. */
function firstMatch(text: string, at: number, wordings: readonly Wording[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const wording of wordings) {
    const candidate = matchAt(text, at, wording)
    if (candidate && (!best || isBetter(candidate, best))) best = candidate
  }
  return best
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.end !== b.end) return a.end > b.end
  if (a.scoped !== b.scoped) return !a.scoped
  if (a.earlierEnd !== b.earlierEnd) return a.earlierEnd > b.earlierEnd
  return a.earlierLength > b.earlierLength
}

function matchAt(text: string, at: number, { entry, alias, rest, pattern, earlier }: Wording): Candidate | undefined {
  if (!text.startsWith(rest, at)) return undefined
  let end = at + rest.length
  if (pattern) {
    pattern.lastIndex = at
    if (!pattern.test(text)) return undefined
    end = pattern.lastIndex
  }
  const scoped = isScoped(text, at, entry)
  if (earlier === undefined) return { start: at, end, entry, alias, earlierEnd: -1, earlierLength: 0, scoped }
  const earlierEnd = endOfEarlier(text, at, earlier, entry)
  if (earlierEnd === undefined) return undefined
  return { start: at, end, entry, alias, earlierEnd, earlierLength: earlier.length, scoped }
}

/** 新增科技型中小企业 and 新增省级科技型中小企业 are not the number there is. */
function isScoped(text: string, at: number, { scopeWords }: IndicatorEntry): boolean {
  if (!scopeWords) return false
  const before = text.slice(Math.max(0, at - 12), at)
  const past = before.replace(/(?:国家级?|[省市县区]级?|以上|各类|“)+$/, '')
  return scopeWords.some((word) => before.endsWith(word) || past.endsWith(word))
}

/** How far back a sector may stand: 规模以上工业企业发展到46家，新增5家，实现工业增加值8.3亿元. */
const reach = 60

/** The word must govern the clause of the head: 服务业稳步回升，实现增加值 and 规模工业企业完成增加值, not 加工业总产值. */
function endOfEarlier(text: string, at: number, word: string, entry: IndicatorEntry): number | undefined {
  const from = Math.max(0, at - reach)
  const found = text.slice(from, at).lastIndexOf(word)
  if (found < 0 || isScoped(text, from + found, entry)) return undefined
  const end = from + found + word.length
  const between = text.slice(end, at)
  const clause = between.slice(Math.max(...Array.from('，,；;。：:', (sign) => between.lastIndexOf(sign))) + 1)
  return isFiller(clause.replace(/^(?:企业|产业|经济|行业)/, '')) ? end : undefined
}
