import { formatDecimal, parseDecimal } from '../../numbers/decimal.ts'
import { figureKey, type FigureReference } from '../figure-key.ts'
import { equalValues, roundedIn, decimalsOf } from '../figure-value.ts'
import { findFigure, type Ledger, type LedgerFigure } from '../ledger.ts'
import type { FigureLink } from '../links.ts'
import { printedDigits, signOf, unitOf } from '../print-like.ts'
import type { Proposal, TextSpan } from '../proposal.ts'

/** A number of the report that somebody has to answer for. Offsets are those of the plain text. */
export interface TextFigure extends FigureReference, TextSpan {
  /** As it stands there: 2841万元, 25%. */
  printed: string
  /** Signed decimal with the printed digits, in `unit`. */
  value: string
  unit: string
  sentence: string
  /** A □: nobody has said the number yet, and `value` is empty. */
  open?: true
  /**
   * A □ of no indicator, so that `indicator` is empty: what stands for a name, and what tells it from every other □ of the
   * report. `of`: the indicator whose years it tells of (年均增长□%), for whoever answers for that one.
   */
  nameless?: { name: string; place: string; of?: string }
}

export function figureName({ indicator, nameless }: TextFigure): string {
  return nameless?.name ?? indicator
}

/** What the statements of the text give; the report as a past report reads the same. */
export type StatedCell = Pick<Proposal, 'cell' | 'content' | 'value' | 'growth'>

/** Figures bound to the ledger, and those of the statements that no link covers, in the order of the text. */
export function textFigures(text: string, links: readonly FigureLink[], stated: readonly StatedCell[]): TextFigure[] {
  const bound = links.flatMap((link) => boundFigure(text, link))
  const free = stated
    .flatMap((one) => statedParts(text, one))
    .filter(({ start, end }) => !links.some((link) => link.start < end && start < link.end))
  return [...bound, ...free].sort((a, b) => a.start - b.start || a.end - b.end)
}

function boundFigure(text: string, { reference, printed, number }: FigureLink): TextFigure[] {
  if (!reference || !printed) return []
  const { quantity } = printed
  const digits = formatDecimal(parseDecimal(printedDigits(quantity)), quantity.decimals)
  const value =
    signOf(printed, reference.part, number?.row.indicator ?? reference.indicator) < 0 ? `-${digits}` : digits
  const span = { start: quantity.start, end: quantity.end }
  return [
    {
      ...reference,
      ...span,
      printed: quantity.text,
      value,
      unit: unitOf(printed),
      sentence: sentenceAround(text, span),
    },
  ]
}

function statedParts(text: string, { cell, content, value, growth }: StatedCell): TextFigure[] {
  const part = (name: 'value' | 'growth', span: TextSpan | null, digits: string | null, unit: string): TextFigure[] =>
    span && digits !== null
      ? [
          {
            ...cell,
            part: name,
            start: span.start,
            end: span.end,
            printed: text.slice(span.start, span.end),
            value: digits,
            unit,
            sentence: sentenceAround(text, span),
          },
        ]
      : []
  const growthUnit = content.growthUnit === 'value' ? content.unit : content.growthUnit
  return [...part('value', value, content.value, content.unit), ...part('growth', growth, content.growth, growthUnit)]
}

/** From the end of the sentence before to the own end; lines end sentences too. */
export function sentenceAround(text: string, { start, end }: TextSpan): string {
  const before = text.slice(Math.max(0, start - longestSentence), start)
  const after = text.slice(end, end + longestSentence)
  const from = Math.max(...Array.from('。！？\n', (sign) => before.lastIndexOf(sign)))
  const to = /[。！？\n]/.exec(after)?.index ?? after.length
  return (before.slice(from + 1) + text.slice(start, end) + after.slice(0, to + 1)).trim()
}

const longestSentence = 400

/** A figure of the text that nobody has confirmed. */
export interface UnconfirmedFigure {
  figure: TextFigure
  /** The ledger does not know it, has it in another state, or says another number. */
  why: 'notInLedger' | 'notConfirmed' | 'differs'
}

/** What stands between the report and 定稿. */
export function unconfirmedFigures(figures: readonly TextFigure[], ledger: Ledger): UnconfirmedFigure[] {
  return figures.flatMap((figure): UnconfirmedFigure[] => {
    const known = findFigure(ledger, figure)
    const said = known && saysLedger(known, figure)
    if (!known || said === undefined) return [{ figure, why: 'notInLedger' }]
    if (!said) return [{ figure, why: 'differs' }]
    return known.state === 'confirmed' ? [] : [{ figure, why: 'notConfirmed' }]
  })
}

/** Does the ledger's number read as it is printed, at the printed unit and digits? Undefined: it has no such number. */
export function saysLedger(figure: LedgerFigure, { part, value, unit }: TextFigure): boolean | undefined {
  const number = part === 'value' ? figure.value : figure.growth
  if (number === null) return undefined
  const own = part === 'value' || figure.growthUnit === 'value' ? figure.unit : figure.growthUnit
  const rounded = roundedIn(number, own, unit, decimalsOf(value))
  return rounded !== undefined && equalValues(rounded, value)
}

/** One and the same number of the ledger, wherever and however often it is printed alike. */
export function identityOf(figure: TextFigure): string {
  if (figure.nameless) return `□|${figure.nameless.place}`
  return `${figureKey(figure)}|${figure.value}|${figure.unit}`
}
