import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../shared/desktop/calls.ts'
import { useController, useSession } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** 历史版本: every save kept its text; one is opened as a copy, the report stays as it is. */
export function VersionsDialog(): ReactElement {
  const { t, i18n } = useTranslation()
  const { desktop, opening, showDialog } = useController()
  const id = useSession((session) => session.report.id)
  const [versions, setVersions] = useState<StoredVersion[] | null>(null)
  useEffect(() => {
    let gone = false
    void desktop.listVersions({ id }).then((found) => {
      if (!gone) setVersions(found)
    })
    return () => {
      gone = true
    }
  }, [desktop, id])
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('versions.title')}
      className="dialog-medium"
      onClose={close}
      hint={t('versions.hint')}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        {versions?.length === 0 && <p>{t('versions.none')}</p>}
        <ul className="versions">
          {versions
            ?.slice()
            .sort((a, b) => b.number - a.number)
            .map((version) => (
              <li key={version.number}>
                <span className="grow">
                  <b>{t('versions.number', { number: version.number })}</b>
                  <small className="number">
                    {version.savedAt.replace('T', ' ').slice(0, 16)} ·{' '}
                    {t('status.words', { words: version.characters.toLocaleString(i18n.language) })}
                  </small>
                </span>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    close()
                    void opening.openVersion(version.number)
                  }}
                >
                  {t('versions.open')}
                </button>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  )
}
