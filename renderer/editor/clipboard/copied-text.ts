import { Range, type Point } from 'slate'
import { objectCharacter, plainText, type PlainLine } from '../../../shared/report/plain-text.ts'
import { bodyOf } from '../body-of.ts'
import { offsetOf } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'

/** The selection as text: with the printed numbers of lines that are copied from their start, cells of a row by tabs. */
export function copiedText(editor: ReportEditor): string {
  const { selection } = editor
  if (!selection) return ''
  const plain = plainText(bodyOf(editor))
  const offset = (point: Point): number => offsetOf(editor.children, plain, point) ?? 0
  const [start, end] = Range.edges(selection).map(offset) as [number, number]
  const lines = plain.lines.filter((line) => line.end >= start && line.start <= end)
  let text = ''
  lines.forEach((line, index) => {
    const from = start <= line.start + line.labelLength && wholeFrom(line, lines, end) ? line.start : start
    const previous = lines[index - 1]
    if (previous) text += sameRow(previous, line) ? '\t' : '\n'
    text += plain.text.slice(Math.max(from, line.start), Math.min(end, line.end))
  })
  return text.replaceAll(objectCharacter, '')
}

/** A few words from the start of a heading are words; all of it, or more, is a heading with its number. */
function wholeFrom(line: PlainLine, lines: readonly PlainLine[], end: number): boolean {
  return end >= line.end || lines.length > 1
}

function sameRow(a: PlainLine, b: PlainLine): boolean {
  return (
    a.path.length === 4 &&
    b.path.length === 4 &&
    a.path[0] === b.path[0] &&
    a.path[1] === b.path[1] &&
    a.path[2] !== b.path[2]
  )
}
