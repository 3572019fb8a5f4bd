import { parentPort } from 'node:worker_threads'
import type { DrawRequest } from '../export/draw-imported.ts'
import { decideFile, type DecideRequest } from '../revisions/decide-file.ts'
import { readReportBytes, type NamedBytes } from './read-report-bytes.ts'
import { readTableBytes } from './read-table-bytes.ts'

/** A file, and what is wanted of it. */
export type ReadOrder =
  (NamedBytes & { as: 'report' | 'tables' }) | (DecideRequest & { as: 'decided' }) | (DrawRequest & { as: 'drawn' })

/** Runs in a thread of its own, so that a hostile file stops nothing but itself. */
parentPort?.on('message', (order: ReadOrder) => {
  void carriedOut(order).then((answer) => parentPort?.postMessage(answer))
})

async function carriedOut(order: ReadOrder): Promise<unknown> {
  switch (order.as) {
    case 'decided':
      return decideFile(order)
    case 'drawn':
      // Whoever opens a file need not wait for what only an export needs.
      return (await import('../export/draw-imported.ts')).drawImported(order)
    case 'tables':
      return readTableBytes(order)
    case 'report':
      return readReportBytes(order)
  }
}
