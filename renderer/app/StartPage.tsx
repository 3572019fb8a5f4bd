import { Clock3, FilePlus2, FileText, FolderOpen, History, ScrollText } from 'lucide-react'
import { useState, type ComponentType, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recoverable, RecentReport } from '../../shared/desktop/calls.ts'
import { clockOf, daysAgo, localTime } from './local-time.ts'
import { commandOf, keyOfCommand } from './commands.ts'
import { SeverityShape } from './shapes.tsx'
import { noticeSentence } from './refusals.ts'
import { useController, useWindow } from './window-context.ts'

export function StartPage(): ReactElement {
  const { t } = useTranslation()
  const recent = useWindow((state) => state.recent)
  const recoverable = useWindow((state) => state.recoverable)
  const notices = useWindow((state) => state.startUp.notices)
  const first = recent.length === 0 && recoverable.length === 0
  const acts = [
    <Act key="newReport" id="newReport" icon={FilePlus2} primary />,
    <Act key="open" id="open" icon={FolderOpen} />,
    <Act key="rollReport" id="rollReport" icon={History} />,
    <Act key="openSample" id="openSample" icon={ScrollText} />,
  ]
  return (
    <main className={`start ${first ? 'start-first' : ''}`} data-pane="page">
      <section className="start-acts">
        <h1>{t('product')}</h1>
        <p className="start-claim">{t('start.claim')}</p>
        {first ? [acts[3], acts[0], acts[1], acts[2]] : acts}
        <p className="start-foot">
          {t('start.local')}
          <br />
          {t('start.whereBefore')}
          <DataPlaceLink />
          {t('start.whereAfter')}
        </p>
      </section>
      {(!first || notices.length > 0) && (
        <section className="start-lists">
          {notices.map((notice) => (
            <p key={notice.messageId} className="start-notice">
              {noticeSentence(t, notice)}
            </p>
          ))}
          {recoverable.length > 0 && <Recovery entries={recoverable} />}
          {recent.length > 0 && <Recent entries={recent} />}
        </section>
      )}
    </main>
  )
}

interface ActProps {
  id: string
  icon: ComponentType<{ className?: string }>
  primary?: boolean
}

function Act({ id, icon: Icon, primary = false }: ActProps): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const command = commandOf(id)
  const key = useWindow((state) => keyOfCommand(command, state.settings.keys))
  return (
    <button type="button" className={`act ${primary ? 'act-primary' : ''}`} onClick={() => command.run(controller)}>
      <Icon className="icon" aria-hidden="true" />
      <span className="grow">
        <b>{t(`start.${id}`)}</b>
        <small>{t(`start.${id}Hint`)}</small>
      </span>
      {key !== '' && <kbd>{key}</kbd>}
    </button>
  )
}

function DataPlaceLink(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <button type="button" className="link" onClick={() => commandOf('dataPlace').run(controller)}>
      {t('start.dataPlace')}
    </button>
  )
}

function Recovery({ entries }: { entries: Recoverable[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="recovery" role="status">
      <b>{t('start.recoverable', { count: entries.length })}</b>
      <ul>
        {entries.map((entry) => (
          <RecoveryRow key={entry.id} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

function RecoveryRow({ entry }: { entry: Recoverable }): ReactElement {
  const { t } = useTranslation()
  const { opening } = useController()
  const time = useWhen(entry.savedAt)
  // What is discarded cannot be brought back: the button asks once more.
  const [asked, setAsked] = useState(false)
  return (
    <li>
      <Clock3 className="icon" aria-hidden="true" />
      <span className="grow">
        <span className="recovery-name">{entry.name}</span>
        <small>{t('start.recoverableDetail', { time, characters: entry.characters })}</small>
      </span>
      <button type="button" className="button primary" onClick={() => void opening.recover(entry.id)}>
        {t('start.recover')}
      </button>
      <button
        type="button"
        className="button"
        onBlur={() => setAsked(false)}
        onClick={() => (asked ? void opening.discardRecovery(entry.id) : setAsked(true))}
      >
        {t(asked ? 'start.discardSure' : 'start.discard')}
      </button>
    </li>
  )
}

function Recent({ entries }: { entries: RecentReport[] }): ReactElement {
  const { t } = useTranslation()
  const { opening } = useController()
  return (
    <>
      <div className="start-head">
        <h2>{t('start.continue')}</h2>
        <button type="button" className="link" onClick={() => void opening.removeRecent(null)}>
          {t('start.clearRecent')}
        </button>
      </div>
      <ul className="recent">
        {entries.map((entry) => (
          <RecentRow key={entry.path} entry={entry} />
        ))}
      </ul>
    </>
  )
}

function RecentRow({ entry }: { entry: RecentReport }): ReactElement {
  const { t } = useTranslation()
  const { opening } = useController()
  const when = useWhen(entry.openedAt)
  return (
    <li className={entry.missing ? 'recent-missing' : ''}>
      <button
        type="button"
        className="recent-open"
        disabled={entry.missing}
        onClick={() => void opening.open(entry.path)}
      >
        <FileText className="icon" aria-hidden="true" />
        <span className="grow">
          <b>{entry.name}</b>
          {entry.stage !== '' && <span className="chip">{entry.stage}</span>}
          <small className="recent-path">{entry.missing ? t('start.missing', { path: entry.path }) : entry.path}</small>
        </span>
        <RecentErrors errors={entry.errors} />
        <span className="recent-when">{when}</span>
      </button>
      {entry.missing && (
        <button type="button" className="link" onClick={() => void opening.removeRecent(entry.path)}>
          {t('start.removeRecent')}
        </button>
      )}
    </li>
  )
}

function RecentErrors({ errors }: { errors: number | null }): ReactElement | null {
  const { t } = useTranslation()
  if (errors === null) return null
  return (
    <span className="recent-errors">
      {errors > 0 && <SeverityShape severity="error" silent />}
      {errors > 0 ? t('start.errors', { count: errors }) : t('start.noErrors')}
    </span>
  )
}

/** 今天 13:47, 昨天 18:11, 2025-07-18. */
function useWhen(time: string): string {
  const { t } = useTranslation()
  const days = daysAgo(time, localTime())
  if (days === 0) return t('time.today', { time: clockOf(time) })
  if (days === 1) return t('time.yesterday', { time: clockOf(time) })
  return time.slice(0, 10)
}
