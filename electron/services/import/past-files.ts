import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  mostPastReports,
  type ChosenFiles,
  type ReadPast,
  type ReadSheets,
} from '../../../shared/desktop/outside-files.ts'
import { longestPriorText } from '../../../shared/desktop/prior-reports.ts'
import { readBytes } from './read-bytes.ts'
import { readReportFile } from './read-file.ts'
import { readTablesInWorker } from './read-in-worker.ts'

/** Folders in folders that are looked into: one for each year. */
const deepest = 3
/** What is looked at in all of them; nobody keeps more beside his reports. */
const mostEntries = 5000

/** The reports of a folder, by their names; links are not followed. */
export async function reportsIn(folder: string): Promise<ChosenFiles> {
  const found: string[] = []
  let entries = 0
  const walk = async (place: string, depth: number): Promise<void> => {
    const list = await readdir(place, { withFileTypes: true }).catch(() => [])
    for (const entry of list) {
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
      if (++entries > mostEntries) return
      const path = join(place, entry.name)
      if (entry.isFile() && /\.(?:zhenggao|docx|txt|md)$/i.test(entry.name)) found.push(path)
      else if (entry.isDirectory() && depth < deepest) await walk(path, depth + 1)
    }
  }
  await walk(folder, 1)
  const paths = found.sort((a, b) => names.compare(a, b))
  return { paths: paths.slice(0, mostPastReports), cancelled: false, left: Math.max(0, paths.length - mostPastReports) }
}

const names = new Intl.Collator('zh-CN', { numeric: true })

/** A file in its own format says year and place of itself; of others the text does. */
export async function readPastReport(path: string): Promise<ReadPast> {
  const read = await readReportFile(path)
  if (!read.ok) return refusal(read)
  const { text } = read.plain
  if (text.length > longestPriorText) return { read: false, reason: 'textTooLong' }
  const own = read.summary === null ? read.report.meta : undefined
  return { read: true, file: basename(path), text, year: own?.year ?? null, place: own?.place || null }
}

export async function readTableFile(path: string): Promise<ReadSheets> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return refusal(bytes)
  const read = await readTablesInWorker({ name: path, bytes: bytes.bytes, id: randomUUID() })
  return read.ok ? { read: true, file: basename(path), tables: read.tables, cut: read.cut } : refusal(read)
}

function refusal<Refused extends { ok: false }>({ ok: read, ...why }: Refused): { read: false } & Omit<Refused, 'ok'> {
  return { read, ...why }
}
