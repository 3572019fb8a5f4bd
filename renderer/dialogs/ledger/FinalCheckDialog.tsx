import type { TFunction } from 'i18next'
import { useEffect, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { unconfirmedFigures } from '../../../shared/ledger/sign-off/text-figures.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { Card } from '../../../shared/revisions/cards.ts'
import { useShownFindings } from '../../app/use-shown-findings.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { cardSentence } from '../../panels/card-words.ts'
import { useGoToCard, useOpenConflicts } from '../../panels/use-open-conflicts.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { cellWords } from './cell-words.ts'
import { LongList } from './LongList.tsx'
import { openMatters } from './open-matters.ts'
import { useReadFigures } from './use-read-figures.ts'

/** 定稿检查: what stands before a final copy, and the figures of the text that nobody has confirmed. */
export function FinalCheckDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets, checking, showDialog } = useController()
  const { read, failed } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  const matters = openMatters(useShownFindings())
  const conflicts = useOpenConflicts()
  // What was found in another text than the one that is shown says nothing of it.
  const checked = useSession(
    ({ checking, reading }) => !checking.running && !checking.failed && checking.plain?.text === reading.plain.text,
  )
  const open = useMemo(() => (read ? unconfirmedFigures(read.figures, ledger) : []), [read, ledger])
  const close = (): void => showDialog(null)
  const show = (finding: Finding): void => {
    showDialog(null)
    setTimeout(() => checking.visit(finding.id))
  }
  useEffect(() => void checking.check(), [checking])
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
      <div className="import-rows" role="status">
        <p>
          {failed || !read
            ? t(failed ? 'signOff.failed' : 'signOff.reading')
            : figuresSentence(t, read.figures.length, open.length)}
        </p>
        <p>{checked ? (matters.length > 0 ? t('gate.matters') : t('gate.noMatters')) : t('gate.checking')}</p>
        {conflicts.length > 0 && <p>{t('gate.conflicts', { count: conflicts.length })}</p>}
      </div>
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
      {matters.length > 0 && (
        <ul className="gate-matters" aria-label={t('gate.matters')}>
          {matters.map(({ name, count, first }) => (
            <li key={name}>
              <span className="grow">{t(`gate.matter.${name}`, { count })}</span>
              <button type="button" className="link" onClick={() => show(first)}>
                {t('gate.firstOf')}
              </button>
            </li>
          ))}
        </ul>
      )}
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

/** Rows of the list; whoever has more than these finds them in the panel. */
const mostConflicts = 50

/** Every place about which somebody has still to choose, as the panel words it. */
function Conflicts({ conflicts }: { conflicts: readonly Card[] }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { t: tWindow } = useTranslation()
  const goTo = useGoToCard()
  return (
    <ul className="gate-matters gate-conflicts" aria-label={t('gate.conflictList')} tabIndex={0}>
      {conflicts.slice(0, mostConflicts).map((card) => {
        const words = cardSentence(tWindow, card)
        return (
          <li key={card.id}>
            <span className="grow">{words}</span>
            <button
              type="button"
              className="link"
              aria-label={t('gate.chooseOf', { what: words })}
              onClick={() => goTo(card)}
            >
              {t('gate.choose')}
            </button>
          </li>
        )
      })}
      {conflicts.length > mostConflicts && (
        <li>{tWindow('clean.more', { count: conflicts.length - mostConflicts })}</li>
      )}
    </ul>
  )
}

function figuresSentence(t: TFunction<'ledger-import'>, total: number, open: number): string {
  if (total === 0) return t('gate.none')
  return open === 0 ? t('gate.clean', { count: total }) : t('gate.lead', { count: open, total })
}

/** How many figures nobody has confirmed; undefined while they are read. Who keeps no ledger lets nobody sign off. */
export function useUnconfirmed(): number | undefined {
  const { read, failed } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  return useMemo(() => {
    if (ledger.rows.length === 0 || failed) return 0
    return read ? unconfirmedFigures(read.figures, ledger).length : undefined
  }, [read, failed, ledger])
}

/** One line among what should be seen to before the report is handed out. */
export function UnconfirmedNotice({ count }: { count: number }): ReactElement | null {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  if (count === 0) return null
  return (
    <li>
      <span className="grow">{t('gate.hint', { count })}</span>
      <button type="button" className="link" onClick={() => showDialog({ kind: 'finalCheck' })}>
        {t('gate.show')}
      </button>
    </li>
  )
}
