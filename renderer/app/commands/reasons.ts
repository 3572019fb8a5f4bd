import { isOriginal } from '../../editor/marks-view.ts'
import type { WindowState } from '../window-state.ts'

/** Keys under `reason`: why a command cannot be used. */
export function withoutReport({ session }: WindowState): string | undefined {
  return session ? undefined : 'noReport'
}

/** A command of the page has nothing to act on while 台账 stands in its place. */
export function notOnPage({ session, view }: WindowState): string | undefined {
  return session && view === 'ledger' ? 'inLedger' : undefined
}

export function notWritable({ session }: WindowState): string | undefined {
  if (!session) return 'noReport'
  return session.readOnly ? 'readOnly' : undefined
}

/** 原始状态 does not show what is inserted. */
export function notInView({ marksView }: WindowState): string | undefined {
  return isOriginal(marksView) ? 'originalView' : undefined
}
