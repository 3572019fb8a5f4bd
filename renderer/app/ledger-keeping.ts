import type { StoredLedger } from '../../shared/desktop/ledger-calls.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'
import { isWithinLimits } from '../../shared/ledger/parse-ledger.ts'
import { changeSession, type Parts } from './controller-parts.ts'
import { isLedgerAlone } from './ledger-alone.ts'
import { differenceOf } from './ledger-difference.ts'
import type { Session } from './window-state.ts'

type Joined = Pick<Session, 'ledger' | 'differences' | 'ledgerUnkept' | 'workspaceUnread'>

export interface LedgerKeeping {
  /** What the workspace knows of the place is put into the ledger of an opened report, one that can only be read excepted. */
  join: (opened: { ledger: Ledger; readOnly: Refusal | null; place: string }) => Promise<Joined>
  /** The place of the open report has got another name: the ledger goes with it, and meets that of its new place. */
  moved: (place: string) => Promise<void>
  /** The ledger was changed: the workspace has it a moment later. */
  changed: () => void
  /** The report's file holds this ledger. */
  saved: (ledger: Ledger) => void
  /** The workspace has the ledger as it is, written there at once where it waited for its turn. */
  holds: () => Promise<boolean>
  /** The report is left: what was thrown away with its text is taken out of the workspace again. */
  leave: (session: Session) => Promise<void>
}

/** Milliseconds: a row that is filled in cell by cell is written once. */
const keepDelay = 1000

/** What the workspace has of the open report's ledger. */
interface Kept {
  place: string
  /** Null: it was never read for this report, so nothing of it may be taken away. */
  revision: string | null
  /** As the report's file has it, or as it was opened. */
  saved: Ledger | null
  /** As the workspace has it; null: not from here. */
  kept: Ledger | null
  /** Together with that of the workspace it would be too large: the workspace is left alone for as long as the report is open. */
  apart: boolean
}

const nothingKept: Kept = { place: '', revision: null, saved: null, kept: null, apart: false }

export function ledgerKeeping(parts: Parts): LedgerKeeping {
  const { desktop, store } = parts
  let now = nothingKept
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const read = (place: string): Promise<StoredLedger | null> =>
    place === '' ? Promise.resolve(null) : desktop.openLedger({ place }).catch(() => null)

  /** One after the other: each grows from the revision of the one before. */
  const keep = (ledger: Ledger): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const state = now
    const work = turn.then(async () => {
      const isNothing = ledger.rows.length === 0 && state.revision === null
      if (ledger.place === '' || ledger === state.kept || isNothing || state.apart) return
      const refusal = await attempt(ledger, state)
      changeSession(parts, ({ ledgerUnkept }) => (refusal === ledgerUnkept ? {} : { ledgerUnkept: refusal }))
    })
    turn = work
    return work
  }

  const attempt = async (ledger: Ledger, state: Kept): Promise<Refusal | null> => {
    try {
      const { kept, ...result } = await desktop.keepLedger({ ledger, revision: state.revision })
      if (!kept) return result as Refusal
      Object.assign(state, { revision: (result as Pick<Kept, 'revision'>).revision, kept: ledger })
      return null
    } catch (error) {
      return { reason: 'ioError', detail: String(error) }
    }
  }

  return {
    async join({ ledger, readOnly, place }) {
      const own = ledger.place === place ? ledger : { ...ledger, place }
      now = { ...nothingKept, place, saved: own }
      if (readOnly) return { ledger: own, differences: [], ledgerUnkept: null, workspaceUnread: [] }
      const stored = await read(place)
      const joined = joinedWith(own, stored)
      const apart = joined.ledgerUnkept !== null
      now = { place, revision: stored?.revision ?? null, saved: joined.ledger, kept: null, apart }
      return joined
    },
    async moved(place) {
      changeSession(parts, ({ ledger }) => ({ ledger: { ...ledger, place } }))
      const key = store.get().session?.key
      now = { ...nothingKept, place, saved: now.saved }
      const state = now
      const stored = await read(place)
      if (store.get().session?.key !== key || now !== state) return
      state.revision = stored?.revision ?? null
      changeSession(parts, ({ ledger }) => {
        const joined = joinedWith(ledger, stored)
        state.apart = joined.ledgerUnkept !== null
        return joined
      })
    },
    changed() {
      timer ??= setTimeout(() => {
        const { session } = store.get()
        timer = undefined
        if (session) void keep(session.ledger)
      }, keepDelay)
    },
    saved(ledger) {
      now.saved = ledger
      void keep(ledger)
    },
    async holds() {
      const { session } = store.get()
      if (!session) return true
      await keep(session.ledger)
      return now.kept === session.ledger
    },
    async leave(session) {
      const { ledger, saving, readOnly } = session
      const pending = timer !== undefined
      clearTimeout(timer)
      timer = undefined
      await turn
      if (readOnly || isLedgerAlone(session)) return
      const thrownAway = saving.changed && now.kept !== null && now.saved?.place === now.place
      if (thrownAway && now.saved && now.kept !== now.saved) await keep(now.saved)
      else if (pending && !saving.changed) await keep(ledger)
    },
  }
}

/** The file's own ledger where both together would be too large, and why the workspace does not get it. */
function joinedWith(own: Ledger, stored: StoredLedger | null): Joined {
  const alone: Joined = { ledger: own, differences: [], ledgerUnkept: null, workspaceUnread: stored?.unread ?? [] }
  if (!stored) return alone
  const { ledger, differing } = mergeLedgers(own, stored.ledger)
  if (!isWithinLimits(ledger, own)) return { ...alone, ledgerUnkept: { reason: 'ledgersTooLarge' } }
  return { ...alone, ledger, differences: differing.flatMap((figure) => differenceOf(figure, own) ?? []) }
}
