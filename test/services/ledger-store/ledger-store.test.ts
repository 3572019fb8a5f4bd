import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { journalModeFor, type JournalMode } from '../../../electron/services/ledger-store/journal-mode.ts'
import { LedgerStore } from '../../../electron/services/ledger-store/ledger-store.ts'
import { schemaVersion } from '../../../electron/services/ledger-store/schema.ts'
import { editLedger, type LedgerEdit } from '../../../shared/ledger/edit-ledger.ts'
import { findFigure, type Ledger, type LedgerRow } from '../../../shared/ledger/ledger.ts'
import { setResult, smallLedger, wideLedger } from '../../support/small-ledger.ts'
import { scratchFolder } from '../support/scratch.ts'

const stores: LedgerStore[] = []
function open(folder: string, options: ConstructorParameters<typeof LedgerStore>[1] = {}): LedgerStore {
  const store = new LedgerStore(folder, options)
  stores.push(store)
  return store
}
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

const stamp = { at: '2026-01-12T09:00:00', by: '沈知秋' }
const path = (folder: string): string => join(folder, 'ledger.sqlite')
async function kept(store: LedgerStore, ledger: Ledger, revision: string | null = null): Promise<string | null> {
  const result = await store.keep(ledger, revision)
  if (!result.kept) throw new Error(result.reason)
  return result.revision
}
/** A kept ledger, and what was done to the database afterwards. */
async function damaged(folder: string, damaging: string): Promise<void> {
  const first = open(folder)
  await kept(first, smallLedger())
  await first.close()
  const database = new DatabaseSync(path(folder))
  database.exec(damaging)
  database.close()
}
/** What another start of the program reads. */
const reopened = async (folder: string, place = '青禾镇') => (await open(folder).open(place))?.ledger
function count(folder: string, table: string): number {
  const database = new DatabaseSync(path(folder), { readOnly: true })
  const found = Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
  database.close()
  return found
}
const tally = (ledger: Ledger | undefined) =>
  findFigure(ledger ?? smallLedger(), { indicator: '财政总收入', year: 2025, period: 'year', kind: 'result' })?.value

