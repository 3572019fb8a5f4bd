import { useTranslation } from 'react-i18next'
import { Editor, Node, Range, Transforms } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import { inOneStep } from './commands/one-step.ts'
import { isHeading, isParagraph } from './nodes.ts'
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
      {phrasesOf(editor, index).map((phrase) => (
        <button
          key={phrase}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => startWith(editor, index, phrase)}
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
  return index !== undefined && phrasesOf(editor, index).length > 0 ? index : undefined
}

function phrasesOf(editor: ReportEditor, index: number): readonly string[] {
  const line = editor.children[index]
  if (!line || !(isParagraph(line) || isHeading(line)) || Node.string(line) !== '') return []
  return line.guidance?.phrases ?? []
}

function startWith(editor: ReportEditor, index: number, phrase: string): void {
  inOneStep(editor, () => Transforms.insertText(editor, phrase, { at: Editor.start(editor, [index]) }))
  Transforms.select(editor, Editor.end(editor, [index]))
  ReactEditor.focus(editor)
}
