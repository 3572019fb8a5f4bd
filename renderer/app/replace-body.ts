import { Transforms } from 'slate'
import type { Block } from '../../shared/report/schema.ts'
import { inOneStep } from '../editor/commands/one-step.ts'
import type { ReportEditor } from '../editor/slate-types.ts'

/** Puts another body in place of the one shown, as one step of undo. */
export function replaceBody(editor: ReportEditor, body: readonly Block[]): void {
  inOneStep(editor, () => {
    Transforms.deselect(editor)
    for (let index = editor.children.length - 1; index >= 0; index--) Transforms.removeNodes(editor, { at: [index] })
    Transforms.insertNodes(editor, structuredClone(body) as Block[], { at: [0] })
  })
}
