import { sentenceAround } from '../checks/text-spans.ts'
import { plainText, type PlainText } from '../report/plain-text.ts'
import type { Block } from '../report/schema.ts'
import type { LedgerReader } from './ledger-reader.ts'
import { readLinks, type FigureLink } from './links.ts'
import type { TextEdit } from './print-like.ts'

/** A place of the text that reads otherwise once the ledger is changed. */
export interface PlannedChange {
  link: FigureLink
  /** The words that change, with their unit and word of direction: 增长6.1%. */
  old: string
  /** Absent where it is for a person to write. */
  new?: string
  /** What the ledger has, with its unit; absent where the number is gone. */
  ledger?: string
  edit?: TextEdit
  /** The sentence around it, so that it can be judged without the page. */
  before: string
  after: string
}

/** Every bound figure, in text and tables, whose number an edit of the ledger changes and that does not say so already. */
export function planChanges(
  body: readonly Block[],
  before: LedgerReader,
  after: LedgerReader,
  plain: PlainText = plainText(body),
): PlannedChange[] {
  return readLinks(body, after, plain)
    .filter((link) => link.state !== 'same' && changes(link, before, after))
    .map((link) => changeOf(link, plain.text))
}

function changes({ reference }: FigureLink, before: LedgerReader, after: LedgerReader): boolean {
  if (!reference) return false
  const [old, now] = [before.number(reference), after.number(reference)]
  if (typeof old === 'string' || typeof now === 'string') return old !== now
  return old.value !== now.value || old.unit !== now.unit
}

export function changeOf(link: FigureLink, text: string): PlannedChange {
  const { edit, number, printed } = link
  const shown = printed?.quantity ?? link
  const start = Math.min(shown.start, edit?.start ?? shown.start, printed?.direction.wordStart ?? shown.start)
  const end = Math.max(shown.end, edit?.end ?? shown.end)
  const sentence = sentenceAround(text, start, end)
  return {
    link,
    old: text.slice(start, end),
    ...(edit && { new: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end), edit }),
    ...(number && { ledger: number.value + number.unit }),
    before: text.slice(sentence.start, start),
    after: text.slice(end, sentence.end),
  }
}
