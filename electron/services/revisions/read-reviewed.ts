import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ReadReviewed } from '../../../shared/desktop/review-files.ts'
import { localTime } from '../clock.ts'
import { sourcePart } from '../import/kept-source.ts'
import { readReportFile } from '../import/read-file.ts'
import { unpack } from '../import/unpack.ts'

/** A file for comparison or merging: read, and neither opened nor changed. */
export async function readReviewed(path: string): Promise<ReadReviewed> {
  const read = await readReportFile(path)
  if (!read.ok) {
    const { ok, ...refusal } = read
    return { read: ok, ...refusal }
  }
  if (read.newer) return { read: false, reason: 'newerFormat' }
  const source = read.parts?.[sourcePart]
  return {
    read: true,
    path,
    name: basename(path),
    report: read.report,
    own: read.summary === null,
    lastAuthor: source ? await lastAuthorOf(source) : '',
    date: await stat(path).then(
      ({ mtime }) => localTime(mtime),
      () => '',
    ),
  }
}

const propertiesPart = 'docProps/core.xml'

/** Whoever saved a Word file last, as its properties name them; '' where they do not. */
async function lastAuthorOf(bytes: Uint8Array): Promise<string> {
  const unpacked = await unpack(bytes, (name) => name === propertiesPart)
  const part = unpacked.ok ? unpacked.parts.get(propertiesPart) : undefined
  const text = part ? new TextDecoder().decode(part) : ''
  const name = /<(?:\w+:)?lastModifiedBy\b[^>]*>([^<]{0,200})</.exec(text)?.[1] ?? ''
  return name.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: keyof typeof entities) => entities[entity]).trim()
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
