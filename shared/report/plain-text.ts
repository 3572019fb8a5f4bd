import { isDeletedBlock } from './deleted.ts'
import { numberBlocks } from './numbering.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline } from './schema.ts'

/**
 * One line of the plain text view. `start`/`end` are UTF-16 offsets in `PlainText.text` without the line feed; the first
 * `labelLength` units are the printed number (一、), which is not part of the block's own text.
 */
export interface PlainLine {
  start: number
  end: number
  labelLength: number
  /** Slate path of the line block: [index], or [table, row, cell, paragraph]. */
  path: number[]
  /** Type of the line block the line comes from. */
  type: string
}

export interface PlainText {
  text: string
  lines: PlainLine[]
}

/** Character that stands for an inline void (note, formula, picture). */
export const objectCharacter = '\uFFFC'

/**
 * The text that checks, counts, searches and the command line see: numbers of headings included, deleted text (`del`)
 * left out as are lines, rows and blocks that are deleted whole, one line feed after each paragraph, table cells in reading order, empty paragraphs kept as empty lines.
 */
export function plainText(body: readonly Block[]): PlainText {
  const lines: PlainLine[] = []
  let text = ''
  const add = (content: string, labelLength: number, path: number[], type: string): void => {
    lines.push({ start: text.length, end: text.length + content.length, labelLength, path, type })
    text += `${content}\n`
  }
  const labels = numberBlocks(body)
  body.forEach((block, index) => {
    if (isDeletedBlock(block)) return
    if (isLineBlock(block)) {
      const label = labels[index] ?? ''
      add(label + inlineText(block.children), label.length, [index], block.type)
    } else if (block.type === 'table') {
      block.children.forEach((row, r) => {
        if (row.del) return
        row.children.forEach((cell, c) => {
          cell.children.forEach((paragraph, p) =>
            add(inlineText(paragraph.children), 0, [index, r, c, p], 'table-cell'),
          )
        })
      })
    } else if (block.type === 'opaque' && block.words !== undefined) {
      for (const line of block.words.split('\n')) add(line, 0, [index], 'opaque')
    }
  })
  return { text, lines }
}

/** Final text of a line: without deletions; a void is one object character. */
export function inlineText(children: readonly Inline[]): string {
  let text = ''
  for (const child of children) {
    if (child.del) continue
    text += isTextLeaf(child) ? child.text : objectCharacter
  }
  return text
}

/** Text of one block without its printed number; the paragraphs of a table's cells are lines. */
export function blockText(block: Block | undefined): string {
  if (!block) return ''
  if (isLineBlock(block)) return inlineText(block.children)
  if (block.type === 'opaque') return block.words ?? ''
  if (block.type !== 'table') return ''
  return block.children
    .flatMap((row) => row.children.flatMap((cell) => cell.children.map((paragraph) => inlineText(paragraph.children))))
    .join('\n')
}
