import { joined, type Picture } from './picture.ts'

const startOfScan = 0xda
const endOfImage = 0xd9

/**
 * A JPEG of its pixels alone (ITU-T T.81, annex B). Of the segments that programs add, only those stay that decide on
 * colour and size: JFIF, the colour profile and Adobe's note on the kind of colour. EXIF, XMP, IPTC, remarks, small
 * pictures of the picture and whatever follows the end go.
 */
export function plainJpeg(bytes: Uint8Array): Picture {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === endOfImage) return joined([...kept, bytes.subarray(at, at + 2)], bytes)
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (end > bytes.length || end < at + 4) return undefined
    if (marker === startOfScan) {
      const scanEnd = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, scanEnd))
      at = scanEnd
      continue
    }
    kept.push(...plainSegment(marker, bytes.subarray(at, end)))
    at = end
  }
  return undefined
}

function plainSegment(marker: number, segment: Uint8Array): Uint8Array[] {
  if (marker === 0xfe) return []
  if (marker < 0xe0 || marker > 0xef) return [segment]
  const isNamed = (name: string): boolean => String.fromCharCode(...segment.subarray(4, 4 + name.length)) === name
  if (marker === 0xe0 && isNamed('JFIF\0')) return [withoutThumbnail(segment)]
  const decides = (marker === 0xe2 && isNamed('ICC_PROFILE\0')) || (marker === 0xee && isNamed('Adobe'))
  return decides ? [segment] : []
}

/** The last bytes of the fixed part give width and height of a small picture that follows. */
const jfifLength = 18

function withoutThumbnail(segment: Uint8Array): Uint8Array {
  if (segment.length <= jfifLength) return segment
  const short = segment.slice(0, jfifLength)
  short[2] = 0
  short[3] = jfifLength - 2
  short[16] = 0
  short[17] = 0
  return short
}

/** Within pixels a marker is a restart or stuffed with zero. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
