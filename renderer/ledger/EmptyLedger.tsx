import { Table2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'

/** Nothing is in the ledger yet: how it is filled. */
export function EmptyLedger({ readOnly, onAdd }: { readOnly: boolean; onAdd: () => void }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  return (
    <div className="empty empty-ledger">
      <Table2 className="empty-icon" aria-hidden="true" />
      <p>{t('empty.words')}</p>
      {!readOnly && (
        <p className="form-line">
          <button type="button" className="button primary" onClick={() => showDialog({ kind: 'importReports' })}>
            {t('empty.import')}
          </button>
          <button type="button" className="button" onClick={() => showDialog({ kind: 'importTable', paste: false })}>
            {t('empty.table')}
          </button>
          <button type="button" className="button" onClick={onAdd}>
            {t('empty.add')}
          </button>
        </p>
      )}
    </div>
  )
}
