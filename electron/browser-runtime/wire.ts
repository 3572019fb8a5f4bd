/**
 * Values between page and program as one JSON text, which crosses faster than a tree. What JSON lacks of the structured
 * clone that Electron uses is written as an object with one key: bytes and `undefined`.
 */
export function toWire(value: unknown): string {
  if (value === undefined) return JSON.stringify({ $undefined: true })
  // Asking of every value of a report what it is takes several times as long as writing it.
  if (!holdsBytes(value)) return JSON.stringify(value)
  return JSON.stringify(value, function (this: unknown, key, inner: unknown) {
    // Asked of the holder: a Buffer has turned itself into a list of numbers by now.
    const raw = (this as Record<string, unknown>)[key]
    return raw instanceof Uint8Array ? { $bytes: toBase64(raw) } : inner
  })
}

export function fromWire(text: string): unknown {
  // A quotation mark inside words is written with a backslash: only a key reads so.
  if (!text.includes('"$bytes"') && !text.includes('"$undefined"')) return JSON.parse(text)
  return JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return inner
    const keys = Object.keys(inner)
    if (keys.length !== 1) return inner
    if ('$bytes' in inner && typeof inner.$bytes === 'string') return fromBase64(inner.$bytes)
    return '$undefined' in inner ? undefined : inner
  })
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.some(holdsBytes)
  for (const key in value) if (holdsBytes((value as Record<string, unknown>)[key])) return true
  return false
}

/** In pieces: an argument list has a limited length. */
const piece = 0x8000

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
