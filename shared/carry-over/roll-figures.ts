import type { LineView } from '../checks/rule.ts'
import { relativeYear } from '../checks/statement-year.ts'
import type { Statement } from '../indicators/statement.ts'
import { figureKey, readFigureKey } from '../ledger/figure-key.ts'
import { findRow, type Ledger } from '../ledger/ledger.ts'
import { openRowName } from '../ledger/carried-name.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { paragraphAround } from '../checks/text-spans.ts'
import type { TemplateField } from '../report/schema.ts'
import type { TextSpan } from './accounts.ts'
import { readLasting } from './lasting-numbers.ts'
import { findMissedAmounts, startOfDivided } from './missed-amounts.ts'
import type { ReadSide } from './read-side.ts'
import { isTitleLine } from './roll-title-block.ts'
import { blank, type RolledWords } from './rolled-words.ts'
import { withoutOverlaps } from './text-edits.ts'

/** A bound figure of last year's text: where it stands, and the key it carries. */
export interface BoundFigure {
  start: number
  end: number
  key: string
}

/**
 * Every figure of the review and of the plan becomes a □ that carries the name of its indicator. What the sentence keeps is its
 * shape: 完成□亿元、增长□%. What stays (ranks, days, spans of time, names and properties) is for `left-figures.ts` to tell of.
 * `inTables`: starts of the lines that are cells.
 */
export function rollFigures(
  last: ReadSide,
  year: number,
  ledger: Ledger,
  { bound, inTables }: { bound: readonly BoundFigure[]; inTables: ReadonlySet<number> },
): RolledWords[] {
  const stated = statedFigures(last, year, ledger)
  const isOpen = (span: TextSpan): boolean => {
    const line = lineOf(last, span)
    if (!line || isTitleLine(line) || line.role === 'salutation') return false
    // 名词解释 say what a word means; a table of an annex tells of the year like any other.
    return line.section !== 'annex' || inTables.has(line.start)
  }
  const read = last.quantities.flatMap((quantity): RolledWords[] => {
    const { digitsStart, digitsEnd: end } = quantity
    const start = startOfDivided(last.text, startOfGroups(last.text, digitsStart))
    const said = stated.get(digitsStart)
    if (!isFigure(last.text, quantity, said?.known === true)) return []
    const key = bound.find((one) => one.start <= start && end <= one.end)
    const link = key ? nextLink(key.key) : said
    const { field, indicator }: Link = link ?? unnamed
    return [openFigure({ start, end }, field, indicator)]
  })
  const blanked = withMissed(last, read).filter((one) => isOpen(one) && !readLasting(last.text, one))
  return withPartners(last, blanked)
}

const unnamed: Link = { field: { indicator: '', part: 'value' } }

function openFigure({ start, end }: TextSpan, field = unnamed.field, indicator?: string): RolledWords {
  return {
    what: 'figure',
    reason: 'open',
    start,
    end,
    text: blank,
    field,
    ...(indicator !== undefined && { indicator }),
  }
}

/** With the amounts that were not read as quantities: alone, or as the rest of one that was (五亿六千万元). */
function withMissed({ text, quantities }: ReadSide, read: readonly RolledWords[]): RolledWords[] {
  const listed = quantities.filter(({ kind }) => kind === 'listcount' || kind === 'date' || kind === 'duration')
  const missed = findMissedAmounts(text).filter((one) => !listed.some((other) => meets(one, other)))
  const figures = read.map((one) => {
    const more = missed.filter((other) => meets(one, other))
    return {
      ...one,
      start: Math.min(one.start, ...more.map(({ start }) => start)),
      end: Math.max(one.end, ...more.map(({ end }) => end)),
    }
  })
  const others = missed.filter((one) => !read.some((other) => meets(one, other)))
  return withoutOverlaps([
    ...figures,
    ...others.map(({ start, end }) => openFigure({ start: startOfDivided(text, start), end })),
  ])
}

const meets = (one: TextSpan, other: TextSpan): boolean => one.start < other.end && other.start < one.end

/**
 * Half of a pair or of a list never stays: 突破70和50亿元 is two figures with one unit, in 市定3件、县定10件实事 the count belongs to
 * the figure before it, 水稻3、玉米5万亩 is one enumeration, and so is 10大工程、120个项目.
 */
function withPartners({ text, quantities }: ReadSide, blanked: readonly RolledWords[]): RolledWords[] {
  const known = new Map(blanked.map((one) => [one.end, one]))
  const add = (start: number, end: number): void => {
    if (!known.has(end) && !readLasting(text, { start, end })) known.set(end, openFigure({ start, end }))
  }
  quantities.forEach(({ kind, han, unit, digitsStart, digitsEnd }, index) => {
    const before = quantities[index - 1]
    if (kind !== 'listcount' || han || !before || before.unit !== unit || !known.has(before.digitsEnd)) return
    if (/^[、和及][^\d，,、。！？；;\n]{0,6}$/.test(text.slice(before.end, digitsStart))) add(digitsStart, digitsEnd)
  })
  for (const { start } of [...known.values()]) {
    for (let at = sharerBefore(text, start); at; at = sharerBefore(text, at.start)) add(at.start, at.end)
    for (let at = memberBefore(text, start); at; at = memberBefore(text, at.start)) add(at.start, at.end)
  }
  return [...known.values()].sort((a, b) => a.start - b.start)
}

