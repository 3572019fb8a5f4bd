import { readFileSync } from 'node:fs'
import process from 'node:process'

/** A process of this computer; numbers are used again, so the moment of its start belongs to it where it can be read. */
export interface ProcessIdentity {
  pid: number
  /** Clock ticks since boot (Linux), else empty. */
  started: string
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) }
}

export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return started === '' || startOf(pid) === started
}

function startOf(pid: number): string {
  try {
    // The name in parentheses may hold blanks; the start time is the 20th field after it (proc(5)).
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
