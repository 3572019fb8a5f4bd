import type { Quantity } from '../numbers/quantity.ts'
import type { Statement } from './statement.ts'

/** Paragraphs that were read before, by their words. Handing it in or not never changes a result. */
export type StatementCache = Map<string, StatedParagraph>

export interface StatedParagraph {
  /** The words as they are matched: simplified, with half-width digits. */
  words: string
  /** See `readStretch`. */
  opensStretch: boolean | undefined
  /** Its statements by all that they depend on beside the words. */
  statements: Map<string, ReadStatements>
}

/** As they stood when the paragraph was read. */
export interface ReadStatements {
  /** Where the paragraph began. */
  start: number
  statements: Statement[]
  /** Which quantities of the paragraph they hold, by position. */
  figures: { value: number; valueMax: number; growth: number }[]
  /** Index of the first of them in the report's list. */
  base: number
  /** All quantities of the paragraph, of which they hold some. */
  quantities: readonly Quantity[]
}

export function keepStatements(
  statements: Statement[],
  start: number,
  base: number,
  quantities: readonly Quantity[],
): ReadStatements {
  const positions = new Map<Quantity | null | undefined, number>(quantities.map((quantity, index) => [quantity, index]))
  const position = (quantity: Quantity | null | undefined): number => positions.get(quantity) ?? -1
  const figures = statements.map(({ value, valueMax, growth }) => ({
    value: position(value),
    valueMax: position(valueMax),
    growth: position(growth),
  }))
  return { start, statements, figures, base, quantities }
}

/**
 * The same statements at the paragraph's place in the report as it is, with the quantities of that report. They are kept
 * in turn: while nothing before the paragraph changes, they need not be placed again.
 */
export function placeStatements(
  kept: ReadStatements,
  start: number,
  base: number,
  quantities: readonly Quantity[],
): Statement[] {
  if (kept.start === start && kept.base === base && hasSame(kept.quantities, quantities)) return kept.statements
  const by = start - kept.start
  const moved = kept.statements.map((statement, index) => {
    const { value = -1, valueMax = -1, growth = -1 } = kept.figures[index] ?? {}
    const highest = quantities[valueMax]
    return {
      ...statement,
      start: statement.start + by,
      end: statement.end + by,
      surfaceStart: statement.surfaceStart + by,
      surfaceEnd: statement.surfaceEnd + by,
      sentenceStart: statement.sentenceStart + by,
      sentenceEnd: statement.sentenceEnd + by,
      value: quantities[value] ?? null,
      ...(highest ? { valueMax: highest } : {}),
      growth: quantities[growth] ?? null,
      ...(statement.partOf === undefined ? {} : { partOf: statement.partOf - kept.base + base }),
    }
  })
  Object.assign(kept, { start, base, statements: moved, quantities })
  return moved
}

function hasSame(some: readonly Quantity[], others: readonly Quantity[]): boolean {
  return some.every((quantity, index) => quantity === others[index])
}
