import { sliceInlines, tidyInlines } from './inlines.ts'
import { inlineText, objectCharacter, plainText, type PlainText } from './plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock } from './schema.ts'

/**
 * Sentences that came from last year's report. Each leaf of such a sentence holds the key of its words, and the mark counts
 * only while they still give that key: whatever changes the sentence (a key, a repair, replacing everywhere) ends it, and
 * undoing the change brings it back, without anybody watching over it. The leaf of a figure holds its words behind the key: when
 * the sentence has changed elsewhere, the figure is last year's still.
 */

/** A sentence of a line, blanks around it left out; offsets are those of the line's final text. */
export interface Sentence {
  start: number
  end: number
  text: string
}

export function readSentences(text: string): Sentence[] {
  return [...text.matchAll(/[^。！？；;\n]+[。！？；;]?[”’」』）)]*/g)].flatMap((match) => {
    const words = match[0].trim()
    if (!/[\p{Script=Han}A-Za-z\d□]/u.test(words)) return []
    const start = match.index + match[0].indexOf(words)
    return [{ start, end: start + words.length, text: words }]
  })
}

/** FNV-1a, 32 bits, twice with different starts: two sentences of one report never meet by chance. */
export function keyOfSentence(text: string): string {
  const words = text.replaceAll(objectCharacter, '')
  return [0x811c9dc5, 0x01000193].map((start) => hashOf(words, start).toString(36)).join('')
}

function hashOf(text: string, start: number): number {
  let hash = start
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The line with its sentences marked, as far as `keeps` wants them; `from`: where the body begins after a title sentence. */
export function withCarried(
  children: readonly Inline[],
  keeps: (sentence: string) => boolean = () => true,
  from = 0,
): Inline[] {
  const text = inlineText(children)
  let at = 0
  const marked: Inline[] = []
  for (const { start, end, text: words } of readSentences(text)) {
    if (start < from || !keeps(words)) continue
    marked.push(...sliceInlines(children, at, start))
    const carried = keyOfSentence(words)
    for (const inline of sliceInlines(children, start, end)) {
      marked.push(isTextLeaf(inline) ? { ...inline, carried } : inline)
    }
    at = end
  }
  return tidyInlines([...marked, ...sliceInlines(children, at, Infinity)])
}

/** Marked sentences with the figures in them marked for themselves; stretches are those of the line's final text, in order. */
export function withCarriedFigures(
  children: readonly Inline[],
  figures: readonly { start: number; end: number }[],
): Inline[] {
  let at = 0
  const marked: Inline[] = []
  for (const { start, end } of figures) {
    marked.push(...sliceInlines(children, at, start))
    const leaves = sliceInlines(children, start, end)
    const words = inlineText(leaves)
    for (const inline of leaves) {
      const carried = isTextLeaf(inline) ? inline.carried : undefined
      marked.push(carried === undefined ? inline : { ...inline, carried: `${carried}${behindKey}${words}` })
    }
    at = end
  }
  return tidyInlines([...marked, ...sliceInlines(children, at, Infinity)])
}

/** Stands in no key. */
const behindKey = ' '

/** A whole sentence, or what a changed one still says of last year. */
export interface CarriedStretch {
  start: number
  end: number
  part?: true
}

/** The sentences of a body that still read as last year, and the figures of changed ones that do, as stretches of its plain text. */
export function readCarried(body: readonly Block[], plain: PlainText = plainText(body)): CarriedStretch[] {
  if (!body.some(mayBeCarried)) return []
  return plain.lines.flatMap(({ start, labelLength, path }) => {
    const block = lineAt(body, path)
    if (!block) return []
    return carriedOf(block).map((span) => ({
      start: start + labelLength + span.start,
      end: start + labelLength + span.end,
      ...(span.part && { part: span.part }),
    }))
  })
}

function lineAt(body: readonly Block[], [index = -1, row, cell, line]: readonly number[]): LineBlock | undefined {
  const block = body[index]
  if (!block) return undefined
  if (block.type === 'table') return block.children[row ?? 0]?.children[cell ?? 0]?.children[line ?? 0]
  return isLineBlock(block) ? block : undefined
}

function mayBeCarried(block: Block): boolean {
  if (block.type === 'table')
    return block.children.some(({ children }) => children.some((cell) => cell.children.some(mayBeCarried)))
  return isLineBlock(block) && block.children.some((inline) => isTextLeaf(inline) && inline.carried !== undefined)
}

const known = new WeakMap<LineBlock, CarriedStretch[]>()

/** A block is never changed, only replaced. */
function carriedOf(block: LineBlock): CarriedStretch[] {
  if (!mayBeCarried(block)) return []
  const before = known.get(block)
  if (before) return before
  const sentences = readSentences(inlineText(block.children)).filter(({ start, end, text }) => {
    const key = keyOfSentence(text)
    return leavesIn(block.children, start, end).every((carried) => carried?.split(behindKey, 1)[0] === key)
  })
  const figures = figuresOf(block.children).filter(
    (one) => !sentences.some(({ start, end }) => start < one.end && one.start < end),
  )
  const parts = figures.map(({ start, end }) => ({ start, end, part: true as const }))
  const found: CarriedStretch[] = [...sentences, ...parts].sort((a, b) => a.start - b.start)
  known.set(block, found)
  return found
}

/** Figures that still read as last year; what is typed at the end of one stands in its leaf. */
function figuresOf(children: readonly Inline[]): Sentence[] {
  const found: Sentence[] = []
  let mark: string | undefined
  let [at, from] = [0, 0]
  let text = ''
  const close = (): void => {
    const words = mark?.includes(behindKey) ? mark.slice(mark.indexOf(behindKey) + 1) : ''
    const start = words === '' ? -1 : text.indexOf(words)
    if (start >= 0 && !longer(text, start, start + words.length)) {
      found.push({ start: from + start, end: from + start + words.length, text: words })
    }
  }
  for (const inline of children) {
    if (inline.del) continue
    const words = isTextLeaf(inline) ? inline.text : objectCharacter
    const own = isTextLeaf(inline) ? inline.carried : undefined
    if (own !== mark) {
      close()
      ;[mark, from, text] = [own, at, '']
    }
    text += words
    at += words.length
  }
  close()
  return found
}

/** 12 in 125 is another figure. */
function longer(text: string, start: number, end: number): boolean {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)]
  const joins = (own: string, other: string): boolean => /\d/.test(own) && /[\d.]/.test(other)
  return joins(first, text.charAt(start - 1)) || joins(last, text.charAt(end))
}

/** The marks of the leaves with words in the stretch of the line's final text. */
function leavesIn(children: readonly Inline[], start: number, end: number): (string | undefined)[] {
  const marks: (string | undefined)[] = []
  let at = 0
  for (const inline of children) {
    const from = at
    if (!isTextLeaf(inline)) at += 1
    else if (!inline.del) {
      at += inline.text.length
      if (at > start && from < end && inline.text !== '') marks.push(inline.carried)
    }
  }
  return marks
}
