import { Editor, Node, Path, Range, Transforms } from 'slate'
import { numberBlocks } from '../../../shared/report/numbering.ts'
import { inlineText } from '../../../shared/report/plain-text.ts'
import { isLineBlock, type Block, type Inline, type LineBlock } from '../../../shared/report/schema.ts'
import { homelessComments } from '../plugins/with-comments.ts'
import { blockVoidAtCaret, caretInLine, type CaretInLine } from '../caret.ts'
import { inOneStep } from '../commands/one-step.ts'
import type { ReportEditor } from '../slate-types.ts'
import { settledBlocks } from '../tracking/track-insertion.ts'

/**
 * Puts blocks in place of the selection, as one step of undo. One line joins the line of the caret, several begin with it:
 * body text runs on, headings and tables start anew. An empty line gives way to what is pasted. Revisions and comments of
 * where it comes from stay there.
 */
export function insertBlocksAtCaret(editor: ReportEditor, pasted: readonly Block[]): void {
  if (pasted.length === 0 || !editor.selection) return
  const blocks = settledBlocks(pasted, homelessComments(editor))
  inOneStep(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment()
    const voidPath = blockVoidAtCaret(editor)
    const caret = caretInLine(editor)
    if (voidPath) insertAfter(editor, voidPath, blocks)
    else if (caret?.inCell) insertIntoCell(editor, blocks)
    else if (caret) insertIntoLine(editor, caret, blocks)
  })
}

function insertIntoLine(editor: ReportEditor, caret: CaretInLine, blocks: readonly Block[]): void {
  const empty = caret.atStart && caret.atEnd
  const [first, ...rest] = blocks
  if (!first) return
  if (empty) replaceEmptyLine(editor, caret, blocks)
  else if (rest.length === 0 && isLineBlock(first)) insertInlines(editor, printedInlines(first))
  else insertBetweenHalves(editor, caret, blocks)
}

/** An empty heading or list item lends its kind to a pasted paragraph: the clerk has made it for that. */
function replaceEmptyLine(editor: ReportEditor, { last: path, line }: CaretInLine, blocks: readonly Block[]): void {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph' && line.type !== 'paragraph') {
    insertInlines(editor, first.children)
    if (rest.length > 0) insertAfter(editor, path, rest)
    return
  }
  insertAfter(editor, path, blocks)
  Transforms.removeNodes(editor, { at: path })
}

function insertBetweenHalves(editor: ReportEditor, caret: CaretInLine, blocks: readonly Block[]): void {
  const [first, ...others] = blocks
  const runsOn = first?.type === 'paragraph' && !caret.atStart
  if (!caret.atEnd) Transforms.splitNodes(editor, { always: true })
  if (caret.atStart) {
    // The caret's line was split before its first character: its empty half makes room.
    insertAfter(editor, caret.path, blocks)
    Transforms.removeNodes(editor, { at: caret.path })
    return
  }
  Transforms.select(editor, Editor.end(editor, caret.path))
  if (runsOn) insertInlines(editor, first.children)
  const rest = runsOn ? others : blocks
  if (rest.length > 0) insertAfter(editor, caret.path, rest)
}

/** Inserts below a block and leaves the caret at the end of what was inserted, behind a table or page break. */
function insertAfter(editor: ReportEditor, path: Path, blocks: readonly Block[]): void {
  const first = (path[0] ?? 0) + 1
  const behind = [first + blocks.length]
  const last = blocks.at(-1)
  Transforms.insertNodes(editor, structuredClone([...blocks]), { at: [first] })
  if (last && isLineBlock(last)) {
    Transforms.select(editor, Editor.end(editor, Path.previous(behind)))
    return
  }
  if (!Node.has(editor, behind))
    Transforms.insertNodes(editor, { type: 'paragraph', children: [{ text: '' }] }, { at: behind })
  Transforms.select(editor, Editor.start(editor, behind))
}

/** A cell takes words alone: each line becomes a paragraph of the cell. */
function insertIntoCell(editor: ReportEditor, blocks: readonly Block[]): void {
  const numbers = numberBlocks(blocks)
  const lines = blocks.flatMap((block, index) => linesOf(block).map((line) => printedInlines(line, numbers[index])))
  lines.forEach((line, index) => {
    if (index > 0) editor.insertBreak()
    insertInlines(editor, line)
  })
}

function linesOf(block: Block): LineBlock[] {
  if (isLineBlock(block)) return [block]
  return block.type === 'table' ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children)) : []
}

/** A heading that joins another line brings its number as words. */
function printedInlines(line: LineBlock, number: string | undefined = numberBlocks([line])[0]): Inline[] {
  const children = line.children.map((child): Inline => {
    if (!('text' in child)) return child
    const { lead, ...rest } = child
    return lead === undefined ? child : rest
  })
  return number === undefined ? children : [{ text: number }, ...children]
}

function insertInlines(editor: ReportEditor, inlines: readonly Inline[]): void {
  if (inlineText(inlines) === '') return
  const filled = inlines.filter((inline) => !('text' in inline) || inline.text !== '')
  Transforms.insertNodes(editor, structuredClone(filled), { select: true })
}
