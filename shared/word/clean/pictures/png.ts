import { joined, type Picture } from './picture.ts'

/** Chunks that decide which pixels are shown and in what colour (PNG, 3rd edition, §§ 11 and 4.9). */
const shown = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '))

const signature = 8

/** A PNG of its pixels alone: texts, times, EXIF and whatever follows the end stay behind. */
export function plainPng(bytes: Uint8Array): Picture {
  const kept: Uint8Array[] = [bytes.subarray(0, signature)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = signature; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (shown.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(kept, bytes)
    at = end
  }
  return undefined
}
