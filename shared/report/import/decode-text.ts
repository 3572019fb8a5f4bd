export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * Text of a file in the encoding it was written in; the byte order mark is dropped, line ends stay as they are.
 * Undefined: no text, or an encoding that would only be guessed.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | undefined {
  const encoding = markedEncoding(bytes) ?? guessedEncoding(bytes)
  const text = encoding && decoded(bytes, encoding)
  return text === undefined || (text.includes('\0') && !isText(text))
    ? undefined
    : { text, encoding: encoding ?? 'utf-8' }
}

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function guessedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== undefined && isText(utf8)) return 'utf-8'
  // Latin letters in UTF-16 are UTF-8 as well, with a zero byte for each.
  if (utf8 !== undefined && !utf8.includes('\0')) return undefined
  if (bytes.length % 2 === 0) {
    const shares = ([0, 1] as const).map((high) => usualUnits(bytes, high))
    const [bigEndian = 0, littleEndian = 0] = shares
    if (Math.max(bigEndian, littleEndian) > 0.95) return bigEndian > littleEndian ? 'utf-16be' : 'utf-16le'
  }
  const gb = decoded(bytes, 'gb18030')
  return gb !== undefined && isText(gb) && commonPairs(bytes) > 0.6 ? 'gb18030' : undefined
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Texts have no control characters but the few of line printers; one in a thousand, or for ten hanzi, is dirt of a conversion. */
function isText(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(code)) || code === 0x7f) controls++
  }
  return controls * 1000 <= text.length || controls * 10 <= (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

/** Share of 16-bit units that Chinese text is made of; `high` is the offset of the high byte in each pair. */
function usualUnits(bytes: Uint8Array, high: 0 | 1): number {
  let usual = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const top = bytes[at + high] ?? 0
    const low = bytes[at + 1 - high] ?? 0
    const han = top >= 0x4e && top <= 0x9f
    const latin = top === 0 && ((low >= 0x20 && low < 0x7f) || (low >= 0x09 && low <= 0x0d) || low >= 0xa0)
    if (han || latin || top === 0x30 || top === 0xff || (top >= 0x20 && top <= 0x27)) usual++
  }
  return bytes.length === 0 ? 0 : (usual * 2) / bytes.length
}

/** Share of the usual 3,755 characters and of punctuation among the double bytes: Big5 and noise have few. */
function commonPairs(bytes: Uint8Array): number {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[++at] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) common++
  }
  return pairs === 0 ? 1 : common / pairs
}
