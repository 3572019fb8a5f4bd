import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWindow } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** 数据在哪里, and the way to remove what the program has kept. Reports themselves are never touched. */
export function DataPlaceDialog(): ReactElement {
  const { t } = useTranslation()
  const { desktop, opening, showDialog } = useController()
  const folders = useWindow((state) => state.startUp.folders)
  const open = useWindow((state) => state.session !== null)
  const [asked, setAsked] = useState(false)
  const [cleared, setCleared] = useState(false)
  const close = (): void => showDialog(null)
  const clear = async (): Promise<void> => {
    await desktop.clearTraces(undefined)
    await opening.tracesCleared()
    setCleared(true)
  }
  return (
    <Dialog
      title={t('data.title')}
      className="dialog-medium"
      onClose={close}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="dialog-body form">
        <p>{t('data.reports')}</p>
        <dl className="facts facts-wide">
          {(['settings', 'journal', 'history', 'workspace'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`data.${name}`)}</dt>
              <dd>
                <code>{folders[name]}</code>
                <button
                  type="button"
                  className="link"
                  onClick={() => void desktop.showInFolder({ path: folders[name] })}
                >
                  {t('data.show')}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <p>{t('data.offline')}</p>
        <h3>{t('data.clear')}</h3>
        <p>{t('data.clearDetail')}</p>
        {cleared && <p role="status">{t('data.cleared')}</p>}
        {!cleared && (
          <div className="form-line">
            {asked ? (
              <>
                <span>{t('data.sure')}</span>
                <button type="button" className="button" onClick={() => void clear()}>
                  {t('data.clearNow')}
                </button>
                <button type="button" className="button quiet" onClick={() => setAsked(false)}>
                  {t('dialog.cancel')}
                </button>
              </>
            ) : (
              <button type="button" className="button" disabled={open} onClick={() => setAsked(true)}>
                {t('data.clear')}
              </button>
            )}
            {open && <span className="hint">{t('data.closeFirst')}</span>}
          </div>
        )}
      </div>
    </Dialog>
  )
}
