import { parentPort } from 'node:worker_threads'
import { readReportBytes, type NamedBytes } from './read-report-bytes.ts'
import { readTableBytes } from './read-table-bytes.ts'

/** A file, and what is wanted of it. */
export type ReadOrder = NamedBytes & { as: 'report' | 'tables' }

/** Runs in a thread of its own, so that a hostile file stops nothing but itself. */
parentPort?.on('message', ({ as, ...file }: ReadOrder) => {
  const read = as === 'tables' ? readTableBytes(file) : readReportBytes(file)
  void read.then((answer) => parentPort?.postMessage(answer))
})
