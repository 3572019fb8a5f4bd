import { useTranslation } from 'react-i18next'
import { Editor } from 'slate'
import { useSlateSelector, useSlateStatic } from 'slate-react'
import type { Note } from '../../shared/report/schema.ts'
import { jumpToRange } from './commands/jump-to.ts'
import { noteIds } from './labels.ts'
import { isNote } from './nodes.ts'
import type { ReportEditor } from './slate-types.ts'

export interface NotesListProps {
  notes: Readonly<Record<string, Note>>
  onNoteChange: ((id: string, text: string) => void) | undefined
}

/** The notes below the text, in the order of their references; Esc leads back to the reference. */
export function NotesList({ notes, onNoteChange }: NotesListProps) {
  const { t } = useTranslation('editor')
  const editor = useSlateStatic()
  const ids = useSlateSelector((editor) => noteIds(editor.children))
  if (ids.length === 0) return null
  return (
    <ol className="zg-notes" aria-label={t('note.list')}>
      {ids.map((id, index) => (
        <li key={id} className="zg-note-entry" data-note-entry={id}>
          <span aria-hidden="true">{t('note.mark', { number: index + 1 })}</span>
          <textarea
            rows={Math.max(1, (notes[id]?.text ?? '').split('\n').length)}
            value={notes[id]?.text ?? ''}
            readOnly={!onNoteChange}
            aria-label={t('note.reference', { number: index + 1 })}
            placeholder={t('note.empty')}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.nativeEvent.isComposing) goToReference(editor, id)
            }}
            onChange={(event) => onNoteChange?.(id, event.target.value)}
          />
        </li>
      ))}
    </ol>
  )
}

/** The caret goes behind the reference, where the sentence goes on. */
function goToReference(editor: ReportEditor, id: string): void {
  const [reference] = Editor.nodes(editor, { at: [], voids: true, match: (node) => isNote(node) && node.note === id })
  const behind = reference && Editor.after(editor, Editor.end(editor, reference[1]))
  if (behind) jumpToRange(editor, { anchor: behind, focus: behind })
}
