import { mostCopies, type ReviewFile } from '../../shared/desktop/review-files.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { Report } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import type { Compared } from '../../shared/revisions/compare/compare-reports.ts'
import type { ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { suggestReviewer } from '../../shared/revisions/merge/suggest-reviewer.ts'
import { bodyOf } from '../editor/body-of.ts'
import { putBlocks } from '../editor/commands/decide-revisions.ts'
import { inOneStepBeside } from '../editor/plugins/with-beside-changes.ts'
import type { ReviewAway } from '../workers/review-away.ts'
import type { MergedAway } from '../workers/review-messages.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { localTime } from './local-time.ts'
import type { OpeningActions } from './opening.ts'
import { currentReport } from './session.ts'

/** A file that could not be read, and why. */
export interface UnreadCopy {
  name: string
  refusal: Refusal
}

export interface ReadCopies {
  files: ReviewFile[]
  unread: UnreadCopy[]
  /** Beyond the limit. */
  left: number
}

export interface CopyProgress {
  done: number
  count: number
  name: string
}

/** A version to compare, under the name that it has in sentences. */
export interface NamedVersion extends Compared {
  name: string
}

export interface MergingActions {
  /** Asks for files and reads them one by one; undefined: cancelled, or stopped on the way. */
  readFiles: (
    kind: 'version' | 'copies',
    tell: (progress: CopyProgress) => void,
    stopped: AbortSignal,
  ) => Promise<ReadCopies | undefined>
  /** What a file of a reviewer means before anybody was asked. */
  asCopy: (file: ReviewFile) => ReviewedCopy
  /** Opens the old version with the new one as revisions. */
  compare: (before: NamedVersion, after: NamedVersion, author: string, stopped: AbortSignal) => Promise<CompareOutcome>
  /** What merging would give; the report stays as it is. */
  look: (copies: readonly ReviewedCopy[], stopped: AbortSignal) => Promise<MergedAway | undefined>
  /** Keeps the report as it is as a version, then puts the merged one in its place, as one step of undo. */
  merge: (copies: readonly ReviewedCopy[], stopped: AbortSignal) => Promise<MergeOutcome>
}

export type CompareOutcome = 'opened' | 'same' | 'stopped' | 'stayed'
export type MergeOutcome = 'merged' | 'stopped' | 'changed' | 'notKept'

export interface MergingPorts {
  away: ReviewAway
  opening: OpeningActions
  textChanged: () => void
  showReview: () => void
}

export function mergingActions(parts: Parts, { away, opening, textChanged, showReview }: MergingPorts): MergingActions {
  const { store, desktop, announcer, t } = parts

  const look: MergingActions['look'] = async (copies, stopped) => {
    const { session } = store.get()
    if (!session) return undefined
    const base = currentReport(session)
    const answer = await away({ merge: { base, copies, prefix: crypto.randomUUID() } }, stopped)
    return answer && 'merged' in answer ? answer.merged : undefined
  }

  return {
    look,
    async readFiles(kind, tell, stopped) {
      const { paths, cancelled } = await desktop.chooseFiles({ kind })
      if (cancelled || stopped.aborted) return undefined
      const base = kind === 'copies' ? (store.get().session?.report.id ?? null) : null
      const chosen = paths.slice(0, mostCopies)
      const read: ReadCopies = { files: [], unread: [], left: paths.length - chosen.length }
      for (const [done, path] of chosen.entries()) {
        const name = path.replace(/^.*[/\\]/, '')
        tell({ done, count: chosen.length, name })
        const answer = await desktop.readReviewed({ path, base })
        if (stopped.aborted as boolean) return undefined
        const { read: ok, ...rest } = answer
        if (ok) read.files.push(rest as ReviewFile)
        else read.unread.push({ name, refusal: rest as Refusal })
      }
      return read
    },
    asCopy(file) {
      const { session, settings } = store.get()
      const { report, own, date } = file
      const suggested = session && suggestReviewer(currentReport(session), file, settings.userName)
      return { report, date, formats: own, ...(suggested ?? { knownAs: undefined, reviewer: file.lastAuthor }) }
    },
    async compare(before, after, author, stopped) {
      const signature = { author, date: localTime() }
      const request = { before: comparedOf(before), after: comparedOf(after), signature, id: crypto.randomUUID() }
      const answer = await away({ compare: request }, stopped)
      if (!answer || !('compared' in answer)) return 'stopped'
      const cards = readCards(answer.compared.body).length
      if (cards === 0) return 'same'
      const name = t('merge:compare.resultName', { old: before.name, new: after.name })
      if (!(await opening.startCompared(answer.compared, name))) return 'stayed'
      showReview()
      announcer.tell(t('merge:compare.done', { count: cards }))
      return 'opened'
    },
    async merge(copies, stopped) {
      const { session } = store.get()
      if (!session) return 'stopped'
      const before = currentReport(session)
      const merged = await look(copies, stopped)
      if (!merged) return 'stopped'
      const isSame = (): boolean =>
        store.get().session?.editor === session.editor && bodyOf(session.editor) === before.body
      if (!isSame()) return 'changed'
      const { kept } = await desktop.keepVersion({ report: before, prior: session.prior, ledger: session.ledger })
      if (!kept) return 'notKept'
      if (!isSame()) return 'changed'
      const put = ({ notes, review }: Report): void => {
        changeSession(parts, ({ report }) => {
          const { review: _, ...rest } = report
          return { report: { ...rest, notes, ...(review && { review }) } }
        })
        textChanged()
      }
      let undone = false
      inOneStepBeside(
        session.editor,
        {
          redo() {
            put(merged.report)
            if (undone) announcer.tell(t('merge:merge.redone'))
          },
          undo() {
            undone = true
            put(before)
            announcer.tell(t('merge:merge.undone'))
          },
        },
        () => putBlocks(session.editor, before.body, sameBlocks(before, merged)),
      )
      showDialog(parts, null)
      showReview()
      const comments = merged.copies.reduce((sum, copy) => sum + copy.comments, 0)
      const cards = newCards(before.body, bodyOf(session.editor))
      announcer.tell(t('merge:merge.done', { copies: copies.length, cards, comments }))
      return 'merged'
    },
  }
}

function comparedOf({ report, choice, kind }: NamedVersion): Compared {
  return { report, choice, kind }
}

/** Cards that were not there before. */
function newCards(before: Report['body'], after: Report['body']): number {
  const known = new Set(readCards(before).flatMap(({ ids }) => ids))
  return readCards(after).filter(({ ids }) => ids.some((id) => !known.has(id))).length
}

/** Blocks that nobody changed are those of the page, so that only the others are drawn anew. */
function sameBlocks({ body }: Report, { report, kept }: MergedAway): Report['body'] {
  return report.body.map((block, index) => body[kept[index] ?? -1] ?? block)
}
