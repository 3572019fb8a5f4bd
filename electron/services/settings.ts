import { readdirSync, renameSync, rmSync } from 'node:fs'
import { readFile, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Store from 'electron-store'
import * as v from 'valibot'
import type { Notice } from '../../shared/desktop/results.ts'
import { defaultSettings, settingsSchema, type Settings } from '../../shared/desktop/settings.ts'
import { writeAtomic } from './atomic-write.ts'
import { localTime, type Clock } from './clock.ts'

/**
 * The user's choices in electron-store's file. Its way of writing may leave half a file on a full disk and then refuses
 * to start: a damaged file is set aside here, and the state of the last good start takes its place.
 */
export class SettingsFile {
  readonly #store: Store
  readonly notices: Notice[]

  private constructor(store: Store, notices: Notice[]) {
    this.#store = store
    this.notices = notices
  }

  static async open(folder: string, clock: Clock): Promise<SettingsFile> {
    sweep(folder)
    try {
      const file = new SettingsFile(createStore(folder), [])
      await file.#backUp(folder)
      return file
    } catch {
      const aside = setAside(folder, localTime(clock()))
      const backup = await readBackup(folder)
      const store = createStore(folder)
      if (backup) store.store = backup
      const messageId = backup ? 'documents:notice.settingsDamaged' : 'documents:notice.settingsReset'
      return new SettingsFile(store, [{ messageId, values: { file: aside } }])
    }
  }

  /** Every value is checked; one that does not fit is the default's. */
  read(): Settings {
    return validSettings(this.#store.store)
  }

  write(settings: Settings): Settings {
    this.#store.store = { ...this.#store.store, ...settings }
    return this.read()
  }

  clear(): void {
    this.#store.clear()
  }

  async #backUp(folder: string): Promise<void> {
    const bytes = await readFile(this.#store.path).catch(() => undefined)
    if (bytes) await writeAtomic(join(folder, backupName), bytes)
  }
}

export function validSettings(raw: Record<string, unknown>): Settings {
  const checked = Object.entries(settingsSchema.entries).map(([name, schema]) => {
    const parsed = v.safeParse(schema, raw[name])
    return [name, parsed.success ? parsed.output : defaultSettings[name as keyof Settings]]
  })
  return Object.fromEntries(checked) as Settings
}

const fileName = 'settings.json'
const backupName = 'settings.bak.json'

function createStore(folder: string): Store {
  return new Store({ name: basename(fileName, '.json'), cwd: folder, accessPropertiesByDotNotation: false })
}

/** The name under which the damaged file is kept. */
function setAside(folder: string, time: string): string {
  const name = `settings.damaged-${time.replaceAll(':', '-')}.json`
  try {
    renameSync(join(folder, fileName), join(folder, name))
  } catch {
    // It was not the file itself that was at fault.
    rmSync(join(folder, fileName), { force: true })
  }
  return name
}

async function readBackup(folder: string): Promise<Record<string, unknown> | undefined> {
  const path = join(folder, backupName)
  try {
    const raw: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined
  } catch {
    await unlink(path).catch(() => undefined)
    return undefined
  }
}

/** A killed process leaves the store's temporary files. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(`${fileName}.tmp-`)) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // The folder does not exist before the first start.
  }
}