describe('LedgerStore', () => {
  it('makes nothing before there is something to keep', async () => {
    const folder = join(scratchFolder(), 'workspace')
    const store = open(folder)
    expect(await store.start()).toEqual([])
    expect(await store.open('青禾镇')).toBeNull()
    expect(existsSync(folder)).toBe(false)
  })

  it('names the places that it knows something of', async () => {
    const folder = join(scratchFolder(), 'workspace')
    const store = open(folder)
    expect(await store.places()).toEqual([])
    expect(existsSync(folder)).toBe(false)
    await kept(store, { ...smallLedger(), place: '云溪镇' })
    const revision = await kept(store, smallLedger())
    expect((await store.places()).toSorted()).toEqual(['云溪镇', '青禾镇'])
    await kept(store, { ...smallLedger(), rows: [] }, revision)
    expect(await store.places()).toEqual(['云溪镇'])
  })

  it('gives each place its ledger back: rows in their order, names they had, sources, histories', async () => {
    const folder = join(scratchFolder(), 'workspace')
    const renamed = editLedger(
      smallLedger(),
      [
        {
          edit: 'changeRow',
          indicator: '粮食总产量',
          change: { indicator: '粮食产量', basis: { prices: 'real', scope: '全口径' } },
        },
        setResult('财政总收入', 2025, '2850', {
          source: { file: '快报.xlsx', sentence: '', department: '财政所', person: '' },
        }),
        {
          edit: 'set',
          indicator: '财政总收入',
          year: 2026,
          period: 'year',
          kind: 'target',
          content: { growth: '5', bound: '>=' },
        },
        { edit: 'moveRow', indicator: '粮食产量', to: 0 },
      ],
      stamp,
    )
    const store = open(folder)
    await kept(store, renamed)
    await kept(store, wideLedger(3, '7.50', '石桥乡'))
    expect(await reopened(folder)).toEqual(renamed)
    expect(await reopened(folder, '石桥乡')).toEqual(wideLedger(3, '7.50', '石桥乡'))
    expect(await reopened(folder, '别处')).toBeUndefined()
  })

  it('follows every change that grew from what it has, removals too', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    let ledger = smallLedger()
    let revision = await kept(store, ledger)
    const steps: LedgerEdit[] = [
      setResult('财政总收入', 2025, '2850'),
      { edit: 'addRow', row: { indicator: '社会消费品零售总额' }, at: 0 },
      { edit: 'moveRow', indicator: '粮食总产量', to: 0 },
      { edit: 'clear', indicator: '财政总收入', year: 2024, period: 'year', kind: 'result' },
      { edit: 'removeRow', indicator: '粮食总产量' },
      { edit: 'changeRow', indicator: '财政总收入', change: { indicator: '一般公共预算收入' } },
      { edit: 'removeRow', indicator: '一般公共预算收入' },
    ]
    for (const step of steps) {
      ledger = editLedger(ledger, [step], stamp)
      revision = await kept(store, ledger, revision)
      expect(await reopened(folder)).toEqual(ledger)
    }
    expect([count(folder, 'figures'), count(folder, 'figure_history'), count(folder, 'sources')]).toEqual([0, 0, 0])
  })

  it('is made one with a ledger that grew from another state: nothing is lost, the later figure counts', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    const first = await kept(store, smallLedger())
    const here = editLedger(smallLedger(), [setResult('财政总收入', 2025, '2850')], {
      ...stamp,
      at: '2026-01-12T08:00:00',
    })
    const there = editLedger(
      smallLedger(),
      [setResult('财政总收入', 2025, '2860'), setResult('户籍人口', 2025, '3.1')],
      stamp,
    )
    await kept(store, there, first)
    await kept(store, here, first)
    const ledger = await reopened(folder)
    expect(tally(ledger)).toBe('2860')
    expect(ledger?.rows.map(({ indicator }) => indicator)).toEqual(['财政总收入', '粮食总产量', '户籍人口'])
    expect(JSON.stringify(ledger)).toContain('"2850"')
  })

  it('is made one with it again by the next change of either: rows of the other stay', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    const first = await kept(store, smallLedger())
    const add = (ledger: Ledger, indicator: string) => editLedger(ledger, [setResult(indicator, 2025, '3.1')], stamp)
    await kept(store, add(smallLedger(), '户籍人口'), first)
    const here = add(smallLedger(), '常住人口')
    const second = await kept(store, here, first)
    await kept(store, add(here, '耕地面积'), second)
    const names = ['财政总收入', '粮食总产量', '常住人口', '耕地面积', '户籍人口']
    expect((await reopened(folder))?.rows.map(({ indicator }) => indicator)).toEqual(names)
  })

  it('counts as grown from what it met where that has nothing more', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    await kept(store, smallLedger())
    const revision = await kept(store, smallLedger())
    await kept(store, editLedger(smallLedger(), [{ edit: 'removeRow', indicator: '粮食总产量' }], stamp), revision)
    expect((await reopened(folder))?.rows.map(({ indicator }) => indicator)).toEqual(['财政总收入'])
  })

  it('keeps nothing that it could not give back', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    const rows = (name: string): LedgerRow[] =>
      smallLedger().rows.flatMap((row) =>
        Array.from({ length: 550 }, (_, at) => ({ ...row, indicator: `${name}${row.unit}${at}` })),
      )
    await kept(store, { place: '青禾镇', rows: rows('甲') })
    expect(await store.keep({ place: '青禾镇', rows: rows('乙') }, null)).toMatchObject({
      kept: false,
      reason: 'tooLarge',
    })
    expect((await reopened(folder))?.rows).toHaveLength(1100)
  })

  it.each<[string, string, string[], object[]]>([
    [
      'a value that is no number',
      "UPDATE figures SET value = '两千' WHERE value = '2841'",
      ['财政总收入 2024', '粮食总产量 2025'],
      [{ what: 'figure', indicator: '财政总收入', row: 1, year: 2025 }],
    ],
    [
      'a state that nobody knows',
      "UPDATE figures SET state = 'archived' WHERE year = 2024",
      ['财政总收入 2025', '粮食总产量 2025'],
      [{ what: 'figure', indicator: '财政总收入', row: 1, year: 2024 }],
    ],
    [
      'a year of another age',
      "UPDATE figures SET year = 20250 WHERE value = '3.20'",
      ['财政总收入 2024', '财政总收入 2025'],
      [{ what: 'figure', indicator: '粮食总产量', row: 2, year: 20250 }],
    ],
    [
      'prices that nobody knows',
      "UPDATE rows SET prices = 'old' WHERE indicator = '财政总收入'",
      ['粮食总产量 2025'],
      [{ what: 'row', indicator: '财政总收入', row: 1, year: null }],
    ],
    [
      'a name that would part a link',
      "UPDATE rows SET indicator = '粮|食' WHERE indicator = '粮食总产量'",
      ['财政总收入 2024', '财政总收入 2025'],
      [{ what: 'row', indicator: '粮|食', row: 2, year: null }],
    ],
  ])('hides no more than what cannot be read: %s', async (_what, damaging, sound, unread) => {
    const folder = scratchFolder()
    await damaged(folder, damaging)
    const store = open(folder)
    const stored = await store.open('青禾镇')
    const cells = (ledger: Ledger | undefined) =>
      ledger?.rows.flatMap(({ indicator, figures }) => figures.map(({ year }) => `${indicator} ${year}`))
    expect(cells(stored?.ledger)).toEqual(sound)
    expect(stored?.unread).toEqual(unread)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])

    // The next change is kept, and what could not be read lies in a copy that nothing is written to any more.
    const more = editLedger(stored?.ledger ?? smallLedger(), [setResult('户籍人口', 2025, '3.1')], stamp)
    const revision = await kept(store, more, stored?.revision ?? null)
    expect(await reopened(folder)).toEqual(more)
    expect((await open(folder).open('青禾镇'))?.unread).toBeUndefined()
    const copy = join(scratchFolder(), 'ledger.sqlite')
    copyFileSync(join(folder, 'ledger.damaged-1.sqlite'), copy)
    expect((await open(join(copy, '..')).open('青禾镇'))?.unread).toEqual(unread)

    // The same row may be filled in again, and no second copy is made.
    await kept(store, editLedger(more, [setResult('财政总收入', 2025, '2841')], stamp), revision)
    expect(tally(await reopened(folder))).toBe('2841')
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual(['ledger.damaged-1.sqlite'])
  })

  it('keeps the ledger of a report beside a stored one that cannot be read whole: both are there', async () => {
    const folder = scratchFolder()
    await damaged(folder, "UPDATE figures SET value = '两千' WHERE value = '2841'")
    const other = editLedger(smallLedger(), [setResult('户籍人口', 2025, '3.1')], stamp)
    expect(await open(folder).keep(other, null)).toMatchObject({ kept: true })
    expect(await reopened(folder)).toEqual(other)
    expect(existsSync(join(folder, 'ledger.damaged-1.sqlite'))).toBe(true)
  })

  it('sees at once what another program writes beside it', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    await kept(store, smallLedger())
    expect(tally((await store.open('青禾镇'))?.ledger)).toBe('2841')
    const database = new DatabaseSync(path(folder))
    database.exec("UPDATE figures SET value = '2850' WHERE value = '2841'")
    expect(tally((await store.open('青禾镇'))?.ledger)).toBe('2850')
    const ready = await store.open('青禾镇')
    database.exec("UPDATE figures SET bound = 'about' WHERE value = '3.20'")
    database.close()
    expect((await store.open('青禾镇'))?.unread).toHaveLength(1)
    const again = await store.keep(smallLedger(), ready?.revision ?? null)
    expect(again).toMatchObject({ kept: true })
    expect((await store.open('青禾镇'))?.ledger).toEqual(smallLedger())
    expect(await reopened(folder)).toEqual(smallLedger())
  })

  it('drops an earlier content that cannot be read, and keeps its figure', async () => {
    const folder = scratchFolder()
    const first = open(folder)
    await kept(first, editLedger(smallLedger(), [setResult('财政总收入', 2025, '2850')], stamp))
    await first.close()
    const database = new DatabaseSync(path(folder))
    database.exec("UPDATE figure_history SET bound = 'about'")
    database.close()
    const stored = await open(folder).open('青禾镇')
    expect(tally(stored?.ledger)).toBe('2850')
    expect(stored?.unread).toEqual([{ what: 'history', indicator: '财政总收入', row: 1, year: 2025 }])
  })

  it('sets a damaged database aside and says so, once; the ledger is kept in a new one', async () => {
    const folder = scratchFolder()
    const first = open(folder)
    await kept(first, wideLedger(60, '2'))
    await first.close()
    const whole = readFileSync(path(folder))
    const damages: [string, () => void][] = [
      ['no database', () => writeFileSync(path(folder), '台账')],
      ['half of it', () => truncateSync(path(folder), Math.floor(whole.length / 2))],
      [
        'zeros inside',
        () =>
          writeFileSync(
            path(folder),
            Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(8192), whole.subarray(12_288)]),
          ),
      ],
    ]
    for (const [index, [what, damage]] of damages.entries()) {
      writeFileSync(path(folder), whole)
      damage()
      const store = open(folder)
      const file = `ledger.damaged-${index + 1}.sqlite`
      expect(await store.start(), what).toEqual([{ messageId: 'documents:notice.ledgerDamaged', values: { file } }])
      expect(await store.start()).toEqual([])
      expect(existsSync(join(folder, file))).toBe(true)
      expect(await store.open('青禾镇')).toBeNull()
      await kept(store, smallLedger())
      await store.close()
      expect(await reopened(folder)).toEqual(smallLedger())
      await stores.at(-1)?.close()
    }
  })

  it.each<[string, string]>([
    ['a version below zero', 'PRAGMA user_version = -2147483647'],
    ['tables without a version', 'PRAGMA user_version = 0'],
    ['a missing table', 'DROP TABLE former_names'],
    ['a missing column', 'ALTER TABLE rows DROP COLUMN scope'],
    ['a trigger of somebody else', 'CREATE TRIGGER t BEFORE INSERT ON rows BEGIN SELECT RAISE(ABORT, 1); END'],
  ])('sets a database aside that has %s', async (_what, damaging) => {
    const folder = scratchFolder()
    await damaged(folder, damaging)
    const store = open(folder)
    const file = 'ledger.damaged-1.sqlite'
    expect(await store.start()).toEqual([{ messageId: 'documents:notice.ledgerDamaged', values: { file } }])
    expect(readdirSync(folder)).toContain(file)
    await kept(store, smallLedger())
    expect(await reopened(folder)).toEqual(smallLedger())
  })

  it.each([schemaVersion + 1, 0x40000001])('leaves the database of a newer program alone: %i', async (version) => {
    const folder = scratchFolder()
    await damaged(folder, `PRAGMA user_version = ${version}`)
    const before = readFileSync(path(folder))
    const store = open(folder)
    expect(await store.start()).toEqual([{ messageId: 'documents:notice.ledgerNewer' }])
    expect(await store.open('青禾镇')).toBeNull()
    expect(await store.keep(smallLedger(), null)).toEqual({ kept: false, reason: 'noDatabase' })
    expect(await store.start()).toEqual([])
    expect(readFileSync(path(folder))).toEqual(before)
  })

  it('says that there is none where the runtime has no database', async () => {
    const folder = scratchFolder()
    const first = open(folder)
    await kept(first, smallLedger())
    await first.close()
    const store = open(folder, { load: () => Promise.resolve(undefined) })
    expect(await store.start()).toEqual([])
    expect(await store.open('青禾镇')).toBeNull()
    expect(await store.keep(smallLedger(), null)).toEqual({ kept: false, reason: 'noDatabase' })
    expect(readdirSync(folder)).toEqual(['ledger.sqlite'])
  })

  it('is opened anew after it was closed and its folder cleared', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    await kept(store, smallLedger())
    await store.close()
    rmSync(folder, { recursive: true })
    expect(await store.open('青禾镇')).toBeNull()
    await kept(store, smallLedger())
    expect(await reopened(folder)).toEqual(smallLedger())
  })

  it('says nothing on the terminal', () => {
    const program = join(import.meta.dirname, '..', 'support', 'keep-ledger.ts')
    const run = spawnSync(process.execPath, [program, scratchFolder(), '5'], { encoding: 'utf8' })
    expect({ out: run.stdout, errors: run.stderr }).toEqual({ out: 'kept\n', errors: '' })
  })
})

