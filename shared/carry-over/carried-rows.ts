import type { CarriedStretch } from '../report/carried.ts'
import type { TextSpan } from './accounts.ts'

/** A sentence that is last year's still, as a whole or in some of its figures; offsets are those of the plain text. */
export interface CarriedRow {
  sentence: TextSpan
  /** What is last year's: the sentence itself, or from the first to the last of `figures`. */
  span: TextSpan
  /** Words of a changed sentence that read as last year; none: all of it does. */
  figures: string[]
}

/** One row a sentence, in the order of the text. */
export function carriedRows(text: string, carried: readonly CarriedStretch[]): CarriedRow[] {
  const rows: CarriedRow[] = []
  for (const { start, end, part } of carried) {
    if (!part) {
      rows.push({ sentence: { start, end }, span: { start, end }, figures: [] })
      continue
    }
    const words = text.slice(start, end)
    const last = rows.at(-1)
    if (last && last.figures.length > 0 && end <= last.sentence.end) {
      last.span = { start: last.span.start, end }
      last.figures.push(words)
    } else rows.push({ sentence: sentenceAround(text, start, end), span: { start, end }, figures: [words] })
  }
  return rows
}

const endOfSentence = /[。！？；;\n]/

function sentenceAround(text: string, start: number, end: number): TextSpan {
  let from = start
  while (from > 0 && !endOfSentence.test(text.charAt(from - 1))) from--
  while (from < start && /\s/.test(text.charAt(from))) from++
  let to = end
  while (to < text.length && !endOfSentence.test(text.charAt(to))) to++
  return { start: from, end: text.charAt(to) === '\n' || to === text.length ? to : to + 1 }
}