const member =
  /(?<![\d.,A-Za-z第前后号道]|[第“"‘+·]\s?)(?<first>\d+(?:\.\d+)?)(?:大\p{Script=Han}{1,6}[、和与及]\p{Script=Han}{0,6}|[、和与及]\p{Script=Han}{1,6})$/u

/** The bare number of another thing in the same enumeration: 3 of 水稻3、玉米5万亩. */
function memberBefore(text: string, at: number): TextSpan | undefined {
  const from = Math.max(0, at - 24)
  const match = member.exec(text.slice(from, at))
  const first = match?.groups?.['first'] ?? ''
  if (!match || /^(?:19|20)\d\d$/.test(first)) return undefined
  // 2、 in front of an item numbers it.
  if (/^(?:|[。；;：:，,\s])$/.test(text.charAt(from + match.index - 1)))
    return /大/.test(match[0]) ? spanAt(from + match.index, first) : undefined
  return spanAt(from + match.index, first)
}

const spanAt = (start: number, words: string): TextSpan => ({ start, end: start + words.length })

const sharer =
  /(?<![\d.,A-Za-z第])(?<first>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<link>[、和与與及至到/—–~～-])\s?$/

/** A bare number that shares the unit of the figure at `at`; 1、 in front of an item numbers it. */
function sharerBefore(text: string, at: number): { start: number; end: number } | undefined {
  const from = Math.max(0, at - 24)
  const match = sharer.exec(text.slice(from, at))
  const { first = '', link = '' } = match?.groups ?? {}
  if (!match) return undefined
  const start = from + match.index
  if (/[、/-]/.test(link) && /^[。；;：:\n]?$/.test(text.charAt(start - 1))) return undefined
  return { start, end: start + first.length }
}

/** 12 345万元: groups of three digits that a blank divides are one figure. */
function startOfGroups(text: string, start: number): number {
  if (!/^\d{3}(?!\d)/.test(text.slice(start, start + 4))) return start
  const groups = /(?<![\d.])\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})*[ \u00A0\u2009\u202F]$/.exec(
    text.slice(Math.max(0, start - 24), start),
  )
  return groups ? start - groups[0].length : start
}

interface Link {
  field: TemplateField
  /** Key of the ledger's figure that will fill it. */
  indicator?: string
}

/** A figure bound to the ledger goes on to the same figure of the next year. */
export function nextLink(key: string): Link | undefined {
  const reference = readFigureKey(key)
  if (!reference) return undefined
  const { indicator, part, year } = reference
  return { field: { indicator, part }, indicator: figureKey({ ...reference, year: year + 1 }) }
}

interface StatedLink extends Link {
  /** The catalogue knows the indicator: a number in characters is meant as one. */
  known: boolean
}

function statedFigures(last: ReadSide, year: number, ledger: Ledger): Map<number, StatedLink> {
  const links = new Map<number, StatedLink>()
  for (const statement of last.statements) {
    const { value, valueMax, growth, known } = statement
    // A □ that no name fits waits without one.
    const indicator = known ? statement.indicator : (openRowName(statement.indicator) ?? '')
    if (indicator.includes('|')) continue
    const set = (quantity: Quantity | null | undefined, part: 'value' | 'growth'): void => {
      if (!quantity || links.has(quantity.digitsStart)) return
      const key = valueMax ? undefined : keyOf(statement, part, last.year, year, ledger)
      links.set(quantity.digitsStart, {
        field: { indicator, part },
        known: statement.known,
        ...(key !== undefined && { indicator: key }),
      })
    }
    set(value, 'value')
    set(valueMax, 'value')
    set(growth, 'growth')
  }
  return links
}

/** Key of the same result one year on: only the place's own one of a whole year, of an indicator that the ledger has. */
function keyOf(
  statement: Statement,
  part: 'value' | 'growth',
  lastYear: number | null,
  year: number,
  ledger: Ledger,
): string | undefined {
  const relative = relativeYear(statement, lastYear)
  const { place, period, role, growthBase } = statement
  if (place !== '' || (period !== 'year' && period !== 'point') || role === 'prior') return undefined
  if (part === 'growth' && growthBase !== 'last-year') return undefined
  const row = findRow(ledger, statement.indicator)
  // The ledger has a cell that awaits the result; a target of the coming year is the author's to set.
  if (!row || relative !== -1 || role === 'target') return undefined
  return figureKey({ indicator: row.indicator, year, period: 'year', kind: 'result', part })
}

function isFigure(text: string, { kind, han, digitsStart, digitsEnd }: Quantity, stated: boolean): boolean {
  if (kind === 'duration') return stated || isCountOfDays(text, digitsStart, digitsEnd)
  if (kind === 'date' || kind === 'listcount') return false
  // 翻一番, 两个翻番
  if (digitsEnd <= digitsStart || /^(?:翻|[两三四]个翻)/.test(text.slice(digitsStart, digitsStart + 3))) return false
  return han !== true || stated || /百分之$/.test(text.slice(Math.max(0, digitsStart - 3), digitsStart))
}

/** 优良天数达到240天、增加41天: days that a year is counted by. */
function isCountOfDays(text: string, start: number, end: number): boolean {
  if (!/\d$/.test(text.slice(start, end)) || !/^\s*[余多]?天/.test(text.slice(end, end + 4))) return false
  const clauses = text.slice(Math.max(0, start - 40), start)
  return /天数|优良|优于|达标|好于|污染/.test(clauses.slice(clauses.search(/[^。；;\n]*$/)))
}

function lineOf({ paragraphs, lines }: ReadSide, { start, end }: TextSpan): LineView | undefined {
  const paragraph = paragraphAround(paragraphs, { start, end })
  if (!paragraph) return undefined
  // A figure that a line feed divides is left: its sentence is marked as carried over.
  return lines.slice(paragraph.firstLine, paragraph.lastLine).find((line) => line.start <= start && end <= line.end)
}