const program = join(import.meta.dirname, '..', 'support', 'keep-ledger.ts')

describe('two processes', { timeout: 60_000 }, () => {
  it('write one after the other, and what one has written the other reads', async () => {
    const folder = scratchFolder()
    const run = (value: string): Promise<string> => outputOf(spawn(process.execPath, [program, folder, value, '15']))
    const said = await Promise.all([run('5'), run('6')])
    expect(said).toEqual(['kept\n'.repeat(15), 'kept\n'.repeat(15)])
    const ledger = await reopened(folder)
    expect(ledger?.rows).toHaveLength(40)
    expect(integrity(folder)).toBe('ok')
  })

  it('wait for each other, and give up with a reason', async () => {
    const folder = scratchFolder()
    const store = open(folder)
    const revision = await kept(store, smallLedger())
    const other = new DatabaseSync(path(folder))
    other.exec('BEGIN IMMEDIATE')
    const waiting = store.keep(editLedger(smallLedger(), [setResult('财政总收入', 2025, '2850')], stamp), revision)
    setTimeout(() => other.exec('ROLLBACK'), 500)
    expect(await waiting).toMatchObject({ kept: true })
    other.exec('BEGIN IMMEDIATE')
    expect(await store.keep(smallLedger(), null)).toMatchObject({ kept: false, reason: 'fileInUse' })
    other.exec('ROLLBACK')
    other.close()
    expect(tally(await reopened(folder))).toBe('2850')
  })
})

