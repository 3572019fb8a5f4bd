import { blanked, type Picture } from './picture.ts'

type Stretch = readonly [start: number, end: number]

const emfComment = 70
const emfEnd = 14
/** `EMF+` draws; `GDIC` groups drawing. All other comments are notes of a program to itself. */
const drawingComments = [0x2b464d45, 0x43494447]

/** An enhanced metafile (MS-EMF) without the names of its program and picture, and without notes to programs. */
export function plainEmf(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerSize = view.getUint32(4, true)
  if (headerSize < 88 || headerSize > bytes.length) return undefined
  const [length, start] = [view.getUint32(60, true) * 2, view.getUint32(64, true)]
  if (start + length > bytes.length) return undefined
  const told: Stretch[] = [[start, start + length]]
  for (let at = headerSize; at + 8 <= bytes.length;) {
    const [type, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)]
    if (size < 8 || at + size > bytes.length) return undefined
    const comment = type === emfComment && size >= 16
    if (comment && !drawingComments.includes(view.getUint32(at + 12, true))) told.push([at + 12, at + size])
    at += size
    if (type === emfEnd) return at === bytes.length ? blanked(bytes, told) : blanked(bytes, told).subarray(0, at)
  }
  return undefined
}

const placeable = 0x9ac6cdd7
const wmfEscape = 0x0626
const wmfComment = 0x000f

/** A metafile of Windows (MS-WMF) without notes to programs. Sizes are counted in words of two bytes. */
export function plainWmf(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = view.getUint32(0, true) === placeable ? 22 : 0
  if (bytes.length < head + 18 || view.getUint16(head + 2, true) !== 9) return undefined
  const told: Stretch[] = []
  for (let at = head + 18; at + 6 <= bytes.length;) {
    const [size, type] = [view.getUint32(at, true) * 2, view.getUint16(at + 4, true)]
    if (size < 6 || at + size > bytes.length) return undefined
    const comment = type === wmfEscape && size >= 10 && view.getUint16(at + 6, true) === wmfComment
    if (comment) told.push([at + 10, at + size])
    at += size
    if (type === 0) return at === bytes.length ? blanked(bytes, told) : blanked(bytes, told).subarray(0, at)
  }
  return undefined
}
