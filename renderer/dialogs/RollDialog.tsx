import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LastReport } from '../../shared/carry-over/roll-report.ts'
import type { RollChange, RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { useController } from '../app/window-context.ts'
import { isSound } from './CheckedInput.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Field, NumberInput } from './fields.tsx'
import { MeetingFields, SpeakerFields } from './MetaFields.tsx'

interface RollDialogProps {
  last: LastReport
  rolled: RolledReport | null
}

/** 从去年报告转结: what becomes of last year's report, before the new one is opened. */
export function RollDialog({ last, rolled }: RollDialogProps): ReactElement {
  // Another file, or another year of it, begins with fields of its own.
  return rolled ? <Changes key={rolled.report.id} last={last} rolled={rolled} /> : <AskYear last={last} />
}

function AskYear({ last }: { last: LastReport }): ReactElement {
  const { t } = useTranslation()
  const { rolling, showDialog } = useController()
  const [year, setYear] = useState<number | null>(null)
  const close = (): void => showDialog(null)
  const submit = (): void => {
    if (year === null) return
    const { report } = last
    void rolling.roll({ ...last, report: { ...report, meta: { ...report.meta, year } } })
  }
  return (
    <Dialog
      title={t('carry-over:roll.title')}
      className="dialog-small"
      onClose={close}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={year === null} onClick={submit}>
            {t('carry-over:roll.goOn')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('carry-over:roll.noYear', { name: last.name })}</p>
        <Field label={t('carry-over:roll.year')}>
          {(id) => <NumberInput id={id} value={year} least={1949} most={2100} onChange={setYear} />}
        </Field>
      </form>
    </Dialog>
  )
}

function Changes({ last, rolled }: { last: LastReport; rolled: RolledReport }): ReactElement {
  const { t } = useTranslation()
  const { rolling, showDialog } = useController()
  const [meta, setMeta] = useState(rolled.report.meta)
  const form = useRef<HTMLFormElement>(null)
  const close = (): void => showDialog(null)
  const start = (): void => {
    if (isSound(form.current)) void rolling.start(last, rolled, meta)
  }
  const figures = rolled.changes.filter(isFigure)
  const open = rolled.changes.filter((change) => !change.certain && !isFigure(change))
  const sure = rolled.changes.filter((change) => change.certain && !isFigure(change))
  return (
    <Dialog
      title={t('carry-over:roll.titleFor', { year: meta.year })}
      className="dialog-roll"
      onClose={close}
      hint={t('carry-over:roll.hint', { name: last.name })}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary first onClick={start}>
            {t('carry-over:roll.start')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body roll">
        <form
          ref={form}
          noValidate
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            start()
          }}
        >
          <MeetingFields meta={meta} onChange={(changed) => setMeta({ ...meta, ...changed })} />
          <SpeakerFields meta={meta} onChange={(changed) => setMeta({ ...meta, ...changed })} />
          <p className="hint">{t('carry-over:roll.kept')}</p>
          <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
        </form>
        <div className="roll-changes" tabIndex={0} role="region" aria-label={t('carry-over:roll.changes')}>
          <ChangeTable title={t('carry-over:roll.open', { count: open.length })} changes={open} />
          <ChangeTable title={t('carry-over:roll.sure', { count: sure.length })} changes={sure} />
          <ChangeTable title={t('carry-over:roll.figures', { count: figures.length })} changes={figures} />
        </div>
      </div>
    </Dialog>
  )
}

/** Figures that wait for those of this year: many, and all alike. */
function isFigure({ what }: RollChange): boolean {
  return what === 'figure' || what === 'blank' || what === 'awaited'
}

const columns = ['what', 'before', 'after', 'why'] as const

function ChangeTable({ title, changes }: { title: string; changes: readonly RollChange[] }): ReactElement | null {
  const { t } = useTranslation()
  if (changes.length === 0) return null
  return (
    <table className="roll-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`carry-over:roll.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <ChangeRow key={index} change={change} />
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change }: { change: RollChange }): ReactElement {
  const { t } = useTranslation()
  const { what, before, after, reason, place } = change
  const stays = before === after
  return (
    <tr>
      <th scope="row">{t(`carry-over:what.${what}`)}</th>
      <td>{before === '' ? t('carry-over:roll.nothing') : <ChangeWords what={what} words={before} />}</td>
      <td>
        {stays ? (
          t('carry-over:roll.stays')
        ) : after === '' ? (
          t(place.in === 'ledger' ? 'carry-over:roll.awaited' : 'carry-over:roll.empty')
        ) : (
          <ChangeWords what={what} words={after} />
        )}
      </td>
      <td>
        {reason !== '' && <span>{t(`carry-over:reason.${reason}`)}</span>}
        {place.in === 'text' && <small>{place.line}</small>}
        {place.in === 'ledger' && <small>{t('carry-over:ledgerAwaited', { ...place })}</small>}
      </td>
    </tr>
  )
}

/** A kind of report is kept under a name of the program. */
function ChangeWords({ what, words }: { what: RollChange['what']; words: string }): string {
  const { t } = useTranslation()
  return what === 'kind' ? t(`kind.${words}`) : words
}
