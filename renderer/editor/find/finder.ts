import type { PlainText } from '../../../shared/report/plain-text.ts'
import { findText, type FindOptions, type FindResult } from './find-text.ts'

export interface Finder {
  /** The latest search wins: the promise of an earlier one that is still running gives nothing. */
  find(plain: PlainText, query: string, options: FindOptions): Promise<FindResult | undefined>
  dispose(): void
}

/** A regular expression can take years over one line; it is given this long and then stopped. */
const longestSearch = 1000

/** Words are searched at once, regular expressions in a worker that can be stopped. */
export function createFinder(timeLimit = longestSearch): Finder {
  let stop: (() => void) | undefined

  const inWorker = (plain: PlainText, query: string, options: FindOptions): Promise<FindResult | undefined> =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' })
      const end = (result: FindResult | undefined): void => {
        clearTimeout(timer)
        worker.terminate()
        stop = undefined
        resolve(result)
      }
      const timer = setTimeout(() => end({ ok: false, reason: 'tooSlow' }), timeLimit)
      stop = () => end(undefined)
      worker.onmessage = ({ data }: MessageEvent<FindResult>) => end(data)
      worker.onerror = () => end({ ok: false, reason: 'badPattern' })
      worker.postMessage({ plain, query, options })
    })

  return {
    find(plain, query, options) {
      stop?.()
      return options.regularExpression
        ? inWorker(plain, query, options)
        : Promise.resolve(findText(plain, query, options))
    },
    dispose: () => stop?.(),
  }
}
