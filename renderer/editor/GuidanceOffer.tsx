import { useTranslation } from 'react-i18next'
import { Node, Range } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import { phrasesFor, startWithPhrase } from './commands/phrases.ts'
import { placeBeside } from './place-beside.ts'
import type { ReportEditor } from './slate-types.ts'

/** Phrases to start an empty paragraph with, below the line of the caret. Typing goes on as if they were not there. */
export function GuidanceOffer() {
  const editor = useSlateStatic()
  const { t } = useTranslation('editor')
  const index = useSlateSelector(offeredLine)

  if (index === undefined) return null
  return (
    <div
      key={index}
      ref={(offer) => {
        if (offer) placeBeside(offer, ReactEditor.toDOMNode(editor, Node.get(editor, [index])), 'below')
      }}
      className="zg-offer"
      role="group"
      aria-label={t('guidance.phrases')}
    >
      {phrasesFor(editor, index).map((phrase) => (
        <button
          key={phrase}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            startWithPhrase(editor, index, phrase)
            ReactEditor.focus(editor)
          }}
        >
          {phrase}
        </button>
      ))}
    </div>
  )
}

function offeredLine(editor: ReportEditor): number | undefined {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection) || ReactEditor.isReadOnly(editor)) return undefined
  const index = selection.anchor.path[0]
  return index !== undefined && phrasesFor(editor, index).length > 0 ? index : undefined
}
