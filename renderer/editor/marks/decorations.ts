import { Node, Text, type DecoratedRange, type NodeEntry } from 'slate'
import type { Key } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import type { Finding } from '../../../shared/checks/finding.ts'
import { inlineText, plainText } from '../../../shared/report/plain-text.ts'
import type { Block, LineBlock } from '../../../shared/report/schema.ts'
import { isLine } from '../nodes.ts'
import { lineIndexAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'
import { carryRange } from './carry-marks.ts'
import { segmentMarks, type Look, type Mark, type MarkSegment } from './finding-marks.ts'

/** What a decorated leaf carries; flat values, because Slate compares decorations shallowly. */
export interface LeafMarks {
  findings?: string
  severity?: MarkSegment['severity']
  activeFinding?: boolean
  opensFinding?: boolean
  hit?: MarkSegment['hit']
  /** The ledger says something else than these words. */
  staleLink?: boolean
  look?: MarkSegment['look']
}

/** Marks of one line in the words in which they were found. */
interface LineMarks {
  text: string
  segments: MarkSegment[]
}

/** Marks by line, under the key that a line keeps while it is edited. */
export type MarksByLine = ReadonlyMap<Key, LineMarks>

export interface MarkedStretch {
  start: number
  end: number
}

/** Stretches of the plain text of a body, all of one look. */
export interface ShownStretches {
  body: readonly Block[]
  look: Look
  stretches: readonly MarkedStretch[]
}

/** Sorts findings and search hits, in plain text offsets of `body`, to their lines. A finding over several lines marks each. */
export function marksByLine(
  editor: ReportEditor,
  body: readonly Block[],
  findings: readonly Finding[],
  activeFinding: string | undefined,
  hits: readonly MarkedStretch[] = [],
  currentHit = -1,
  shown: readonly ShownStretches[] = [],
): MarksByLine {
  const marks = new Map<LineBlock, Mark[]>()
  markLines(marks, body, (add) => {
    for (const { id, severity, start, end, rule } of findings)
      add(start, end, { finding: { id, severity, active: id === activeFinding, link: rule === 'ledger-link' } })
    hits.forEach(({ start, end }, index) => add(start, end, { hit: index === currentHit ? 'current-hit' : 'hit' }))
  })
  for (const { body: other, look, stretches } of shown) {
    if (stretches.length === 0) continue
    markLines(marks, other, (add) => {
      for (const { start, end } of stretches) add(start, end, { look })
    })
  }
  return underKeys(editor, marks)
}

type AddMark = (start: number, end: number, rest: Omit<Mark, 'start' | 'end'>) => void

function markLines(marks: Map<LineBlock, Mark[]>, body: readonly Block[], fill: (add: AddMark) => void): void {
  const plain = plainText(body)
  fill((start, end, rest) => {
    for (let index = lineIndexAt(plain, start); ; index++) {
      const line = plain.lines[index]
      if (!line || line.start >= Math.max(end, start + 1)) break
      const element = lineOf(body, line.path)
      if (!element) continue
      const origin = line.start + line.labelLength
      const length = line.end - origin
      const from = Math.min(Math.max(0, start - origin), length)
      const to = Math.min(end - origin, length)
      // A finding in the printed number is shown on the first character, since the number is no text.
      const mark = to > from ? { start: from, end: to } : { start: 0, end: Math.min(1, length) }
      if (mark.end > mark.start) marks.set(element, [...(marks.get(element) ?? []), { ...mark, ...rest }])
    }
  })
}

/** A line that was read in two states has one key: its marks are brought to the words of the first. */
function underKeys(editor: ReportEditor, marks: ReadonlyMap<LineBlock, readonly Mark[]>): MarksByLine {
  const byKey = new Map<Key, { text: string; list: Mark[] }>()
  for (const [element, list] of marks) {
    const key = ReactEditor.findKey(editor, element)
    const text = inlineText(element.children)
    const known = byKey.get(key)
    if (!known) byKey.set(key, { text, list: [...list] })
    else {
      known.list.push(
        ...list.flatMap((mark) => {
          const carried = carryRange(mark, text, known.text)
          return carried ? [{ ...mark, ...carried }] : []
        }),
      )
    }
  }
  return new Map([...byKey].map(([key, { text, list }]) => [key, { text, segments: segmentMarks(list) }]))
}

/** Decorations of one node; lines that changed since the check carry their marks along. */
export function decorateLine(editor: ReportEditor, marks: MarksByLine, [node, path]: NodeEntry): DecoratedRange[] {
  if (marks.size === 0 || !isLine(node)) return []
  const found = marks.get(ReactEditor.findKey(editor, node))
  if (!found) return []
  const text = inlineText(node.children)
  return found.segments.flatMap((segment) => {
    const carried = carryRange(segment, found.text, text)
    return carried ? leafRanges(node, path, { ...segment, ...carried }) : []
  })
}

/** True where both show the same: then nothing is painted again. */
export function sameMarks(a: MarksByLine, b: MarksByLine): boolean {
  if (a.size !== b.size) return false
  for (const [key, marks] of a) {
    const other = b.get(key)
    if (!other || other.text !== marks.text || JSON.stringify(other.segments) !== JSON.stringify(marks.segments))
      return false
  }
  return true
}

/** One range for each text leaf; only the first opens the finding, so that it has one shape in the margin. */
function leafRanges(line: LineBlock, path: number[], segment: MarkSegment): DecoratedRange[] {
  const ranges: DecoratedRange[] = []
  let offset = 0
  for (const [index, child] of line.children.entries()) {
    const length = child.del ? 0 : Text.isText(child) ? child.text.length : 1
    const start = Math.max(segment.start - offset, 0)
    const end = Math.min(segment.end - offset, length)
    if (Text.isText(child) && !child.del && end > start) {
      const at = [...path, index]
      const marks: LeafMarks = {
        findings: segment.findings,
        severity: segment.severity,
        activeFinding: segment.active,
        opensFinding: segment.opens && ranges.length === 0,
        hit: segment.hit,
        ...(segment.staleLink && { staleLink: true }),
        look: segment.look,
      }
      ranges.push({ anchor: { path: at, offset: start }, focus: { path: at, offset: end }, ...marks })
    }
    offset += length
  }
  return ranges
}

function lineOf(body: readonly Block[], path: readonly number[]): LineBlock | undefined {
  let node: Node | undefined = body[path[0] ?? 0]
  for (const index of path.slice(1)) node = node && Node.isElement(node) ? node.children[index] : undefined
  return node && isLine(node) ? node : undefined
}
