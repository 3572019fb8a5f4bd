import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { mostCopies, type ReviewFile } from '../../../shared/desktop/review-files.ts'
import { objectWords } from '../../../shared/revisions/merge/added-objects.ts'
import { isForeign, type MergedCopy, type ReviewedCopy } from '../../../shared/revisions/merge/merge-copies.ts'
import { ownNames } from '../../../shared/revisions/merge/suggest-reviewer.ts'
import type { CopyProgress, UnreadCopy } from '../../app/merging.ts'
import { findingTranslate } from '../../app/finding-translate.ts'
import { refusalSentence } from '../../app/refusals.ts'
import { useController, useSession, useWindow } from '../../app/window-context.ts'
import type { MergedAway } from '../../workers/review-messages.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, TextInput } from '../fields.tsx'
import { useStoppable } from './use-stoppable.ts'

interface Listed {
  file: ReviewFile
  copy: ReviewedCopy
}

/** 合并审阅稿: choose what came back, say whose it is where the file does not, and look at what comes of it. */
export function MergeDialog(): ReactElement {
  const { t } = useTranslation()
  const { merging, showDialog } = useController()
  const [listed, setListed] = useState<readonly Listed[]>([])
  const [unread, setUnread] = useState<readonly UnreadCopy[]>([])
  const [left, setLeft] = useState(0)
  const [progress, setProgress] = useState<CopyProgress | null>(null)
  const [found, setFound] = useState<MergedAway | null>(null)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState(false)
  const report = useSession((session) => session.report)
  const body = useSession((session) => session.reading.body)
  const userName = useWindow((state) => state.settings.userName)
  const own = useMemo(() => ownNames({ ...report, body }, userName), [report, body, userName])
  const work = useStoppable()
  const close = (): void => showDialog(null)

  /** What merging these would give. */
  const look = async (list: readonly Listed[], stopped: AbortSignal): Promise<void> => {
    setListed(list)
    setFound(null)
    setAsked(false)
    setSaid('')
    if (list.length === 0) return
    const merged = await merging.look(
      list.map(({ copy }) => copy),
      stopped,
    )
    if (merged) setFound(merged)
  }
  const choose = (): void =>
    work.run(async (stopped) => {
      setSaid('')
      const read = await merging.readFiles('copies', setProgress, stopped)
      setProgress(null)
      if (!read) return
      const known = new Set(listed.map(({ file }) => file.path))
      const more = read.files.filter(({ path }) => !known.has(path))
      setUnread(read.unread)
      setLeft(read.left + Math.max(0, listed.length + more.length - mostCopies))
      const all = [...listed, ...more.map((file) => ({ file, copy: merging.asCopy(file) }))]
      await look(all.slice(0, mostCopies), stopped)
    })
  const remove = (path: string): void =>
    work.run((stopped) =>
      look(
        listed.filter(({ file }) => file.path !== path),
        stopped,
      ),
    )
  const rename = (path: string, reviewer: string): void =>
    setListed(listed.map((one) => (one.file.path === path ? { ...one, copy: { ...one.copy, reviewer } } : one)))

  const names = listed.map(({ copy }) => copy.reviewer.trim())
  const isTwice = new Set(names).size < names.length && !names.includes('')
  const ready = found !== null && !work.running && !names.includes('') && !isTwice
  const merge = (): void => {
    if (!asked && found?.copies.some(isForeign)) {
      setAsked(true)
      setSaid(t('merge:merge.foreignAsk'))
    } else mergeNow()
  }
  const mergeNow = (): void =>
    work.run(async (stopped) => {
      const copies = listed.map(({ copy }) => ({ ...copy, reviewer: copy.reviewer.trim() }))
      const outcome = await merging.merge(copies, stopped)
      if (outcome === 'changed' || outcome === 'notKept') setSaid(t(`merge:merge.${outcome}`))
    })
  const status = progress
    ? t('merge:merge.reading', { ...progress, done: progress.done + 1 })
    : work.running
      ? t('merge:merge.running')
      : work.failed
        ? t('merge:merge.failed')
        : isTwice
          ? t('merge:merge.twice')
          : said
  // Below a long list of files nobody would see that a click has been answered with a question.
  const saidLine = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (said !== '') saidLine.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  return (
    <Dialog
      title={t('merge:merge.title')}
      className="dialog-review"
      onClose={close}
      hint={t('merge:merge.hint')}
      buttons={
        <>
          {work.running ? (
            <DialogButton onClick={work.stop}>{t('merge:merge.stop')}</DialogButton>
          ) : (
            <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          )}
          <DialogButton primary={listed.length === 0} first disabled={work.running} onClick={choose}>
            {t(listed.length === 0 ? 'merge:merge.choose' : 'merge:merge.add')}
          </DialogButton>
          {listed.length > 0 && (
            <DialogButton primary disabled={!ready} onClick={merge}>
              {t('merge:merge.run')}
            </DialogButton>
          )}
        </>
      }
    >
      <div className="dialog-body form" tabIndex={0}>
        {listed.length === 0 && <p>{t('merge:merge.intro')}</p>}
        {listed.length > 0 && (
          <ul className="review-copies" aria-label={t('merge:merge.files')}>
            {listed.map(({ file, copy }, index) => (
              <CopyRow
                key={file.path}
                name={file.name}
                copy={copy}
                isOwnName={(reviewer) => own.has(reviewer)}
                found={found?.copies[index]}
                outside={file.outside.length}
                onRename={(reviewer) => rename(file.path, reviewer)}
                onRemove={() => remove(file.path)}
              />
            ))}
          </ul>
        )}
        {found && <Together found={found} />}
        {left > 0 && <p className="field-problem">{t('merge:merge.tooMany', { most: mostCopies })}</p>}
        {unread.map(({ name, refusal }) => (
          <p key={name} className="field-problem" role="alert">
            {t('merge:merge.refused', { name, why: refusalSentence(t, refusal) })}
          </p>
        ))}
        <p
          ref={saidLine}
          className={asked && status === said ? 'review-said review-asked' : 'review-said'}
          role="status"
        >
          {status}
        </p>
      </div>
    </Dialog>
  )
}

