import { joined, type Picture } from './picture.ts'

const trailer = 0x3b
const imageMark = 0x2c
const extensionMark = 0x21
/** Transparency and the time that a picture is shown. */
const graphicControl = 0xf9
const application = 0xff

/** A GIF of its pictures alone (GIF89a): remarks, texts and notes of programs but that on repeating go. */
export function plainGif(bytes: Uint8Array): Picture {
  const headEnd = 13 + colourTable(bytes[10] ?? 0)
  const kept: Uint8Array[] = [bytes.subarray(0, headEnd)]
  for (let at = headEnd; at < bytes.length;) {
    const mark = bytes[at]
    if (mark === trailer) return joined([...kept, bytes.subarray(at, at + 1)], bytes)
    const head = mark === imageMark ? 11 + colourTable(bytes[at + 9] ?? 0) : 2
    if (mark !== imageMark && mark !== extensionMark) return undefined
    const end = endOfBlocks(bytes, at + head)
    if (end === undefined) return undefined
    const label = bytes[at + 1]
    const repeats =
      label === application &&
      String.fromCharCode(...bytes.subarray(at + 3, at + 14)) === 'NETSCAPE2.0' &&
      end === at + 19
    if (mark === imageMark || label === graphicControl || repeats) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

/** Length in bytes of the table that a flag byte announces. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function endOfBlocks(bytes: Uint8Array, from: number): number | undefined {
  let at = from
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  return undefined
}
