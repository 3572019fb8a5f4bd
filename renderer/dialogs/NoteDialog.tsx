import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Editor, Transforms } from 'slate'
import { insertNote } from '../editor/commands/insert-blocks.ts'
import { useController, useSession } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** The text of a footnote; a new one gets its mark at the caret. */
export function NoteDialog({ id }: { id: string | null }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const editor = useSession((session) => session.editor)
  const notes = useSession((session) => session.report.notes)
  const [text, setText] = useState(id === null ? '' : (notes[id]?.text ?? ''))
  const close = (): void => controller.showDialog(null)
  const submit = (): void => {
    const own = id ?? crypto.randomUUID()
    const kind = notes[own]?.kind ?? 'footnote'
    controller.changeNotes({ ...notes, [own]: { kind, text: text.trim() } })
    close()
    if (id !== null) return
    if (!editor.selection) Transforms.select(editor, Editor.end(editor, []))
    insertNote(editor, own)
  }
  return (
    <Dialog
      title={t(id === null ? 'note.new' : 'note.edit')}
      className="dialog-small"
      onClose={close}
      hint={t('note.hint')}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={text.trim() === ''} onClick={submit}>
            {t(id === null ? 'note.insert' : 'note.keep')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <textarea
          className="input text-area"
          aria-label={t('note.text')}
          rows={4}
          value={text}
          maxLength={4000}
          data-first-focus
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
