import type { WindowState } from '../window-state.ts'

/** Keys under `reason`: why a command cannot be used. */
export function withoutReport({ session }: WindowState): string | undefined {
  return session ? undefined : 'noReport'
}

export function notWritable({ session }: WindowState): string | undefined {
  if (!session) return 'noReport'
  return session.readOnly ? 'readOnly' : undefined
}