describe.runIf(process.platform === 'linux')('killed while it keeps a ledger', { timeout: 300_000 }, () => {
  const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

  it('opens whole, with the ledger of before or the new one', async () => {
    for (let round = 0; round < 8; round++) {
      const folder = scratchFolder()
      const first = open(folder)
      await kept(first, wideLedger(40, '4'))
      await first.close()
      const child = spawn(process.execPath, [program, folder, '5', '1000'])
      await new Promise((resolve) => child.stdout.once('data', resolve))
      await new Promise((resolve) => setTimeout(resolve, 7 * round))
      child.kill('SIGKILL')
      await outputOf(child)
      await expectWhole(folder, ['5', '5.0'], 'WAL')
    }
  })

  it.runIf(canTrace).each(['WAL', 'DELETE'] as const)('at any write to the disk: %s', async (mode) => {
    let hits = 0
    for (const [calls, step] of [
      ['pwrite64', 9],
      ['fdatasync,fsync', 1],
      ['unlink', 1],
      ['ftruncate', 1],
    ] as const) {
      for (let when = 1; when < 400; when += step) {
        const folder = scratchFolder()
        const first = open(folder, { mode })
        await kept(first, wideLedger(40, '4'))
        await first.close()
        const run = spawnSync('strace', [
          ...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:signal=KILL:when=${when}`],
          ...[process.execPath, program, folder, '5', '1', mode],
        ])
        if (run.signal !== 'SIGKILL' && run.status !== 137) break
        hits++
        await expectWhole(folder, ['4', '5'], mode)
      }
    }
    expect(hits).toBeGreaterThan(3)
  })

  async function expectWhole(folder: string, values: readonly string[], mode: JournalMode): Promise<void> {
    const store = open(folder, { mode })
    expect(await store.start()).toEqual([])
    const found = await store.open('青禾镇')
    const cells = found?.ledger.rows.flatMap(({ figures }) => figures.map(({ value }) => value)) ?? []
    expect(cells).toHaveLength(40 * 8)
    expect(new Set(cells).size).toBe(1)
    expect(values).toContain(cells[0])
    await store.close()
    expect(integrity(folder)).toBe('ok')
  }
})

/** Mounting needs root; elsewhere these disks are covered by the reasons alone. */
const canMount =
  process.platform === 'linux' &&
  spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d" && rmdir "$d"'])
    .status === 0

describe.runIf(canMount)('on disks that refuse', { timeout: 60_000 }, () => {
  const mounted: string[] = []
  const mount = (size: string): string => {
    const folder = join(scratchFolder(), 'disk')
    mkdirSync(folder)
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
    mounted.push(folder)
    return folder
  }
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close().catch(() => undefined)
    for (const folder of mounted.splice(0)) spawnSync('umount', ['-l', folder])
  })

  it('full: the reason is told, and what was kept before is there', async () => {
    const folder = mount('500k')
    const store = open(folder)
    const revision = await kept(store, smallLedger())
    expect(await store.keep(wideLedger(400, '5'), revision)).toMatchObject({ kept: false, reason: 'noSpaceLeft' })
    expect((await store.open('青禾镇'))?.ledger).toEqual(smallLedger())
    expect(
      await store.keep(editLedger(smallLedger(), [setResult('财政总收入', 2025, '2850')], stamp), revision),
    ).toMatchObject({ kept: true })
    await store.close()
    expect(tally(await reopened(folder))).toBe('2850')
  })

  it.each(['WAL', 'DELETE'] as const)(
    'read-only: the ledger can be read, and is not said to be kept (%s)',
    async (mode) => {
      const folder = mount('8m')
      const first = open(folder, { mode })
      await kept(first, smallLedger())
      await first.close()
      spawnSync('mount', ['-o', 'remount,ro', folder])
      const store = open(folder, { mode })
      expect(await store.start()).toEqual([])
      expect((await store.open('青禾镇'))?.ledger).toEqual(smallLedger())
      const result = await store.keep(wideLedger(2, '5'), null)
      expect(result).toMatchObject({ kept: false })
      expect(['readOnlyMedium', 'noPermission']).toContain(!result.kept && result.reason)
      expect((await store.open('青禾镇'))?.ledger).toEqual(smallLedger())
    },
  )
})

it('keeps shared memory to disks that are known to be local', async () => {
  if (process.platform !== 'linux') return
  expect(await journalModeFor(scratchFolder())).toBe('WAL')
  // procfs stands for everything that is not in the list.
  expect(await journalModeFor('/proc')).toBe('DELETE')
  expect(await journalModeFor('/no/such/folder')).toBe('DELETE')
})

function integrity(folder: string): unknown {
  const copy = join(scratchFolder(), 'copy.sqlite')
  for (const ending of ['', '-wal', '-journal'])
    if (existsSync(`${path(folder)}${ending}`)) copyFileSync(`${path(folder)}${ending}`, `${copy}${ending}`)
  const database = new DatabaseSync(copy)
  const found = database.prepare('PRAGMA integrity_check').get()?.['integrity_check']
  database.close()
  return found
}

function outputOf(child: ChildProcess): Promise<string> {
  let out = ''
  child.stdout?.on('data', (piece: Buffer) => (out += piece.toString()))
  return new Promise((resolve) => child.once('close', () => resolve(out)))
}
