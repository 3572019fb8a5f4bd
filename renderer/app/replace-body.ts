import { Editor, Transforms } from 'slate'
import { isLineBlock, type Block, type Inline, type LineBlock, type Table } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { inOneStep } from '../editor/commands/one-step.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { untracked } from '../editor/tracking/tracking.ts'

/** Puts another body in place of the one shown, as one step of undo; 修订 does not record it: lines of a copy are joined anew. */
export function replaceBody(editor: ReportEditor, body: readonly Block[]): void {
  inOneStep(editor, () =>
    untracked(editor, () => {
      Transforms.deselect(editor)
      for (let index = editor.children.length - 1; index >= 0; index--) Transforms.removeNodes(editor, { at: [index] })
      Transforms.insertNodes(editor, structuredClone(body) as Block[], { at: [0] })
    }),
  )
}

/**
 * Puts the blocks that differ in place of those shown, as one step of undo; the others keep their place on the screen. While
 * 修订 is on, the words that differ are recorded; what has no words that could be (a chart, a table with other rows) is not.
 */
export function replaceBlocks(editor: ReportEditor, body: readonly Block[]): void {
  if (body.length !== editor.children.length) {
    replaceBody(editor, body)
    return
  }
  inOneStep(editor, () => {
    body.forEach((block, index) => {
      const shown = editor.children[index] as Block
      if (block !== shown && !(editor.tracking && rewriteBlock(editor, index, shown, block)))
        untracked(editor, () => {
          Transforms.removeNodes(editor, { at: [index] })
          Transforms.insertNodes(editor, structuredClone(block), { at: [index] })
        })
    })
  })
}

/** False where the two are not of one shape. */
function rewriteBlock(editor: ReportEditor, index: number, shown: Block, wanted: Block): boolean {
  if (isLineBlock(shown) && isLineBlock(wanted)) {
    if (shown.type !== wanted.type) return false
    rewriteLine(editor, [index], shown, wanted.children)
    return true
  }
  if (shown.type !== 'table' || wanted.type !== 'table' || shapeOf(shown) !== shapeOf(wanted)) return false
  wanted.children.forEach((row, r) =>
    row.children.forEach((cell, c) =>
      cell.children.forEach((line, p) => {
        const now = shown.children[r]?.children[c]?.children[p]
        if (now) rewriteLine(editor, [index, r, c, p], now, line.children)
      }),
    ),
  )
  return true
}

const shapeOf = ({ children }: Table): string =>
  JSON.stringify(children.map((row) => [row.del === undefined, row.children.map((cell) => cell.children.length)]))

/** The part in the middle that differs is deleted and written anew, so that the line reads as wanted. */
function rewriteLine(editor: ReportEditor, path: number[], line: LineBlock, wanted: readonly Inline[]): void {
  const [final] = decide([{ ...line, mark: {} }], 'accept', 'all')
  if (!final || !isLineBlock(final) || same(final.children, wanted)) return
  const isPending = !same(final.children, line.children)
  const shorter = isPending ? 0 : Math.min(line.children.length, wanted.length)
  let first = 0
  while (first < shorter && same(line.children[first], wanted[first])) first++
  let behind = 0
  while (behind < shorter - first && same(line.children.at(-1 - behind), wanted.at(-1 - behind))) behind++
  const last = line.children.length - behind
  const middle = last > first && {
    anchor: Editor.start(editor, [...path, first]),
    focus: Editor.end(editor, [...path, last - 1]),
  }
  const words = wanted
    .slice(first, wanted.length - behind)
    .filter((inline) => !('text' in inline) || inline.text !== '')
  const old = middle && Editor.rangeRef(editor, middle, { affinity: 'inward' })
  if (words.length > 0) Transforms.insertNodes(editor, structuredClone(words), { at: [...path, last] })
  const range = old && old.unref()
  if (range) Transforms.delete(editor, { at: range })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
