/**
 * Values between page and program as one JSON text, which crosses faster than a tree. What JSON lacks of the structured
 * clone that Electron uses is written as an object with one key: bytes and `undefined`.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(
    value === undefined ? { $undefined: true } : value,
    function (this: unknown, key, inner: unknown) {
      // Asked of the holder: a Buffer has turned itself into a list of numbers by now.
      const raw = (this as Record<string, unknown>)[key]
      return raw instanceof Uint8Array ? { $bytes: toBase64(raw) } : inner
    },
  )
}

export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return inner
    const keys = Object.keys(inner)
    if (keys.length !== 1) return inner
    if ('$bytes' in inner && typeof inner.$bytes === 'string') return fromBase64(inner.$bytes)
    return '$undefined' in inner ? undefined : inner
  })
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
