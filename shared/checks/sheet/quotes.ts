import { shownEvidence, type Evidence, type Finding, type LedgerEvidence, type Span } from '../finding.ts'
import type { Translate } from '../finding-sentence.ts'
import { pathAt, type SectionPlace } from './section-places.ts'

/** A sentence that a finding rests on, with the words that matter marked. */
export interface Quote {
  /** 本报告 with its section, or the name of another report. */
  source: string
  stretches: { text: string; mark: boolean }[]
}

export interface QuotedTexts {
  text: string
  sections: readonly SectionPlace[]
  prior: readonly { name: string; text: string }[]
}

/** The sentences of the evidence; of a finding without any the sentence around its own words. */
export function quotesOf(finding: Finding, texts: QuotedTexts, t: Translate): Quote[] {
  const evidence = finding.evidence.length > 0 ? finding.evidence : [ownEvidence(finding, texts.text)]
  const quotes = evidence.slice(0, shownEvidence).map(({ sentence, marks }) => ({
    source: sourceOf(sentence, texts, t),
    stretches: stretchesOf(textOf(sentence, texts), sentence, marks),
  }))
  return finding.ledger ? [...quotes, ledgerQuote(finding.ledger, t)] : quotes
}

/** What the ledger has, and the sentence it has it from. */
function ledgerQuote({ indicator: name, year, kind, number, source }: LedgerEvidence, t: Translate): Quote {
  const from = [source.department, source.person, source.file, source.sentence].filter((part) => part !== '').join(' ')
  return {
    source: t('bound:finding.ledger', { name, year, kind: t(`bound:finding.kind.${kind}`) }),
    stretches: [{ text: number, mark: true }, ...(from === '' ? [] : [{ text: ` ${readable(from)}`, mark: false }])],
  }
}

/** Text of one quote without its marks. */
export function quotedWords({ stretches }: Quote): string {
  return stretches.map(({ text }) => text).join('')
}

function textOf({ file }: Span, { text, prior }: QuotedTexts): string {
  return file === undefined ? text : (prior.find(({ name }) => name === file)?.text ?? '')
}

function sourceOf(sentence: Span, { sections }: QuotedTexts, t: Translate): string {
  if (sentence.file !== undefined) return sentence.file
  const path = pathAt(sections, sentence.start)
  const section = path.at(-1)
  return section === undefined ? t('sheets:ownReport') : t('sheets:ownSection', { section })
}

const sentenceEnd = /[。！？；!?;\n]/

function ownEvidence({ start, end }: Finding, text: string): Evidence {
  let from = start
  while (from > 0 && !sentenceEnd.test(text.charAt(from - 1))) from--
  let to = Math.max(end, start)
  while (to < text.length && !sentenceEnd.test(text.charAt(to))) to++
  if (to < text.length && text.charAt(to) !== '\n') to++
  return { sentence: { start: from, end: to }, marks: [{ start, end }] }
}

/** Longest part of a sentence that is quoted; what lies far from the marked words is left out. */
const longestQuote = 160

function stretchesOf(text: string, sentence: Span, marks: readonly Span[]): Quote['stretches'] {
  const inside = marks
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .toSorted((a, b) => a.start - b.start)
  const { start, end } = shownPart(text, sentence, inside)
  const stretches: Quote['stretches'] = []
  const add = (from: number, to: number, mark: boolean): void => {
    const words = readable(text.slice(from, to))
    if (words !== '') stretches.push({ text: words, mark })
  }
  if (start > sentence.start) stretches.push({ text: '…', mark: false })
  let at = start
  for (const mark of inside) {
    if (mark.start < at) continue
    add(at, Math.min(mark.start, end), false)
    add(Math.min(mark.start, end), Math.min(mark.end, end), true)
    at = Math.min(mark.end, end)
  }
  add(at, end, false)
  if (end < sentence.end) stretches.push({ text: '…', mark: false })
  return stretches
}

function shownPart(text: string, sentence: Span, marks: readonly Span[]): { start: number; end: number } {
  if (sentence.end - sentence.start <= longestQuote) return sentence
  const first = marks[0]?.start ?? sentence.start
  const last = Math.min(Math.max(first, ...marks.map(({ end }) => end)), first + longestQuote)
  const room = Math.floor((longestQuote - (last - first)) / 2)
  const end = Math.min(sentence.end, Math.max(last + room, sentence.start + longestQuote))
  const start = Math.max(sentence.start, Math.min(first - room, end - longestQuote))
  return { start: wholeAt(text, start), end: wholeAt(text, end) }
}

/** Not between the two halves of a character, and not within a number: a number that is cut would be another one. */
function wholeAt(text: string, at: number): number {
  const cuts = (place: number): boolean =>
    /[\uDC00-\uDFFF]/.test(text.charAt(place)) ||
    (/[\d.,．，]/.test(text.charAt(place - 1)) && /[\d.．%％‰]/.test(text.charAt(place)))
  let place = at
  for (let steps = 0; steps < 24 && place > 0 && cuts(place); steps++) place--
  return place
}

/** Longest stretch of flagged words in a cell of its own. */
const longestWords = 60

export function clipped(words: string): string {
  const line = readable(words)
  if (line.length <= longestWords) return line
  return `${line.slice(0, wholeAt(line, longestWords - 1))}…`
}

/** On one line, without the characters that stand for objects. */
function readable(words: string): string {
  return words.replaceAll('\uFFFC', '').replace(/\s*\n\s*/g, ' ')
}
