import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { RecentReport } from '../../shared/desktop/calls.ts'
import { writeAtomic } from './atomic-write.ts'

export type RecentEntry = Omit<RecentReport, 'missing'>

/** As many as the start page shows. */
const longest = 20

const entries = v.array(
  v.object({
    path: v.string(),
    name: v.string(),
    stage: v.string(),
    openedAt: v.string(),
    errors: v.nullable(v.number()),
  }),
)

/** The reports opened last, newest first. */
export class RecentReports {
  readonly #path: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(settingsFolder: string) {
    this.#path = join(settingsFolder, 'recent.json')
  }

  async list(): Promise<RecentReport[]> {
    const all = await this.#read()
    return Promise.all(all.map(async (entry) => ({ ...entry, missing: !(await exists(entry.path)) })))
  }

  add(entry: RecentEntry): Promise<void> {
    return this.#change((all) => [entry, ...all.filter(({ path }) => path !== entry.path)].slice(0, longest))
  }

  setErrors(path: string, errors: number | null): Promise<void> {
    return this.#change((all) => all.map((entry) => (entry.path === path ? { ...entry, errors } : entry)))
  }

  /** Null: all of them. */
  remove(path: string | null): Promise<void> {
    return this.#change((all) => (path === null ? [] : all.filter((entry) => entry.path !== path)))
  }

  /** A list that cannot be read is begun anew: it can be made again by opening reports. */
  async #read(): Promise<RecentEntry[]> {
    try {
      const parsed = v.safeParse(entries, JSON.parse(await readFile(this.#path, 'utf8')))
      return parsed.success ? parsed.output : []
    } catch {
      return []
    }
  }

  #change(change: (all: RecentEntry[]) => RecentEntry[]): Promise<void> {
    const turn = this.#turn.then(async () => {
      await writeAtomic(this.#path, Buffer.from(JSON.stringify(change(await this.#read()), null, 1)))
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
