import { parentPort } from 'node:worker_threads'
import { readReportBytes, type NamedBytes } from './read-report-bytes.ts'

/** Runs in a thread of its own, so that a hostile file stops nothing but itself. */
parentPort?.on('message', (file: NamedBytes) => {
  void readReportBytes(file).then((read) => parentPort?.postMessage(read))
})
