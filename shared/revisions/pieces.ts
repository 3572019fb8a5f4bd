import { objectCharacter } from '../report/plain-text.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type LineBlock,
  type Pending,
  type Revision,
  type TextLeaf,
} from '../report/schema.ts'

/** A stretch of the body in the order of the text that is pending as one, or not at all. */
export interface Piece extends Pending {
  kind: 'words' | 'end' | 'row' | 'block'
  /** Path of the line, row or block. */
  path: number[]
  /** Where it stands in the line, in units of its children's text; deleted words count. */
  start: number
  end: number
  /** A line feed for the end of a line. */
  text: string
  /** Changes of format that are pending here. */
  format?: FormatChange
}

export interface FormatChange {
  revision: Revision
  /** The line as a whole, or the words. */
  of: 'words' | 'line' | 'table'
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

const formatKeys = ['bold', 'italic', 'underline', 'superscript', 'lead', 'xml'] as const

/** All pieces of a body, those that nothing is pending on included. */
export function readPieces(body: readonly Block[]): Piece[] {
  const pieces: Piece[] = []
  body.forEach((block, index) => {
    if (isLineBlock(block)) readLine(block, [index], index === body.length - 1, pieces)
    else if (block.type === 'table') {
      block.children.forEach((row, r) => {
        pieces.push({ kind: 'row', path: [index, r], start: 0, end: 0, text: '', ...pendingOf(row) })
        row.children.forEach((cell, c) => {
          const path = [index, r, c]
          if (cell.cellRev) pieces.push(tablePiece(cell.cellRev.rev, path))
          cell.children.forEach((line, p) => readLine(line, [...path, p], p === cell.children.length - 1, pieces, row))
        })
      })
    } else {
      pieces.push({ kind: 'block', path: [index], start: 0, end: 1, text: objectCharacter, ...pendingOf(block) })
    }
  })
  return pieces
}

function tablePiece(revision: Revision, path: number[]): Piece {
  const format: FormatChange = { revision, of: 'table', before: {}, after: {} }
  return { kind: 'row', path, start: 0, end: 0, text: '', format }
}

/** The words of a row come and go with it. */
function readLine(line: LineBlock, path: number[], isLast: boolean, pieces: Piece[], row: Pending = {}): void {
  if (line.pFmt) {
    const format: FormatChange = { revision: line.pFmt.rev, of: 'line', before: line.pFmt.prev, after: { ...line } }
    pieces.push({ kind: 'end', path, start: 0, end: 0, text: '', format })
  }
  let at = 0
  for (const child of line.children) {
    const text = isTextLeaf(child) ? child.text : objectCharacter
    if (text === '') continue
    const format = isTextLeaf(child) && child.fmt ? { format: leafChange(child) } : {}
    pieces.push({
      kind: 'words',
      path,
      start: at,
      end: at + text.length,
      text,
      ...pendingOf(row),
      ...pendingOf(child),
      ...format,
    })
    at += text.length
  }
  // The end of the last line of a body or cell is never pending; what goes on behind it is another place.
  if (!isLast || line.mark)
    pieces.push({ kind: 'end', path, start: at, end: at, text: '\n', ...(line.mark && pendingOf(line.mark)) })
}

function pendingOf({ ins, del }: Pending): Pending {
  return { ...(ins && { ins }), ...(del && { del }) }
}

function leafChange(leaf: TextLeaf): FormatChange {
  const { fmt } = leaf
  if (!fmt) throw new Error('no format is pending')
  const after = Object.fromEntries(formatKeys.flatMap((key) => (leaf[key] === undefined ? [] : [[key, leaf[key]]])))
  return { revision: fmt.rev, of: 'words', before: { ...fmt.prev }, after }
}
