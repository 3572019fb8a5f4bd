import { Editor, Path, Range, Text, Transforms } from 'slate'
import type { Heading, LineBlock } from '../../../shared/report/schema.ts'
import { blockVoidAtCaret, caretInLine, type CaretInLine } from '../caret.ts'
import { insertParagraphBelow } from '../commands/insert-blocks.ts'
import { styleLine, type LineStyle } from '../commands/set-block-type.ts'
import type { ReportEditor } from '../slate-types.ts'

/**
 * Enter as in WPS: behind a heading comes body text, an empty list item or heading becomes body text, and the title block
 * goes on with its next line. Shift+Enter is the same, since a report has no line breaks inside a paragraph.
 */
export function withEnter(editor: ReportEditor): ReportEditor {
  const { insertBreak } = editor

  editor.insertBreak = () => {
    if (!editor.selection) return
    Editor.withoutNormalizing(editor, () => {
      if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment()
      if (!breakLine(editor)) insertBreak()
    })
  }

  editor.insertSoftBreak = () => editor.insertBreak()

  return editor
}

function breakLine(editor: ReportEditor): boolean {
  if (blockVoidAtCaret(editor)) {
    insertParagraphBelow(editor)
    return true
  }
  const caret = caretInLine(editor)
  if (!caret || caret.inCell) return false
  switch (caret.line.type) {
    case 'heading':
      return breakHeading(editor, caret, caret.line)
    case 'list-item':
      return caret.atStart && caret.atEnd && become(editor, caret.path, { type: 'paragraph' })
    case 'paragraph':
      return false
    case 'title':
    case 'meeting':
    case 'speaker':
    case 'salutation':
      return breakTitleBlock(editor, caret)
  }
}

function breakHeading(editor: ReportEditor, caret: CaretInLine, heading: Heading): boolean {
  if (caret.atStart && caret.atEnd) return become(editor, caret.path, { type: 'paragraph' })
  if (caret.atStart) {
    Transforms.insertNodes(editor, { type: 'paragraph', children: [{ text: '' }] }, { at: caret.first })
    return true
  }
  if (!caret.atEnd && !(heading.runIn && isBehindLead(editor, caret, heading))) return false
  return splitInto(editor, caret, { type: 'paragraph' })
}

/** In 「（一）标题。正文」 the caret stands behind the title sentence. */
function isBehindLead(editor: ReportEditor, caret: CaretInLine, heading: Heading): boolean {
  const leaf = caret.point.path.at(-1) ?? 0
  const [node] = Editor.node(editor, caret.point.path)
  if (!Text.isText(node)) return false
  if (node.lead && caret.point.offset < node.text.length) return false
  return !heading.children.slice(leaf + 1).some((child) => Text.isText(child) && child.lead)
}

const following: Partial<Record<LineBlock['type'], LineStyle>> = {
  title: { type: 'meeting' },
  meeting: { type: 'speaker' },
  speaker: { type: 'salutation' },
  salutation: { type: 'paragraph' },
}

/** Another line of the same kind where the next kind already follows: titles and meetings may take two lines. */
function breakTitleBlock(editor: ReportEditor, caret: CaretInLine): boolean {
  const next = following[caret.line.type]
  if (!next || !caret.atEnd) return false
  if (caret.atStart) return become(editor, caret.path, next)
  const below = editor.children[(caret.path[0] ?? 0) + 1]
  const goesOn = below !== undefined && 'type' in below && below.type in following
  return caret.line.type !== 'salutation' && goesOn ? false : splitInto(editor, caret, next)
}

function splitInto(editor: ReportEditor, caret: CaretInLine, style: LineStyle): boolean {
  Transforms.splitNodes(editor, { always: true })
  return become(editor, Path.next(caret.path), style)
}

function become(editor: ReportEditor, path: Path, style: LineStyle): true {
  styleLine(editor, path, style)
  if (style.type === 'paragraph') Transforms.unsetNodes(editor, 'align', { at: path })
  return true
}
