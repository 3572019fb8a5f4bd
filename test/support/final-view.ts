import { Text, type Point } from 'slate'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock } from '../../shared/report/schema.ts'

/** A line of the final text, made of lines of the value whose ends are deleted, and the one that stays. */
interface FinalLine {
  parts: { line: LineBlock; path: number[] }[]
}

/** The lines of the final text in which a caret can stand. */
export function finalLines(body: readonly Block[]): FinalLine[] {
  return linesIn(body, [])
}

function linesIn(blocks: readonly Block[], parent: number[]): FinalLine[] {
  const lines: FinalLine[] = []
  let open: FinalLine['parts'] = []
  blocks.forEach((block, index) => {
    const path = [...parent, index]
    if (isLineBlock(block)) {
      open = [...open, { line: block, path }]
      if (block.mark?.del && followedByLine(blocks, index)) return
      // In front of a table an empty line goes with its end, and one with words stays.
      if (!block.mark?.del || lengthOf({ parts: open }) > 0) lines.push({ parts: open })
      open = []
    } else if (block.type === 'table')
      block.children.forEach((row, r) => {
        if (!row.del) row.children.forEach((cell, c) => lines.push(...linesIn(cell.children, [...path, r, c])))
      })
  })
  return lines
}

function followedByLine(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1).find((block) => isLineBlock(block) || !isGone(block))
  return next !== undefined && isLineBlock(next)
}

function isGone(block: Block): boolean {
  return block.type === 'table' ? block.children.every((row) => row.del) : 'del' in block
}

const units = (child: Inline): number => (child.del ? 0 : isTextLeaf(child) ? child.text.length : 1)

export function lengthOf({ parts }: FinalLine): number {
  return parts.reduce((sum, { line }) => sum + line.children.reduce((own, child) => own + units(child), 0), 0)
}

/** All places of the value that stand for one place of a final line, in order: there are several around what is deleted. */
export function pointsAt({ parts }: FinalLine, offset: number): Point[] {
  const points: Point[] = []
  let at = 0
  for (const { line, path } of parts)
    line.children.forEach((child, index) => {
      if (Text.isText(child) && child.del) {
        if (at === offset)
          points.push({ path: [...path, index], offset: 0 }, { path: [...path, index], offset: child.text.length })
      } else if (Text.isText(child) && at <= offset && offset <= at + child.text.length)
        points.push({ path: [...path, index], offset: offset - at })
      at += units(child)
    })
  return points
}

/** Words and lines, whatever they look like; a table by its cells. */
export function wordsOf(body: readonly Block[]): string[] {
  return body.flatMap((block) => {
    if (isLineBlock(block)) return [block.children.map((child) => (isTextLeaf(child) ? child.text : '※')).join('')]
    if (block.type !== 'table') return [`<${block.type}>`]
    return block.children.map((row) => row.children.map((cell) => wordsOf(cell.children).join('/')).join('|'))
  })
}
