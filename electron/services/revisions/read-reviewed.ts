import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ReadReviewed } from '../../../shared/desktop/review-files.ts'
import { localTime } from '../clock.ts'
import { sourcePart } from '../import/kept-source.ts'
import { findMainPart } from '../../../shared/word/read/package-parts.ts'
import { packageRevisions } from '../../../shared/word/revisions/decide-package.ts'
import { readReportFile } from '../import/read-file.ts'
import { unpack } from '../import/unpack.ts'

/** A file for comparison or merging: read, and neither opened nor changed. What `known` names is nothing new of it. */
export async function readReviewed(path: string, known: readonly string[] = []): Promise<ReadReviewed> {
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
    outside: source ? (await revisionsOutside(source)).filter((one) => !known.includes(one)) : [],
    lastAuthor: source ? await lastAuthorOf(source) : '',
    date: await stat(path).then(
      ({ mtime }) => localTime(mtime),
      () => '',
    ),
  }
}

/** Revisions in headers, footers, notes and text boxes, which a merged report does not take over: where, who and when. */
export async function revisionsOutside(bytes: Uint8Array): Promise<string[]> {
  const unpacked = await unpack(bytes, () => true)
  if (!unpacked.ok) return []
  const main = findMainPart(unpacked.parts)
  const document = unpacked.parts.get(main)
  const boxes = document ? revisionsInBoxes(new TextDecoder().decode(document)) : []
  const beside = packageRevisions(unpacked.parts).filter(({ part }) => part !== main)
  return [...beside.map(({ part, author, date }) => nameOf(part, author, date)), ...boxes]
}

/** Whoever saves a file numbers its headers and revisions anew, and Word drops the seconds. */
function nameOf(part: string, author: string, date: string): string {
  return `${part.replace(/\d+/g, '')}|${author}|${date.slice(0, 16)}`
}

/** A text box stands twice in a Word file: once more for older programs. */
function revisionsInBoxes(document: string): string[] {
  const current = document
    .split('<mc:Fallback')
    .map((piece, at) => (at === 0 ? piece : piece.split('</mc:Fallback>')[1]))
  const boxes = current.join('').split('<w:txbxContent').slice(1)
  const marks = boxes.flatMap((box) => (box.split('</w:txbxContent>')[0] ?? '').match(/<w:(?:ins|del) [^>]*>/g) ?? [])
  const valueOf = (mark: string, name: string): string => mark.split(` w:${name}="`)[1]?.split('"')[0] ?? ''
  return marks.map((mark) => nameOf('box', valueOf(mark, 'author'), valueOf(mark, 'date')))
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
