import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { temporaryPath } from '../../electron/services/temporary-name.ts'
import { scratchFolder } from './support/scratch.ts'

/** Stops or disturbs a save at each of its calls to the system, one after the other, until no call is left to hit. */
const canTrace = process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
const program = join(import.meta.dirname, 'support', 'save-once.ts')

const old = 'the old text'
const fresh = 'the new text, which is longer than the old one'
const calls = ['openat', 'write,pwrite64', 'fsync', 'close', 'rename,renameat,renameat2', 'unlink,unlinkat']
const mostHits = 40

interface Attempt {
  hit: boolean
  killed: boolean
  said: string
  file: string
  folder: string
}

function attempt(traced: string, injection: string, when: number): Attempt {
  const folder = scratchFolder()
  const path = join(folder, 'doc.zhenggao')
  const log = join(scratchFolder(), 'log')
  writeFileSync(path, old)
  const run = spawnSync(
    'strace',
    [
      ...['-f', '-qq', '-o', log, '-P', folder, '-P', path, '-P', temporaryPath(path)],
      ...['-e', `trace=${traced}`, '-e', `inject=${traced}:${injection}:when=${when}`],
      ...[process.execPath, program, path, fresh],
    ],
    // Without this libuv may go past the calls that are traced.
    { encoding: 'utf8', env: { ...process.env, UV_USE_IO_URING: '0', NODE_OPTIONS: '' } },
  )
  const killed = injection === 'signal=KILL' && run.signal === 'SIGKILL'
  const trace = existsSync(log) ? readFileSync(log, 'utf8') : ''
  return {
    hit: killed || run.status === 137 || trace.includes('INJECTED'),
    killed: killed || run.status === 137,
    said: run.stdout,
    file: readFileSync(path, 'utf8'),
    folder,
  }
}

/** One attempt for each call, until there is none left to hit. */
function attempts(traced: string, injection: string): Attempt[] {
  const done: Attempt[] = []
  for (let when = 1; when <= mostHits; when++) {
    const one = attempt(traced, injection, when)
    if (!one.hit) return done
    done.push(one)
  }
  throw new Error(`${traced} is called more than ${mostHits} times`)
}

describe.runIf(canTrace)('writeAtomic under faults', { timeout: 300_000 }, () => {
  it.each(calls)('killed at any %s leaves the old file or the new one', (traced) => {
    const done = attempts(traced, 'signal=KILL')
    if (!traced.startsWith('unlink')) expect(done.length).toBeGreaterThan(0)
    for (const { file, said } of done) {
      expect([old, fresh]).toContain(file)
      if (said.includes('"written":true')) expect(file).toBe(fresh)
    }
  })

  it.each(
    ['EIO', 'ENOSPC', 'EROFS'].flatMap((error) =>
      calls.filter((traced) => !traced.startsWith('unlink')).map((traced) => [error, traced] as const),
    ),
  )('%s at any %s is reported and costs no text', (error, traced) => {
    const done = attempts(traced, `error=${error}`)
    expect(done.length).toBeGreaterThan(0)
    for (const { file, said, folder } of done) {
      expect([old, fresh]).toContain(file)
      const result = JSON.parse(said) as { written: boolean; reason?: string }
      // A call that fails before anything was changed may be made again; then the whole file is there.
      if (result.written) expect(file).toBe(fresh)
      else expect(result.reason).toMatch(/^(ioError|diskFull|readOnlyMedium|mediumGone)$/)
      expect(readdirSync(folder)).toEqual(['doc.zhenggao'])
    }
    expect(done.some(({ said }) => said.includes('"written":false'))).toBe(true)
  })

  it('a write that takes less than it was given is gone on with', () => {
    const done = attempts('write,pwrite64', 'retval=1')
    expect(done.length).toBeGreaterThan(0)
    for (const { file, said } of done) {
      // The injected call wrote nothing although it said one byte: the size or the content tells.
      if (said.includes('"written":true')) expect(file).toBe(fresh)
      expect([old, fresh]).toContain(file)
    }
  })
})
