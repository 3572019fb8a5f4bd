import type { Ledger } from '../../shared/ledger/ledger.ts'
import type { Refusal, RefusalReason, SaveResult } from '../../shared/desktop/results.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { clockOf } from './local-time.ts'
import { refusalSentence } from './refusals.ts'
import { currentReport } from './session.ts'
import type { Session } from './window-state.ts'

export interface SavingActions {
  /** True when the whole text lies in a file. */
  save(options?: SaveOptions): Promise<boolean>
  /** Something of the report was changed: shows 未保存 and writes the crash journal within a second. */
  changed(): void
  /** Writes what the crash journal does not hold yet, without waiting for a pause. */
  keepNow(): Promise<void>
  /** Forgets a journal entry that still waits, because its report was closed. */
  forgetJournal(): void
}

/** Promised: no more than one second of typing can be lost. */
const journalDelay = 800

/** Milliseconds after which a journal that could not be written is tried again. */
const journalRetry = 5000

interface SaveOptions {
  as?: boolean
  overwrite?: boolean
}

/** `savedLedger`: the report's file holds the ledger as it was given. */
export function savingActions(parts: Parts, savedLedger: (ledger: Ledger) => void): SavingActions {
  let journal: ReturnType<typeof setTimeout> | undefined

  const forgetJournal = (): void => {
    clearTimeout(journal)
    journal = undefined
  }

  const journalIn = (delay: number): void => void (journal ??= setTimeout(() => void writeJournal(), delay))

  let writing = Promise.resolve()
  const writeJournal = (): Promise<void> => (writing = writeOnce())

  const writeOnce = async (): Promise<void> => {
    forgetJournal()
    const { session } = parts.store.get()
    if (!session) return
    const before = saves
    const unkept = await keep(parts, session)
    const now = parts.store.get().session
    // Saved meanwhile: the text lies in its file.
    if (now?.key !== session.key || saves !== before) return
    if (unkept && !now.unkept) parts.announcer.alarm(parts.t('banner.unkept'))
    if (unkept || now.unkept) changeSession(parts, () => ({ unkept }))
    if (unkept) journalIn(journalRetry)
  }

  let saves = 0
  let running: { session: number; saved: Promise<Outcome> } | undefined

  /** Asked for while a save is running, it is done afterwards: what was typed meanwhile is meant as well. */
  const save: SavingActions['save'] = async (options = {}) => {
    const before = running
    if (before && before.session === parts.store.get().session?.key) {
      const outcome = await before.saved
      if (outcome === 'answered') return false
      if (outcome === 'whole' && !options.as) return true
      return save(options)
    }
    const { session } = parts.store.get()
    if (!session) return false
    const saved = saveOnce(session, options)
    running = { session: session.key, saved }
    const outcome = await saved.finally(() => (running = undefined))
    return outcome === 'whole'
  }

  const saveOnce = async (session: Session, { as = false, overwrite = false }: SaveOptions): Promise<Outcome> => {
    const text = session.editor.children
    const { report, prior, ledger } = session
    changeSession(parts, ({ saving }) => ({ saving: { ...saving, state: 'saving' } }))
    const result = await parts.desktop.saveReport({ report: currentReport(session), prior, ledger, as, overwrite })
    const now = parts.store.get().session
    if (now?.key !== session.key) return result.saved ? 'whole' : 'answered'
    if (result.saved) {
      saves++
      forgetJournal()
      savedLedger(ledger)
      const changedSince =
        now.editor.children !== text || now.report !== report || now.prior !== prior || now.ledger !== ledger
      settle(parts, result, changedSince)
      if (changedSince) journalIn(journalDelay)
      return changedSince ? 'part' : 'whole'
    }
    if (answeredElsewhere.has(result.reason)) {
      refuse(parts, result)
      return 'answered'
    }
    // What the banner says of the recovery area has to be true, also of a text that was never changed.
    const unkept = await keep(parts, now)
    if (parts.store.get().session?.key !== now.key) return 'answered'
    changeSession(parts, () => ({ unkept }))
    if (unkept) journalIn(journalRetry)
    refuse(parts, result)
    return 'failed'
  }

  return {
    save,
    keepNow: () => (journal === undefined ? writing : writeJournal()),
    forgetJournal,
    changed() {
      const { session } = parts.store.get()
      if (!session) return
      if (!session.saving.changed) changeSession(parts, ({ saving }) => ({ saving: { ...saving, changed: true } }))
      journalIn(journalDelay)
    },
  }
}

/** `answered`: the user said no, or is being asked. `part`: the file holds the text, but not what was typed since. */
type Outcome = 'whole' | 'part' | 'failed' | 'answered'

/** Null: the crash journal holds the text. */
async function keep({ desktop }: Parts, session: Session): Promise<Refusal | null> {
  try {
    const { prior, ledger } = session
    const { written, ...refusal } = await desktop.journal({ report: currentReport(session), prior, ledger })
    return written ? null : (refusal as Refusal)
  } catch (error) {
    return { reason: 'ioError', detail: String(error) }
  }
}

function settle(parts: Parts, result: SaveResult & { saved: true }, changed: boolean): void {
  changeSession(parts, () => ({
    path: result.path,
    name: result.name,
    readOnly: null,
    recovered: false,
    changedOutside: false,
    unkept: null,
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
