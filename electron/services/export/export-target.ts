import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../../../shared/desktop/results.ts'

export interface ExportTarget {
  /** Where to; the ending of the format is added when it is missing. */
  path: string
  format: 'docx' | 'pdf' | 'xlsx' | 'csv'
  /** The files the report was read from: they may hold revisions and comments, so nothing is written over them. */
  sources?: readonly string[]
  /** Name of the file that the report was imported from. */
  sourceName?: string | undefined
}

/** The path to write to, or why nothing may be written there. */
export async function targetOf(target: ExportTarget): Promise<{ path: string } | Refusal> {
  const path = withEnding(target.path, target.format)
  if (await replacesSource(path, target)) return { reason: 'replacesSource', values: { name: basename(path) } }
  return { path }
}

function withEnding(path: string, format: string): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`
}

async function replacesSource(path: string, { sources = [], sourceName }: ExportTarget): Promise<boolean> {
  const there = await stat(path).catch(() => undefined)
  if (!there) return false
  // A report that was saved since its import no longer knows the path: a file of the source's name may be the source.
  if (sources.length === 0) return sourceName === basename(path)
  const same = await Promise.all(
    sources.map(async (source) => {
      const one = await stat(source).catch(() => undefined)
      return one?.ino === there.ino && one.dev === there.dev
    }),
  )
  return same.includes(true)
}
