import type { Descendant } from 'slate'
import { finalNumbers } from '../../shared/report/numbering.ts'
import { isLineBlock, type Block, type Inline } from '../../shared/report/schema.ts'
import type { ReportElement } from './slate-types.ts'

/** Everything that is shown but not stored: printed numbers of lines and of notes. */
interface Labels {
  byElement: ReadonlyMap<ReportElement, string>
  notes: readonly string[]
}

/** Counted once for each value: a key press that changes no number costs one walk over the blocks. */
const cache = new WeakMap<readonly Descendant[], Labels>()

let lastNotes: readonly string[] = []

export function labelOf(children: readonly Descendant[], element: ReportElement): string {
  return labelsOf(children).byElement.get(element) ?? ''
}

/** Ids of the notes in the order of their references. The same list as long as it says the same. */
export function noteIds(children: readonly Descendant[]): readonly string[] {
  const { notes } = labelsOf(children)
  if (notes.length !== lastNotes.length || notes.some((id, index) => id !== lastNotes[index])) lastNotes = notes
  return lastNotes
}

function labelsOf(children: readonly Descendant[]): Labels {
  let labels = cache.get(children)
  if (!labels) {
    labels = readLabels(children as readonly Block[])
    cache.set(children, labels)
  }
  return labels
}

function readLabels(body: readonly Block[]): Labels {
  const byElement = new Map<ReportElement, string>()
  const notes: string[] = []
  const countNotes = (children: readonly Inline[]): void => {
    if (children.length < 2) return
    for (const child of children) {
      if (!('type' in child) || child.type !== 'note') continue
      // Two references to one note, as copying makes them, show the same number.
      if (!notes.includes(child.note)) notes.push(child.note)
      byElement.set(child, String(notes.indexOf(child.note) + 1))
    }
  }
  const numbers = finalNumbers(body)
  body.forEach((block, index) => {
    const number = numbers[index]
    if (number !== undefined) byElement.set(block, number)
    if (isLineBlock(block)) countNotes(block.children)
    else if (block.type === 'table') {
      for (const row of block.children)
        for (const cell of row.children) for (const paragraph of cell.children) countNotes(paragraph.children)
    }
  })
  return { byElement, notes }
}
