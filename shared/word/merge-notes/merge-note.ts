import type { CoAuthor, Revision } from '../../report/schema.ts'

/**
 * 合并说明: a Word file knows neither that two changes exclude each other nor that several people made one. A comment on the
 * place says it, to people in its first paragraph and to the program in the others, one for each change:
 * 「①②－「王书记」2026-01-07T10:00:00「李镇长」：3480亩」 = sides 0 and 1 both delete, one revision by two people.
 */
export interface NotedChange {
  kind: 'ins' | 'del' | 'format'
  /** A revision on the end of a line. */
  mark: boolean
  /** Copies that say so; none: it is no part of a conflict. */
  sides: number[]
  /** Whose revision it is, then everybody who did the same. */
  people: CoAuthor[]
  /** Those that change, in one line; of many only the first. */
  words: string
  /** How many units of the text they are. */
  length: number
}

const signs = { ins: '＋', del: '－', format: '±' } as const
const endOfLine = '¶'

export function writeChange({ kind, mark, sides, people, words }: Omit<NotedChange, 'length'>): string {
  const who = people.map(({ author, date }) => `「${author.replaceAll('」', '」」')}」${date}`).join('')
  const shown = shortened(words)
  return `${sides.map(circled).join('')}${signs[kind]}${mark ? endOfLine : ''}${who}${shown && `：${shown}`}`
}

const person = '「(?:[^」]|」」)*」[^「」：]*'
const changePattern = new RegExp(`^((?:[①-⑳]|\\(\\d{1,4}\\))*)([＋－±])(¶?)((?:${person})+)(?:：(.*))?$`, 's')

export function readChange(line: string): NotedChange | undefined {
  const [, sides = '', sign, mark, people = '', words = ''] = changePattern.exec(line) ?? []
  const [, head = words, count = String(words.length)] = shortenedPattern.exec(words) ?? []
  const kind = (['ins', 'del', 'format'] as const).find((one) => signs[one] === sign)
  if (!kind) return undefined
  return {
    kind,
    mark: mark !== '',
    sides: [...sides.matchAll(/[①-⑳]|\d+/g)].map(([one]) => sideOf(one)),
    people: [...people.matchAll(new RegExp(person, 'g'))].map(([one]) => {
      const end = one.lastIndexOf('」')
      return { author: one.slice(1, end).replaceAll('」」', '」'), date: one.slice(end + 1) }
    }),
    words: head,
    length: Number(count),
  }
}

/** Undefined: it is another comment, or somebody has written in it. */
export function readNote(paragraphs: readonly string[]): NotedChange[] | undefined {
  const [sentence, ...lines] = paragraphs
  if (sentence === undefined || lines.length === 0) return undefined
  const changes = lines.map(readChange)
  return changes.every((change) => change !== undefined) ? changes : undefined
}

/** Other programs give revisions other ids and drop their seconds; who and when to the minute stay. */
export function isOf({ people: [first] }: NotedChange, { author, date }: Revision): boolean {
  return first !== undefined && first.author === author && first.date.slice(0, 16) === date.slice(0, 16)
}

const firstCircle = 0x2460
const circles = 20

/** Sides are counted from 0 and shown from ①. */
function circled(side: number): string {
  return side < circles ? String.fromCharCode(firstCircle + side) : `(${side + 1})`
}

function sideOf(shown: string): number {
  return /\d/.test(shown) ? Number(shown) - 1 : shown.charCodeAt(0) - firstCircle
}

/** A whole paragraph need not be read again in the margin. */
const mostWords = 120

function shortened(words: string): string {
  return words.length <= mostWords ? words : `${words.slice(0, mostWords)}…（${words.length}字）`
}

const shortenedPattern = /^(.*)…（(\d{1,7})字）$/s
