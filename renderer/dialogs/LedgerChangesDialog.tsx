import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedChange } from '../../shared/ledger/plan-changes.ts'
import { tablePlace, tableWords } from '../app/table-place.ts'
import { useController, useSession } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

interface LedgerChangesProps {
  plan: readonly PlannedChange[]
  words: string
}

/** Every place of the text that a change of the ledger changes: it is made once they were looked at. */
export function LedgerChangesDialog({ plan, words }: LedgerChangesProps): ReactElement {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const writable = plan.filter(({ edit }) => edit)
  const [left, setLeft] = useState<ReadonlySet<PlannedChange>>(new Set())
  const chosen = writable.filter((change) => !left.has(change))
  const close = (): void => bound.dropChanges()
  const toggle = (change: PlannedChange): void => {
    const next = new Set(left)
    if (!next.delete(change)) next.add(change)
    setLeft(next)
  }
  return (
    <Dialog
      title={t('changes.title', { count: plan.length })}
      className="dialog-large"
      onClose={close}
      hint={t('changes.hint')}
      buttons={
        <>
          <DialogButton onClick={close}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton onClick={() => bound.applyChanges([])}>{t('changes.ledgerOnly')}</DialogButton>
          {writable.length > 0 && (
            <DialogButton primary first disabled={chosen.length === 0} onClick={() => bound.applyChanges(chosen)}>
              {t('changes.apply', { count: chosen.length })}
            </DialogButton>
          )}
        </>
      }
    >
      <div className="dialog-body">
        <p>{t('changes.lead', { words })}</p>
        {writable.length > 1 && (
          <label className="choice changes-all">
            <input
              type="checkbox"
              checked={chosen.length === writable.length}
              onChange={() => setLeft(new Set(chosen.length === writable.length ? writable : []))}
            />
            {t('changes.all')}
          </label>
        )}
        <ul className="changes">
          {plan.map((change) => (
            <Change
              key={`${change.link.start} ${change.link.key}`}
              change={change}
              chosen={chosen.includes(change)}
              onToggle={() => toggle(change)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

interface ChangeProps {
  change: PlannedChange
  chosen: boolean
  onToggle: () => void
}

/** A long sentence shows what is next to the figure. */
const shown = 48

function Change({ change, chosen, onToggle }: ChangeProps): ReactElement {
  const { t } = useTranslation('bound')
  const { before, old, new: next, after, ledger, edit, link } = change
  const { body, plain } = useSession((session) => session.reading)
  const words = (
    <span lang="zh-CN">
      {tableWords(t, tablePlace(body, plain, link.start))}
      {before.length > shown && '…'}
      {before.slice(-shown)}
      <del>{old}</del>
      {next !== undefined && <ins>{next}</ins>}
      {after.slice(0, shown)}
      {after.length > shown && '…'}
    </span>
  )
  if (!edit) {
    return (
      <li className="change change-by-hand">
        {words}
        <span className="meta">{ledger === undefined ? t('changes.gone') : t('changes.byHand', { ledger })}</span>
      </li>
    )
  }
  return (
    <li className="change">
      <label className="choice">
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        {words}
      </label>
    </li>
  )
}
