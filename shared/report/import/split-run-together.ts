import { inlineLength, sliceInlines } from '../inlines.ts'
import { readHanOrdinal } from '../line-marks.ts'
import { inlineText } from '../plain-text.ts'
import type { SourceBlock, SourceLine } from './source-block.ts'

/** A paragraph of this length holds a whole chapter; the longest real paragraphs have about 900 characters. */
const longestParagraph = 1500

/**
 * A file that has a whole report in one line (a copy that lost its paragraphs) is divided where its own numbers begin:
 * 一、二、三、 in order, and 1. 2. 3. in order between them. Texts without such numbers stay as they are.
 */
export function splitRunTogether(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'line' && inlineLength(block.children) > longestParagraph ? splitLine(block) : block,
  )
}

function splitLine(line: SourceLine): SourceLine[] {
  const text = inlineText(line.children)
  const chapters = inOrder(
    text,
    0,
    text.length,
    /(?<=[。！？!?；;”」）)])[\s\u3000]*([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]+[、产])/g,
    (digits) => readHanOrdinal(digits) ?? 0,
  )
  if (chapters.length < 2) return [line]
  const cuts = [0, ...chapters, text.length]
  const sections = chapters.flatMap((start, index) => {
    const end = cuts[index + 2] ?? text.length
    return inOrder(
      text,
      start,
      end,
      /(?<=[\u4e00-\u9fff。！？；;”」）)])[\s\u3000]*(\d{1,2})[\s\u3000]*[.．、](?=[\s\u3000]*[\u4e00-\u9fff“*])/g,
      Number,
    )
  })
  const points = [...new Set([0, ...chapters, ...sections, text.length])].sort((a, b) => a - b)
  return points
    .slice(1)
    .map((end, index) => ({ ...line, children: sliceInlines(line.children, points[index] ?? 0, end) }))
}

/** Where numbers that only grow, from one on and by at most two at a time, stand in [start, end). */
function inOrder(
  text: string,
  start: number,
  end: number,
  pattern: RegExp,
  read: (digits: string) => number,
): number[] {
  const found: number[] = []
  let last = 0
  pattern.lastIndex = start + 1
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const count = read(match[1] ?? '')
    if (count <= last || count > last + 2 || (last === 0 && count !== 1)) continue
    last = count
    found.push(match.index)
  }
  return found
}
