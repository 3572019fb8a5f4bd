import { plainText, type PlainText } from './plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type Note } from './schema.ts'

/** The words of a note, and where the text refers to it. */
export interface NotePlace {
  /** Offset of the reference in the plain text. */
  at: number
  text: string
}

/** The notes that the final text refers to, each at its first reference, in the order of the text. */
export function readNotePlaces(
  body: readonly Block[],
  notes: Readonly<Record<string, Note>>,
  plain: PlainText = plainText(body),
): NotePlace[] {
  if (Object.keys(notes).length === 0) return []
  const found = new Map<string, NotePlace>()
  for (const { path, start, labelLength } of plain.lines) {
    let at = start + labelLength
    for (const inline of lineAt(body, path)) {
      if (inline.del) continue
      if (isTextLeaf(inline)) at += inline.text.length
      else {
        const note = inline.type === 'note' && Object.hasOwn(notes, inline.note) ? notes[inline.note] : undefined
        if (note && inline.type === 'note' && !found.has(inline.note)) found.set(inline.note, { at, text: note.text })
        at += 1
      }
    }
  }
  return [...found.values()]
}

function lineAt(body: readonly Block[], [index = -1, row = 0, cell = 0, line = 0]: readonly number[]): Inline[] {
  const block = body[index]
  if (!block) return []
  if (block.type === 'table') return block.children[row]?.children[cell]?.children[line]?.children ?? []
  return isLineBlock(block) ? block.children : []
}
