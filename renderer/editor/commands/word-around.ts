import { Node, Text, type Point, type Range } from 'slate'
import type { ReportEditor } from '../slate-types.ts'
import { lineAt } from '../tracking/live.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The word that a caret stands in or beside, in its line; undefined where there is none. */
export function wordAround(editor: ReportEditor, point: Point): Range | undefined {
  const line = lineAt(editor, point)
  if (!line) return undefined
  const [{ children }, path] = line
  const own = point.path[path.length] ?? 0
  // An object parts words as a blank does.
  const text = children.map((child) => (Text.isText(child) ? child.text : ' ')).join('')
  const before = children
    .slice(0, own)
    .reduce((length, child) => length + (Text.isText(child) ? child.text.length : 1), 0)
  const at = before + point.offset
  const found = [...words.segment(text)].filter(({ index, segment }) => index <= at && at <= index + segment.length)
  const word = found.findLast(({ isWordLike }) => isWordLike) ?? found.find(({ segment }) => segment.trim() !== '')
  if (!word) return undefined
  const anchor = pointIn(editor, path, word.index, 'start')
  const focus = pointIn(editor, path, word.index + word.segment.length, 'end')
  return anchor && focus && { anchor, focus }
}

function pointIn(editor: ReportEditor, path: number[], offset: number, edge: 'start' | 'end'): Point | undefined {
  let rest = offset
  for (const [child, at] of Node.children(editor, path)) {
    const length = Text.isText(child) ? child.text.length : 1
    if (Text.isText(child) && (edge === 'start' ? rest < length : rest <= length)) return { path: at, offset: rest }
    rest -= length
  }
  return undefined
}
