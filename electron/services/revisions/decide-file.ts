import type { Refusal } from '../../../shared/desktop/results.ts'
import type { Decision } from '../../../shared/revisions/decide.ts'
import type { Block, Report } from '../../../shared/report/schema.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { ReadRefusal } from '../../../shared/word/read/read-refusal.ts'
import { findMainPart, isWordRoot, readPart } from '../../../shared/word/read/package-parts.ts'
import { decidePackage, packageRevisions } from '../../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
import { readFileKind } from '../import/file-kind.ts'
import { unpack } from '../import/unpack.ts'
import { zipPackage } from './zip-package.ts'

export interface DecideRequest {
  name: string
  bytes: Uint8Array
  decision: Decision
  /** Only the revisions of this author, as the file names him. */
  author?: string
}

export type DecidedFile =
  | {
      ok: true
      bytes: Uint8Array
      decided: number
      left: number
      conflicts: number
      /** Changes that this author made as another did, recorded under the other's name: they are left. */
      underOthers: number
    }
  | ({ ok: false } & Refusal)

/** A Word file with its revisions accepted or rejected; all that holds none is copied byte for byte. */
export async function decideFile({ name, bytes, decision, author }: DecideRequest): Promise<DecidedFile> {
  const kind = readFileKind(name, bytes)
  if (typeof kind === 'object') return { ok: false, ...kind }
  if (kind !== 'zip') return { ok: false, reason: 'unknownFormat' }
  const unpacked = await unpack(bytes, () => true)
  if (!unpacked.ok) return { ok: false, reason: unpacked.reason, detail: unpacked.detail }
  try {
    const main = findMainPart(unpacked.parts)
    const document = readPart(unpacked.parts, main)
    if (!document || !isWordRoot(document, 'document')) return { ok: false, reason: 'notAReport', detail: main }
    const choose = author === undefined ? 'all' : (revision: { author: string }): boolean => revision.author === author
    const parts = decidePackage(unpacked.parts, decision, choose)
    const faults = newFaults(unpacked.parts, parts)
    if (faults.length > 0) return { ok: false, reason: 'exportBlocked', detail: faults.join('\n') }
    const [before, after] = [packageRevisions(unpacked.parts).length, packageRevisions(parts).length]
    const { body = [] } = reportIn(unpacked.parts) ?? {}
    const conflicts = decision === 'accept' ? conflictsIn(body, author) : 0
    const underOthers = author === undefined ? 0 : madeWithOthers(body, author)
    return { ok: true, bytes: zipPackage(parts), decided: before - after, left: after, conflicts, underOthers }
  } catch (error) {
    if (error instanceof ReadRefusal) return { ok: false, reason: error.reason, detail: error.message }
    throw error
  }
}

function reportIn(parts: ReadonlyMap<string, Uint8Array>): Report | undefined {
  const read = readDocx(parts, { id: '', name: '', format: 'docx' })
  return read.ok ? read.report : undefined
}

/** Conflicts of which more than one side is accepted: the words of all of them stand in the text then. */
function conflictsIn(body: readonly Block[], author: string | undefined): number {
  return openConflicts(body).filter(
    ({ sides = [] }) => author === undefined || sides.every(({ authors }) => authors.includes(author)),
  ).length
}

function madeWithOthers(body: readonly Block[], author: string): number {
  const shared = revisionsIn(body).filter(
    ({ revision }) => revision.author !== author && revision.also?.some((one) => one.author === author),
  )
  return new Set(shared.map(({ revision }) => revision.id)).size
}
