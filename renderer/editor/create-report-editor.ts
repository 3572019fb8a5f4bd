import { createEditor, Editor } from 'slate'
import { HistoryEditor, withHistory } from 'slate-history'
import { withReact } from 'slate-react'
import type { Block } from '../../shared/report/schema.ts'
import { withBesideChanges } from './plugins/with-beside-changes.ts'
import { withBackspace } from './plugins/with-backspace.ts'
import { withClipboard } from './plugins/with-clipboard.ts'
import { withComments, withoutKeeping } from './plugins/with-comments.ts'
import { withEnter } from './plugins/with-enter.ts'
import { withReportShape } from './plugins/with-report-shape.ts'
import { withTables } from './plugins/with-tables.ts'
import { withTemplateFields } from './plugins/with-template-fields.ts'
import { withTrackedChanges } from './plugins/with-tracked-changes.ts'
import { withTypedNumbers } from './plugins/with-typed-numbers.ts'
import type { ReportEditor } from './slate-types.ts'

export { bodyOf } from './body-of.ts'

/** 100 blocks a chunk: with content-visibility a key costs half as much in a report of 200,000 characters. */
const chunkSize = 100

/** Each sits on those before it: the last is the first to see a key. */
const plugins: readonly ((editor: ReportEditor) => ReportEditor)[] = [
  withBesideChanges,
  withReportShape,
  withTrackedChanges,
  withComments,
  withTables,
  withBackspace,
  withTemplateFields,
  withTypedNumbers,
  withEnter,
  withClipboard,
]

/** The editor of a body with all behaviour; works without a DOM, so that every rule is tested in plain Node. */
export function createReportEditor(body: readonly Block[]): ReportEditor {
  const editor = plugins.reduce<ReportEditor>((made, plugin) => plugin(made), withReact(withHistory(createEditor())))
  editor.getChunkSize = (node) => (node === editor ? chunkSize : null)
  resetReportEditor(editor, body)
  return editor
}

/** Shows another body: nothing of the old one can be undone into it. */
export function resetReportEditor(editor: ReportEditor, body: readonly Block[]): void {
  editor.selection = null
  editor.marks = null
  withoutKeeping(editor, () => {
    editor.children = body.length > 0 ? [...body] : [{ type: 'paragraph', children: [{ text: '' }] }]
    HistoryEditor.withoutSaving(editor, () => Editor.normalize(editor, { force: true }))
  })
  editor.history = { undos: [], redos: [] }
}
