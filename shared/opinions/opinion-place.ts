import { sentenceAround } from '../checks/text-spans.ts'
import type { OutlineNode } from '../report/outline.ts'
import { isLineBlock, isTextLeaf, type Block, type LineBlock, type OpinionPlace } from '../report/schema.ts'
import { shortened } from './shortened.ts'

/** Characters of a sentence, and of a heading, that a place quotes. */
const longestSentence = 60
const longestHeading = 30

/** Where a stretch of a line lies, `start` and `end` in units of its children with deleted words counted. */
export function opinionPlace(
  body: readonly Block[],
  outline: readonly OutlineNode[],
  { path, start, end }: { path: readonly number[]; start: number; end: number },
): OpinionPlace {
  const index = path[0] ?? 0
  const around = nodesAround(outline, index)
  const inner = around.at(-1)
  const headings = around.flatMap(({ heading, label, title }) =>
    heading ? [shortened(label + title, longestHeading)] : [],
  )
  const section = inner && !inner.heading ? (inner.kind ?? undefined) : undefined
  const line = lineAt(body, path)
  return {
    headings,
    ...(section && { section }),
    paragraph: paragraphOf(body, index, inner?.start ?? 0),
    ...(path.length > 1 && { inTable: true }),
    sentence: line ? sentenceOf(line, start, end) : '',
  }
}

function nodesAround(outline: readonly OutlineNode[], index: number): OutlineNode[] {
  const node = outline.find(({ start, end }) => start <= index && index < end)
  return node ? [node, ...nodesAround(node.children, index)] : []
}

/** Counted without headings that stand alone; a heading that does is 0. */
function paragraphOf(body: readonly Block[], index: number, from: number): number {
  let count = 0
  for (let at = from; at <= index; at++) {
    const block = body[at]
    if (!block || (isLineBlock(block) && isBareHeading(block))) continue
    if (block.type === 'table' || (isLineBlock(block) && block.children.some(hasWords))) count++
  }
  const own = body[index]
  return own && isLineBlock(own) && isBareHeading(own) ? 0 : count
}

function isBareHeading(line: LineBlock): boolean {
  return line.type === 'heading' && !line.runIn
}

const hasWords = (child: LineBlock['children'][number]): boolean => !isTextLeaf(child) || child.text.trim() !== ''

function lineAt(body: readonly Block[], path: readonly number[]): LineBlock | undefined {
  const block = body[path[0] ?? 0]
  if (!block) return undefined
  if (isLineBlock(block)) return block
  if (block.type !== 'table') return undefined
  return block.children[path[1] ?? 0]?.children[path[2] ?? 0]?.children[path[3] ?? 0]
}

/** Where several disagree, no side has its words in the text yet. */
function isRead({ ins, del }: LineBlock['children'][number]): boolean {
  if (ins?.conflict) return false
  return !del || del.conflict !== undefined
}

/** The sentence of the final text; of a line that is deleted whole the one that stood there. */
function sentenceOf({ children }: LineBlock, start: number, end: number): string {
  const isGone = children.every((child) => child.del ?? !hasWords(child))
  let text = ''
  let at = 0
  let [from, to] = [0, 0]
  for (const child of children) {
    const words = isTextLeaf(child) ? child.text : ''
    const length = isTextLeaf(child) ? child.text.length : 1
    const shown = isGone || isRead(child) ? words : ''
    const offset = (place: number): number => text.length + Math.min(shown.length, Math.max(0, place - at))
    if (start >= at) from = offset(start)
    if (end >= at) to = offset(end)
    text += shown
    at += length
  }
  // What ends a sentence belongs to the one before it.
  const first = Math.min(from, Math.max(0, text.length - 1))
  const { start: a, end: b } = sentenceAround(text, first, Math.max(first, to - 1))
  return shortened(text.slice(a, b).trim(), longestSentence)
}
