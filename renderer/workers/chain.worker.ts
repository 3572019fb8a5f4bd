import { readChain } from '../../shared/ledger/import-reports.ts'
import type { ChainAnswer, ChainRequest } from './chain-messages.ts'

self.onmessage = ({ data }: MessageEvent<ChainRequest>) => {
  const tell = (answer: ChainAnswer): void => self.postMessage(answer)
  try {
    tell({ chain: readChain(data.reports, data.place, data.indicators) })
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
