import { findQuantities } from '../../numbers/find-quantities.ts'
import { sliceInlines } from '../../report/inlines.ts'
import { objectCharacter } from '../../report/plain-text.ts'
import { isTextLeaf, type Block, type Inline, type LineBlock, type LineFormat, type Note } from '../../report/schema.ts'

/** The smallest piece that a comparison keeps whole. */
export interface Token {
  /** Tokens with the same key count as unchanged. */
  key: string
  /** Words, or one character for an object; a paragraph mark has none. */
  text: string
  /** What stands in the body; empty for a paragraph mark. */
  children: Inline[]
  /** Of a paragraph mark: what the line is. */
  mark?: LineFormat
  /** A table, a page break or a kept block: no line, and one piece. */
  fixed?: Block
}

/** ¶ matches every ¶: what the two lines are is compared afterwards. */
const markKey = '\n'

/** Words of Chinese as the dictionary cuts them; a wrong cut is harmless, since both sides are cut alike. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** 《…》, “…”, 一、（一）1. and 2025年, kept whole; numbers with their units are found by their own reader. */
const whole =
  /《[^《》\n]{1,40}》|“[^“”\n]{1,12}”|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[A-Za-z0-9.%‰]+/g

/** A line as tokens, its paragraph mark last. `notes` lets a reference be known by what its note says. */
export function tokensOfLine(line: LineBlock, notes: Readonly<Record<string, Note>>): Token[] {
  const text = line.children.map((child) => (isTextLeaf(child) ? child.text : objectCharacter)).join('')
  const tokens: Token[] = []
  const cuts = cutsOf(text)
  for (let at = 0; at + 1 < cuts.length; at++) {
    const start = cuts[at] ?? 0
    const end = cuts[at + 1] ?? start
    const children = sliceFrom(line.children, start, end)
    const object = children.find((child) => !isTextLeaf(child))
    tokens.push({
      key: object ? keyOfObject(object, notes) : text.slice(start, end),
      text: text.slice(start, end),
      children,
    })
  }
  tokens.push({ key: markKey, text: '', children: [], mark: lineFormat(line) })
  return tokens
}

/** Offsets at which a line is cut, both ends included. */
export function cutsOf(text: string): number[] {
  const cuts = new Set<number>([0, text.length])
  const taken = new Uint8Array(text.length)
  const keepWhole = (start: number, end: number): void => {
    if (taken.subarray(start, end).some(Boolean)) return
    taken.fill(1, start, end)
    cuts.add(start).add(end)
  }
  for (let at = text.indexOf(objectCharacter); at >= 0; at = text.indexOf(objectCharacter, at + 1))
    keepWhole(at, at + 1)
  for (const { start, end } of findQuantities(text)) keepWhole(start, end)
  for (const match of text.matchAll(whole)) keepWhole(match.index, match.index + match[0].length)
  for (const { index } of words.segment(text)) if (taken[index] !== 1) cuts.add(index)
  return [...cuts].sort((a, b) => a - b)
}

/** Most lines are one leaf, and slicing is what a comparison does most. */
function sliceFrom(children: readonly Inline[], start: number, end: number): Inline[] {
  const only = children.length === 1 ? children[0] : undefined
  return only && isTextLeaf(only)
    ? [{ ...only, text: only.text.slice(start, end) }]
    : sliceInlines(children, start, end)
}

function keyOfObject(child: Inline, notes: Readonly<Record<string, Note>>): string {
  if (isTextLeaf(child)) return child.text
  if (child.type === 'note') return `${objectCharacter}note:${notes[child.note]?.text ?? child.note}`
  return `${objectCharacter}${child.xml}`
}

/** A line without its words and its revisions. */
function lineFormat(line: LineBlock): LineFormat {
  const { children: _children, mark: _mark, pFmt: _pFmt, ...format } = line
  return format
}
