import type { NotePlace } from '../../report/note-places.ts'
import type { Hit } from '../finding.ts'
import type { ReportRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'
import { leftover } from './leftover.ts'

/** A footnote, endnote or explanation that still waits to be filled in: shown at its reference, for notes are no part of the text. */
export const leftoverInNote: ReportRule = {
  id: 'leftover-in-note',
  kind: 'placeholder',
  severity: 'error',
  checkReport({ text, notes }) {
    return notes.flatMap((note) => hitIn(note, text))
  },
}

function hitIn({ at, text: note }: NotePlace, text: string): Hit[] {
  const reading = { text: note, quantities: [], formulations: [], usage: [], powers: [], terms: [] }
  const blanks = leftover
    .check(note, reading)
    .flatMap((outcome) => ('messageId' in outcome && outcome.severity === undefined ? [outcome] : []))
  const [first] = blanks
  if (!first) return []
  // The reference is a sign alone: the words that it explains are shown with it.
  const span = { start: startOfWords(text, at), end: at + 1 }
  return [
    {
      messageId: blanks.length === 1 ? 'noteBlank' : 'noteBlanks',
      values: { words: around(note, first), count: blanks.length },
      ...span,
      evidence: [evidenceOf(text, span)],
    },
  ]
}

const reach = 12

function around(note: string, { start, end }: Hit): string {
  const [from, to] = [Math.max(0, start - reach), Math.min(note.length, end + reach)]
  return `${from > 0 ? '…' : ''}${note.slice(from, to).replace(/\s+/g, ' ')}${to < note.length ? '…' : ''}`
}

const longestWords = 4

function startOfWords(text: string, at: number): number {
  // A reference often stands behind the full stop.
  const end = /[，,。；;、！？：”’）)》]/.test(text.charAt(at - 1)) ? at - 1 : at
  let from = end
  while (from > end - longestWords && /[\p{Script=Han}A-Za-z\d]/u.test(text.charAt(from - 1))) from--
  return from
}
