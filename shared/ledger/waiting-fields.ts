import { sentenceAround } from '../checks/text-spans.ts'
import { compare, formatDecimal, parseDecimal, zero } from '../numbers/decimal.ts'
import { findQuantities } from '../numbers/find-quantities.ts'
import { objectCharacter, plainText, type PlainText } from '../report/plain-text.ts'
import { isTextLeaf, type Block, type TemplateField } from '../report/schema.ts'
import { readDirection } from './direction-words.ts'
import { figureKey, readFigureKey, type FigurePart, type FigureReference } from './figure-key.ts'
import { decimalsOf, equalValues, inUnit, roundedIn } from './figure-value.ts'
import type { LedgerNumber, LedgerReader } from './ledger-reader.ts'
import type { FigureKind, LedgerRow } from './ledger.ts'
import { inlinesAt, judgeStretches } from './links.ts'
import type { PhrasingContext } from './phrasing.ts'
import type { TextEdit } from './print-like.ts'
import type { PeriodOfWaiting, SaidPeriod } from './waiting-periods.ts'

/** A □ of the text. Offsets are those of the plain text. */
export interface WaitingField {
  start: number
  end: number
  /** Of its leaf. */
  path: number[]
  field: TemplateField
  /** Of the ledger's figure that is to stand there, where last year's sentence told it. */
  key?: string
  inCell: boolean
}

/** What stands in place of a □ once the ledger has filled it. */
export interface FieldFill {
  key: string
  kind: FigureKind
  year: number
  part: FigurePart
  /** The number alone, or with another word of direction before it. */
  edit: TextEdit
  /** As it reads then: 14.63亿元, 下降3.2%. */
  words: string
}

export function waitingFields(body: readonly Block[], { lines }: PlainText = plainText(body)): WaitingField[] {
  const found: WaitingField[] = []
  for (const { path, start, labelLength, type } of lines) {
    let at = start + labelLength
    inlinesAt(body, path)?.forEach((child, index) => {
      const isText = isTextLeaf(child)
      if (isText && child.del) return
      const end = at + (isText ? child.text.length : objectCharacter.length)
      if (isText && child.field && end > at) {
        const { field, indicator: key } = child
        const inCell = type === 'table-cell'
        found.push({ start: at, end, path: [...path, index], field, ...(key !== undefined && { key }), inCell })
      }
      at = end
    })
  }
  return found
}

/** What the □ is there for, where the ledger has it and the sentence speaks of no other year or span. */
export function ownFill(
  place: WaitingField,
  text: string,
  reader: LedgerReader,
  context: PhrasingContext,
  periodOf: PeriodOfWaiting = () => undefined,
): FieldFill | undefined {
  const { field, key } = place
  const said = periodOf(place)
  const bound = key === undefined ? undefined : readFigureKey(key)
  if (bound) return isMeant(bound, said, context) ? fillOf(place, bound, text, reader) : undefined
  if (field.part === 'text' || field.indicator === '' || said === 'several') return undefined
  const row = reader.row(field.indicator)
  const [usual] = row ? referencesOf(row, [field.part], context) : []
  const reference = usual && ofPeriod(usual, said)
  return reference && speaksOf(reference, place, text) ? fillOf(place, reference, text, reader) : undefined
}

/** What the section speaks of, where the sentence does not say another year or more years than one. */
export function ofPeriod(usual: FigureReference, said: Exclude<SaidPeriod, 'several'> | undefined): FigureReference {
  return said && usual.kind === 'result' && usual.period === 'year' ? { ...usual, ...said } : usual
}

/** A figure of last year's sentence goes on, but not that of the year into a sentence on several years. */
function isMeant(
  { kind, period, year }: FigureReference,
  said: SaidPeriod | undefined,
  context: PhrasingContext,
): boolean {
  const usual = kind === 'result' && period === 'year' && year === context.resultYear
  return !usual || said === undefined || (said !== 'several' && said.period === period)
}

/** 从□亿元增长到□亿元: one figure is not both. Of fills of the same figure in one sentence that is said to change none is right. */
export function withoutTwins<Fill extends { place: WaitingField; fill: FieldFill | undefined }>(
  fills: readonly Fill[],
  text: string,
): Fill[] {
  return fills.map((one) => {
    const twin = fills.some((other) => other !== one && areTwins(one, other, text))
    return twin ? { ...one, fill: undefined } : one
  })
}

type Placed = { place: WaitingField; fill: FieldFill | undefined }

function areTwins(one: Placed, other: Placed, text: string): boolean {
  if (!one.fill || one.fill.key !== other.fill?.key) return false
  const [first, second] = one.place.start < other.place.start ? [one.place, other.place] : [other.place, one.place]
  const { start, end } = sentenceAround(text, first.start, first.end)
  return second.start < end && /[从由比较到至]|上年|去年/.test(text.slice(start, second.start))
}

/** Everything of a row that fits the □: its own part first, or either where that is not known. */
export function fillsOfRow(
  place: WaitingField,
  row: LedgerRow,
  text: string,
  reader: LedgerReader,
  context: PhrasingContext,
): FieldFill[] {
  const bound = place.key === undefined ? undefined : readFigureKey(place.key)
  const own = bound && reader.row(bound.indicator) === row ? [bound] : []
  const { part, indicator } = place.field
  const parts: readonly FigurePart[] = part === 'text' || indicator === '' ? ['value', 'growth'] : [part]
  const fills = new Map<string, FieldFill>()
  for (const reference of [...own, ...referencesOf(row, parts, context)]) {
    const fill = fillOf(place, reference, text, reader)
    if (fill && !fills.has(fill.key)) fills.set(fill.key, fill)
  }
  return [...fills.values()]
}

