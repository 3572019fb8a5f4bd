import { mostPriorReports, type PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { ChosenFiles } from '../../shared/desktop/outside-files.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { importEdits, planImport, type ReportChain } from '../../shared/ledger/import-reports.ts'
import type { GivenReport, Proposal } from '../../shared/ledger/proposal.ts'
import type { ReadChain } from '../workers/read-chain.ts'
import { showDialog, type Parts } from './controller-parts.ts'
import type { LedgerActions } from './ledger.ts'
import type { OpeningActions } from './opening.ts'

/** A file that could not be read, and why. */
export interface UnreadFile {
  file: string
  refusal: Refusal
}

export interface PastFiles {
  reports: GivenReport[]
  unread: UnreadFile[]
  /** Of a folder, beyond the limit. */
  left: number
}

export interface ReadingProgress {
  /** Files that are read, of how many; equal: the figures are being looked for. */
  done: number
  count: number
  file: string
}

export interface ImportActions {
  /** Asks for files and reads them one by one; undefined: cancelled, or stopped on the way. */
  readPast: (
    kind: 'reports' | 'folder',
    tell: (progress: ReadingProgress) => void,
    stopped: AbortSignal,
  ) => Promise<PastFiles | undefined>
  readChain: (reports: readonly GivenReport[], stopped: AbortSignal) => Promise<ReportChain | undefined>
  /** Puts the accepted figures into the ledger, as one step of undo; reports that are to be kept become 往年 reports. */
  takeReports: (chain: ReportChain, accepted: readonly Proposal[], keep: boolean) => void
  /** Edits that a dialog has shown before; the dialog gives way to what the ledger may ask. */
  take: (edits: readonly LedgerEdit[], words: string) => boolean
}

export interface ImportParts {
  ledger: LedgerActions
  opening: OpeningActions
  readChain: ReadChain
}

export function importActions(parts: Parts, { ledger, opening, readChain }: ImportParts): ImportActions {
  const { store, desktop, t } = parts

  const take: ImportActions['take'] = (edits, words) => {
    showDialog(parts, null)
    return ledger.edit(edits, words)
  }

  return {
    take,
    async readPast(kind, tell, stopped) {
      const chosen = await desktop.chooseFiles({ kind })
      const isStopped = (): boolean => stopped.aborted
      if (chosen.cancelled || isStopped()) return undefined
      const names = namesOf(chosen)
      const read: PastFiles = { reports: [], unread: [], left: chosen.left }
      for (const [at, path] of chosen.paths.entries()) {
        const file = names[at] ?? path
        tell({ done: at, count: chosen.paths.length, file })
        const answer = await desktop.readPast({ path })
        if (isStopped()) return undefined
        const { read: ok, ...rest } = answer
        if (ok) read.reports.push({ ...(rest as GivenReport), file })
        else read.unread.push({ file, refusal: rest as Refusal })
      }
      return read
    },
    async readChain(reports, stopped) {
      const { session, startUp } = store.get()
      const place = session?.report.meta.place || null
      return readChain({ reports: [...reports], place, indicators: startUp.templates.indicators }, stopped)
    },
    takeReports(chain, accepted, keep) {
      const { session, startUp } = store.get()
      if (!session) return
      const steps = planImport(session.ledger, accepted)
      const edits = importEdits(session.ledger, steps, startUp.templates.indicators)
      if (keep) opening.keepPrior(priorOf(chain, session.report.meta.year))
      if (!take(edits, t('ledger-import:reports.step', { count: steps.length }))) return
      if (!store.get().dialog) parts.announcer.tell(t('ledger-import:reports.done', { count: steps.length }))
    },
  }
}

/** What the open report can be compared with: earlier ones, newest first. */
function priorOf({ readings }: ReportChain, year: number | null): PriorReport[] {
  return readings
    .filter((reading) => year === null || reading.year === null || reading.year < year)
    .map(({ file, text }) => ({ name: file.slice(0, 255), text }))
    .slice(-mostPriorReports)
}

/** Names of files tell reports apart: those of one name take the folder before them. */
function namesOf({ paths }: ChosenFiles): string[] {
  const names = paths.map((path) => path.replace(/^.*[/\\]/, ''))
  return paths.map((path, at) => {
    const name = names[at] ?? path
    const twice = names.filter((other) => other === name).length > 1
    return twice ? (/[^/\\]+[/\\][^/\\]+$/.exec(path)?.[0] ?? name) : name
  })
}
