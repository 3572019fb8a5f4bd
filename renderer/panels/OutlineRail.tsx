import { PanelLeft } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Tip } from '../app/Tip.tsx'
import { useController } from '../app/window-context.ts'

/** What remains of 大纲 while it is folded. */
export function OutlineRail(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <div className="rail">
      <Tip text={t('outline.unfold')}>
        <button
          type="button"
          className="icon-button"
          aria-label={t('outline.unfold')}
          onClick={() => controller.toggleColumn('outline')}
        >
          <PanelLeft className="icon" aria-hidden="true" />
        </button>
      </Tip>
    </div>
  )
}
