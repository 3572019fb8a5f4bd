import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastFiles } from '../../app/ledger-import.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { planImport, type ReportChain } from '../../../shared/ledger/import-reports.ts'
import type { ImportStep, Proposal } from '../../../shared/ledger/proposal.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Segments } from '../fields.tsx'
import { ChangedFigures } from './ChangedFigures.tsx'
import { ConflictList } from './ConflictList.tsx'
import { acceptedOf, firstAccepted, idsOf, withFix, type Fix } from './import-model.ts'
import { ProposalList } from './ProposalList.tsx'
import { LeftOut } from './LeftOut.tsx'

interface ConfirmReportsProps {
  files: PastFiles
  chain: ReportChain
  onYear: (file: string, year: number) => Promise<void>
  onClose: () => void
}

type Tab = 'figures' | 'conflicts' | 'changes' | 'leftOut'

/** What the reports say, beside their sentences: nothing goes into the ledger that was not looked at. */
export function ConfirmReports({ files, chain, onYear, onClose }: ConfirmReportsProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { importing } = useController()
  const ledger = useSession((session) => session.ledger)
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(() => firstAccepted(chain))
  const [fixed, setFixed] = useState<ReadonlyMap<string, Proposal>>(new Map())
  const [keep, setKeep] = useState(true)
  const leftOut = files.unread.length + chain.refused.length
  const [tab, setTab] = useState<Tab>(chain.readings.length === 0 && leftOut > 0 ? 'leftOut' : 'figures')
  const ids = useMemo(() => idsOf(chain), [chain])
  const taken = useMemo(() => acceptedOf(chain, fixed, accepted), [chain, fixed, accepted])
  const steps = useMemo(() => planImport(ledger, taken), [ledger, taken])
  const changes = steps.filter(({ before }) => before !== null)

  const accept = (which: readonly string[], yes: boolean): void => {
    const next = new Set(accepted)
    for (const id of which) {
      if (yes) next.add(id)
      else next.delete(id)
    }
    setAccepted(next)
  }
  const fix = (id: string, proposal: Proposal, words: Fix): boolean => {
    const made = withFix(proposal, words)
    if (!made) return false
    setFixed(new Map(fixed).set(id, made))
    accept([id], true)
    return true
  }
  const drop = ({ proposal }: ImportStep): void => {
    const found = [...ids].find(([own, id]) => (fixed.get(id) ?? own).content === proposal.content)
    if (found) accept([found[1]], false)
  }
  const tabs: { value: Tab; name: string }[] = [
    { value: 'figures', name: t('reports.tab.figures', { count: taken.length }) },
    { value: 'conflicts', name: t('reports.tab.conflicts', { count: chain.conflicts.length }) },
    { value: 'changes', name: t('reports.tab.changes', { count: changes.length }) },
    { value: 'leftOut', name: t('reports.tab.leftOut', { count: leftOut }) },
  ]

  return (
    <Dialog
      title={t('reports.confirm', { place: chain.place ?? '', count: chain.readings.length })}
      className="dialog-import"
      onClose={onClose}
      hint={
        <label className="choice">
          <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
          <span>{t('reports.keep')}</span>
        </label>
      }
      buttons={
        <>
          <DialogButton onClick={onClose}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton
            primary
            disabled={steps.length === 0 && !(keep && chain.readings.length > 0)}
            onClick={() => importing.takeReports(chain, taken, keep)}
          >
            {t('reports.apply', { count: steps.length })}
          </DialogButton>
        </>
      }
    >
      <div className="import-tabs">
        <Segments label={t('reports.show')} options={tabs} value={tab} onChange={setTab} />
      </div>
      {tab === 'figures' && (
        <ProposalList chain={chain} fixed={fixed} accepted={accepted} onAccept={accept} onFix={fix} />
      )}
      {tab === 'conflicts' && <ConflictList chain={chain} ids={ids} accepted={accepted} onAccepted={setAccepted} />}
      {tab === 'changes' && <ChangedFigures changes={changes} onDrop={drop} />}
      {tab === 'leftOut' && <LeftOut files={files} chain={chain} onYear={onYear} />}
    </Dialog>
  )
}
