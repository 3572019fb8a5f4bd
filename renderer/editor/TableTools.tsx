import { useTranslation } from 'react-i18next'
import { Node } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import { tableAtCaret } from './commands/table-commands.ts'
import { placeBeside } from './place-beside.ts'
import { isRefused, tableToolsAtCaret } from './table-tools.ts'

/** Rows and columns of the table in which the caret stands; a table with joined cells can only go as a whole. */
export function TableTools() {
  const editor = useSlateStatic()
  const { t } = useTranslation('editor')
  const index = useSlateSelector((current) => tableAtCaret(current)?.path[0])
  useSlateSelector((current) => tableAtCaret(current)?.plain)
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
      {tableToolsAtCaret(editor).map((tool) => (
        <button
          key={tool.name}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          aria-disabled={isRefused(editor, tool)}
          {...(isRefused(editor, tool) && { title: t('table.columnsTracked') })}
          onClick={() => {
            if (!isRefused(editor, tool)) tool.act(editor)
            ReactEditor.focus(editor)
          }}
        >
          {t(`table.${tool.name}`)}
        </button>
      ))}
    </div>
  )
}
