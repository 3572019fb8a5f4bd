import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

export interface FolderEntry {
  name: string
  folder: boolean
  size: number
  /** `YYYY-MM-DD hh:mm`, local. */
  modified: string
}

export interface FolderListing {
  path: string
  /** Null: the topmost folder. */
  parent: string | null
  separator: string
  places: { kind: 'home' | 'desktop' | 'documents' | 'downloads' | 'medium'; name: string; path: string }[]
  entries: FolderEntry[]
  /** The folder could not be read. */
  unreadable: boolean
}

/** What a file dialog shows of a folder: folders first, then files, by name; hidden ones are left out. */
export async function listFolder(path: string): Promise<FolderListing> {
  const folder = resolve(path)
  const parent = dirname(folder)
  const listing = {
    path: folder,
    parent: parent === folder ? null : parent,
    separator: join('a', 'b').slice(1, -1),
    places: await findPlaces(),
  }
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
    const entries = await Promise.all(names.map((name) => describe(folder, name)))
    const known = entries.filter((entry) => entry !== undefined)
    return { ...listing, entries: known.sort(byKindAndName), unreadable: false }
  } catch {
    return { ...listing, entries: [], unreadable: true }
  }
}

const names = new Intl.Collator('zh-CN', { numeric: true })

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  return Number(b.folder) - Number(a.folder) || names.compare(a.name, b.name)
}

async function describe(folder: string, name: string): Promise<FolderEntry | undefined> {
  const status = await stat(join(folder, name)).catch(() => undefined)
  if (!status || !(status.isDirectory() || status.isFile())) return undefined
  return { name, folder: status.isDirectory(), size: status.size, modified: localMinute(status.mtime) }
}

function localMinute(time: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
}

type Place = FolderListing['places'][number]

async function findPlaces(): Promise<Place[]> {
  const home = homedir()
  const usual: Place[] = [
    { kind: 'home', name: home, path: home },
    ...[
      ['desktop', '桌面', 'Desktop'],
      ['documents', '文档', 'Documents'],
      ['downloads', '下载', 'Downloads'],
    ].flatMap(([kind, chinese, english]) =>
      [chinese, english].map((name) => ({
        kind: kind as Place['kind'],
        name: name ?? '',
        path: join(home, name ?? ''),
      })),
    ),
  ]
  const found = await Promise.all(
    [...usual, ...(await findMedia())].map(async (place) => ((await isFolder(place.path)) ? place : undefined)),
  )
  return found.filter((place) => place !== undefined)
}

/** USB sticks and other drives, where the system mounts them. */
async function findMedia(): Promise<Place[]> {
  if (process.platform === 'win32') {
    return Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => ({
      kind: 'medium',
      name: `${letter}:`,
      path: `${letter}:\\`,
    }))
  }
  const user = process.env['USER'] ?? ''
  const roots = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${user}`, `/run/media/${user}`, '/data/media']
  const lists = await Promise.all(
    roots.map(async (root) => (await readdir(root).catch(() => [])).map((name) => join(root, name))),
  )
  return lists.flat().map((path) => ({ kind: 'medium', name: path.split('/').at(-1) ?? path, path }))
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
