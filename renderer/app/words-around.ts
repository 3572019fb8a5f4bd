import { sentenceAround } from '../../shared/checks/text-spans.ts'

/** A stretch with a few characters of its sentence on either side, to tell places of the text apart. */
export function wordsAround(text: string, start: number, end: number): string {
  const sentence = sentenceAround(text, start, end)
  return text.slice(Math.max(sentence.start, start - 12), Math.min(sentence.end, end + 6))
}
