import type { Notice, Refusal } from '../../../shared/desktop/results.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { hardlySeen } from '../../../shared/word/clean/hardly-seen.ts'
import { proofKinds } from '../../../shared/word/clean/proof/proof-kinds.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { countPlacedComments } from '../../../shared/word/patch/placed-comments.ts'
import { ReadRefusal } from '../../../shared/word/read/read-refusal.ts'
import { packageRevisions } from '../../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
import { unpack } from '../import/unpack.ts'
import { zipPackage } from '../revisions/zip-package.ts'
import { cleanRefusal } from './clean-refusal.ts'
import type { Drawn } from './drawn.ts'
import { pendingRefusal, reviewIncluded, type Clean } from './pending-review.ts'

export interface DrawRequest {
  report: Report
  /** The Word file that it was imported from. */
  source: Uint8Array
  clean?: Clean
}

export type DrawnImported = { ok: true; drawn: Drawn } | ({ ok: false } & Refusal)

/** The Word file that a report was imported from, with what has changed since. */
export async function drawImported(request: DrawRequest): Promise<DrawnImported> {
  const drawn = await draw(request)
  return 'bytes' in drawn ? { ok: true, drawn } : { ok: false, ...drawn }
}

async function draw({ report, source, clean }: DrawRequest): Promise<Drawn | Refusal> {
  const unpacked = await unpack(source, () => true)
  if (!unpacked.ok) return { reason: unpacked.reason, detail: unpacked.detail }
  try {
    const patched = patchPackage(unpacked.parts, report)
    const notices = leftOut(report)
    const faults = newFaults(unpacked.parts, patched)
    if (faults.length > 0) return { reason: 'exportBlocked', detail: faults.join('\n') }
    if (!clean) {
      const review = [...withoutPlace(patched, report), ...reviewIncluded(report)]
      return { bytes: zipPackage(patched), notices: [...notices, ...review] }
    }
    // Headers, notes and tables hold revisions that the report does not know.
    const pending = clean === 'refuse' ? pendingRefusal(packageRevisions(patched).length, 0) : undefined
    if (pending) return pending
    const cleaned = cleanPackage(patched)
    const refusal = cleanRefusal(proveClean(cleaned))
    if (refusal) return refusal
    const damage = newFaults(unpacked.parts, cleaned)
    if (damage.length > 0) return { reason: 'exportBlocked', detail: damage.join('\n') }
    return { bytes: zipPackage(cleaned), notices: [...notices, ...overlooked(cleaned)], proof: proofKinds }
  } catch (error) {
    if (error instanceof ReadRefusal) return { reason: error.reason, detail: error.message }
    throw error
  }
}

/** Readers overlook it, finders do not: whoever publishes the copy decides. */
function overlooked(parts: ReadonlyMap<string, Uint8Array>): Notice[] {
  const { faint, words, cropped } = hardlySeen(parts)
  const notices: Notice[] = []
  if (faint > 0) notices.push({ messageId: 'export:notice.faintWords', values: { count: faint, words } })
  if (cropped > 0) notices.push({ messageId: 'export:notice.croppedPictures', values: { count: cropped } })
  return notices
}

/** Their words are gone, in the report or with a row of a table. */
function withoutPlace(parts: ReadonlyMap<string, Uint8Array>, { review }: Report): Notice[] {
  const count = (review?.comments.length ?? 0) - countPlacedComments(parts)
  return count > 0 ? [{ messageId: 'export:notice.commentsLeftOut', values: { count } }] : []
}

/** A chart needs a part of its own, which only a file laid out by a preset gets. */
function leftOut({ body }: Report): Notice[] {
  const count = body.filter((block) => block.type === 'opaque' && block.chart !== undefined).length
  return count === 0 ? [] : [{ messageId: 'export:notice.chartsLeftOut', values: { count } }]
}
