import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Range } from 'slate'
import { bodyOf } from '../editor/body-of.ts'
import { openBlanks, openNoteBlanks } from '../app/open-blanks.ts'
import { cardsOf } from '../app/review-cards.ts'
import { readOpenComments, rangeOfComment } from '../app/open-comments.ts'
import { currentReport } from '../app/session.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { focusNote } from '../editor/focus-note.ts'
import { jumpToRange } from '../editor/commands/jump-to.ts'
import { waitingWords } from '../editor/waiting-words.ts'
import { cardSentence } from '../panels/card-words.ts'
import { useGoToCard } from '../panels/use-open-conflicts.ts'
import { Dialog, DialogButton } from './Dialog.tsx'
import { chosenPreset, useExport } from './use-export.ts'

/** Rows of the list; whoever has more than these decides them in the panel. */
const mostRows = 50

/** 清样: says what is still open and where, and writes the file once nothing is or the user takes the final text. */
export function CleanCopyDialog(): ReactElement | null {
  const { t } = useTranslation()
  const { desktop, showDialog } = useController()
  const session = useWindow((state) => state.session)
  const presets = useWindow((state) => state.startUp.templates.presets)
  const stored = useWindow((state) => state.settings.preset)
  const { job, run } = useExport()
  const preset = chosenPreset(presets, stored)
  const open = usePending()
  const blanks = useBlanks()
  if (!session || !preset) return null
  const pending = open.revisions + open.comments > 0
  const start = (): Promise<void> =>
    run('docx', () =>
      desktop.exportClean({
        report: currentReport(session),
        preset: preset.id,
        name: t('clean.name'),
        clean: pending ? 'final' : 'refuse',
      }),
    )
  return (
    <Dialog
      title={t('clean.title')}
      className="dialog-small"
      onClose={() => showDialog(null)}
      hint={job ? t('export.running.docx') : ''}
      buttons={
        <>
          <DialogButton first={pending} onClick={() => showDialog(null)}>
            {t('dialog.cancel')}
          </DialogButton>
          <DialogButton
            primary={!pending}
            first={!pending}
            disabled={job !== null || open.conflicts > 0}
            onClick={() => void start()}
          >
            {t(pending ? 'clean.asFinal' : 'clean.write')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <p>
          {pending ? t('clean.pending', { revisions: open.revisions, comments: open.comments }) : t('clean.nothing')}
        </p>
        {pending && <PendingList name={t('clean.list')} more="clean.more" rows={open.rows} />}
        {open.conflicts > 0 && <p>{t('clean.conflicts', { count: open.conflicts })}</p>}
        {pending && open.conflicts === 0 && <p>{t('clean.finalHint')}</p>}
        {blanks.length > 0 && <p>{t('clean.blanks', { count: blanks.length })}</p>}
        {blanks.length > 0 && <PendingList name={t('clean.blankList')} more="clean.moreBlanks" rows={blanks} />}
        <p>{t('clean.layout', { preset: t(`export.preset.${preset.id}.name`, { defaultValue: preset.name }) })}</p>
      </div>
    </Dialog>
  )
}

interface PendingRow {
  key: string
  words: string
  go: () => void
}

interface Pending {
  /** Cards, as the panel counts them. */
  revisions: number
  comments: number
  /** Places where the final text would hold what several wrote in place of each other. */
  conflicts: number
  rows: PendingRow[]
}

function usePending(): Pending {
  const { t } = useTranslation()
  const { comments: commenting, showDialog, showTab } = useController()
  const goTo = useGoToCard()
  const session = useWindow((state) => state.session)
  if (!session) return { revisions: 0, comments: 0, conflicts: 0, rows: [] }
  const { editor, report } = session
  const body = bodyOf(editor)
  const cards = cardsOf(body)
  const comments = readOpenComments(report.review)
  /** The dialog gives the focus back when it goes; the place is selected after that. */
  const leave = (range: () => Range | undefined) => (): void => {
    showDialog(null)
    requestAnimationFrame(() => {
      const place = range()
      if (place) jumpToRange(editor, place)
    })
  }
  const ofCards = cards.map((card): PendingRow => ({
    key: card.id,
    words: cardSentence(t, card),
    go: () => goTo(card),
  }))
  const ofComments = comments.map((comment): PendingRow => ({
    key: `comment ${comment.id}`,
    words: t('clean.comment', { name: comment.author || t('review:unknown'), words: comment.paragraphs.join(' ') }),
    go: () => {
      showTab('comments')
      commenting.show(comment.id)
      leave(() => rangeOfComment(editor, comment.id))()
    },
  }))
  return {
    revisions: cards.length,
    comments: comments.length,
    conflicts: cards.filter(({ kind }) => kind === 'conflict').length,
    rows: [...ofCards, ...ofComments],
  }
}

/** □ that the clean copy would still show. */
function useBlanks(): PendingRow[] {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const session = useWindow((state) => state.session)
  if (!session) return []
  const { editor, report } = session
  const inText = openBlanks(editor).map(({ range, field, around }, index): PendingRow => ({
    key: `blank ${index}`,
    words: field && field.indicator !== '' ? waitingWords(t, field) : t('clean.blankPlace', { words: around }),
    go: () => {
      showDialog(null)
      requestAnimationFrame(() => jumpToRange(editor, range))
    },
  }))
  const inNotes = openNoteBlanks(editor, report.notes).map(({ note, around }, index): PendingRow => ({
    key: `note ${index}`,
    words: t('clean.blankInNote', { words: around }),
    go: () => {
      showDialog(null)
      requestAnimationFrame(() => focusNote(note))
    },
  }))
  return [...inText, ...inNotes]
}

interface PendingListProps {
  name: string
  /** Says where those are that the list has no room for. */
  more: 'clean.more' | 'clean.moreBlanks'
  rows: readonly PendingRow[]
}

function PendingList({ name, more, rows }: PendingListProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <ul className="clean-pending" aria-label={name}>
        {rows.slice(0, mostRows).map(({ key, words, go }) => (
          <li key={key}>
            <span>{words}</span>
            <button type="button" className="link" onClick={go} aria-label={t('clean.goTo', { what: words })}>
              {t('export.goThere')}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > mostRows && <p>{t(more, { count: rows.length - mostRows })}</p>}
    </>
  )
}
