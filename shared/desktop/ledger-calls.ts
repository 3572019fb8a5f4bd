import * as v from 'valibot'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerSchema } from '../ledger/parse-ledger.ts'
import type { UnreadPart } from '../ledger/sound-part.ts'
import type { Refusal } from './results.ts'

/** A ledger as the workspace has it, and what its next change is held against. */
export interface StoredLedger {
  ledger: Ledger
  /** Another one after every change. */
  revision: string
  /** What of it could not be read; it lies in the database as it was. */
  unread?: UnreadPart[]
}

/** `revision` null: another's rows were put into it, so that what is stored is not what was given. The next change is made one with it too. */
export type KeepResult = { kept: true; revision: string | null } | ({ kept: false } & Refusal)

/** 100 characters, as in the ledger itself. */
export const openLedgerSchema = v.object({ place: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) })

export const keepLedgerSchema = v.object({
  ledger: ledgerSchema,
  /** Of the stored ledger that this one grew from; null: it grew from none, and is made one with what is there. */
  revision: v.nullable(v.pipe(v.string(), v.maxLength(64))),
})
