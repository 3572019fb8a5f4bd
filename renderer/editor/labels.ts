import type { Descendant } from 'slate'
import { numberBlocks } from '../../shared/report/numbering.ts'
import { isLineBlock, type Block, type Inline } from '../../shared/report/schema.ts'
import type { ReportElement } from './slate-types.ts'

/** Everything that is shown but not stored: printed numbers of lines and of notes. */
interface Labels {
  byElement: ReadonlyMap<ReportElement, string>
}

/** Counted once for each value: a key press that changes no number costs one walk over the blocks. */
const cache = new WeakMap<readonly Descendant[], Labels>()

export function labelOf(children: readonly Descendant[], element: ReportElement): string {
  let labels = cache.get(children)
  if (!labels) {
    labels = readLabels(children as readonly Block[])
    cache.set(children, labels)
  }
  return labels.byElement.get(element) ?? ''
}

function readLabels(body: readonly Block[]): Labels {
  const byElement = new Map<ReportElement, string>()
  const numbers = numberBlocks(body)
  let notes = 0
  const countNotes = (children: readonly Inline[]): void => {
    if (children.length < 2) return
    for (const child of children) if ('type' in child && child.type === 'note') byElement.set(child, String(++notes))
  }
  body.forEach((block, index) => {
    const number = numbers[index]
    if (number !== undefined) byElement.set(block, number)
    if (isLineBlock(block)) countNotes(block.children)
    else if (block.type === 'table') {
      for (const row of block.children)
        for (const cell of row.children) for (const paragraph of cell.children) countNotes(paragraph.children)
    }
  })
  return { byElement }
}
