import { crc32 } from 'node:zlib'
import type { RefusalReason } from '../../../shared/desktop/results.ts'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** Limits of a package from outside. Declared sizes are not believed: bytes are counted while they come out. */
export const unpackLimits = {
  entries: 2000,
  part: 50 * 1024 * 1024,
  total: 300 * 1024 * 1024,
  /** Unpacked against packed size, once a part has given more than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
}

export type Unpacked =
  { ok: true; parts: Map<string, Uint8Array> } | { ok: false; reason: RefusalReason; detail: string }

/**
 * The parts that `wanted` names, in memory; nothing is ever written to disk under the name of an entry.
 * `repetitive`: a part that may be packed as tightly as its words allow, and is limited by its size alone.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  repetitive?: string,
): Promise<Unpacked> {
  try {
    return { ok: true, parts: await readParts(bytes, wanted, repetitive) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, reason: error instanceof UnpackRefusal ? error.reason : reasonOf(detail), detail }
  }
}

class UnpackRefusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** yauzl speaks in sentences; those about names are about safety, all others about a broken file. */
function reasonOf(detail: string): RefusalReason {
  return /relative path|absolute path|invalid characters in fileName/i.test(detail) ? 'unsafeParts' : 'damaged'
}

async function readParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  repetitive: string | undefined,
): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(bytes)
  if (zip.entryCount > unpackLimits.entries) throw new UnpackRefusal('tooManyParts', `${zip.entryCount} entries`)
  const ratioOf = (entry: Entry): number => (entry.fileName === repetitive ? Infinity : unpackLimits.ratio)
  const entries = await readDirectory(zip, ratioOf)
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of entries) {
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue
    const part = await readEntry(zip, entry, { room: unpackLimits.total - total, ratio: ratioOf(entry) })
    total += part.length
    parts.set(entry.fileName, part)
  }
  return parts
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

/** Every entry is looked at before the first is unpacked. */
async function readDirectory(zip: ZipFile, ratioOf: (entry: Entry) => number): Promise<Entry[]> {
  const entries = await new Promise<Entry[]>((resolve, reject) => {
    const found: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      found.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(found))
    zip.on('error', reject)
    zip.readEntry()
  })
  const names = new Set<string>()
  for (const entry of entries) {
    checkEntry(entry, ratioOf(entry))
    const name = entry.fileName.toLowerCase()
    if (names.has(name)) throw new UnpackRefusal('unsafeParts', `twice: ${entry.fileName}`)
    names.add(name)
  }
  return entries
}

const deviceName = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)/i

function checkEntry(entry: Entry, ratio: number): void {
  const { fileName, compressedSize, uncompressedSize } = entry
  // eslint-disable-next-line no-control-regex -- control characters have no place in a name
  if (deviceName.test(fileName) || /[\u0000-\u001f]/.test(fileName) || fileName.split('/').includes('..')) {
    throw new UnpackRefusal('unsafeParts', `name ${fileName}`)
  }
  if (entry.isEncrypted()) throw new UnpackRefusal('encrypted', fileName)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new UnpackRefusal('damaged', `${fileName}: compression method ${entry.compressionMethod}`)
  }
  if (uncompressedSize > unpackLimits.ratioFrom && uncompressedSize > compressedSize * ratio) {
    throw new UnpackRefusal('tooCompressed', `${fileName}: ${compressedSize} → ${uncompressedSize}`)
  }
  if (uncompressedSize > unpackLimits.part)
    throw new UnpackRefusal('tooLarge', `${fileName}: ${uncompressedSize} bytes`)
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  { room, ratio }: { room: number; ratio: number },
): Promise<Uint8Array> {
  const source = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > unpackLimits.ratioFrom && size > entry.compressedSize * ratio) {
      throw new UnpackRefusal('tooCompressed', `${entry.fileName}: ${entry.compressedSize} → ${size}`)
    }
    if (size > unpackLimits.part || size > room) throw new UnpackRefusal('tooLarge', `${entry.fileName}: ${size} bytes`)
    chunks.push(chunk)
  }
  const part = Buffer.concat(chunks)
  if (size !== entry.uncompressedSize || crc32(part) !== entry.crc32) {
    throw new UnpackRefusal(
      'damaged',
      `${entry.fileName}: ${size} bytes instead of ${entry.uncompressedSize}, or altered`,
    )
  }
  return new Uint8Array(part)
}
