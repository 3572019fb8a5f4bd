import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'

/** Folds the right column away. */
export function FoldButton(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('panel.fold')}
      title={t('panel.fold')}
      onClick={() => controller.toggleColumn('panel')}
    >
      <X className="icon" aria-hidden="true" />
    </button>
  )
}