interface CopyRowProps {
  name: string
  copy: ReviewedCopy
  /** It is the name of somebody who wrote in the report already. */
  isOwnName: (name: string) => boolean
  found: MergedCopy | undefined
  outside: number
  onRename: (reviewer: string) => void
  onRemove: () => void
}

function CopyRow({ name, copy, isOwnName, found, outside, onRename, onRemove }: CopyRowProps): ReactElement {
  const { t } = useTranslation()
  const reviewer = copy.reviewer.trim()
  const isOwn = isOwnName(reviewer)
  return (
    <li>
      <div className="form-line">
        <b className="grow review-file">{name}</b>
        <button
          type="button"
          className="icon-button"
          aria-label={t('merge:merge.removeFile', { name })}
          title={t('merge:merge.remove')}
          onClick={onRemove}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </div>
      {found && <Found found={found} outside={outside} />}
      <Field label={t('merge:merge.reviewer')}>
        {(id) => (
          <>
            <TextInput
              id={id}
              label={t('merge:merge.reviewerOf', { name })}
              value={copy.reviewer}
              onChange={onRename}
            />
            {reviewer === '' && <span className="field-problem">{t('merge:merge.noName')}</span>}
            {isOwn && (
              <span className="field-problem" role="status">
                {t('merge:merge.ownName', { name: reviewer })}
              </span>
            )}
          </>
        )}
      </Field>
    </li>
  )
}

function Found({ found, outside }: { found: MergedCopy; outside: number }): ReactElement {
  const { t } = useTranslation()
  const { marked, unmarked, comments, decided, objects } = found
  const parts = [
    marked > 0 && t('merge:merge.marked', { count: marked }),
    unmarked > 0 && t('merge:merge.unmarked', { count: unmarked }),
    comments > 0 && t('merge:merge.comments', { count: comments }),
  ].filter((part) => part !== false)
  return (
    <>
      <p className="hint">{parts.length === 0 ? t('merge:merge.nothing') : parts.join(t('listSeparator'))}</p>
      {decided.accepted + decided.rejected > 0 && <p className="hint">{t('merge:merge.decided', { ...decided })}</p>}
      {outside > 0 && <p className="hint">{t('merge:merge.outside', { count: outside })}</p>}
      {objects.length > 0 && (
        <div className="hint">
          {t('merge:merge.objects', { count: objects.length })}
          <ul className="review-objects">
            {objects.map((object, index) => (
              <li key={index}>{objectWords(object, findingTranslate(t))}</li>
            ))}
          </ul>
        </div>
      )}
      {isForeign(found) && <p className="field-problem">{t('merge:merge.foreign')}</p>}
    </>
  )
}

function Together({ found }: { found: MergedAway }): ReactElement | null {
  const { t } = useTranslation()
  const lines = (['conflicts', 'shared', 'formatsLeft'] as const).filter((key) => found[key] > 0)
  if (lines.length === 0) return null
  return (
    <div className="review-together">
      {lines.map((key) => (
        <p key={key}>{t(`merge:merge.${key}`, { count: found[key] })}</p>
      ))}
    </div>
  )
}
