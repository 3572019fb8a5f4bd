import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react/tab'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../shared/report/schema.ts'
import { focusPage } from '../app/give-back-focus.ts'
import { focusIn } from '../app/panes.ts'
import { cardsOf } from '../app/review-cards.ts'
import { useShownFindings } from '../app/use-shown-findings.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { panelTabs, type PanelTab } from '../app/window-state.ts'
import { LedgerDrawer } from '../ledger/LedgerDrawer.tsx'
import { Comments } from './Comments.tsx'
import { Findings } from './Findings.tsx'
import { FoldButton } from './FoldButton.tsx'
import { Indicators } from './Indicators.tsx'
import { Review } from './Review.tsx'
import { PriorYears } from './PriorYears.tsx'

/** The right column: 问题, 指标, 修订, 批注 and 往年; beside the ledger what is known of the chosen cell. */
export function Panel({ narrow }: { narrow: boolean }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const inLedger = useWindow((state) => state.view === 'ledger')
  return (
    <aside
      className={`column column-panel ${narrow ? 'column-over' : ''}`}
      aria-label={t('panel.label')}
      data-pane="panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (narrow) controller.setOverlay('none')
        if (inLedger) focusIn('page')
        else focusPage(controller.store.get().session?.editor)
      }}
    >
      {inLedger ? <LedgerDrawer /> : <PanelTabs />}
    </aside>
  )
}

function PanelTabs(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const tab = useWindow((state) => state.panelTab)
  const counts: Record<PanelTab, number> = {
    findings: useShownFindings().length,
    indicators: useSession((session) => session.ledger.rows.length),
    review: useSession((session) => cardsOf(session.reading.body).length),
    comments: useSession((session) => openThreads(session.report.review?.comments)),
    prior: useSession((session) => session.prior.length),
  }
  return (
    <TabProvider
      selectedId={idOf(tab)}
      setSelectedId={(id) => controller.showTab(panelTabs.find((one) => idOf(one) === id) ?? tab)}
    >
      <div className="tabs">
        <TabList className="tab-list" aria-label={t('panel.label')}>
          {panelTabs.map((one) => (
            <Tab key={one} id={idOf(one)} className="tab">
              {t(`panel.${one}`)}
              {(one === 'findings' || counts[one] > 0) && <span className="tab-count number">{counts[one]}</span>}
            </Tab>
          ))}
        </TabList>
        <span className="grow" />
        <FoldButton />
      </div>
      <TabPanel tabId={idOf(tab)} className="panel-tab" focusable={false}>
        {tab === 'findings' && <Findings />}
        {tab === 'indicators' && <Indicators />}
        {tab === 'review' && <Review />}
        {tab === 'comments' && <Comments />}
        {tab === 'prior' && <PriorYears />}
      </TabPanel>
    </TabProvider>
  )
}

/** Resolved ones wait for nobody. */
function openThreads(comments: readonly Comment[] = []): number {
  return comments.filter(({ parent, done }) => parent === undefined && !done).length
}

function idOf(tab: PanelTab): string {
  return `tab-${tab}`
}
