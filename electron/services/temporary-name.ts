import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** Longest file name of the usual file systems, in bytes of UTF-8. */
const longestName = 255

/** The hidden name beside `path` under which its next version is written: always the same, so that a left-over is found. */
export function temporaryPath(path: string): string {
  return besidePath(path, (name) => `.${name}.tmp`)
}

/** A name derived from that of `path` in the same folder; 16 hex digits of its hash take its place where it would be too long. */
export function besidePath(path: string, derive: (name: string) => string): string {
  const name = basename(path)
  const derived = derive(name)
  const fitting =
    Buffer.byteLength(derived) <= longestName
      ? derived
      : derive(createHash('sha256').update(name).digest('hex').slice(0, 16))
  return join(dirname(path), fitting)
}
