import type { CollectionRule, Outcome, ParagraphReading } from '../rule.ts'

/** A sentence or a whole paragraph that stands in the text twice, word for word. */
export const repeatedSentence: CollectionRule<Sentence[]> = {
  id: 'repeated-sentence',
  kind: 'duplicated-sentence',
  severity: 'warning',
  read: readSentences,
  checkCollection(text, placed) {
    const first = new Map<string, { start: number; end: number }>()
    const repeated: { start: number; end: number; of: { start: number; end: number } }[] = []
    for (const { start, facts } of placed) {
      for (const sentence of facts) {
        const span = { start: sentence.start + start, end: sentence.end + start }
        const of = first.get(sentence.key)
        if (of) repeated.push({ ...span, of })
        else first.set(sentence.key, span)
      }
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
}

/** Shorter sentences recur by custom; forms of address and thanks do at any length. */
const shortest = 24
const customary = /各位代表|表示(?:衷心|诚挚|崇高)|请予审议|团结在|谢谢/

function readSentences({ text }: ParagraphReading): Sentence[] | undefined {
  const found = [...text.matchAll(/[^。！？\n]+[。！？]?/g)].flatMap((match) => {
    const words = match[0].trim()
    const key = words.replace(/[\s\u3000“”"‘’]/g, '').replace(/^[（(]?[一二三四五六七八九十\d]+(?:[）)、.．]|是)/, '')
    if (key.length < shortest || customary.test(key)) return []
    const start = match.index + match[0].indexOf(words)
    return [{ key, start, end: start + words.length }]
  })
  return found.length > 0 ? found : undefined
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
