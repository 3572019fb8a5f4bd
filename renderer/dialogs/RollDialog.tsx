import { useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ledgerLossSentence } from '../../shared/carry-over/ledger-loss-sentence.ts'
import type { LastReport } from '../../shared/carry-over/roll-report.ts'
import type { RollChange, RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { openConflicts } from '../../shared/revisions/open-conflicts.ts'
import { useController } from '../app/window-context.ts'
import { isSound } from './CheckedInput.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Field, YearInput } from './fields.tsx'
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
        <Field label={t('carry-over:roll.year')}>{(id) => <YearInput id={id} value={year} onChange={setYear} />}</Field>
      </form>
    </Dialog>
  )
}

function Changes({ last, rolled }: { last: LastReport; rolled: RolledReport }): ReactElement {
  const { t } = useTranslation()
  const { rolling, showDialog } = useController()
  const [meta, setMeta] = useState(rolled.report.meta)
  const form = useRef<HTMLFormElement>(null)
  const conflicts = useMemo(() => openConflicts(last.report.body).length, [last])
  const close = (): void => showDialog(null)
  const start = (): void => {
    if (isSound(form.current)) void rolling.start(last, rolled, meta)
  }
  const tables = [
    { title: 'open', changes: rolled.changes.filter((change) => !change.certain && !isFigure(change)) },
    { title: 'sure', changes: rolled.changes.filter((change) => change.certain && !isFigure(change)) },
    { title: 'figures', changes: rolled.changes.filter(isFigure) },
  ]
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
          {last.loss && (
            <p className="field-problem" role="alert">
              {ledgerLossSentence(last.name, last.loss, (key, values) => t(key, values ?? {}))}
            </p>
          )}
          <p className="hint">{t('carry-over:roll.kept')}</p>
          <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
        </form>
        {conflicts > 0 && (
          <p className="conflict-hint">{t('merge:open.inLast', { name: last.name, count: conflicts })}</p>
        )}
        <div className="roll-changes" tabIndex={0} role="region" aria-label={t('carry-over:roll.changes')}>
          {tables.map(({ title, changes }, index) => (
            <ChangeTable
              key={title}
              title={t(`carry-over:roll.${title}`, { count: changes.length })}
              changes={changes}
              told={sentencesOf(tables.slice(0, index).flatMap((table) => table.changes))}
            />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

/** Figures that wait for those of this year: many, and all alike. One that was left is for somebody to look at. */
function isFigure({ what, reason }: RollChange): boolean {
  return reason === 'open' && (what === 'figure' || what === 'blank' || what === 'awaited')
}

function sentencesOf(changes: readonly RollChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ place }) => ('sentence' in place ? [place.sentence] : [])))
}

const columns = ['what', 'before', 'after', 'why'] as const

/** Changes of one sentence, in their order; '' = in no sentence. */
interface SentenceChanges {
  sentence: string
  changes: RollChange[]
}

function bySentence(changes: readonly RollChange[]): SentenceChanges[] {
  const groups: SentenceChanges[] = []
  for (const change of changes) {
    const sentence = 'sentence' in change.place ? change.place.sentence : ''
    const last = groups.at(-1)
    if (last?.sentence === sentence) last.changes.push(change)
    else groups.push({ sentence, changes: [change] })
  }
  return groups
}

interface ChangeTableProps {
  title: string
  changes: readonly RollChange[]
  /** Sentences that were printed in full further up. */
  told: ReadonlySet<string>
}

/** Each sentence once, what happened in it below it. */
function ChangeTable({ title, changes, told }: ChangeTableProps): ReactElement | null {
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
      {bySentence(changes).map(({ sentence, changes: own }, index) => (
        <tbody key={index}>
          {sentence !== '' && (
            <tr className="roll-sentence">
              <th colSpan={columns.length} scope="rowgroup">
                {told.has(sentence) && sentence.length > shortest
                  ? t('carry-over:roll.again', { words: sentence.slice(0, shortest) })
                  : sentence}
              </th>
            </tr>
          )}
          {sentence !== '' && own.every(({ what, reason }) => what === 'figure' && reason === 'open') ? (
            <FiguresRow changes={own} />
          ) : (
            own.map((change, at) => <ChangeRow key={at} change={change} />)
          )}
        </tbody>
      ))}
    </table>
  )
}

/** Characters by which a sentence is known again. */
const shortest = 14

/** The figures of one sentence, in one row: they are all alike. */
function FiguresRow({ changes }: { changes: readonly RollChange[] }): ReactElement {
  const { t } = useTranslation()
  const [first] = changes
  if (!first) return <></>
  return (
    <tr>
      <th scope="row">{t(`carry-over:what.${first.what}`)}</th>
      <td>{changes.map(({ before }) => before).join('、')}</td>
      <td>{first.after}</td>
      <td>{t(`carry-over:reason.${first.reason || 'open'}`)}</td>
    </tr>
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
