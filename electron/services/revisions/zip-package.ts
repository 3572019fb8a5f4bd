import { zipSync, type Zippable } from 'fflate'

/** The earliest day a zip knows, so that the same parts give the same bytes. */
const fixedDate = new Date(1980, 0, 1)

/** A Word file of these parts in their order. */
export function zipPackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of parts) entries[name] = bytes
  return zipSync(entries, { level: 6, mtime: fixedDate })
}
