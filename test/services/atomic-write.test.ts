import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { sha256, sweepTemporary, writeAtomic } from '../../electron/services/atomic-write.ts'
import { temporaryPath } from '../../electron/services/temporary-name.ts'
import { writeWithFolders } from '../../electron/services/write-with-folders.ts'
import { scratchFolder } from './support/scratch.ts'

const bytes = (text: string): Buffer => Buffer.from(text)

describe('writeAtomic', () => {
  it.each([
    ['an ordinary name', 'report.zhenggao'],
    ['a Chinese name with brackets', '政府工作报告（送审稿）2025.1.8.docx'],
    ['blanks and signs', 'a b#c%d&e.zhenggao'],
    ['an emoji', '报告😀.zhenggao'],
    ['a decomposed letter', 'e\u0301.zhenggao'],
    ['a name of 255 bytes', `${'稿'.repeat(80)}${'x'.repeat(6)}.zhenggao`],
  ])('writes, reads back and leaves nothing else behind: %s', async (_what, name) => {
    const folder = scratchFolder()
    const path = join(folder, name)
    const result = await writeAtomic(path, bytes('新'))
    expect(result).toEqual({ written: true, hash: sha256(bytes('新')), durable: true })
    expect(readdirSync(folder)).toEqual([name])
    expect(readFileSync(path, 'utf8')).toBe('新')
  })

  it('replaces the file and keeps its permissions', async () => {
    const path = join(scratchFolder(), 'a')
    writeFileSync(path, 'old and longer')
    chmodSync(path, 0o640)
    expect(await writeAtomic(path, bytes('new'))).toMatchObject({ written: true })
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('writes through a symbolic link and lets the link be', async () => {
    const folder = scratchFolder()
    const [real, link] = [join(folder, 'real'), join(folder, 'link')]
    writeFileSync(real, 'old')
    symlinkSync(real, link)
    await writeAtomic(link, bytes('new'))
    expect(readFileSync(real, 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link', 'real'])
  })

  it.runIf(process.platform !== 'win32')(
    'never takes the place of a folder or a pipe, nor of a link to one',
    async () => {
      const folder = scratchFolder()
      const [pipe, link] = [join(folder, 'pipe'), join(folder, 'link')]
      mkdirSync(join(folder, 'folder'))
      spawnSync('mkfifo', [pipe])
      symlinkSync(pipe, link)
      for (const name of ['folder', 'pipe', 'link']) {
        expect(await writeAtomic(join(folder, name), bytes('new'))).toMatchObject({
          written: false,
          reason: 'nameTaken',
        })
      }
      expect(statSync(pipe).isFIFO()).toBe(true)
      expect(readdirSync(folder).sort()).toEqual(['folder', 'link', 'pipe'])
    },
  )

  it.runIf(process.platform !== 'win32')('gives what replaces a dead link the permissions of a new file', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'link')
    symlinkSync('nowhere', path)
    expect(await writeAtomic(path, bytes('new'))).toMatchObject({ written: true })
    writeFileSync(join(folder, 'usual'), '')
    expect(statSync(path).mode).toBe(statSync(join(folder, 'usual')).mode)
  })

  it('leaves the other name of a hard link with the old bytes', async () => {
    const folder = scratchFolder()
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    writeFileSync(one, 'old')
    linkSync(one, two)
    await writeAtomic(one, bytes('new'))
    expect([readFileSync(one, 'utf8'), readFileSync(two, 'utf8')]).toEqual(['new', 'old'])
  })

  it('lets two writes of one file follow each other', async () => {
    const path = join(scratchFolder(), 'a')
    const results = await Promise.all(['1', '2', '3'].map((text) => writeAtomic(path, bytes(text))))
    expect(results.every(({ written }) => written)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('3')
  })

  it('clears away what a killed writer left, and writes', async () => {
    const path = join(scratchFolder(), 'a')
    writeFileSync(temporaryPath(path), 'half')
    expect(await writeAtomic(path, bytes('new'))).toMatchObject({ written: true })
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('does not touch a file that somebody else is writing', async () => {
    const path = join(scratchFolder(), 'a')
    writeFileSync(path, 'old')
    const temporary = temporaryPath(path)
    writeFileSync(temporary, '')
    const growing = setInterval(() => writeFileSync(temporary, 'x', { flag: 'a' }), 200)
    try {
      expect(await writeAtomic(path, bytes('new'))).toMatchObject({ written: false, reason: 'fileInUse' })
    } finally {
      clearInterval(growing)
    }
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  it('says why when the folder has gone or the target is a folder', async () => {
    const folder = scratchFolder()
    expect(await writeAtomic(join(folder, 'gone', 'a'), bytes('x'))).toMatchObject({ reason: 'mediumGone' })
    mkdirSync(join(folder, 'b'))
    expect(await writeAtomic(join(folder, 'b'), bytes('x'))).toMatchObject({ written: false })
    expect(readdirSync(folder)).toEqual(['b'])
  })

  it('says that a name is too long', async () => {
    expect(await writeAtomic(join(scratchFolder(), '稿'.repeat(86)), bytes('x'))).toMatchObject({
      written: false,
      reason: 'nameTooLong',
    })
  })
})

describe('sweepTemporary', () => {
  it('removes the left-over of a killed writer and nothing else', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'a')
    writeFileSync(path, 'x')
    writeFileSync(temporaryPath(path), 'half')
    await sweepTemporary(path)
    expect(readdirSync(folder)).toEqual(['a'])
  })
})

describe('writeWithFolders', () => {
  it('makes the folders on the way, and takes them back when the file cannot be written', async () => {
    const folder = scratchFolder()
    expect(await writeWithFolders(join(folder, 'x', 'y', 'a'), bytes('new'))).toBeUndefined()
    expect(readFileSync(join(folder, 'x', 'y', 'a'), 'utf8')).toBe('new')
    const long = '长'.repeat(100)
    expect(await writeWithFolders(join(folder, 'x', 'z', long, 'a'), bytes('new'))).toMatchObject({
      reason: 'nameTooLong',
    })
    expect(await writeWithFolders(join(folder, 'x', 'y', 'a', 'b'), bytes('new'))).toMatchObject({
      reason: 'nameTaken',
    })
    expect(readdirSync(join(folder, 'x'))).toEqual(['y'])
  })

  it.runIf(process.platform === 'linux')('ends where the system makes no folders', async () => {
    expect(await writeWithFolders('/proc/zhenggao/new/a', bytes('new'))).toHaveProperty('reason')
  })
})

/** tmpfs needs root; elsewhere full disks are covered by the injected errors alone. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

describe.runIf(canMount)('writeAtomic on a full disk', () => {
  it('never costs the old text, whatever is left of the disk', async () => {
    const folder = scratchFolder()
    mount(folder)
    try {
      const path = join(folder, 'a')
      const old = 'o'.repeat(60_000)
      const fresh = 'n'.repeat(90_000)
      let refused = 0
      for (let kilobytes = 0; kilobytes <= 512; kilobytes += 4) {
        writeFileSync(path, old)
        fill(folder, kilobytes * 1024)
        const result = await writeAtomic(path, bytes(fresh))
        const now = readFileSync(path, 'utf8')
        if (result.written) expect(now).toBe(fresh)
        else {
          refused++
          expect(result).toMatchObject({ reason: 'diskFull' })
          expect(result.values?.['needed']).toBeGreaterThan(0)
          expect(now).toBe(old)
        }
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
        spawnSync('rm', ['-f', join(folder, 'filler')])
      }
      expect(refused).toBeGreaterThan(10)
      expect(await writeAtomic(path, bytes(fresh))).toMatchObject({ written: true })
    } finally {
      spawnSync('umount', ['-l', folder])
    }
  })

  it('reports a medium that is pulled out, and a medium that is read-only', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'a')
    mount(folder)
    writeFileSync(path, 'old')
    spawnSync('mount', ['-o', 'remount,ro', folder])
    expect(await writeAtomic(path, bytes('new'))).toMatchObject({ written: false, reason: 'readOnlyMedium' })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(await writeWithFolders(join(folder, 'new', 'deeper', 'a'), bytes('new'))).toMatchObject({
      reason: 'readOnlyMedium',
    })
    spawnSync('umount', ['-l', folder])
    expect(await writeAtomic(join(folder, 'below', 'a'), bytes('new'))).toMatchObject({ reason: 'mediumGone' })
  })
})

function mount(folder: string): void {
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
}

function tryMount(): boolean {
  const { status } = spawnSync('sh', [
    '-c',
    'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d" && rmdir "$d"',
  ])
  return status === 0
}

/** Leaves `rest` bytes free. */
function fill(folder: string, rest: number): void {
  spawnSync('sh', ['-c', `cat /dev/zero > "${join(folder, 'filler')}"`], { stdio: 'ignore' })
  spawnSync('truncate', ['-s', `-${rest}`, join(folder, 'filler')])
}
