import type { FromReview, ToReview } from './review-messages.ts'

/** Compares and merges; undefined: it was stopped. Rejects when it fails or takes too long. */
export type ReviewAway = (message: ToReview, stopped: AbortSignal) => Promise<FromReview | undefined>

/** Milliseconds; reports of 50,000 characters take a hundredth of it. */
const givenUpAfter = 20_000

/** In a worker of its own, which ends with the work. */
export const reviewAway: ReviewAway = (message, stopped) => {
  const worker = new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<FromReview | undefined>((resolve, reject) => {
    stopped.addEventListener('abort', () => resolve(undefined), { once: true })
    timer = setTimeout(() => reject(new Error('it took too long')), givenUpAfter)
    worker.onmessage = ({ data }: MessageEvent<FromReview>) => {
      if ('failed' in data) reject(new Error(data.failed))
      else resolve(data)
    }
    worker.onerror = ({ message: why }) => reject(new Error(why))
    worker.postMessage(message)
  }).finally(() => {
    clearTimeout(timer)
    worker.terminate()
  })
}
