import type { LineView } from '../checks/rule.ts'
import { relativeYear } from '../checks/statement-year.ts'
import type { Statement } from '../indicators/statement.ts'
import { figureKey, readFigureKey } from '../ledger/figure-key.ts'
import { findRow, type Ledger } from '../ledger/ledger.ts'
import { openRowName } from '../ledger/carried-name.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { paragraphAround } from '../checks/text-spans.ts'
import type { TemplateField } from '../report/schema.ts'
import type { ReadSide } from './read-side.ts'
import { isTitleLine } from './roll-title-block.ts'
import { blank, type RolledWords } from './rolled-words.ts'

/** A bound figure of last year's text: where it stands, and the key it carries. */
export interface BoundFigure {
  start: number
  end: number
  key: string
}

/**
 * Every figure of the review and of the plan becomes a □ that carries the name of its indicator. What the sentence keeps is its
 * shape: 完成□亿元、增长□%. Ranks, dates, spans of time, counts that announce a list, and numbers written in characters outside a
 * statement stay; their sentences are marked as carried over like all others. `inTables`: starts of the lines that are cells.
 */
export function rollFigures(
  last: ReadSide,
  year: number,
  ledger: Ledger,
  { bound, inTables }: { bound: readonly BoundFigure[]; inTables: ReadonlySet<number> },
): RolledWords[] {
  const stated = statedFigures(last, year, ledger)
  const blanked = last.quantities.flatMap((quantity): RolledWords[] => {
    const { digitsEnd: end } = quantity
    const start = startOfGroups(last.text, quantity.digitsStart)
    const line = lineOf(last, quantity)
    if (!line || isTitleLine(line) || line.role === 'salutation') return []
    // 名词解释 say what a word means; a table of an annex tells of the year like any other.
    if (line.section === 'annex' && !inTables.has(line.start)) return []
    const said = stated.get(quantity.digitsStart)
    if (!isFigure(last.text, quantity, said?.known === true) || isStanding(last.text, quantity)) return []
    const key = bound.find((one) => one.start <= start && end <= one.end)
    const link = key ? nextLink(key.key) : said
    const { field, indicator }: Link = link ?? { field: { indicator: '', part: 'value' } as const }
    const words = { start, end, text: blank, field, ...(indicator !== undefined && { indicator }) }
    return [{ what: 'figure', reason: 'open', ...words }]
  })
  return withPartners(last, blanked)
}

/**
 * Half of a pair never stays: 突破70和50亿元 is two figures with one unit, and in 市定3件、县定10件实事 the count belongs to the
 * figure before it.
 */
function withPartners({ text, quantities }: ReadSide, blanked: readonly RolledWords[]): RolledWords[] {
  const known = new Map(blanked.map((one) => [one.end, one]))
  const add = (start: number, end: number): void => {
    const field = { indicator: '', part: 'value' } as const
    if (!known.has(end)) known.set(end, { what: 'figure', reason: 'open', start, end, text: blank, field })
  }
  quantities.forEach(({ kind, han, unit, digitsStart, digitsEnd }, index) => {
    const before = quantities[index - 1]
    if (kind !== 'listcount' || han || !before || before.unit !== unit || !known.has(before.digitsEnd)) return
    if (/^[、和及][^\d，,、。！？；;\n]{0,6}$/.test(text.slice(before.end, digitsStart))) add(digitsStart, digitsEnd)
  })
  for (const { start } of [...known.values()]) {
    for (let at = sharerBefore(text, start); at; at = sharerBefore(text, at.start)) add(at.start, at.end)
  }
  return [...known.values()].sort((a, b) => a.start - b.start)
}

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
  if (kind === 'date' || kind === 'listcount' || kind === 'duration') return false
  if (digitsEnd <= digitsStart) return false
  return han !== true || stated || /百分之$/.test(text.slice(Math.max(0, digitsStart - 3), digitsStart))
}

/** Where the place lies and what belongs to it: true next year as well. */
const standing = /辖|总面积|国土面积|版图|幅员|地处|位于|海拔|全长|距离?[^，。；]{0,12}(?:公里|千米|米)/

function isStanding(text: string, { start, end }: Quantity): boolean {
  let from = start
  while (from > Math.max(0, start - 30) && !/[，,。！？；;\n]/.test(text.charAt(from - 1))) from--
  let to = end
  while (to < Math.min(text.length, end + 12) && !/[，,。！？；;\n]/.test(text.charAt(to))) to++
  const clause = text.slice(from, to)
  return standing.test(clause) && !/增长|下降|提高|完成|新建|新增|投资/.test(clause)
}

function lineOf({ paragraphs, lines }: ReadSide, { digitsStart, digitsEnd }: Quantity): LineView | undefined {
  const paragraph = paragraphAround(paragraphs, { start: digitsStart, end: digitsEnd })
  if (!paragraph) return undefined
  // A figure that a line feed divides is left: its sentence is marked as carried over.
  return lines
    .slice(paragraph.firstLine, paragraph.lastLine)
    .find((line) => line.start <= digitsStart && digitsEnd <= line.end)
}
