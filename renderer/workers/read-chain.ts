import type { ReportChain } from '../../shared/ledger/import-reports.ts'
import type { ChainAnswer, ChainRequest } from './chain-messages.ts'

/** Reads past reports for the ledger; undefined: it was stopped. */
export type ReadChain = (request: ChainRequest, stopped: AbortSignal) => Promise<ReportChain | undefined>

/** In a worker of its own, which ends with the reading. */
export const readChainAway: ReadChain = (request, stopped) => {
  const worker = new Worker(new URL('./chain.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<ReportChain | undefined>((resolve, reject) => {
    stopped.addEventListener('abort', () => resolve(undefined), { once: true })
    worker.onmessage = ({ data }: MessageEvent<ChainAnswer>) => {
      if ('chain' in data) resolve(data.chain)
      else reject(new Error(data.failed))
    }
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
