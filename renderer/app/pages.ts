import type { PlainText } from '../../shared/report/plain-text.ts'

/** GB/T 9704-2012, 5.2.3: 22 lines of 28 characters a page. */
const charactersALine = 28
const linesAPage = 22

/** Page of a block and number of pages, counted in lines of 28 characters; print decides, so they are shown as 约. */
export function pageOf({ lines }: PlainText, block: number): { page: number; pages: number } {
  let printed = 0
  let before = 0
  for (const { start, end, path } of lines) {
    if ((path[0] ?? 0) <= block) before = printed
    // The first line of a paragraph is indented by two characters.
    printed += Math.max(1, Math.ceil((end - start + 2) / charactersALine))
  }
  return { page: Math.floor(before / linesAPage) + 1, pages: Math.max(1, Math.ceil(printed / linesAPage)) }
}
