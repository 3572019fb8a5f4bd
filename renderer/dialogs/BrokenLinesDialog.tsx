import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { joinBrokenLines } from '../../shared/report/import/join-broken-lines.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { useController, useSession } from '../app/window-context.ts'
import { replaceBody } from '../app/replace-body.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** Characters shown on either side of a join. */
const around = 22
const mostShown = 60

/** Sentences that a copy from a PDF broke: joined on request, after a look at every place. */
export function BrokenLinesDialog(): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const editor = useSession((session) => session.editor)
  const body = bodyOf(editor)
  const joined = useMemo(() => joinBrokenLines(body), [body])
  const places = useMemo(() => joins(plainText(body).text, plainText(joined.body).text), [body, joined])
  const close = (): void => showDialog(null)
  const join = (): void => {
    replaceBody(editor, joined.body)
    close()
  }
  return (
    <Dialog
      title={t('broken.title')}
      className="dialog-large"
      onClose={close}
      hint={t('broken.hint')}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary first disabled={joined.joined === 0} onClick={join}>
            {t('broken.join', { count: joined.joined })}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form" tabIndex={0}>
        <p>{joined.joined === 0 ? t('broken.none') : t('broken.claim')}</p>
        <ul className="broken-list">
          {places.slice(0, mostShown).map((place, index) => (
            <li key={index}>
              {place.before}
              <span className="broken-place" aria-hidden="true">
                ↩
              </span>
              {place.after}
            </li>
          ))}
        </ul>
        {places.length > mostShown && <p className="hint">{t('broken.more', { count: places.length - mostShown })}</p>}
      </div>
    </Dialog>
  )
}

interface Join {
  before: string
  after: string
}

/** Where line feeds of the text are gone in the joined one: the texts differ in nothing but line feeds and blanks. */
function joins(text: string, joined: string): Join[] {
  const places: Join[] = []
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index)
    if (unit === joined.charAt(at)) {
      at++
    } else if (unit === '\n') {
      const after = text.slice(index).trimStart()
      if (text.charAt(index - 1) !== '\n') {
        places.push({ before: text.slice(Math.max(0, index - around), index), after: after.slice(0, around) })
      }
    } else if (joined.charAt(at) === ' ') {
      at++
      index--
    }
  }
  return places
}
