import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { figureName } from '../../../shared/ledger/sign-off/text-figures.ts'
import { useController } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, Segments, TextInput } from '../fields.tsx'
import { shortList } from './ChangedFigures.tsx'
import { Corrections } from './Corrections.tsx'
import { SignOffRows } from './SignOffRows.tsx'
import { useReturnedSheets, type ReturnedSheets } from './use-returned-sheets.ts'

type Tab = 'corrections' | 'confirmed' | 'unreadable' | 'open'

/** 读回核数表: what departments confirmed, corrected, and wrote so that nobody can read it. */
export function ReadSignOffDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  const returned = useReturnedSheets()
  const close = (): void => showDialog(null)
  if (returned.answered) return <Answered returned={returned} onClose={close} />
  return (
    <Dialog
      title={t('returned.title')}
      onClose={close}
      hint={returned.busy}
      buttons={
        <DialogButton
          primary
          first
          disabled={!returned.ready || returned.busy !== ''}
          onClick={() => void returned.choose()}
        >
          {t('returned.choose')}
        </DialogButton>
      }
    >
      <div className="dialog-body form">
        <p>{t('returned.lead')}</p>
        {returned.problems.map((problem) => (
          <p key={problem} className="field-problem" role="alert">
            {problem}
          </p>
        ))}
      </div>
    </Dialog>
  )
}

/** What has to be looked at goes before what is in order. */
function firstToRead(counts: Record<'confirmed' | 'corrected' | 'unreadable' | 'open', number>): Tab {
  if (counts.corrected > 0) return 'corrections'
  if (counts.unreadable > 0) return 'unreadable'
  return counts.confirmed > 0 ? 'confirmed' : 'open'
}

function Answered({ returned, onClose }: { returned: ReturnedSheets; onClose: () => void }): ReactElement | null {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets } = useController()
  const { answered, read, problems } = returned
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const [asked, setTab] = useState<Tab>()
  const [stale, setStale] = useState(false)
  if (!answered || !read) return null
  const { outcome, reading } = answered
  const corrections = outcome.corrections.filter(({ row }) => !refused.has(row.key))
  const confirmed = reading.answers.filter(({ answer }) => answer === 'confirmed')
  const taken = { answered: confirmed.length, confirm: outcome.confirm, corrections }
  const counts = {
    confirmed: confirmed.length,
    corrected: outcome.corrections.length,
    unreadable: reading.unreadable.length,
    open: reading.open.length,
  }
  const tab = asked ?? firstToRead(counts)
  const differing = [...new Set(outcome.differing.map(({ figures: [figure] }) => figureName(figure)))]
  return (
    <Dialog
      title={t('returned.title')}
      className="dialog-import"
      onClose={onClose}
      hint={stale ? <span role="alert">{t('returned.changed')}</span> : t('returned.summary', counts)}
      buttons={
        <>
          <DialogButton onClick={onClose}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton
            primary
            first
            disabled={taken.confirm.length + taken.corrections.length === 0}
            onClick={() => setStale(!ledgerSheets.takeSignOff(read, taken))}
          >
            {t('returned.apply')}
          </DialogButton>
        </>
      }
    >
      <div className="import-tabs">
        <Segments
          label={t('reports.show')}
          value={tab}
          onChange={setTab}
          options={[
            { value: 'corrections', name: t('returned.tab.corrections', { count: counts.corrected }) },
            { value: 'confirmed', name: t('returned.tab.confirmed', { count: counts.confirmed }) },
            { value: 'unreadable', name: t('returned.tab.unreadable', { count: counts.unreadable }) },
            { value: 'open', name: t('returned.tab.open', { count: counts.open }) },
          ]}
        />
      </div>
      <ReturnedBy returned={returned} />
      {problems.map((problem) => (
        <p key={problem} className="import-rows field-problem" role="alert">
          {problem}
        </p>
      ))}
      {differing.length > 0 && (
        <p className="import-rows">{t('returned.differs', { names: shortList(differing, t) })}</p>
      )}
      {tab === 'corrections' && (
        <Corrections
          corrections={outcome.corrections}
          refused={refused}
          following={ledgerSheets.planSignOff(read, taken)}
          onRefused={setRefused}
        />
      )}
      {tab === 'confirmed' && (
        <SignOffRows label={t('returned.confirmedList')} rows={confirmed.map(({ row, note }) => ({ row, note }))} />
      )}
      {tab === 'open' && (
        <SignOffRows label={t('returned.openList')} rows={reading.open.map((row) => ({ row, note: '' }))} />
      )}
      {tab === 'unreadable' && (
        <ul className="left-out" tabIndex={0} aria-label={t('returned.unreadableList')}>
          {reading.unreadable.map(({ key, words, reason }, at) => (
            <li key={`${key} ${at}`}>
              <b lang="zh-CN">{words}</b>
              <span>
                {key} · {t(`ledger-sheets:signOff.unreadable.${reason}`)}
              </span>
            </li>
          ))}
          {reading.unreadable.length === 0 && <li>{t('returned.nothing')}</li>}
        </ul>
      )}
    </Dialog>
  )
}

/** Who returned each file. */
function ReturnedBy({ returned: { files, people, setPerson } }: { returned: ReturnedSheets }): ReactElement {
  const { t } = useTranslation('ledger-import')
  return (
    <div className="import-rows returned-by">
      {files.map((file) => (
        <Field key={file} label={files.length === 1 ? t('returned.person') : t('returned.personOf', { file })}>
          {(id) => <TextInput id={id} value={people[file] ?? ''} onChange={(person) => setPerson(file, person)} />}
        </Field>
      ))}
    </div>
  )
}
