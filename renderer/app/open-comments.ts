import { Editor, type Range } from 'slate'
import { isTextLeaf, type Comment, type Review } from '../../shared/report/schema.ts'
import type { ReportEditor } from '../editor/slate-types.ts'

/** Threads that nobody has closed. */
export function readOpenComments(review: Review | undefined): Comment[] {
  return (review?.comments ?? []).filter(({ done, parent }) => !done && parent === undefined)
}

/** The words that a comment stands on; undefined where they have gone. */
export function rangeOfComment(editor: ReportEditor, id: string): Range | undefined {
  const leaves = Editor.nodes(editor, {
    at: [],
    match: (node) => 'text' in node && isTextLeaf(node) && node.comments?.includes(id) === true,
  })
  const paths = [...leaves].map(([, path]) => path)
  const [first, last] = [paths[0], paths.at(-1)]
  return first && last && { anchor: Editor.start(editor, first), focus: Editor.end(editor, last) }
}
