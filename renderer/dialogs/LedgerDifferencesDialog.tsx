import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { contentOf } from '../../shared/ledger/edit-ledger.ts'
import { findFigure } from '../../shared/ledger/ledger.ts'
import { saysTheSame, type LedgerDifference } from '../app/ledger-difference.ts'
import { useController, useSession } from '../app/window-context.ts'
import { figureWords } from '../ledger/figure-words.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** Figures that the report's file and the workspace give differently: which counts, and the other at hand. */
export function LedgerDifferencesDialog(): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const differences = useSession((session) => session.differences)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('ledger:differences.title')}
      className="dialog-medium"
      onClose={close}
      hint={t('ledger:differences.hint')}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        <table className="ledger-table">
          <thead>
            <tr>
              <th scope="col">{t('ledger:column.name')}</th>
              <th scope="col">{t('ledger:column.period')}</th>
              <th scope="col" className="number">
                {t('ledger:differences.file')}
              </th>
              <th scope="col" className="number">
                {t('ledger:differences.workspace')}
              </th>
              <th scope="col">{t('ledger:differences.counts')}</th>
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
  const now = useSession((session) => findFigure(session.ledger, difference))
  const readOnly = useSession((session) => session.readOnly !== null)
  const { file, workspace, indicator, year, period, kind } = difference
  const counts = now && saysTheSame(now, file) ? 'file' : now && saysTheSame(now, workspace) ? 'workspace' : 'neither'
  const when = t('ledger:differences.when', {
    year,
    period: t(`ledger:period.${period}`),
    kind: t(`ledger:kind.${kind}`),
  })
  const take = (content: LedgerDifference['file']): void => {
    const edit = { edit: 'set', indicator, year, period, kind, content: contentOf(content) } as const
    ledger.edit([edit], `${indicator} ${when}`)
  }
  return (
    <tr>
      <th scope="row">{indicator}</th>
      <td>{when}</td>
      <td className="number">{figureWords(file, '')}</td>
      <td className="number">{figureWords(workspace, '')}</td>
      <td>
        {t(`ledger:differences.of.${counts}`)}
        {!readOnly && (
          <button type="button" className="button quiet" onClick={() => take(counts === 'file' ? workspace : file)}>
            {t(counts === 'file' ? 'ledger:differences.takeWorkspace' : 'ledger:differences.takeFile')}
          </button>
        )}
      </td>
    </tr>
  )
}

function cellOf({ year, period, kind }: LedgerDifference): string {
  return `${year}|${period}|${kind}`
}
