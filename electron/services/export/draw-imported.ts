import type { Refusal } from '../../../shared/desktop/results.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { ReadRefusal } from '../../../shared/word/read/read-refusal.ts'
import { unpack } from '../import/unpack.ts'
import { zipPackage } from '../revisions/zip-package.ts'

/** The Word file that a report was imported from, with what has changed since. */
export async function drawImported(
  report: Report,
  source: Uint8Array,
): Promise<{ bytes: Uint8Array; notices: [] } | Refusal> {
  const unpacked = await unpack(source, () => true)
  if (!unpacked.ok) return { reason: unpacked.reason, detail: unpacked.detail }
  try {
    return { bytes: zipPackage(patchPackage(unpacked.parts, report)), notices: [] }
  } catch (error) {
    if (error instanceof ReadRefusal) return { reason: error.reason, detail: error.message }
    throw error
  }
}
