import { isDeletedBlock } from './deleted.ts'
import { finalNumbers } from './numbering.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock } from './schema.ts'

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
 * left out with its rows and paragraph marks, one line feed after each paragraph, table cells in reading order, empty paragraphs kept as empty lines.
 */
export function plainText(body: readonly Block[]): PlainText {
  const lines: PlainLine[] = []
  let text = ''
  const add = (content: string, labelLength: number, path: number[], type: string, end = '\n'): void => {
    lines.push({ start: text.length, end: text.length + content.length, labelLength, path, type })
    text += content + end
  }
  const addLines = (blocks: readonly Block[], pathOf: (index: number) => number[], labels: readonly string[]): void => {
    let joined = false
    blocks.forEach((block, index) => {
      if (!isLineBlock(block)) return
      const label = joined ? '' : (labels[index] ?? '')
      const words = inlineText(block.children)
      const joins = block.mark?.del !== undefined && isLineBlock(blocks[index + 1] ?? {})
      if (isDeletedBlock(block) || (joins && words === '')) return
      add(label + words, label.length, pathOf(index), lineType(block, pathOf(index)), joins ? '' : '\n')
      joined = joins
    })
  }
  const labels = finalNumbers(body)
  let from = 0
  body.forEach((block, index) => {
    if (isLineBlock(block)) {
      // Lines that follow each other are read together: a struck-out paragraph mark joins two of them.
      if (isLineBlock(body[index + 1] ?? {})) return
      const first = from
      addLines(
        body.slice(first, index + 1),
        (at) => [first + at],
        labels.slice(first, index + 1).map((label) => label ?? ''),
      )
    } else if (block.type === 'table') {
      block.children.forEach((row, r) => {
        if (row.del) return
        row.children.forEach((cell, c) => {
          if (cell.cellRev?.kind !== 'del') addLines(cell.children, (p) => [index, r, c, p], [])
        })
      })
    } else if (block.type === 'opaque' && block.words !== undefined && !block.del) {
      for (const line of block.words.split('\n')) add(line, 0, [index], 'opaque')
    }
    from = index + 1
  })
  return { text, lines }
}

function lineType(block: LineBlock, path: readonly number[]): string {
  return path.length > 1 ? 'table-cell' : block.type
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
