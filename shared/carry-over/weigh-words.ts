/**
 * How much of a name stands in a sentence. Names are taken apart into pairs of characters, and a pair weighs the more the
 * fewer sentences of both reports have it: 项目 weighs next to nothing, 青石 much.
 */
export interface Weights {
  /** Sentences by the pairs they have, so that a name is looked up and not compared with each of them. */
  index(texts: readonly string[]): SentenceIndex
  /** Sentences with a fair part of the name's weight, and how large that part is. */
  likest(name: string, index: SentenceIndex): [sentence: number, share: number][]
  /** The longest run of characters that both have, if it is rare enough to be no chance. */
  commonRun(name: string, text: string): CommonRun | undefined
}

export interface CommonRun {
  start: number
  end: number
  /** Hardly any other sentence has it. */
  rare: boolean
}

export type SentenceIndex = ReadonlyMap<string, readonly number[]>

const fairShare = 0.4

export function weighWords(texts: readonly string[]): Weights {
  const counts = new Map<string, number>()
  for (const text of texts) for (const pair of new Set(pairsIn(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const weightOf = (pair: string): number => Math.log((texts.length + 1) / ((counts.get(pair) ?? 0) + 0.5))
  return {
    index(sentences) {
      const index = new Map<string, number[]>()
      sentences.forEach((text, number) => {
        for (const pair of new Set(pairsIn(text))) {
          const list = index.get(pair)
          if (list) list.push(number)
          else index.set(pair, [number])
        }
      })
      return index
    },
    likest(name, index) {
      const pairs = [...new Set(pairsIn(name))]
      const whole = pairs.reduce((sum, pair) => sum + weightOf(pair), 0)
      const parts = new Map<number, number>()
      for (const pair of pairs)
        for (const number of index.get(pair) ?? []) parts.set(number, (parts.get(number) ?? 0) + weightOf(pair))
      return [...parts]
        .map(([number, part]): [number, number] => [number, part / whole])
        .filter(([, share]) => share >= fairShare)
    },
    commonRun(name, text) {
      const run = longestRun(name, text)
      if (!run) return undefined
      const pairs = pairsIn(text.slice(run.start, run.end))
      const weight = pairs.reduce((sum, pair) => sum + weightOf(pair), 0)
      const rarest = Math.max(0, ...pairs.map(weightOf))
      const whole = Math.log(texts.length + 1)
      if (weight < leastRun * whole || rarest < leastPair * whole) return undefined
      return { ...run, rare: weight >= rareRun * whole }
    },
  }
}

/** In units of the weight of a pair that stands in one sentence alone. */
const leastRun = 1.6
const leastPair = 0.6
const rareRun = 2.2

const inWords = /[\p{Script=Han}A-Za-z\d]/u

/** Pairs of neighbouring characters; quotation marks do not part a name. */
function pairsIn(text: string): string[] {
  const words = text.replace(/[“”"‘’\s]/g, '')
  const pairs: string[] = []
  for (let index = 0; index + 1 < words.length; index++) {
    const pair = words.slice(index, index + 2)
    if (inWords.test(pair.charAt(0)) && inWords.test(pair.charAt(1))) pairs.push(pair)
  }
  return pairs
}

/** Names are short (at most some forty characters), so the plain search stays linear in the text. */
function longestRun(name: string, text: string): { start: number; end: number } | undefined {
  for (let length = name.length; length >= 2; length--) {
    for (let from = 0; from + length <= name.length; from++) {
      const at = text.indexOf(name.slice(from, from + length))
      if (at >= 0) return { start: at, end: at + length }
    }
  }
  return undefined
}
