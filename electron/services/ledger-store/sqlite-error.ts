import type { Refusal, RefusalReason } from '../../../shared/desktop/results.ts'
import { refusalOf } from '../file-error.ts'

/** Result codes of SQLite; the low byte of an extended one. */
const reasons: Readonly<Record<number, RefusalReason>> = {
  3: 'noPermission',
  5: 'fileInUse',
  6: 'fileInUse',
  8: 'readOnlyMedium',
  10: 'ioError',
  11: 'damaged',
  13: 'noSpaceLeft',
  14: 'noPermission',
  26: 'damaged',
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
}

export function isBusy(error: unknown): boolean {
  return reasons[codeOf(error) ?? 0] === 'fileInUse'
}

/** The file is no database, one whose pages contradict each other, or one that is not as this program makes it. */
export function isDamage(error: unknown): boolean {
  return reasons[codeOf(error) ?? 0] === 'damaged'
}

/** For what this program finds wrong itself: told apart no more from what SQLite finds. */
export function damage(what: string): Error {
  return Object.assign(new Error(what), { errcode: 11 })
}

export function refusalOfDatabase(error: unknown): Refusal {
  const code = codeOf(error)
  if (code === undefined) return refusalOf(error)
  return { reason: reasons[code] ?? 'ioError', detail: error instanceof Error ? error.message : String(error) }
}
