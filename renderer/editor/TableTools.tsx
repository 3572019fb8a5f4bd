import { useTranslation } from 'react-i18next'
import { Node } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import {
  deleteColumn,
  deleteRow,
  deleteTable,
  insertColumn,
  insertRow,
  tableAtCaret,
} from './commands/table-commands.ts'
import { placeBeside } from './place-beside.ts'
import type { ReportEditor } from './slate-types.ts'

const tools: readonly { name: string; act: (editor: ReportEditor) => void; onWhole?: true }[] = [
  { name: 'rowAbove', act: (editor) => insertRow(editor, 'above') },
  { name: 'rowBelow', act: (editor) => insertRow(editor, 'below') },
  { name: 'columnLeft', act: (editor) => insertColumn(editor, 'left') },
  { name: 'columnRight', act: (editor) => insertColumn(editor, 'right') },
  { name: 'deleteRow', act: deleteRow },
  { name: 'deleteColumn', act: deleteColumn },
  { name: 'deleteTable', act: deleteTable, onWhole: true },
]

/** Rows and columns of the table in which the caret stands; a table with joined cells can only go as a whole. */
export function TableTools() {
  const editor = useSlateStatic()
  const { t } = useTranslation('editor')
  const index = useSlateSelector((current) => tableAtCaret(current)?.path[0])
  const plain = useSlateSelector((current) => tableAtCaret(current)?.plain ?? false)
  if (index === undefined || ReactEditor.isReadOnly(editor)) return null
  return (
    <div
      key={index}
      ref={(bar) => {
        if (bar) placeBeside(bar, ReactEditor.toDOMNode(editor, Node.get(editor, [index])), 'above')
      }}
      className="zg-table-tools"
      role="group"
      aria-label={t('table.tools')}
    >
      {tools
        .filter(({ onWhole }) => plain || onWhole)
        .map(({ name, act }) => (
          <button
            key={name}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              act(editor)
              ReactEditor.focus(editor)
            }}
          >
            {t(`table.${name}`)}
          </button>
        ))}
    </div>
  )
}
