import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256, writeAtomic } from './atomic-write.ts'
import { shortHash } from './data-folders.ts'

/** One earlier state of a report; the file holds it in the report's own format. */
export interface HistoryEntry {
  /** Counts up with every version; clocks do not order them. */
  number: number
  savedAt: string
  characters: number
  /** First digits of the SHA-256 of the file. */
  hash: string
  file: string
}

/** Kept whatever their age. */
const newest = 50
/** Beyond those one a day, for so many days with a version. */
const days = 90
/** Bytes that the versions of one report may take. */
const room = 20 * 1024 * 1024

function shortened(bytes: Uint8Array): string {
  return sha256(bytes).slice(0, 12)
}

/** Earlier versions of reports, below the program's own folder, one folder a report. */
export class History {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Oldest first. */
  async list(reportId: string): Promise<HistoryEntry[]> {
    const folder = this.#folderOf(reportId)
    const names = await readdir(folder).catch(() => [])
    return names.flatMap((name) => readName(folder, name) ?? []).sort((a, b) => a.number - b.number)
  }

  async read(reportId: string, number: number): Promise<Uint8Array | undefined> {
    const entry = (await this.list(reportId)).find((known) => known.number === number)
    return entry && readFile(entry.file).catch(() => undefined)
  }

  async has(reportId: string, bytes: Uint8Array): Promise<boolean> {
    const hash = shortened(bytes)
    return (await this.list(reportId)).some((entry) => entry.hash === hash)
  }

  /** False: it could not be kept. A version that is there already is not stored twice. */
  async add(reportId: string, bytes: Uint8Array, savedAt: string, characters: number): Promise<boolean> {
    const known = await this.list(reportId)
    const hash = shortened(bytes)
    if (known.at(-1)?.hash === hash) return true
    const folder = this.#folderOf(reportId)
    const number = (known.at(-1)?.number ?? 0) + 1
    const name = `${String(number).padStart(6, '0')}_${savedAt.replaceAll(':', '-')}_${characters}_${hash}.zhenggao`
    try {
      await mkdir(folder, { recursive: true })
    } catch {
      return false
    }
    const result = await writeAtomic(join(folder, name), bytes)
    if (result.written) await prune(await this.list(reportId))
    return result.written
  }

  #folderOf(reportId: string): string {
    return join(this.#folder, shortHash(reportId))
  }
}

function readName(folder: string, name: string): HistoryEntry | undefined {
  const match = /^(\d{6,})_(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2})_(\d+)_([0-9a-f]+)\.zhenggao$/.exec(name)
  if (!match) return undefined
  const [, number = '', day = '', hour = '', minute = '', second = '', characters = '', hash = ''] = match
  return {
    number: Number(number),
    savedAt: `${day}${hour}:${minute}:${second}`,
    characters: Number(characters),
    hash,
    file: join(folder, name),
  }
}

async function prune(entries: readonly HistoryEntry[]): Promise<void> {
  const wanted = await withinRoom(kept(entries))
  for (const { number, file } of entries) {
    if (!wanted.has(number)) await unlink(file).catch(() => undefined)
  }
}

/** The newest, and of each earlier day its last; counted in days that have versions, since clocks may jump. */
export function kept<Entry extends Pick<HistoryEntry, 'number' | 'savedAt'>>(entries: readonly Entry[]): Entry[] {
  const recent = entries.slice(-newest)
  const lastOfDay = new Map<string, Entry>()
  for (const entry of entries.slice(0, -newest)) lastOfDay.set(entry.savedAt.slice(0, 10), entry)
  const daily = [...lastOfDay.values()].sort((a, b) => a.number - b.number).slice(-days)
  return [...daily, ...recent]
}

/** Numbers of the newest entries that fit; the very last one always does. */
async function withinRoom(entries: readonly HistoryEntry[]): Promise<Set<number>> {
  const fitting = new Set<number>()
  let taken = 0
  for (const { number, file } of entries.toReversed()) {
    taken += await stat(file).then(
      ({ size }) => size,
      () => 0,
    )
    if (taken > room && fitting.size > 0) break
    fitting.add(number)
  }
  return fitting
}
