import type { Refusal } from '../../../shared/desktop/results.ts'

/** What a file is by its first bytes; its name only decides between kinds of plain text. */
export type FileKind = 'zip' | 'txt' | 'md'

export function readFileKind(name: string, bytes: Uint8Array): FileKind | Refusal {
  const extension = /\.([^./\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (bytes.length === 0) return { reason: 'emptyFile' }
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oleRefusal(extension, bytes)
  if (extension === 'wps') return { reason: 'wpsFormat' }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return { reason: 'rtfFormat' }
  if (extension === 'doc') return { reason: 'oldWordFormat' }
  if (extension === 'docx' || extension === 'zhenggao') return { reason: 'damaged' }
  if (extension === 'md' || extension === 'markdown') return 'md'
  return extension === 'txt' || extension === 'text' || extension === '' ? 'txt' : { reason: 'unknownFormat' }
}

/** Compound files: Word before 2007, WPS, and anything with a password. The names of their streams are UTF-16. */
function oleRefusal(extension: string, bytes: Uint8Array): Refusal {
  const streams = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  if (streams.includes('EncryptedPackage') || streams.includes('EncryptionInfo')) return { reason: 'encrypted' }
  return { reason: extension === 'wps' ? 'wpsFormat' : 'oldWordFormat' }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
