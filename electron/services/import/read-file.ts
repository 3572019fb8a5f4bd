import { randomUUID } from 'node:crypto'
import { readBytes } from './read-bytes.ts'
import { readInWorker } from './read-in-worker.ts'
import type { ReadReportFile } from './read-report-bytes.ts'

export type { ReadReportFile } from './read-report-bytes.ts'

/** Opens a report from a path, or from bytes whose place is unknown, in every format; the file stays untouched. */
export async function readReportFile(file: string | { name: string; bytes: Uint8Array }): Promise<ReadReportFile> {
  if (typeof file !== 'string') return readInWorker({ ...file, id: randomUUID() })
  const read = await readBytes(file)
  return read.ok ? readInWorker({ name: file, bytes: read.bytes, id: randomUUID() }) : read
}
