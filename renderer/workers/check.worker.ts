import { createAnswerer } from './answer-checks.ts'
import type { ToWorker } from './check-messages.ts'

const answer = createAnswerer()

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const message = answer(data)
  if (message) self.postMessage(message)
}
