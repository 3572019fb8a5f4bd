import { Node, Text, type Path, type Point } from 'slate'
import { expect } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { isBody } from '../../shared/report/parse.ts'
import type {
  Block,
  Heading,
  Inline,
  ListItem,
  ListMarker,
  NoteReference,
  PageBreak,
  Paragraph,
  Table,
  TextLeaf,
} from '../../shared/report/schema.ts'

/** `|` in a text is the caret; `‹` and `›` are the ends of a selection. */
type Content = string | Inline

export const p = (...content: Content[]): Paragraph => ({ type: 'paragraph', children: inlines(content) })

export const h = (level: Heading['level'], ...content: Content[]): Heading => ({
  type: 'heading',
  level,
  children: inlines(content),
})

export const item = (marker: ListMarker, ...content: Content[]): ListItem => ({
  type: 'list-item',
  marker,
  children: inlines(content),
})

export const line = (type: 'title' | 'meeting' | 'speaker' | 'salutation', ...content: Content[]): Block => ({
  type,
  children: inlines(content),
})

export const leaf = (text: string, marks: Omit<TextLeaf, 'text'>): TextLeaf => ({ text, ...marks })

export const note = (id: string): NoteReference => ({ type: 'note', note: id, children: [{ text: '' }] })

export const pageBreak = (): PageBreak => ({ type: 'page-break', children: [{ text: '' }] })

export const table = (...rows: string[][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'table-row',
    children: cells.map((cell) => ({ type: 'table-cell', children: [p(cell)] })),
  })),
})

/** An editor with these blocks and the selection that they mark. */
export function editorWith(...blocks: Block[]): ReportEditor {
  const body = structuredClone(blocks)
  const anchor = takeMarker(body, ['|', '‹'])
  const focus = takeMarker(body, ['›']) ?? anchor
  const editor = createReportEditor(body)
  if (anchor && focus) editor.selection = { anchor, focus }
  return editor
}

/** The value with the selection marked in it. */
export function documentOf(editor: ReportEditor): Block[] {
  const body = structuredClone(bodyOf(editor))
  const { selection } = editor
  if (!selection) return body
  const collapsed =
    selection.anchor.offset === selection.focus.offset && samePath(selection.anchor.path, selection.focus.path)
  putMarker(body, selection.focus, collapsed ? '|' : '›')
  if (!collapsed) putMarker(body, selection.anchor, '‹')
  return body
}

/** Acts and compares; besides: the value is a body, survives JSON, is settled, and undo and redo are exact. */
export function expectAct(before: Block[], act: (editor: ReportEditor) => void, after: Block[]): void {
  const editor = editorWith(...before)
  const start = structuredClone(editor.children)
  act(editor)
  expect(documentOf(editor)).toEqual(after)
  expectSound(editor)
  const end = structuredClone(editor.children)
  while (editor.history.undos.length > 0) editor.undo()
  expect(editor.children, 'undoing everything gives the start').toEqual(start)
  while (editor.history.redos.length > 0) editor.redo()
  expect(editor.children, 'redoing everything gives the end').toEqual(end)
}

export function expectSound(editor: ReportEditor): void {
  expect(isBody(editor.children), 'the value is a body').toBe(true)
  expect(JSON.parse(JSON.stringify(editor.children))).toEqual(editor.children)
  const settled = structuredClone(editor.children)
  editor.normalize({ force: true })
  expect(editor.children, 'normalizing again changes nothing').toEqual(settled)
}

function inlines(content: Content[]): Inline[] {
  return content.map((part) => (typeof part === 'string' ? { text: part } : part))
}

function takeMarker(body: Block[], markers: string[]): Point | undefined {
  for (const [text, path] of Node.texts({ children: body } as never)) {
    for (const marker of markers) {
      const offset = text.text.indexOf(marker)
      if (offset < 0) continue
      text.text = text.text.replace(marker, '')
      return { path, offset }
    }
  }
  return undefined
}

function putMarker(body: Block[], { path, offset }: Point, marker: string): void {
  const text = Node.get({ children: body } as never, path)
  if (Text.isText(text)) text.text = text.text.slice(0, offset) + marker + text.text.slice(offset)
}

const samePath = (a: Path, b: Path): boolean => a.join() === b.join()
