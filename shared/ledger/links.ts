import { isDecimal } from '../numbers/decimal.ts'
import { findQuantities } from '../numbers/find-quantities.ts'
import { halfWidth } from '../numbers/half-width.ts'
import { movedQuantity, type Quantity } from '../numbers/quantity.ts'
import { objectCharacter, plainText, type PlainText } from '../report/plain-text.ts'
import { isTextLeaf, type Block, type Inline } from '../report/schema.ts'
import { readDirection } from './direction-words.ts'
import { readFigureKey, type FigureReference } from './figure-key.ts'
import { decimalsOf, inUnit } from './figure-value.ts'
import type { Gone, LedgerNumber, LedgerReader } from './ledger-reader.ts'
import { isOtherSize, printLike, saysTheSame, type PrintedFigure, type TextEdit } from './print-like.ts'

/** Words of the text that carry one key, adjacent leaves together. Offsets are those of the plain text. */
export interface BoundStretch {
  start: number
  end: number
  /** `leaf.indicator` as it stands there. */
  key: string
  /** In a cell of a table, where a number may stand without its unit. */
  inCell: boolean
}

/** Why nothing can be held against the words: the ledger has no such number, or the words are not one number of its measure. */
export type BrokenWhy = Gone | 'noReference' | 'noNumber' | 'severalNumbers' | 'otherMeasure'

export interface FigureLink extends BoundStretch {
  reference?: FigureReference
  state: 'same' | 'stale' | 'broken'
  why?: BrokenWhy
  number?: LedgerNumber
  printed?: PrintedFigure
  /** Of a stale figure what makes it read as the ledger has it; absent: only by hand. */
  edit?: TextEdit
}

/** The bound stretches of a text, in its order. Deleted words are no part of it. */
export function boundStretches(body: readonly Block[], plain: PlainText = plainText(body)): BoundStretch[] {
  const stretches: BoundStretch[] = []
  for (const { path, start, labelLength, type } of plain.lines) {
    const children = inlinesAt(body, path)
    if (!children?.some((child) => isTextLeaf(child) && child.indicator !== undefined)) continue
    let at = start + labelLength
    for (const child of children) {
      if (isTextLeaf(child) && child.del) continue
      const end = at + (isTextLeaf(child) ? child.text.length : objectCharacter.length)
      // A □ that waits for its figure says nothing yet that could differ.
      const key = isTextLeaf(child) && (!child.field || /[\d０-９]/.test(child.text)) ? child.indicator : undefined
      const last = stretches.at(-1)
      if (key !== undefined && end > at) {
        if (last?.end === at && last.key === key) last.end = end
        else stretches.push({ start: at, end, key, inCell: type === 'table-cell' })
      }
      at = end
    }
  }
  return stretches
}

export function inlinesAt(
  body: readonly Block[],
  [index = 0, ...rest]: readonly number[],
): readonly Inline[] | undefined {
  let node: { children?: unknown } | undefined = body[index]
  for (const step of rest) node = (node?.children as { children?: unknown }[] | undefined)?.[step]
  return node?.children as readonly Inline[] | undefined
}

/** Every bound figure of the text, held against the ledger at the precision it is printed with. */
export function readLinks(
  body: readonly Block[],
  reader: LedgerReader,
  plain: PlainText = plainText(body),
): FigureLink[] {
  return judgeLines(boundStretches(body, plain), plain, reader)
}

/** A number that a line break cuts in two is none, whatever the lines make of it when a copy had broken them. */
export function judgeLines(stretches: readonly BoundStretch[], plain: LinesOfText, reader: LedgerReader): FigureLink[] {
  if (stretches.length === 0) return []
  return judgeStretches(stretches, plain.text, quantitiesAround(plain, stretches), reader)
}

interface LinesOfText {
  text: string
  lines: readonly { start: number; end: number }[]
}

/** Only the lines that hold bound figures are read for numbers. */
function quantitiesAround({ text, lines }: LinesOfText, stretches: readonly BoundStretch[]): Quantity[] {
  const found: Quantity[] = []
  let next = 0
  for (const { start, end } of lines) {
    const first = next
    while ((stretches[next]?.start ?? Infinity) < end) next++
    if (next === first) continue
    found.push(...findQuantities(text.slice(start, end)).map((quantity) => movedQuantity(quantity, start)))
  }
  return found
}

/** `quantities` are those of the text in its order; offsets of all are those of the text. */
export function judgeStretches(
  stretches: readonly BoundStretch[],
  text: string,
  quantities: readonly Quantity[],
  reader: LedgerReader,
): FigureLink[] {
  const links: FigureLink[] = []
  let next = 0
  for (const stretch of stretches) {
    while ((quantities[next]?.end ?? Infinity) <= stretch.start) next++
    const own: Quantity[] = []
    for (let at = next; (quantities[at]?.start ?? Infinity) < stretch.end; at++) own.push(quantities[at] as Quantity)
    const link = judge(stretch, text, own, reader)
    const last = links.at(-1)
    // Words typed into a figure without its mark cut the mark in two; it is still one figure.
    if (last && last.key === link.key && samePlace(last, link)) links[links.length - 1] = { ...link, start: last.start }
    else links.push(link)
  }
  return links
}

