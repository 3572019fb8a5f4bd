import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { contentOf, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { findFigure, isEmpty, type FigureContent, type Ledger } from '../../shared/ledger/ledger.ts'
import { saysTheSame, type LedgerDifference } from '../app/ledger-difference.ts'
import { useController, useSession } from '../app/window-context.ts'
import { figureWords } from '../ledger/figure-words.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** Figures that the report's file and the workspace give differently: which counts, and the other at hand. */
export function LedgerDifferencesDialog(): ReactElement {
  const { t } = useTranslation()
  const { ledger, showDialog } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const now = useSession((session) => session.ledger)
  const differences = useSession((session) => session.differences)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('ledger:differences.title')}
      className="dialog-large"
      onClose={close}
      hint={t('ledger:differences.hint')}
      buttons={
        <>
          {!readOnly &&
            sides.map((side) => {
              const edits = differences.flatMap((difference) => takeEdit(difference, side, now) ?? [])
              return (
                <DialogButton
                  key={side}
                  disabled={edits.length === 0}
                  onClick={() => ledger.edit(edits, t(`ledger:differences.all.${side}`))}
                >
                  {t(`ledger:differences.all.${side}`)}
                </DialogButton>
              )
            })}
          <DialogButton primary first onClick={close}>
            {t('dialog.close')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        <table className="differences-table">
          <thead>
            <tr>
              <th scope="col">{t('ledger:column.name')}</th>
              <th scope="col">{t('ledger:column.period')}</th>
              <th scope="col">{t('ledger:differences.file')}</th>
              <th scope="col">{t('ledger:differences.workspace')}</th>
              <th scope="col">{t('ledger:differences.counts')}</th>
              {!readOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <Difference key={`${difference.indicator}|${cellOf(difference)}`} difference={difference} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

function Difference({ difference }: { difference: LedgerDifference }): ReactElement {
  const { t } = useTranslation()
  const { ledger } = useController()
  const now = useSession((session) => session.ledger)
  const readOnly = useSession((session) => session.readOnly !== null)
  const { indicator, year, period, kind } = difference
  const counts = countsOf(difference, now)
  const other = counts === 'file' ? 'workspace' : 'file'
  const when = t('ledger:differences.when', {
    year,
    period: t(`ledger:period.${period}`),
    kind: t(`ledger:kind.${kind}`),
  })
  const take = (): void => {
    const edit = takeEdit(difference, other, now)
    if (edit) ledger.edit([edit], `${indicator} ${when}`)
  }
  return (
    <tr>
      <th scope="row">{indicator}</th>
      <td>{when}</td>
      {sides.map((side) => (
        <td key={side} className={counts === side ? 'counts' : undefined}>
          <Figure content={difference[side]} />
        </td>
      ))}
      <td>{t(`ledger:differences.of.${counts}`)}</td>
      {!readOnly && (
        <td>
          <button type="button" className="button quiet" onClick={take}>
            {t(other === 'workspace' ? 'ledger:differences.takeWorkspace' : 'ledger:differences.takeFile')}
          </button>
        </td>
      )}
    </tr>
  )
}

/** All in which two of them may differ. */
function Figure({ content }: { content: FigureContent }): ReactElement {
  const { t } = useTranslation()
  const { bound, settlement } = content
  if (isEmpty(content)) return <span className="meta">{t('ledger:differences.empty')}</span>
  return (
    <>
      {figureWords(content, '')}
      {bound !== '' && t(`ledger:bound.${bound}`)}
      {settlement !== '' && <span className="meta"> {t(`ledger:settlement.${settlement}`)}</span>}
    </>
  )
}

const sides = ['file', 'workspace'] as const
type Side = (typeof sides)[number]

function countsOf({ file, workspace, ...place }: LedgerDifference, ledger: Ledger): Side | 'neither' {
  const now = findFigure(ledger, place)
  if (!now) return 'neither'
  return saysTheSame(now, file) ? 'file' : saysTheSame(now, workspace) ? 'workspace' : 'neither'
}

/** Undefined: it counts already. */
function takeEdit(difference: LedgerDifference, side: Side, ledger: Ledger): LedgerEdit | undefined {
  if (countsOf(difference, ledger) === side) return undefined
  const { indicator, year, period, kind } = difference
  return { edit: 'set', indicator, year, period, kind, content: contentOf(difference[side]) }
}

function cellOf({ year, period, kind }: LedgerDifference): string {
  return `${year}|${period}|${kind}`
}
