import { bodyOf } from '../editor/body-of.ts'
import type { Session } from './window-state.ts'

/** The report was begun for its place's ledger, and nobody has written a word of it: what was done to the ledger the workspace has. */
export function isLedgerAlone({ editor, path, ledgerFirst }: Session): boolean {
  return path === null && ledgerFirst !== null && JSON.stringify(bodyOf(editor)) === JSON.stringify(ledgerFirst)
}