function samePlace(a: FigureLink, b: FigureLink): boolean {
  return a.printed !== undefined && a.printed.quantity.start === b.printed?.quantity.start
}

function judge(stretch: BoundStretch, text: string, own: readonly Quantity[], reader: LedgerReader): FigureLink {
  const reference = readFigureKey(stretch.key)
  if (!reference) return { ...stretch, state: 'broken', why: 'noReference' }
  const number = reader.number(reference)
  if (typeof number === 'string') return { ...stretch, reference, state: 'broken', why: number }
  const printed = own.length > 1 ? 'severalNumbers' : printedAt(stretch, text, own[0], number)
  if (typeof printed === 'string') return { ...stretch, reference, number, state: 'broken', why: printed }
  const link = { ...stretch, reference, number, printed }
  const same = saysTheSame(printed, number, reference.part)
  if (same === undefined) return { ...link, state: 'broken', why: 'otherMeasure' }
  if (same) return { ...link, state: 'same' }
  const edit = editOf(link, text, reference.part)
  return { ...link, state: 'stale', ...(edit && { edit }) }
}

function printedAt(
  { start, end, inCell }: BoundStretch,
  text: string,
  quantity: Quantity | undefined,
  number: LedgerNumber,
): PrintedFigure | BrokenWhy {
  if (quantity?.rangeWith !== undefined) return 'severalNumbers'
  if (quantity) {
    // 1.2.4126万元, 41 4126万元 and 6.1%5 are slips of typing, whatever number a part of them is.
    if (cutFront.test(text.slice(Math.max(0, quantity.start - 8), quantity.start).replace(/\p{Cf}/gu, '')))
      return 'noNumber'
    if (/^的[\d０-９.一二两三四五六七八九十]{1,8}倍/.test(text.slice(quantity.end, quantity.end + 10)))
      return 'severalNumbers'
    const beside =
      text.slice(start, Math.max(start, quantity.start)) + text.slice(quantity.end, Math.max(quantity.end + 1, end))
    if (/[\d０-９]/.test(beside)) return 'severalNumbers'
    return { quantity, direction: readDirection(text, quantity.start), bare: false }
  }
  const bare = inCell ? bareNumber(text, start, end, number) : undefined
  return bare ? { quantity: bare, direction: readDirection(text, bare.start), bare: true } : 'noNumber'
}

/** A number goes on right before: 4'4126, 四4126, Ⅳ4126, or a dash that may be a minus. */
const cutFront = /(?:\p{N}(?:[.．·,'’:：、]|[^\S\n])*|[一二三四五六七八九十百千万亿零〇]|(?<![—‒])[—‒])$/u

/** 4,126 in a cell under 万元. */
function bareNumber(text: string, start: number, end: number, number: LedgerNumber): Quantity | undefined {
  const words = halfWidth(text.slice(start, end))
  const match = /^(\s*[-－−]?)(\d[\d,]*(?:\.\d+)?)\s*$/.exec(words)
  const digits = match?.[2]
  if (!match || digits === undefined) return undefined
  const value = digits.replaceAll(',', '')
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (!isDecimal(value) || (before !== '' && before !== '\n') || (after !== '' && after !== '\n')) return undefined
  const digitsStart = start + (match[1]?.length ?? 0)
  const digitsEnd = digitsStart + digits.length
  return {
    start: digitsStart,
    end: digitsEnd,
    text: digits,
    value,
    unit: unitOfBare(value, number),
    qualifier: '',
    kind: 'count',
    decimals: decimalsOf(value),
    magnitude: '',
    digitsStart,
    digitsEnd,
  }
}

/** Only an edit after which the words read as the ledger has it. */
/** A table is printed in the unit of the row, whatever unit the figure came in: 5.26 in a row of 亿元 is 52600万元. */
function unitOfBare(printed: string, { value, unit, row }: LedgerNumber): string {
  const moved = inUnit(value, unit, row.unit)
  return moved !== undefined && isOtherSize(value, printed) && !isOtherSize(moved, printed) ? row.unit : unit
}

function editOf(
  { printed, number, inCell, start, end }: BoundStretch & { printed: PrintedFigure; number: LedgerNumber },
  text: string,
  part: FigureReference['part'],
): TextEdit | undefined {
  const edit = printLike(printed, number, part, text, inCell)
  if (!edit) return undefined
  const from = text.lastIndexOf('\n', edit.start - 1) + 1
  const feed = text.indexOf('\n', edit.end)
  const to = feed < 0 ? text.length : feed
  const line = text.slice(from, edit.start) + edit.text + text.slice(edit.end, to)
  const longer = edit.text.length - (edit.end - edit.start)
  const after = { start: Math.min(start, edit.start) - from, end: Math.max(end, edit.end) + longer - from }
  const own = findQuantities(line).filter((quantity) => quantity.start < after.end && quantity.end > after.start)
  const reread = own.length > 1 ? 'severalNumbers' : printedAt({ ...after, key: '', inCell }, line, own[0], number)
  return typeof reread !== 'string' && saysTheSame(reread, number, part) ? edit : undefined
}
