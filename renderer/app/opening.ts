import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { mostPriorReports, type PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { OpenResult, OpenedReport } from '../../shared/desktop/results.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { inlineText } from '../../shared/report/plain-text.ts'
import { bodyOf } from '../editor/body-of.ts'
import { stillClosed } from './closed-banners.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { isLedgerAlone } from './ledger-alone.ts'
import type { LedgerKeeping } from './ledger-keeping.ts'
import { localTime } from './local-time.ts'
import { withPriorReport } from './prior-reports.ts'
import type { SavingActions } from './saving.ts'
import { startSession } from './session.ts'
import type { WizardDraft } from './wizard-draft.ts'
import type { UserLists } from '../../shared/desktop/user-lists.ts'
import { shownFindings } from './shown-findings.ts'
import type { Session } from './window-state.ts'

export interface OpeningActions {
  /** Asks for a file when `path` is null. */
  open(path: string | null): Promise<void>
  openSample(): Promise<void>
  openBytes(name: string, bytes: Uint8Array): Promise<void>
  recover(id: string): Promise<void>
  discardRecovery(id: string): Promise<void>
  openVersion(version: number): Promise<void>
  /** A report that has no file yet. Who stays with the open one finds the dialog as it was filled. */
  startReport(report: Report, draft: WizardDraft): Promise<void>
  /** A report for the ledger of its place, which is shown in its stead; the workspace keeps the ledger, also where the report is never saved. */
  startForLedger(report: Report): Promise<void>
  /** A report that 转结 began; it has no file yet. False: the user wants to stay with the open one. */
  startRolled(rolled: Pick<RolledReport, 'report' | 'ledger' | 'prior'>): Promise<boolean>
  /** The outcome of a comparison; it has no file yet. False: the user wants to stay with the open report. */
  startCompared(report: Report, name: string): Promise<boolean>
  /** An earlier report, read for comparison with the open one and kept in its file. */
  addPrior(): Promise<void>
  /** Reports that were read for another purpose, kept as earlier ones; the newest where there are too many. */
  keepPrior(reports: readonly PriorReport[]): void
  removePrior(name: string): void
  /** Back to the start page. */
  close(): Promise<void>
  closeWindow(): Promise<void>
  removeRecent(path: string | null): Promise<void>
  /** 清除痕迹 was carried out: what was read at the start is gone. */
  tracesCleared(): Promise<void>
}

export function openingActions(
  parts: Parts,
  saving: SavingActions,
  keeping: LedgerKeeping,
  started: () => void,
): OpeningActions {
  const { desktop, store } = parts

  /** False: the user wants to stay with the report that is open. */
  const leave = async (): Promise<boolean> => {
    const { session, dialog } = store.get()
    if (!session?.saving.changed) return true
    if (isLedgerAlone(session) && (await keeping.holds())) return true
    if (dialog?.kind === 'unsaved') return false
    const answer = await new Promise<'save' | 'discard' | 'cancel'>((resolve) =>
      showDialog(parts, { kind: 'unsaved', answer: resolve }),
    )
    showDialog(parts, null)
    if (answer === 'save') return saving.save()
    return answer === 'discard'
  }

  const dropSession = async (): Promise<void> => {
    const { session } = store.get()
    if (!session) return
    saving.forgetJournal()
    await keeping.leave(session)
    const { path, name, report } = session
    const errors = errorsOf(session, parts.store.get().lists)
    await desktop.closeReport({ id: report.id, errors })
    store.set((state) => {
      const others = state.recent.filter((entry) => entry.path !== path)
      const entry = { path: path ?? '', name, stage: report.meta.stage, openedAt: localTime(), errors, missing: false }
      const known = path === null ? others : [entry, ...others]
      return {
        ...state,
        session: null,
        find: null,
        search: null,
        closedBanners: stillClosed(state.closedBanners),
        overlay: 'none',
        view: 'page',
        recent: known,
      }
    })
  }

  const show = async (opened: OpenedReport, recovered = false): Promise<void> => {
    await dropSession()
    const { settings } = store.get()
    const { place } = opened.report.meta
    const { ledger, ...joined } = await keeping.join({ ...opened, place })
    const { speechRate } = settings
    const session = startSession({ ...opened, ledger }, { speechRate, recovered, ...joined })
    store.set((state) => ({ ...state, session, dialog: dialogAfterOpening(session) }))
    started()
  }

  const openWith = async (name: string, ask: () => Promise<OpenResult>, recovered = false): Promise<void> => {
    if (!(await leave())) return
    const result = await ask()
    if (result.opened) return show(result, recovered)
    const { opened: _, ...refusal } = result
    if (refusal.reason !== 'cancelled') showDialog(parts, { kind: 'refused', what: 'open', name, refusal })
  }

  const forget = (id: string): void =>
    store.set((state) => ({ ...state, recoverable: state.recoverable.filter((entry) => entry.id !== id) }))

  /** In a report that can only be read they serve the comparison and are forgotten with it. */
  const changePrior = (change: (prior: PriorReport[]) => PriorReport[]): void => {
    changeSession(parts, ({ prior }) => ({ prior: change(prior) }))
    if (!store.get().session?.readOnly) saving.changed()
    started()
  }

  return {
    open: (path) => openWith(path === null ? '' : fileName(path), () => desktop.openReport({ path })),
    openSample: () => openWith('', () => desktop.openSample(undefined)),
    openBytes: (name, bytes) => openWith(name, () => desktop.openBytes({ name, bytes })),
    async recover(id) {
      await openWith('', () => desktop.recover({ id }), true)
      if (store.get().session?.recovered) forget(id)
    },
    async discardRecovery(id) {
      await desktop.discardRecovery({ id })
      forget(id)
    },
    async openVersion(number) {
      const { session } = store.get()
      if (!session) return
      const result = await desktop.openVersion({ id: session.report.id, number })
      if (!result.opened) {
        const { opened: _, ...refusal } = result
        showDialog(parts, { kind: 'refused', what: 'version', name: String(number), refusal })
        return
      }
      if (!(await leave())) return
      const report = { ...result.report, id: crypto.randomUUID() }
      const copy = unsavedReport(report, parts.t('versions.copyName', { name: session.name, number }))
      await show({ ...copy, prior: result.prior, ledger: result.ledger })
    },
    async startReport(report, draft) {
      showDialog(parts, null)
      if (!(await leave())) {
        showDialog(parts, { kind: 'newReport', draft })
        return
      }
      const prior = draft.prior ? [draft.prior] : []
      await show({ ...unsavedReport(report, nameOf(report) || parts.t('menu.untitled')), prior })
    },
    async startForLedger(report) {
      showDialog(parts, null)
      if (!(await leave())) return
      await show(unsavedReport(report, nameOf(report) || parts.t('menu.untitled')))
      changeSession(parts, ({ editor }) => ({ ledgerFirst: bodyOf(editor) }))
      store.set((state) => ({ ...state, view: 'ledger' }))
    },
    async startRolled({ report, ledger, prior }) {
      if (!(await leave())) return false
      await show({ ...unsavedReport(report, nameOf(report) || parts.t('menu.untitled')), ledger, prior })
      // Nobody typed it, yet there is work in it that no file holds.
      saving.changed()
      return true
    },
    async startCompared(report, name) {
      if (!(await leave())) return false
      await show(unsavedReport(report, name))
      saving.changed()
      return true
    },
    async addPrior() {
      const result = await desktop.openPrior(undefined)
      if (result.opened) {
        const { name, text } = result
        changePrior((prior) => withPriorReport(prior, { name, text }))
        parts.announcer.tell(parts.t('findings.priorAdded', { name }))
      } else if (result.reason !== 'cancelled') {
        const { opened: _, ...refusal } = result
        showDialog(parts, { kind: 'refused', what: 'open', name: '', refusal })
      }
    },
    keepPrior(reports) {
      if (reports.length === 0) return
      changePrior((prior) => reports.reduce(withPriorReport, [...prior]).slice(0, mostPriorReports))
    },
    removePrior(name) {
      changePrior((prior) => prior.filter((one) => one.name !== name))
      parts.announcer.tell(parts.t('findings.priorRemoved', { name }))
    },
    async close() {
      if (await leave()) await dropSession()
    },
    async closeWindow() {
      if (!(await leave())) return
      await dropSession()
      await desktop.closeWindow(undefined)
    },
    async tracesCleared() {
      const { settings } = await desktop.startUp(undefined)
      store.set((state) => ({ ...state, recent: [], recoverable: [], settings }))
    },
    async removeRecent(path) {
      const recent = await desktop.removeRecent({ path })
      store.set((state) => ({ ...state, recent }))
    },
  }
}

function unsavedReport(report: Report, name: string): OpenedReport {
  return { report, path: null, name, readOnly: null, imported: null, prior: [], ledger: emptyLedger(report.meta.place) }
}

/** Null where nothing was checked, or nothing could be: then no verdict is shown beside the report's name. */
export function errorsOf(session: Session, lists: UserLists): number | null {
  const { result } = session.checking
  if (!result) return null
  const errors = shownFindings({ session, lists }).filter(({ severity }) => severity === 'error').length
  return errors === 0 && result.coverage.checkable === 0 ? null : errors
}

/** An import that could not keep everything says so before the first key is pressed. */
function dialogAfterOpening({ imported }: Session): { kind: 'imported' } | null {
  if (!imported) return null
  const { notices, revisions, comments, brokenLines } = imported
  return notices.length + revisions + comments + brokenLines > 0 ? { kind: 'imported' } : null
}

/** The title as printed, its lines joined. */
function nameOf(report: Report): string {
  return report.body.map((block: Block) => (block.type === 'title' ? inlineText(block.children) : '')).join('')
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
