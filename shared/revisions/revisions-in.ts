import { isLineBlock, isTextLeaf, type Block, type LineBlock, type Pending, type Revision } from '../report/schema.ts'

export type RevisionKind =
  /** Words or an inline object. */
  | 'ins'
  | 'del'
  | 'format'
  /** The paragraph mark at the end of a line. */
  | 'mark-ins'
  | 'mark-del'
  | 'mark-format'
  | 'paragraph-format'
  | 'row-ins'
  | 'row-del'
  | 'cell'
  /** A page break or a block that was kept as it came. */
  | 'block-ins'
  | 'block-del'

export interface PlacedRevision {
  kind: RevisionKind
  revision: Revision
  /** Path of what carries it in the body: [block, leaf], [table, row, cell, paragraph, leaf], [block] … */
  path: number[]
  /** Its words; '' for what has none. */
  text: string
}

/** Every revision of a body in the order of the text; of one leaf the insertion stands before the deletion on it. */
export function revisionsIn(body: readonly Block[]): PlacedRevision[] {
  const found: PlacedRevision[] = []
  body.forEach((block, index) => {
    if (isLineBlock(block)) readLine(block, [index], found)
    else if (block.type === 'table') {
      block.children.forEach((row, r) => {
        add(found, row, [index, r], 'row-')
        row.children.forEach((cell, c) => {
          if (cell.cellRev) found.push({ kind: 'cell', revision: cell.cellRev.rev, path: [index, r, c], text: '' })
          cell.children.forEach((paragraph, p) => readLine(paragraph, [index, r, c, p], found))
        })
      })
    } else add(found, block, [index], 'block-')
  })
  return found
}

function readLine(line: LineBlock, path: number[], found: PlacedRevision[]): void {
  if (line.pFmt) found.push({ kind: 'paragraph-format', revision: line.pFmt.rev, path, text: '' })
  line.children.forEach((child, index) => {
    const at = [...path, index]
    const text = isTextLeaf(child) ? child.text : ''
    add(found, child, at, '', text)
    if (isTextLeaf(child) && child.fmt) found.push({ kind: 'format', revision: child.fmt.rev, path: at, text })
  })
  if (!line.mark) return
  add(found, line.mark, path, 'mark-')
  if (line.mark.fmt) found.push({ kind: 'mark-format', revision: line.mark.fmt.rev, path, text: '' })
}

function add(
  found: PlacedRevision[],
  { ins, del }: Pending,
  path: number[],
  prefix: '' | 'mark-' | 'row-' | 'block-',
  text = '',
): void {
  if (ins) found.push({ kind: `${prefix}ins`, revision: ins, path, text })
  if (del) found.push({ kind: `${prefix}del`, revision: del, path, text })
}
