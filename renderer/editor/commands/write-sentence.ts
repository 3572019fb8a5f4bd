import { Editor, Node, Text, Transforms, type Path } from 'slate'
import type { Block } from '../../../shared/report/schema.ts'
import type { ReportEditor } from '../slate-types.ts'
import { selectField } from './fields.ts'
import { inOneStep } from './one-step.ts'
import { leavesOf } from './phrases.ts'

/**
 * Writes a sentence at the end of the block `block`, at the end of the text without one, as one step of undo.
 * Its □ wait, and the first one is selected.
 */
export function writeSentence(editor: ReportEditor, sentence: string, block: number | undefined): void {
  const index = textBlock(editor, block)
  const blanks = sentence.split('□').length - 1
  const at = index ?? editor.children.length
  inOneStep(editor, () => {
    const leaves = leavesOf(sentence)
    if (index === undefined) Transforms.insertNodes(editor, { type: 'paragraph', children: leaves }, { at: [at] })
    else Transforms.insertNodes(editor, leaves, { at: endOf(editor, index) })
  })
  const waiting = [...Node.texts(Node.get(editor, [at]))].filter(([leaf]) => Text.isText(leaf) && leaf.field)
  const first = waiting.at(-blanks)
  if (first && blanks > 0) selectField(editor, [at, ...first[1]])
  else Transforms.select(editor, Editor.end(editor, [at]))
}

function endOf(editor: ReportEditor, index: number): Path {
  const block = editor.children[index]
  return [index, block && Node.isElement(block) ? block.children.length : 0]
}

/** The paragraph itself, or the first one below; undefined where none takes words. */
function textBlock(editor: ReportEditor, from: number | undefined): number | undefined {
  if (from === undefined) return undefined
  const index = editor.children.findIndex((block, at) => at >= from && takesSentences(block as Block))
  return index < 0 ? undefined : index
}

function takesSentences(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'list-item' || (block.type === 'heading' && block.runIn === true)
}
