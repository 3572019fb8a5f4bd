/** What is left of a picture; undefined where its form cannot be told, and nobody knows what is in it. */
export type Picture = Uint8Array | undefined

/** The pieces in one; the source itself where nothing is missing. */
export function joined(pieces: readonly Uint8Array[], source: Uint8Array): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length === source.length) return source
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The bytes with some stretches of them set to zero: places and lengths of all else stay true. */
export function blanked(bytes: Uint8Array, stretches: readonly (readonly [number, number])[]): Uint8Array {
  const told = stretches.filter(([start, end]) => bytes.subarray(start, end).some((byte) => byte !== 0))
  if (told.length === 0) return bytes
  const copy = bytes.slice()
  for (const [start, end] of told) copy.fill(0, start, end)
  return copy
}
