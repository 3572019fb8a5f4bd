import { createCarryOverAnswerer } from './answer-carry-over.ts'
import type { ToCarryOver } from './carry-over-messages.ts'

const answer = createCarryOverAnswerer()

self.onmessage = ({ data }: MessageEvent<ToCarryOver>) => {
  const message = answer(data)
  if (message) self.postMessage(message)
}
