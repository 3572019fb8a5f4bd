import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

interface Trial {
  /** Milliseconds after which a try is given up, with all that it started. */
  patience: number
  tries: number
}

/** Undefined: the program ended well, maybe at a later try. Otherwise why it did not. */
export async function runProgram(
  program: string,
  words: (trial: number) => readonly string[],
  { patience, tries }: Trial,
): Promise<string | undefined> {
  let reason: string | undefined
  for (let trial = 1; trial <= tries; trial++) {
    reason = await runOnce(program, words(trial), patience)
    if (reason === undefined) return undefined
  }
  return reason
}

function runOnce(program: string, words: readonly string[], patience: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A group of its own: launchers leave behind what they started when they alone are stopped.
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' })
    let said = ''
    let late = false
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    const timer = setTimeout(() => {
      late = true
      if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    }, patience)
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.once('exit', (status) => {
      clearTimeout(timer)
      if (late) resolve(`${program} took longer than ${patience / 1000} s`)
      else resolve(status === 0 ? undefined : `${program} ended with ${status ?? 'a signal'}: ${said.slice(0, 500)}`)
    })
  })
}

/**
 * Converts a file with LibreOffice, which now and then hangs at its start on a busy computer: then it is started once
 * more with a profile of its own. `profiles`: a folder for them; starts that share it go faster.
 */
export async function convertWithOffice(
  file: string,
  { to, into, profiles }: { to: string; into: string; profiles: string },
): Promise<string | undefined> {
  const words = (trial: number): string[] => [
    `-env:UserInstallation=file://${join(profiles, `office-${trial}`)}`,
    ...['--headless', '--convert-to', to, '--outdir', into, file],
  ]
  return runProgram('soffice', words, { patience: 60_000, tries: 3 })
}
