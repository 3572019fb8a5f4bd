import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../../shared/desktop/calls.ts'
import type { ReviewFile } from '../../../shared/desktop/review-files.ts'
import type { Report } from '../../../shared/report/schema.ts'
import {
  countPending,
  kindOfReport,
  type PendingChoice,
  type ReportKind,
} from '../../../shared/revisions/compare/compare-reports.ts'
import type { CompareOutcome } from '../../app/merging.ts'
import { refusalSentence } from '../../app/refusals.ts'
import { currentReport } from '../../app/session.ts'
import { useController, useWindow } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, Segments, TextInput } from '../fields.tsx'
import { useStoppable } from './use-stoppable.ts'

/** One of the two that are compared, once its text is there. */
interface Chosen {
  /** `this`, `version:3` or the path of a file. */
  key: string
  name: string
  report: Report
  kind: ReportKind
  pending: number
  choice: PendingChoice | null
}

type Side = 'old' | 'new'

/** 比较两个文稿: choose an old and a new version; what is pending in one of them is asked about first. */
export function CompareDialog(): ReactElement {
  const { t } = useTranslation()
  const { merging, showDialog } = useController()
  const [sides, setSides] = useState<Record<Side, Chosen | null>>({ old: null, new: useThisReport() })
  const [files, setFiles] = useState<readonly ReviewFile[]>([])
  const [author, setAuthor] = useState(t('merge:compare.defaultAuthor'))
  const [said, setSaid] = useState('')
  const work = useStoppable()
  const set = (side: Side, chosen: Chosen | null): void => {
    setSaid('')
    setSides((before) => ({ ...before, [side]: chosen }))
  }
  const close = (): void => showDialog(null)
  const both = [sides.old, sides.new]
  const isTwice = sides.old !== null && sides.old.key === sides.new?.key
  const ready = both.every((side) => side !== null && (side.pending === 0 || side.choice !== null)) && !isTwice
  const run = (): void => {
    const { old, new: current } = sides
    if (!old || !current || !ready) return
    const name = author.trim() || t('merge:compare.defaultAuthor')
    work.run(async (stopped) => {
      const version = (side: Chosen) => ({ ...side, choice: side.choice ?? ('final' as const) })
      const outcome: CompareOutcome = await merging.compare(version(old), version(current), name, stopped)
      if (outcome === 'same') setSaid(t('merge:compare.same'))
    })
  }
  return (
    <Dialog
      title={t('merge:compare.title')}
      className="dialog-review"
      onClose={close}
      hint={t('merge:compare.hint')}
      buttons={
        <>
          {work.running ? (
            <DialogButton onClick={work.stop}>{t('merge:compare.stop')}</DialogButton>
          ) : (
            <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          )}
          <DialogButton primary disabled={!ready || work.running} onClick={run}>
            {t('merge:compare.run')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        {(['old', 'new'] as const).map((side) => (
          <ChooseSide
            key={side}
            side={side}
            chosen={sides[side]}
            files={files}
            onChoose={(chosen) => set(side, chosen)}
            onFile={(file) => setFiles((known) => [...known.filter(({ path }) => path !== file.path), file])}
            onProblem={setSaid}
          />
        ))}
        <Field label={t('merge:compare.author')}>
          {(id) => <TextInput id={id} value={author} onChange={setAuthor} />}
        </Field>
        <p className="review-said" role="status">
          {work.running
            ? t('merge:compare.running')
            : work.failed
              ? t('merge:compare.failed')
              : isTwice
                ? t('merge:compare.notTwo')
                : said}
        </p>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}

const thisKey = 'this'

function chosenReport(key: string, name: string, report: Report, kind: ReportKind = 'own'): Chosen {
  return { key, name, report, kind, pending: countPending(report), choice: null }
}

function chosenFile({ path, name, report, own }: ReviewFile): Chosen {
  return chosenReport(path, name, report, kindOfReport(report, own))
}

function useThisReport(): Chosen | null {
  const session = useWindow((state) => state.session)
  return session && chosenReport(thisKey, session.name, currentReport(session))
}

interface ChooseSideProps {
  side: Side
  chosen: Chosen | null
  files: readonly ReviewFile[]
  onChoose: (chosen: Chosen | null) => void
  onFile: (file: ReviewFile) => void
  onProblem: (words: string) => void
}

function ChooseSide({ side, chosen, files, onChoose, onFile, onProblem }: ChooseSideProps): ReactElement {
  const { t } = useTranslation()
  const { desktop, merging } = useController()
  const own = useThisReport()
  const versions = useVersions()
  const versionName = ({ number, savedAt }: StoredVersion): string =>
    t('merge:compare.version', { number, time: savedAt.replace('T', ' ').slice(0, 16) })
  const refused = (name: string, refusal: Parameters<typeof refusalSentence>[1]): void =>
    onProblem(t('merge:compare.refused', { name, why: refusalSentence(t, refusal) }))
  const chooseFile = async (): Promise<void> => {
    const read = await merging.readFiles('version', () => undefined, new AbortController().signal)
    const [file] = read?.files ?? []
    if (file) {
      onFile(file)
      onChoose(chosenFile(file))
    }
    for (const { name, refusal } of read?.unread ?? []) refused(name, refusal)
  }
  const choose = async (key: string): Promise<void> => {
    const file = files.find(({ path }) => path === key)
    const version = versions.find(({ number }) => key === versionKey(number))
    if (key === thisKey) onChoose(own)
    else if (file) onChoose(chosenFile(file))
    else if (version && own) {
      const opened = await desktop.openVersion({ id: own.report.id, number: version.number })
      if (opened.opened) onChoose(chosenReport(key, versionName(version), opened.report))
      else refused(versionName(version), opened)
    }
  }
  return (
    <div className="review-side">
      <Field label={t(`merge:compare.${side}`)}>
        {(id) => (
          <span className="form-line">
            <select
              id={id}
              className="input"
              value={chosen?.key ?? ''}
              {...(side === 'old' && { 'data-first-focus': true })}
              onChange={(event) => void choose(event.target.value)}
            >
              {!chosen && <option value="" />}
              {own && <option value={thisKey}>{t('merge:compare.thisReport')}</option>}
              {versions.map((version) => (
                <option key={version.number} value={versionKey(version.number)}>
                  {versionName(version)}
                </option>
              ))}
              {files.map(({ path, name }) => (
                <option key={path} value={path}>
                  {name}
                </option>
              ))}
            </select>
            <button type="button" className="button" onClick={() => void chooseFile()}>
              {t('merge:compare.chooseFile')}
            </button>
          </span>
        )}
      </Field>
      {chosen && chosen.pending > 0 && (
        <Segments
          label={t('merge:compare.pending', { name: chosen.name, count: chosen.pending })}
          options={(['final', 'original'] as const).map((value) => ({ value, name: t(`merge:compare.${value}`) }))}
          value={chosen.choice ?? ('' as PendingChoice)}
          onChange={(choice) => onChoose({ ...chosen, choice })}
        />
      )}
    </div>
  )
}

function versionKey(number: number): string {
  return `version:${number}`
}

/** The newest first. */
function useVersions(): readonly StoredVersion[] {
  const { desktop } = useController()
  const id = useWindow((state) => state.session?.report.id)
  const [versions, setVersions] = useState<readonly StoredVersion[]>([])
  useEffect(() => {
    let gone = false
    if (id !== undefined)
      void desktop.listVersions({ id }).then((found) => {
        if (!gone) setVersions([...found].sort((a, b) => b.number - a.number))
      })
    return () => {
      gone = true
    }
  }, [desktop, id])
  return versions
}
