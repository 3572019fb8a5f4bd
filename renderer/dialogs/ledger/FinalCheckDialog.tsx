import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { unconfirmedFigures } from '../../../shared/ledger/sign-off/text-figures.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { cellWords } from './cell-words.ts'
import { LongList } from './LongList.tsx'
import { useReadFigures } from './use-read-figures.ts'

/** 定稿检查: the figures of the text that nobody has confirmed. */
export function FinalCheckDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets, showDialog } = useController()
  const { read, failed } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  const open = useMemo(() => (read ? unconfirmedFigures(read.figures, ledger) : []), [read, ledger])
  const close = (): void => showDialog(null)
  const total = read?.figures.length ?? 0
  const lead = failed
    ? t('signOff.failed')
    : !read
      ? t('signOff.reading')
      : total === 0
        ? t('gate.none')
        : open.length === 0
          ? t('gate.clean', { count: total })
          : t('gate.lead', { count: open.length, total })
  return (
    <Dialog
      title={t('gate.title')}
      className={open.length > 0 ? 'dialog-import' : 'dialog-small'}
      onClose={close}
      hint=""
      buttons={
        <>
          {open.length > 0 && (
            <DialogButton onClick={() => showDialog({ kind: 'makeSignOff' })}>{t('gate.signOff')}</DialogButton>
          )}
          <DialogButton primary first onClick={close}>
            {t('gate.close')}
          </DialogButton>
        </>
      }
    >
      <p className="import-rows" role="status">
        {lead}
      </p>
      {read && open.length > 0 && (
        <LongList
          label={t('gate.list')}
          lines={open}
          heightOf={() => 60}
          keyOf={({ figure }) => `${figure.start} ${figure.part}`}
        >
          {({ figure, why }, active) => (
            <div className="import-change">
              <span className="import-name">
                <b>{figure.indicator}</b>
                <small>{cellWords(t, figure)}</small>
              </span>
              <span className="import-sentence" lang="zh-CN">
                <b>{figure.printed}</b> {figure.sentence}
              </span>
              <span className="meta">{t(`ledger-sheets:signOff.unconfirmed.${why}`)}</span>
              <button
                type="button"
                className="link"
                tabIndex={active ? 0 : -1}
                aria-label={t('gate.goOf', { indicator: figure.indicator, printed: figure.printed })}
                onClick={() => ledgerSheets.showFigure(read, figure)}
              >
                {t('gate.go')}
              </button>
            </div>
          )}
        </LongList>
      )}
    </Dialog>
  )
}

/** One line among what should be seen to before the report is handed out. */
export function UnconfirmedNotice(): ReactElement | null {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  const { read } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  const count = useMemo(() => (read ? unconfirmedFigures(read.figures, ledger).length : 0), [read, ledger])
  // Who keeps no ledger lets nobody sign off.
  if (count === 0 || ledger.rows.length === 0) return null
  return (
    <li>
      <span className="grow">{t('gate.hint', { count })}</span>
      <button type="button" className="link" onClick={() => showDialog({ kind: 'finalCheck' })}>
        {t('gate.show')}
      </button>
    </li>
  )
}
