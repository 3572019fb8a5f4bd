import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import type { CheckSetting, FromWorker, ToWorker } from './check-messages.ts'

/** The worker's side: keeps the lists and the cache from one request to the next. */
export function createAnswerer(): (message: ToWorker) => FromWorker | undefined {
  const cache = createCheckCache()
  let setting: CheckSetting | undefined
  return (message) => {
    if ('setting' in message) {
      setting = { ...setting, ...message.setting } as CheckSetting
      return undefined
    }
    if (!setting) return { failed: 'a request came before the lists' }
    try {
      return { result: checkReport({ ...setting, ...message.request }, cache) }
    } catch (error) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}
