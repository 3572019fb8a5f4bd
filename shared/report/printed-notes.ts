import { isLineBlock, type Block, type Inline, type Note } from './schema.ts'

/** The notes that a text refers to, in the order of the text, numbered as in the Word file. */
export interface PrintedNotes {
  /** What stands in the text for a reference. */
  markers: ReadonlyMap<Inline, string>
  footnotes: string[]
  endnotes: string[]
  terms: string[]
}

export function readPrintedNotes(body: readonly Block[], notes: Readonly<Record<string, Note>>): PrintedNotes {
  const markers = new Map<Inline, string>()
  const footnotes: string[] = []
  const endnotes: string[] = []
  const terms: string[] = []
  for (const inline of inlines(body)) {
    if (!('type' in inline) || inline.type !== 'note') continue
    const note = Object.hasOwn(notes, inline.note) ? notes[inline.note] : undefined
    if (!note) continue
    switch (note.kind) {
      case 'footnote':
        markers.set(inline, String(footnotes.push(note.text)))
        break
      case 'endnote':
        markers.set(inline, roman(endnotes.push(note.text)))
        break
      case 'term': {
        const known = terms.indexOf(note.text)
        markers.set(inline, `[${known < 0 ? terms.push(note.text) : known + 1}]`)
      }
    }
  }
  return { markers, footnotes, endnotes, terms }
}

function* inlines(body: readonly Block[]): Generator<Inline> {
  for (const block of body) {
    if (isLineBlock(block)) yield* block.children
    else if (block.type === 'table') {
      for (const row of block.children)
        for (const cell of row.children) for (const p of cell.children) yield* p.children
    }
  }
}

/** Word numbers endnotes i, ii, iii unless told otherwise. */
export function roman(count: number): string {
  let rest = count
  let text = ''
  for (const [value, letters] of romanSteps) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}

const romanSteps: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
