import type { Quantity } from '../../numbers/quantity.ts'
import type { Breakdown } from './breakdown.ts'
import { partsAfterTotal } from './parts-after-total.ts'
import { partsBeforeTotal } from './parts-before-total.ts'
import { partsInBrackets } from './parts-in-brackets.ts'
import { partsInOrder } from './parts-in-order.ts'

/** Every total of a paragraph that is followed, or preceded, by its parts. */
export function readBreakdowns(text: string, quantities: readonly Quantity[]): Breakdown[] {
  const beside = quantities.flatMap(
    (total, index) =>
      partsInBrackets(text, quantities, total, index) ?? partsBeforeTotal(text, quantities, total, index) ?? [],
  )
  return [...afterWords(text, quantities), ...beside]
}

/** 其中 · ，包括 · ，由…组成 · 共126件，…分别为41件、85件. */
const opening = /其中|(?<=[，,：:（(])包括|(?<=[，,])由(?=[^。；;\n]{4,80}(?:组成|构成))|分别[为是有]/g

/** Where a word that opens a list of parts stands, and the first figure behind it. */
function afterWords(text: string, quantities: readonly Quantity[]): Breakdown[] {
  let from = 0
  return [...text.matchAll(opening)].flatMap(({ 0: word, index: start }) => {
    const end = start + word.length
    for (let next = quantities[from]; next && next.start < end; next = quantities[from]) from += 1
    const read = word.startsWith('分别') ? partsInOrder : partsAfterTotal
    return read(text, quantities, from, { word, start, end }) ?? []
  })
}
