import { findQuantities } from '../numbers/find-quantities.ts'
import { readSentences } from '../report/carried.ts'
import type { Note } from '../report/schema.ts'
import { readFigures } from './read-figures.ts'
import type { RollChange } from './rolled-report.ts'
import { blank } from './rolled-words.ts'

/**
 * Notes carry no marks. A figure of a note that tells of the year gives way to a □; the numbers of a note that explains a word
 * (“两不愁”：指2个方面) belong to the word, and are listed as left.
 */
export function rollNotes(
  notes: Readonly<Record<string, Note>>,
  year: number,
): { notes: Record<string, Note>; changes: RollChange[] } {
  const rolled: Record<string, Note> = {}
  const changes: RollChange[] = []
  for (const [id, note] of Object.entries(notes)) {
    const made = rollNote(note, year)
    rolled[id] = made.note
    changes.push(...made.changes)
  }
  return { notes: rolled, changes }
}

const explains = /[“"「『][^”"」』\n]{1,20}[”"」』]?\s*[：:]|是?指|是(?:一种|一个|对)|简称|全称/

function rollNote(note: Note, year: number): { note: Note; changes: RollChange[] } {
  const figures = readFigures(note.text)
  if (figures.length === 0) return { note, changes: [] }
  const explaining = note.kind === 'term' || explains.test(note.text)
  const edits = explaining ? [] : figuresOf(note.text)
  let text = ''
  let at = 0
  for (const { start, end } of edits) {
    text += note.text.slice(at, start) + blank
    at = end
  }
  text += note.text.slice(at)
  const left = figures.filter(({ start, end }) => !edits.some((edit) => start < edit.end && edit.start < end))
  const changeOf = (span: { start: number; end: number }, after: string): RollChange => {
    const before = note.text.slice(span.start, span.end)
    const own = readSentences(note.text).find((one) => span.start < one.end)?.text ?? note.text
    const what = /^(?:19|20)\d\d(?:年|$)/.test(before) ? 'yearWord' : 'figure'
    const reason = after === blank ? 'open' : what === 'yearWord' ? 'otherYear' : 'note'
    return { what, before, after: after || before, certain: false, reason, place: { in: 'note', sentence: own } }
  }
  const changes = [
    ...edits.map((edit) => changeOf(edit, blank)),
    // A year long past is no matter of this one.
    ...left.filter((span) => mayBeOld(note.text.slice(span.start, span.end), year)).map((span) => changeOf(span, '')),
  ]
  return { note: text === note.text ? note : { ...note, text }, changes }
}

function mayBeOld(words: string, year: number): boolean {
  const printed = /^(?:19|20)\d\d(?=年|$)/.exec(words)?.[0]
  return printed === undefined || Number(printed) >= year - 1
}

function figuresOf(text: string): { start: number; end: number }[] {
  return findQuantities(text)
    .filter(({ kind, han }) => han !== true && kind !== 'date' && kind !== 'listcount' && kind !== 'duration')
    .map(({ digitsStart, digitsEnd }) => ({ start: digitsStart, end: digitsEnd }))
}
