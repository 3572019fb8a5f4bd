import { sliceInlines, tidyInlines } from '../report/inlines.ts'
import type { PlainLine, PlainText } from '../report/plain-text.ts'
import { isLineBlock, type Block, type Inline, type TextLeaf } from '../report/schema.ts'

/** [start, end) of the plain text gives way to other words, which may wait for their figure. */
export interface TextEdit {
  start: number
  end: number
  text: string
  field?: TextLeaf['field']
  indicator?: string
}

/** Edits in the order of the text; of two that meet the earlier in the list stands. */
export function withoutOverlaps<Edit extends TextEdit>(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (!last || last.end <= edit.start) kept.push(edit)
    else if (edits.indexOf(edit) < edits.indexOf(last)) kept[kept.length - 1] = edit
  }
  return kept
}

/** The body with the edits made, each within one line and outside its printed number. */
export function editBody(body: readonly Block[], plain: PlainText, edits: readonly TextEdit[]): Block[] {
  const byLine = new Map<string, Inline[]>()
  let next = 0
  for (const line of plain.lines) {
    const own: TextEdit[] = []
    for (let edit = edits[next]; edit && edit.start < line.end; edit = edits[++next]) own.push(edit)
    if (own.length > 0) byLine.set(line.path.join('.'), editLine(childrenAt(body, line.path), line, own))
  }
  return mapLines(body, (children, path) => byLine.get(path.join('.')) ?? children)
}

/** Every line of a body, those of tables too, with other children. */
export function mapLines(
  body: readonly Block[],
  change: (children: Inline[], path: number[], block: Block) => Inline[],
): Block[] {
  return body.map((block, index): Block => {
    if (isLineBlock(block)) return { ...block, children: change(block.children, [index], block) }
    if (block.type !== 'table') return block
    const rows = block.children.map((row, r) => ({
      ...row,
      children: row.children.map((cell, c) => ({
        ...cell,
        children: cell.children.map((line, p) => ({
          ...line,
          children: change(line.children, [index, r, c, p], line),
        })),
      })),
    }))
    return { ...block, children: rows }
  })
}

/** Where what stood at `at` stands after the edits. */
export function offsetAfter(edits: readonly TextEdit[], at: number): number {
  let by = 0
  for (const { start, end, text } of edits) {
    if (start >= at) break
    by += text.length - (end - start)
  }
  return at + by
}

function childrenAt(body: readonly Block[], [index = -1, row = 0, cell = 0, line = 0]: readonly number[]): Inline[] {
  const block = body[index]
  if (!block) return []
  if (isLineBlock(block)) return block.children
  return block.type === 'table' ? (block.children[row]?.children[cell]?.children[line]?.children ?? []) : []
}

function editLine(children: Inline[], line: PlainLine, edits: readonly TextEdit[]): Inline[] {
  const from = line.start + line.labelLength
  const edited: Inline[] = []
  let at = 0
  for (const edit of edits) {
    const [start, end] = [edit.start - from, edit.end - from]
    if (start < at) continue
    edited.push(...sliceInlines(children, at, start), leafOf(children, start, end, edit))
    at = end
  }
  return tidyInlines([...edited, ...sliceInlines(children, at, Infinity)])
}

/** The new words look like those they replace. */
function leafOf(children: Inline[], start: number, end: number, { text, field, indicator }: TextEdit): TextLeaf {
  const [model] = sliceInlines(children, start, Math.max(end, start + 1))
  const { field: _, indicator: __, ...marks } = model && 'text' in model ? model : { text: '' }
  return { ...marks, text, ...(field && { field }), ...(indicator !== undefined && { indicator }) }
}
