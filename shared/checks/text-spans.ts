import type { Evidence, Span } from './finding.ts'

const sentenceEnd = /[。！？；;\n]/

/** The paragraph that holds the whole stretch; paragraphs stand in the order of the text. */
export function paragraphAround<Paragraph extends { start: number; end: number }>(
  paragraphs: readonly Paragraph[],
  { start, end }: { start: number; end: number },
): Paragraph | undefined {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle]?.start ?? Infinity) <= start) low = middle
    else high = middle - 1
  }
  const found = paragraphs[low]
  return found && found.start <= start && end <= found.end ? found : undefined
}

/** Longer sentences are cut here on either side of what is marked: nobody reads them on a card. */
const farthest = 600

/** The sentence, or the clause up to a semicolon, that holds the stretch. */
export function sentenceAround(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  const first = Math.max(0, start - farthest)
  const last = Math.min(text.length, end + farthest)
  while (from > first && !sentenceEnd.test(text.charAt(from - 1))) from--
  while (to < last && !sentenceEnd.test(text.charAt(to))) to++
  while (from < start && /\s/.test(text.charAt(from))) from++
  return { start: from, end: to }
}

/** The sentence of the marked words; marks that lie in one sentence belong in one call. */
export function evidenceOf(text: string, ...marks: { start: number; end: number }[]): Evidence {
  const start = Math.min(...marks.map((mark) => mark.start))
  const end = Math.max(...marks.map((mark) => mark.end))
  return { sentence: sentenceAround(text, start, end), marks: marks.map(({ start, end }) => ({ start, end })) }
}

/** Every match with the place of each group; `find` needs the flags g and d. */
export function spanOfGroup(match: RegExpExecArray, group: number): { start: number; end: number; text: string } {
  const indices = match.indices?.[group] ?? [match.index, match.index + match[0].length]
  return { start: indices[0], end: indices[1], text: match[group] ?? '' }
}
