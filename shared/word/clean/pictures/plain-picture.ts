import { gunzipSync, gzipSync } from 'fflate'
import { plainGif } from './gif.ts'
import { plainJpeg } from './jpeg.ts'
import { plainEmf, plainWmf } from './metafile.ts'
import type { Picture } from './picture.ts'
import { plainPng } from './png.ts'

/** The picture as it is seen, without what cameras, programs and people wrote beside it; by its content, not its name. */
export function plainPicture(bytes: Uint8Array): Picture {
  if (bytes.length < 24) return undefined
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return plainPng(bytes)
  if (starts(bytes, 0xff, 0xd8)) return plainJpeg(bytes)
  if (starts(bytes, 0x47, 0x49, 0x46, 0x38)) return plainGif(bytes)
  // Bitmaps have no room for words but behind their pixels.
  if (starts(bytes, 0x42, 0x4d)) return bytes.subarray(0, Math.min(bytes.length, lengthOfBitmap(bytes)))
  if (starts(bytes, 1, 0, 0, 0) && bytes.length >= 88) return plainEmf(bytes)
  if (starts(bytes, 0xd7, 0xcd, 0xc6, 0x9a) || starts(bytes, 1, 0, 9, 0) || starts(bytes, 2, 0, 9, 0))
    return plainWmf(bytes)
  if (starts(bytes, 0x1f, 0x8b)) return plainPacked(bytes)
  return undefined
}

function starts(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte)
}

function lengthOfBitmap(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(2, true) || bytes.length
}

/** Most that a packed metafile may hold; larger ones are not looked into. */
const largestUnpacked = 50 * 1024 * 1024

/** `.emz` and `.wmz`: the wrapping has room for the name of the file. */
function plainPacked(bytes: Uint8Array): Picture {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4, true)
  if (size > largestUnpacked) return undefined
  try {
    const inner = gunzipSync(bytes, { out: new Uint8Array(size) })
    const plain = starts(inner, 0x1f, 0x8b) ? undefined : plainPicture(inner)
    return plain === inner && bytes[3] === 0 ? bytes : plain && gzipSync(plain, { mtime: 0 })
  } catch {
    return undefined
  }
}
