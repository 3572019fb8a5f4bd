import { Transforms } from 'slate'
import type { Block } from '../../shared/report/schema.ts'
import { inOneStep } from '../editor/commands/one-step.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { untracked } from '../editor/tracking/tracking.ts'

/** Puts another body in place of the one shown, as one step of undo; 修订 does not record it. */
export function replaceBody(editor: ReportEditor, body: readonly Block[]): void {
  inOneStep(editor, () =>
    untracked(editor, () => {
      Transforms.deselect(editor)
      for (let index = editor.children.length - 1; index >= 0; index--) Transforms.removeNodes(editor, { at: [index] })
      Transforms.insertNodes(editor, structuredClone(body) as Block[], { at: [0] })
    }),
  )
}

/** Puts the blocks that differ in place of those shown, as one step of undo; the others keep their place on the screen. */
export function replaceBlocks(editor: ReportEditor, body: readonly Block[]): void {
  if (body.length !== editor.children.length) {
    replaceBody(editor, body)
    return
  }
  inOneStep(editor, () =>
    untracked(editor, () => {
      body.forEach((block, index) => {
        if (block === editor.children[index]) return
        Transforms.removeNodes(editor, { at: [index] })
        Transforms.insertNodes(editor, structuredClone(block), { at: [index] })
      })
    }),
  )
}
