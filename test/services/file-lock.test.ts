import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, it } from 'vitest'
import { FileLock, lockPath } from '../../electron/services/file-lock.ts'
import { isOpenInOffice } from '../../electron/services/office-locks.ts'
import { scratchFolder } from './support/scratch.ts'

const clock = (): Date => new Date(2026, 0, 12, 9, 30, 0)
const me = { user: '程远山', host: 'office-1' }
const held: FileLock[] = []

async function take(path: string, person = me): Promise<Awaited<ReturnType<typeof FileLock.take>>> {
  const taken = await FileLock.take(path, person, clock)
  if (taken.locked) held.push(taken.lock)
  return taken
}

afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release()
})

/** A small disk needs root. */
const canMount =
  spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=4k tmpfs "$d" && umount "$d" && rmdir "$d"'])
    .status === 0

const stranger = (changes: object): string =>
  JSON.stringify({
    user: '别人',
    host: 'office-2',
    pid: 1,
    started: '',
    nonce: 'n',
    since: '2026-01-12T08:00:00',
    heartbeat: 0,
    ...changes,
  })

describe('FileLock', () => {
  it('puts a file beside the report and takes it away again', async () => {
    const path = join(scratchFolder(), '报告.zhenggao')
    const taken = await take(path)
    expect(taken.locked).toBe(true)
    expect(readdirSync(join(path, '..'))).toEqual(['~$报告.zhenggao'])
    expect(JSON.parse(readFileSync(lockPath(path), 'utf8'))).toMatchObject({
      ...me,
      pid: process.pid,
      since: '2026-01-12T09:30:00',
    })
    await held.pop()?.release()
    expect(existsSync(lockPath(path))).toBe(false)
  })

  it('tells who has it, on which computer, since when', async () => {
    const path = join(scratchFolder(), 'a.zhenggao')
    writeFileSync(lockPath(path), stranger({}))
    expect(await take(path)).toEqual({
      locked: false,
      refusal: { reason: 'lockedElsewhere', values: { user: '别人', host: 'office-2', since: '2026-01-12 08:00' } },
    })
  })

  it('takes over from a dead program of this computer, whatever the clock says', async () => {
    const { pid } = spawnSync('true')
    const path = join(scratchFolder(), 'a.zhenggao')
    for (const since of ['1970-01-01T00:00:00', '2036-01-01T00:00:00']) {
      writeFileSync(lockPath(path), stranger({ host: me.host, pid, since }))
      expect((await take(path)).locked).toBe(true)
      await held.pop()?.release()
    }
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it('takes over when the number of a dead program was given to another one', async () => {
    const path = join(scratchFolder(), 'a.zhenggao')
    writeFileSync(lockPath(path), stranger({ host: me.host, pid: process.pid, started: 'long ago' }))
    expect((await take(path)).locked).toBe(true)
  })

  it('never takes over from a living program, nor from another computer, nor what it cannot read', async () => {
    const living = spawn('sleep', ['30'])
    const path = join(scratchFolder(), 'a.zhenggao')
    for (const [content, reason] of [
      [stranger({ host: me.host, pid: living.pid }), 'lockedElsewhere'],
      [stranger({ pid: 999_999_999 }), 'lockedElsewhere'],
      ['', 'lockUnreadable'],
    ] as const) {
      writeFileSync(lockPath(path), content)
      expect(await take(path)).toMatchObject({ locked: false, refusal: { reason } })
      expect(readFileSync(lockPath(path), 'utf8')).toBe(content)
    }
    living.kill()
  })

  it('notices that somebody else has taken it, and leaves theirs alone', async () => {
    const path = join(scratchFolder(), 'a.zhenggao')
    const taken = await take(path)
    if (!taken.locked) throw new Error('not locked')
    expect(await taken.lock.lost()).toBeUndefined()
    writeFileSync(lockPath(path), stranger({}))
    expect(await taken.lock.lost()).toMatchObject({ reason: 'lockedElsewhere' })
    await taken.lock.release()
    expect(existsSync(lockPath(path))).toBe(true)
  })

  it('sets anew a lock that was only cleared away', async () => {
    const path = join(scratchFolder(), 'a.zhenggao')
    writeFileSync(path, '')
    const taken = await take(path)
    if (!taken.locked) throw new Error('not locked')
    const content = readFileSync(lockPath(path), 'utf8')
    rmSync(lockPath(path))
    expect(await taken.lock.lost()).toBeUndefined()
    expect(readFileSync(lockPath(path), 'utf8')).toBe(content)
  })

  it('says that the disk has gone when the file went with its lock', async () => {
    const folder = join(scratchFolder(), 'stick')
    mkdirSync(folder)
    const path = join(folder, 'a.zhenggao')
    writeFileSync(path, '')
    const taken = await take(path)
    if (!taken.locked) throw new Error('not locked')
    for (const gone of [path, folder]) {
      rmSync(lockPath(path), { force: true })
      rmSync(gone, { recursive: true })
      expect(await taken.lock.lost()).toEqual({ reason: 'mediumGone' })
      expect(existsSync(lockPath(path))).toBe(false)
    }
  })

  it.runIf(canMount)('leaves no half lock on a full disk', async () => {
    const folder = scratchFolder()
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder])
    try {
      const path = join(folder, 'a.zhenggao')
      writeFileSync(path, 'x'.repeat(4096))
      expect(await take(path)).toMatchObject({ locked: false, refusal: { reason: 'noSpaceLeft' } })
      expect(readdirSync(folder)).toEqual(['a.zhenggao'])
    } finally {
      spawnSync('umount', ['-l', folder])
    }
  })

  it('has one winner when many want it at once', async () => {
    const path = join(scratchFolder(), 'a.zhenggao')
    for (let race = 0; race < 50; race++) {
      const results = await Promise.all(Array.from({ length: 8 }, () => take(path)))
      expect(results.filter(({ locked }) => locked)).toHaveLength(1)
      await held.pop()?.release()
    }
  })

  it('has one winner when many find a dead program', async () => {
    const { pid } = spawnSync('true')
    const path = join(scratchFolder(), 'a.zhenggao')
    for (let race = 0; race < 50; race++) {
      writeFileSync(lockPath(path), stranger({ host: me.host, pid }))
      const results = await Promise.all(Array.from({ length: 8 }, () => take(path)))
      expect(results.filter(({ locked }) => locked).length).toBeLessThanOrEqual(1)
      for (const lock of held.splice(0)) await lock.release()
      expect((await take(path)).locked).toBe(true)
      await held.pop()?.release()
    }
  })

  it('shortens its name where the file system would refuse it', () => {
    const path = `/x/${'稿'.repeat(82)}.zhenggao`
    expect(Buffer.byteLength(lockPath(path).slice(3))).toBeLessThanOrEqual(255)
  })
})

describe('isOpenInOffice', () => {
  it.each([
    ['Word, short name', 'a.docx', '~$a.docx'],
    ['Word, seven characters', 'sevench.docx', '~$evench.docx'],
    ['Word, long name', '穗桥镇政府工作报告.docx', '~$镇政府工作报告.docx'],
    ['WPS', '穗桥镇政府工作报告.docx', '~$穗桥镇政府工作报告.docx'],
    ['LibreOffice', 'report.docx', '.~lock.report.docx#'],
  ])('sees the lock of %s', async (_program, name, lock) => {
    const folder = scratchFolder()
    expect(await isOpenInOffice(join(folder, name))).toBe(false)
    writeFileSync(join(folder, lock), '')
    expect(await isOpenInOffice(join(folder, name))).toBe(true)
  })
})
