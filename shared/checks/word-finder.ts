/** Where each word that was found begins; words that do not occur are left out. */
export type FoundWords = ReadonlyMap<string, readonly number[]>

/**
 * Finds every occurrence of many words, each of two characters or more, in one pass over a text: most pairs of characters
 * begin none of them.
 */
export function createWordFinder(words: Iterable<string>): (text: string) => FoundWords {
  const first = new Uint8Array(0x10000)
  const second = new Uint8Array(0x10000)
  const byPair = new Map<number, string[]>()
  for (const word of new Set(words)) {
    first[word.charCodeAt(0)] = 1
    second[word.charCodeAt(1)] = 1
    const pair = pairAt(word, 0)
    byPair.set(pair, [...(byPair.get(pair) ?? []), word])
  }
  return (text) => {
    const found = new Map<string, number[]>()
    for (let at = 0; at + 1 < text.length; at++) {
      if (first[text.charCodeAt(at)] !== 1 || second[text.charCodeAt(at + 1)] !== 1) continue
      for (const word of byPair.get(pairAt(text, at)) ?? []) {
        if (!text.startsWith(word, at)) continue
        const places = found.get(word)
        if (places) places.push(at)
        else found.set(word, [at])
      }
    }
    return found
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
