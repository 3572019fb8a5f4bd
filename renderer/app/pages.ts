import type { PlainLine, PlainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { isAnnexMark } from '../../shared/word/write/page-layout.ts'

/** GB/T 9704-2012, 5.2.3: 22 lines of 28 characters a page. */
const charactersALine = 28
const linesAPage = 22
/** The first line of a paragraph is indented by two characters. */
const indent = 2

/**
 * Page of a block and number of pages, counted in lines of 28 characters: digits and Latin letters are half a character
 * wide, lines without text are not printed, a row of a table is as high as its longest cell. Print decides, so the
 * figures are shown as 约.
 */
export function pageOf(
  { text, lines }: PlainText,
  body: readonly Block[],
  block: number,
): { page: number; pages: number } {
  let at = 0
  let printed = 0
  let before = 0
  let row = { key: '', height: 0 }
  for (const line of lines) {
    const own = line.path[0] ?? 0
    for (; at <= own; at++) if (opensPage(body, at)) printed = linesAPage * Math.ceil(printed / linesAPage)
    if (own <= block) before = printed
    const height = heightOf(text, line)
    if (line.type !== 'table-cell') {
      printed += height
      continue
    }
    const key = line.path.slice(0, 2).join()
    if (key !== row.key) row = { key, height: 0 }
    printed += Math.max(0, height - row.height)
    row.height = Math.max(row.height, height)
  }
  return { page: Math.floor(before / linesAPage) + 1, pages: Math.max(1, Math.ceil(printed / linesAPage)) }
}

/** After a page break, and where an annex begins. */
function opensPage(body: readonly Block[], index: number): boolean {
  const block = body[index]
  return body[index - 1]?.type === 'page-break' || (block !== undefined && isAnnexMark(block))
}

/** Lines of the grid that a paragraph takes. */
function heightOf(text: string, { start, end, labelLength }: PlainLine): number {
  if (end - start <= labelLength) return 0
  let width = indent
  for (let at = start; at < end; at++) width += text.charCodeAt(at) < 0x80 ? 0.5 : 1
  return Math.ceil(width / charactersALine)
}