/** The row that a □ names; undefined: none, or the ledger has no such row. */
export function rowOfField({ field, key }: WaitingField, reader: LedgerReader): LedgerRow | undefined {
  const bound = key === undefined ? undefined : readFigureKey(key)
  return reader.row(bound?.indicator ?? field.indicator)
}

function referencesOf(row: LedgerRow, parts: readonly FigurePart[], context: PhrasingContext): FigureReference[] {
  const { indicator } = row
  const result = { indicator, year: context.resultYear, period: context.period, kind: 'result' as const }
  const target = { indicator, year: context.targetYear, period: 'year' as const, kind: 'target' as const }
  const places = context.targetsFirst ? [target, result] : [result, target]
  return places.flatMap((place) => parts.map((part) => ({ ...place, part })))
}

const otherSpan =
  /[上下]半年|季度|月份|\d月(?!\d*日)|年均|累计|以来|五年|[两三四]年[来间]|过去的?[两三四]年|“十[一二三四五六]五”/

/** A year or a span that is named before the □ must be that of the figure. */
function speaksOf({ year, period }: FigureReference, { start, end }: WaitingField, text: string): boolean {
  const before = text.slice(sentenceAround(text, start, end).start, start)
  const named = [...before.matchAll(/(\d{4})年/g)].at(-1)?.[1]
  if (named !== undefined && Number(named) !== year) return false
  return period !== 'year' || !otherSpan.test(before)
}

/** Undefined: the ledger has no such number, or it does not fit the words around the □. */
function fillOf(
  place: WaitingField,
  reference: FigureReference,
  text: string,
  reader: LedgerReader,
): FieldFill | undefined {
  const number = reader.number(reference)
  if (typeof number === 'string') return undefined
  const digits = digitsFor(number, unitBehind(text, place.end), place.inCell)
  if (digits === undefined || (reference.part === 'growth' && isZero(number.value))) return undefined
  const key = figureKey({ ...reference, indicator: number.row.indicator })
  for (const edit of editsOf(place, digits, reference.part, text)) {
    const words = reread(edit, { key, inCell: place.inCell }, text, reader)
    if (words !== undefined)
      return { key, kind: reference.kind, year: reference.year, part: reference.part, edit, words }
  }
  return undefined
}

/** With its magnitude; '' = none is printed behind the place. */
export function unitBehind(text: string, at: number): string {
  const [quantity] = findQuantities(`1${text.slice(at, at + 12).split('\n', 1)[0] ?? ''}`)
  return quantity && quantity.digitsStart === 0 && quantity.digitsEnd === 1 ? quantity.magnitude + quantity.unit : ''
}

/** In the unit that is printed behind the place, else with its own. A cell without a unit has it in its head: nobody knows which. */
function digitsFor(number: LedgerNumber, printed: string, inCell: boolean): string | undefined {
  const { value, unit, figure } = number
  if (printed === '') return inCell ? undefined : value + (unit === '百分点' ? '个百分点' : unit)
  const moved = inUnit(value, unit, printed)
  if (moved === undefined || printed === unit) return moved
  if (isFiner(value, unit, printed)) return undefined
  const exact = formatDecimal(parseDecimal(moved), decimalsOf(trimmed(moved)))
  const rounded = roundedIn(value, unit, printed, Math.min(2, decimalsOf(exact))) ?? exact
  // What was set is said as it was set, and a figure is not rounded away.
  return (figure.kind === 'target' && !equalValues(rounded, exact)) || isZero(rounded) ? exact : rounded
}

/** 3.31万元 is no 33100元: zeros that were never counted. */
function isFiner(value: string, unit: string, printed: string): boolean {
  const digits = /^10*$/.exec(inUnit('1', unit, printed) ?? '')
  return digits !== null && digits[0].length - 1 > decimalsOf(value)
}

const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
const isZero = (value: string): boolean => compare(parseDecimal(value), zero) === 0

/** The number as it is, else turned round with its word of direction: 增长□% → 下降3.2%. */
function editsOf({ start, end }: WaitingField, digits: string, part: FigurePart, text: string): TextEdit[] {
  if (part === 'value') return [{ start, end, text: digits }]
  const size = digits.replace('-', '')
  const { word, wordStart, opposite, takesSign } = readDirection(text, start)
  const edits = [{ start, end, text: size }]
  if (wordStart !== undefined && word !== undefined && opposite !== undefined) {
    const between = text.slice(wordStart + word.length, start)
    edits.push({ start: wordStart, end, text: opposite + between + size })
  } else if (takesSign && digits !== size) edits.push({ start, end, text: digits })
  return edits
}

/** The figure with its words, if the line says what the ledger has once the edit is made. */
function reread(
  { start, end, text: words }: TextEdit,
  mark: { key: string; inCell: boolean },
  text: string,
  reader: LedgerReader,
): string | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const feed = text.indexOf('\n', end)
  const line = text.slice(from, start) + words + text.slice(end, feed < 0 ? text.length : feed)
  const stretch = { ...mark, start: start - from, end: start - from + words.length }
  const own = findQuantities(line).filter((one) => one.start < stretch.end && one.end > stretch.start)
  const [link] = judgeStretches([stretch], line, own, reader)
  if (link?.state !== 'same' || !link.printed) return undefined
  const { quantity, direction } = link.printed
  return line.slice(direction.wordStart ?? quantity.start, quantity.end)
}
