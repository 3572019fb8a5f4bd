import { gunzipSync } from 'fflate'

/**
 * What a picture holds besides its pixels; undefined when nothing. Written against the formats, not against what the
 * cleaner takes away: only pieces that are known to draw may be there.
 */
export function pictureTrace(bytes: Uint8Array): string | undefined {
  const head = text(bytes, 0, 4)
  if (head === '\x89PNG') return inPng(bytes)
  if (head.startsWith('\xff\xd8')) return inJpeg(bytes)
  if (head === 'GIF8') return inGif(bytes)
  if (head.startsWith('BM')) return undefined
  if (text(bytes, 40, 4) === ' EMF') return inEmf(bytes)
  if (head === '\xd7\xcd\xc6\x9a' || ['\x01\0\x09\0', '\x02\0\x09\0'].includes(head)) return inWmf(bytes)
  if (head.startsWith('\x1f\x8b')) return inPacked(bytes)
  return 'format'
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function number(bytes: Uint8Array, at: number, length: 2 | 4): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes.subarray(start, end).every((byte) => byte === 0)
}

function inPng(bytes: Uint8Array): string | undefined {
  let at = 8
  while (at < bytes.length) {
    const length = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + (bytes[at + index] ?? 0), 0)
    const type = text(bytes, at + 4, 4)
    if (!/^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|pHYs|acTL|fcTL|fdAT)$/.test(type)) return type
    at += length + 12
    if (type === 'IEND') return at === bytes.length ? undefined : 'after the end'
  }
  return 'no end'
}

function inJpeg(bytes: Uint8Array): string | undefined {
  let at = 2
  while (at < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return 'broken'
    if (marker === 0xd9) return at + 2 === bytes.length ? undefined : 'after the end'
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const name = text(bytes, at + 4, 12)
    const small = marker === 0xe0 && length === 16 && name.startsWith('JFIF\0')
    const colours = (marker === 0xe2 && name === 'ICC_PROFILE\0') || (marker === 0xee && name.startsWith('Adobe'))
    // Tables, frames and scans; all that is named APP or COM is a note unless it was told apart above.
    const draws = (marker >= 0xc0 && marker <= 0xdf) || marker === 0xff
    if (!small && !colours && !draws) return marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`
    at += marker === 0xff ? 1 : length + 2
    if (marker === 0xda)
      while (at < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0 || isRestart(bytes[at + 1]))) at++
  }
  return 'no end'
}

function isRestart(marker = 0): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

function inGif(bytes: Uint8Array): string | undefined {
  const table = (flags = 0): number => (flags >= 0x80 ? 6 << (flags & 7) : 0)
  let at = 13 + table(bytes[10])
  while (at < bytes.length) {
    if (bytes[at] === 0x3b) return at + 1 === bytes.length ? undefined : 'after the end'
    const isImage = bytes[at] === 0x2c
    const repeats = bytes[at + 1] === 0xff && text(bytes, at + 3, 11) === 'NETSCAPE2.0' && bytes[at + 18] === 0
    if (!isImage && bytes[at + 1] !== 0xf9 && !repeats) return `extension ${bytes[at + 1] ?? ''}`
    at += isImage ? 11 + table(bytes[at + 9]) : 2
    while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0)
    at++
  }
  return 'no end'
}

function inEmf(bytes: Uint8Array): string | undefined {
  const [length, place] = [number(bytes, 60, 4), number(bytes, 64, 4)]
  if (!isBlank(bytes, place, place + length * 2)) return 'description'
  for (let at = 0; at < bytes.length; at += Math.max(8, number(bytes, at + 4, 4))) {
    const comment = number(bytes, at, 4) === 70 ? text(bytes, at + 12, 4) : ''
    if (
      comment !== '' &&
      comment !== 'EMF+' &&
      comment !== 'GDIC' &&
      !isBlank(bytes, at + 12, at + number(bytes, at + 4, 4))
    )
      return 'comment'
    if (number(bytes, at, 4) === 14) return at + number(bytes, at + 4, 4) === bytes.length ? undefined : 'after the end'
  }
  return 'no end'
}

function inWmf(bytes: Uint8Array): string | undefined {
  let at = (text(bytes, 0, 4) === '\xd7\xcd\xc6\x9a' ? 22 : 0) + 18
  while (at < bytes.length) {
    const [size, type] = [number(bytes, at, 4) * 2, number(bytes, at + 4, 2)]
    if (type === 0x626 && number(bytes, at + 6, 2) === 15 && !isBlank(bytes, at + 10, at + size)) return 'comment'
    at += Math.max(6, size)
    if (type === 0) return at === bytes.length ? undefined : 'after the end'
  }
  return 'no end'
}

/** In bytes; what is larger is not looked into. */
const largestUnpacked = 50 * 1024 * 1024

function inPacked(bytes: Uint8Array): string | undefined {
  // Further fields of the head: the name of the file, a remark.
  if (bytes[3] !== 0) return 'file name'
  if (number(bytes, bytes.length - 4, 4) > largestUnpacked) return 'size'
  try {
    const inner = gunzipSync(bytes)
    return text(inner, 0, 2) === '\x1f\x8b' ? 'format' : pictureTrace(inner)
  } catch {
    return 'broken'
  }
}
