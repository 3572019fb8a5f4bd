import { ArrowLeft, Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'

/** What can be done with the ledger as a whole. */
export function LedgerTools({ readOnly, onAdd }: { readOnly: boolean; onAdd: () => void }): ReactElement {
  const { t } = useTranslation()
  const { showView } = useController()
  return (
    <div className="ledger-tools" role="group" aria-label={t('ledger:tools.label')}>
      <button type="button" className="button quiet" onClick={() => showView('page')}>
        <ArrowLeft className="icon" aria-hidden="true" />
        {t('ledger:view.back')}
        <kbd>Esc</kbd>
      </button>
      <i className="toolbar-line" />
      <button type="button" className="button quiet" disabled={readOnly} onClick={onAdd}>
        <Plus className="icon" aria-hidden="true" />
        {t('ledger:tools.add')}
      </button>
    </div>
  )
}
