import type { RefusalReason, SaveResult } from '../../shared/desktop/results.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { clockOf } from './local-time.ts'
import { refusalSentence } from './refusals.ts'
import { currentReport } from './session.ts'
import type { Session } from './window-state.ts'

export interface SavingActions {
  /** True when the whole text lies in a file. */
  save(options?: { as?: boolean; overwrite?: boolean }): Promise<boolean>
  /** Something of the report was changed: shows 未保存 and writes the crash journal within a second. */
  changed(): void
  /** Forgets a journal entry that still waits, because its report was closed. */
  forgetJournal(): void
}

/** Promised: no more than one second of typing can be lost. */
const journalDelay = 800

export function savingActions(parts: Parts): SavingActions {
  let journal: ReturnType<typeof setTimeout> | undefined

  const forgetJournal = (): void => {
    clearTimeout(journal)
    journal = undefined
  }

  const writeJournal = (): void => {
    journal = undefined
    const { session } = parts.store.get()
    if (!session?.saving.changed) return
    void parts.desktop.journal({ report: currentReport(session), prior: session.prior })
  }

  const save: SavingActions['save'] = async ({ as = false, overwrite = false } = {}) => {
    const { session } = parts.store.get()
    if (!session || session.saving.state === 'saving') return false
    const text = session.editor.children
    const { report, prior } = session
    changeSession(parts, ({ saving }) => ({ saving: { ...saving, state: 'saving' } }))
    const result = await parts.desktop.saveReport({ report: currentReport(session), prior, as, overwrite })
    const now = parts.store.get().session
    if (now?.key !== session.key) return result.saved
    if (result.saved) {
      forgetJournal()
      const changedSince = now.editor.children !== text || now.report !== report || now.prior !== prior
      settle(parts, result, changedSince)
      if (changedSince) journal ??= setTimeout(writeJournal, journalDelay)
      return !changedSince
    }
    refuse(parts, result)
    return false
  }

  return {
    save,
    forgetJournal,
    changed() {
      const { session } = parts.store.get()
      if (!session) return
      if (!session.saving.changed) changeSession(parts, ({ saving }) => ({ saving: { ...saving, changed: true } }))
      journal ??= setTimeout(writeJournal, journalDelay)
    },
  }
}

function settle(parts: Parts, result: SaveResult & { saved: true }, changed: boolean): void {
  changeSession(parts, () => ({
    path: result.path,
    name: result.name,
    readOnly: null,
    recovered: false,
    changedOutside: false,
    saving: { state: 'idle', changed, savedAt: result.savedAt, refusal: null, remarks: result.notices },
  }))
  parts.announcer.say(parts.t('status.saved', { time: clockOf(result.savedAt) }))
}

/** These are answered in a dialog; every other reason stays above the page until it is solved. */
const answeredElsewhere: ReadonlySet<RefusalReason> = new Set(['cancelled', 'changedOutside'])

function refuse(parts: Parts, result: SaveResult & { saved: false }): void {
  const { saved: _, ...refusal } = result
  const shown = !answeredElsewhere.has(refusal.reason)
  // A failure before this attempt is not solved by giving the attempt up.
  changeSession(parts, ({ saving }: Session) => {
    const unsolved = shown ? refusal : saving.refusal
    return { saving: { ...saving, state: unsolved ? 'failed' : 'idle', refusal: unsolved } }
  })
  if (refusal.reason === 'changedOutside') showDialog(parts, { kind: 'conflict' })
  if (shown) parts.announcer.alarm(refusalSentence(parts.t, refusal))
}
