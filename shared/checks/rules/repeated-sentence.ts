import type { CollectionRule, Outcome, ParagraphReading, Placed } from '../rule.ts'

/** A sentence or a whole paragraph that stands in the text twice, word for word. */
export const repeatedSentence: CollectionRule<Sentence[]> = {
  id: 'repeated-sentence',
  kind: 'duplicated-sentence',
  severity: 'warning',
  read: readSentences,
  checkCollection(text, placed) {
    const first = new Map<string, { start: number; end: number }>()
    const repeated: Repeated[] = []
    let before: Placed<Sentence[]> | undefined
    for (const paragraph of placed) {
      const { start, facts } = paragraph
      const twice = before && pastedTwice(before, paragraph)
      for (const sentence of facts) {
        const span = { start: sentence.start + start, end: sentence.end + start }
        const of = first.get(sentence.key)
        if (of && (twice || !sentence.customary)) repeated.push({ ...span, of })
        else first.set(sentence.key, span)
      }
      before = paragraph
    }
    return joined(repeated).map(({ start, end, of }): Outcome => ({
      messageId: 'repeated',
      values: { words: text.slice(start, Math.min(end, start + 24)) },
      start,
      end,
      evidence: [
        { sentence: { start: of.start, end: of.end }, marks: [] },
        { sentence: { start, end }, marks: [] },
      ],
      repairs: [{ messageId: 'remove', values: {}, edits: [{ start, end, text: '' }] }],
    }))
  },
}

interface Sentence {
  key: string
  start: number
  end: number
  customary: boolean
}

/** Shorter sentences recur by custom; forms of address and thanks do at any length. */
const shortest = 24
const customary = /各位代表|表示(?:衷心|诚挚|崇高)|请予审议|团结在|谢谢/

function readSentences({ text }: ParagraphReading): Sentence[] | undefined {
  const found = [...text.matchAll(/[^。！？\n]+[。！？]?/g)].flatMap((match) =>
    readWords(match[0], match.index, shortest),
  )
  // A paragraph of nothing but short sentences counts as one.
  const facts = found.length > 0 ? found : readWords(text, 0, 2 * shortest)
  return facts.length > 0 ? facts : undefined
}

function readWords(text: string, at: number, least: number): Sentence[] {
  const words = text.trim()
  const key = words.replace(/[\s\u3000“”"‘’]/g, '').replace(/^[（(]?[一二三四五六七八九十\d]+(?:[）)、.．]|是)/, '')
  if (key.length < least) return []
  const start = at + text.indexOf(words)
  return [{ key, start, end: start + words.length, customary: customary.test(key) }]
}

/** A paragraph directly below itself is no custom, whatever it says. */
function pastedTwice(before: Placed<Sentence[]>, { start, facts }: Placed<Sentence[]>): boolean {
  const end = before.start + (before.facts.at(-1)?.end ?? 0)
  return (
    start - end <= shortest &&
    facts.length === before.facts.length &&
    facts.every(({ key }, index) => key === before.facts[index]?.key)
  )
}

type Repeated = { start: number; end: number; of: { start: number; end: number } }

/** Neighbouring sentences and paragraphs that repeat neighbours are one finding. */
function joined(repeated: readonly Repeated[]): Repeated[] {
  const result: Repeated[] = []
  for (const one of repeated) {
    const last = result.at(-1)
    const near = (from: number, to: number): boolean => to >= from && to - from <= 6
    if (last && near(last.end, one.start) && near(last.of.end, one.of.start)) {
      last.end = one.end
      last.of = { start: last.of.start, end: one.of.end }
    } else result.push({ ...one })
  }
  return result
}
