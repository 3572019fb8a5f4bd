import { Editor, Range } from 'slate'
import type { Block } from '../../shared/report/schema.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import type { Caret } from './window-state.ts'

/** Runs with every key: it looks at one block only. */
export function readCaret(editor: ReportEditor): Caret {
  const block = editor.selection?.anchor.path[0] ?? -1
  const element = editor.children[block] as Block | undefined
  return {
    block,
    style: element ? styleOf(element) : 'paragraph',
    bold: editor.selection !== null && Editor.marks(editor)?.bold === true,
    expanded: editor.selection !== null && Range.isExpanded(editor.selection),
    canUndo: editor.history.undos.length > 0,
    canRedo: editor.history.redos.length > 0,
  }
}

export function sameCaret(a: Caret, b: Caret): boolean {
  return (
    a.block === b.block &&
    a.style === b.style &&
    a.bold === b.bold &&
    a.expanded === b.expanded &&
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo
  )
}

function styleOf(block: Block): string {
  if (block.type === 'heading') return `heading.${block.level}`
  if (block.type === 'list-item') return `list.${block.marker}`
  return block.type
}
