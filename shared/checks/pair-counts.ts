/**
 * How often two neighbouring characters of a text occur, for pairs with one of the wanted characters: one pass, exact, linear
 * also over hostile text. Pairs without a wanted character are not counted.
 */
export function countPairs(text: string, wanted: Iterable<string>): (pair: string) => number {
  const isWanted = new Uint8Array(0x10000)
  for (const character of wanted) isWanted[character.charCodeAt(0)] = 1
  let size = 1024
  while (size < 1.25 * text.length) size *= 2
  const pairs = new Uint32Array(size)
  const counts = new Uint32Array(size)
  const slotOf = (pair: number): number => {
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & (size - 1)
    while (counts[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & (size - 1)
    return slot
  }
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (at > 0 && (isWanted[before] === 1 || isWanted[unit] === 1)) {
      const pair = ((before << 16) | unit) >>> 0
      const slot = slotOf(pair)
      pairs[slot] = pair
      counts[slot] = (counts[slot] ?? 0) + 1
    }
    before = unit
  }
  return (pair) => counts[slotOf(((pair.charCodeAt(0) << 16) | pair.charCodeAt(1)) >>> 0)] ?? 0
}
