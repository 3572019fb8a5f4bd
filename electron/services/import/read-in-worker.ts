import { Worker } from 'node:worker_threads'
import type { NamedBytes, ReadReportFile } from './read-report-bytes.ts'

/** Milliseconds after which the reading of a file is stopped; the largest real report takes a fraction of a second. */
const longestReading = 20_000

/** Megabytes a reading may use; a 50 MB file of text needs about a third. */
const mostMemory = 1024

/** One thread reads one file after the other; it is kept for the next one and never keeps the program alive. */
let idle: Worker | undefined

export async function readInWorker(file: NamedBytes, limit = longestReading): Promise<ReadReportFile> {
  const worker = idle ?? startWorker()
  idle = undefined
  return new Promise((resolve) => {
    const finish = (result: ReadReportFile, usable: boolean): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      if (usable && !idle) {
        worker.unref()
        idle = worker
        worker.once('exit', () => (idle = idle === worker ? undefined : idle))
      } else void worker.terminate()
      resolve(result)
    }
    const timer = setTimeout(() => finish({ ok: false, reason: 'tooSlow', detail: `${limit} ms` }, false), limit)
    worker.once('message', (result: ReadReportFile) => finish(result, true))
    worker.once('error', (error) => finish({ ok: false, ...refusalOfCrash(error) }, false))
    worker.once('exit', (code) => finish({ ok: false, reason: 'damaged', detail: `reader ended with ${code}` }, false))
    worker.ref()
    worker.postMessage(file)
  })
}

function startWorker(): Worker {
  return new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    // Switches of the command line that started this process do not concern the reader.
    execArgv: [],
  })
}

function refusalOfCrash(error: unknown): { reason: 'tooLarge' | 'damaged'; detail: string } {
  const detail = error instanceof Error ? error.message : String(error)
  return { reason: /memory/i.test(detail) ? 'tooLarge' : 'damaged', detail }
}
