import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../../shared/desktop/results.ts'
import type { DrawnImported, DrawRequest } from '../export/draw-imported.ts'
import type { DecidedFile, DecideRequest } from '../revisions/decide-file.ts'
import type { NamedBytes, ReadReportFile } from './read-report-bytes.ts'
import type { ReadTableBytes } from './read-table-bytes.ts'
import type { ReadOrder } from './read-worker.ts'

/** Milliseconds after which the reading of a file is stopped; the largest real report takes a fraction of a second. */
const longestReading = 20_000

/** Megabytes a reading may use; a 50 MB file of text needs about a third. */
const mostMemory = 1024

/** The thread that has nothing to do: it is kept for the next file and never keeps the program alive. */
let idle: Worker | undefined

export function readInWorker(file: NamedBytes, limit = longestReading): Promise<ReadReportFile> {
  return carryOut<ReadReportFile>({ ...file, as: 'report' }, limit)
}

export function readTablesInWorker(file: NamedBytes, limit = longestReading): Promise<ReadTableBytes> {
  return carryOut<ReadTableBytes>({ ...file, as: 'tables' }, limit)
}

/** A Word file with its revisions decided: it may be as hostile as one that is read. */
export function decideInWorker(request: DecideRequest, limit = longestReading): Promise<DecidedFile> {
  return carryOut<DecidedFile>({ ...request, as: 'decided' }, limit)
}

/** A report put back into its Word file, which is read and unpacked again for it. */
export async function drawInWorker(request: DrawRequest, limit = longestReading): Promise<DrawnImported> {
  const drawn = await carryOut<DrawnImported>({ ...request, as: 'drawn' }, limit)
  return !drawn.ok && drawn.reason === 'tooSlow' ? { ...drawn, reason: 'drawingTooSlow' } : drawn
}

type Read = { ok: boolean } | ({ ok: false } & Refusal)

async function carryOut<Answer extends Read>(order: ReadOrder, limit: number): Promise<Answer> {
  const worker = takeWorker()
  const result = await answerOf(worker, order, limit)
  if (result.usable && !idle) {
    worker.unref()
    idle = worker
  } else void worker.terminate()
  return result.read as Answer
}

function takeWorker(): Worker {
  const worker = idle ?? startWorker()
  idle = undefined
  worker.ref()
  return worker
}

/** `usable`: the thread answered and can be asked again. */
async function answerOf(worker: Worker, order: ReadOrder, limit: number): Promise<{ read: Read; usable: boolean }> {
  return new Promise((resolve) => {
    const finish = (read: Read, usable: boolean): void => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', crashed).off('exit', ended)
      resolve({ read, usable })
    }
    const answered = (read: Read): void => finish(read, true)
    const crashed = (error: unknown): void => finish({ ok: false, ...refusalOfCrash(error) }, false)
    const ended = (code: number): void =>
      finish({ ok: false, reason: 'damaged', detail: `reader ended with ${code}` }, false)
    const timer = setTimeout(() => finish({ ok: false, reason: 'tooSlow', detail: `${limit} ms` }, false), limit)
    worker.on('message', answered).on('error', crashed).on('exit', ended)
    worker.postMessage(order)
  })
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    // Switches of the command line that started this process do not concern the reader.
    execArgv: [],
  })
  // A thread that ends while nobody waits for it is not used again.
  worker.on('exit', () => {
    if (idle === worker) idle = undefined
  })
  worker.on('error', () => undefined)
  return worker
}

function refusalOfCrash(error: unknown): { reason: 'tooLarge' | 'damaged'; detail: string } {
  const detail = error instanceof Error ? error.message : String(error)
  return { reason: /memory/i.test(detail) ? 'tooLarge' : 'damaged', detail }
}
