import { useTranslation } from 'react-i18next'
import { useSlateSelector } from 'slate-react'
import type { Note } from '../../shared/report/schema.ts'
import { noteIds } from './labels.ts'

export interface NotesListProps {
  notes: Readonly<Record<string, Note>>
  onNoteChange: ((id: string, text: string) => void) | undefined
}

/** The notes below the text, in the order of their references. */
export function NotesList({ notes, onNoteChange }: NotesListProps) {
  const { t } = useTranslation('editor')
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
            onChange={(event) => onNoteChange?.(id, event.target.value)}
          />
        </li>
      ))}
    </ol>
  )
}
