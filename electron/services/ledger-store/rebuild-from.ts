import { basename } from 'node:path'
import type { Refusal } from '../../../shared/desktop/results.ts'
import { readBytes } from '../import/read-bytes.ts'
import type { ReportFiles } from '../report-files.ts'
import type { LedgerStore } from './ledger-store.ts'

export interface Rebuilt {
  /** Places whose ledger was found and kept, in the order of the files. */
  places: string[]
  /** Files that hold a ledger. */
  files: number
  skipped: ({ name: string } & Refusal)[]
}

/** Makes the ledgers that lie in reports one again: of a figure in several files the one that was changed last counts. */
export async function rebuildFrom(
  paths: readonly string[],
  store: Pick<LedgerStore, 'keep'>,
  files: Pick<ReportFiles, 'read'>,
): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { places: [], files: 0, skipped: [] }
  for (const path of paths) {
    const name = basename(path)
    const refusal = await keepLedgerOf(path, name, rebuilt, store, files)
    if (refusal) rebuilt.skipped.push({ name, ...refusal })
  }
  return rebuilt
}

async function keepLedgerOf(
  path: string,
  name: string,
  rebuilt: Rebuilt,
  ...[store, files]: [Pick<LedgerStore, 'keep'>, Pick<ReportFiles, 'read'>]
): Promise<Refusal | undefined> {
  const stored = await readBytes(path)
  const read = stored.ok ? await files.read({ name, bytes: stored.bytes }) : stored
  if (!read.ok) {
    const { ok: _, ...refusal } = read
    return refusal
  }
  const { ledger } = read
  if (!ledger || ledger.rows.length === 0 || ledger.place === '') return undefined
  const { kept, ...result } = await store.keep(ledger, null)
  if (!kept) return result as Refusal
  rebuilt.files++
  if (!rebuilt.places.includes(ledger.place)) rebuilt.places.push(ledger.place)
  return undefined
}
