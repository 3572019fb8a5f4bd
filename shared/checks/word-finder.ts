/** Where each word that was found begins; words that do not occur are left out. */
export type FoundWords = ReadonlyMap<string, readonly number[]>

/** Finds every occurrence of many words in one pass over a text: most of its characters begin none of them. */
export function createWordFinder(words: Iterable<string>): (text: string) => FoundWords {
  const begins = new Uint8Array(0x10000)
  const byFirst = new Map<string, string[]>()
  for (const word of new Set(words)) {
    const first = word.charAt(0)
    begins[first.charCodeAt(0)] = 1
    byFirst.set(first, [...(byFirst.get(first) ?? []), word])
  }
  return (text) => {
    const found = new Map<string, number[]>()
    for (let at = 0; at < text.length; at++) {
      if (begins[text.charCodeAt(at)] !== 1) continue
      for (const word of byFirst.get(text.charAt(at)) ?? []) {
        if (!text.startsWith(word, at)) continue
        const places = found.get(word)
        if (places) places.push(at)
        else found.set(word, [at])
      }
    }
    return found
  }
}
