import { parentPort } from 'node:worker_threads'
import { decideFile, type DecideRequest } from '../revisions/decide-file.ts'
import { readReportBytes, type NamedBytes } from './read-report-bytes.ts'
import { readTableBytes } from './read-table-bytes.ts'

/** A file, and what is wanted of it. */
export type ReadOrder = (NamedBytes & { as: 'report' | 'tables' }) | (DecideRequest & { as: 'decided' })

/** Runs in a thread of its own, so that a hostile file stops nothing but itself. */
parentPort?.on('message', (order: ReadOrder) => {
  void carriedOut(order).then((answer) => parentPort?.postMessage(answer))
})

function carriedOut(order: ReadOrder): Promise<unknown> {
  if (order.as === 'decided') return decideFile(order)
  return order.as === 'tables' ? readTableBytes(order) : readReportBytes(order)
}
