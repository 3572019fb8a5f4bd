import { Editor, Transforms, type Path } from 'slate'
import type { HeadingLevel, LineBlock, ListMarker } from '../../../shared/report/schema.ts'
import { isCell, isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { inOneStep } from './one-step.ts'

/** What a line can be made into; a table or page break is inserted, not made. */
export type LineStyle =
  | { type: Exclude<LineBlock['type'], 'heading' | 'list-item'> }
  | { type: 'heading'; level: HeadingLevel }
  | { type: 'list-item'; marker: ListMarker }

/** Makes every line of the selection into a style; cells of a table hold body text alone. */
export function setBlockType(editor: ReportEditor, style: LineStyle): void {
  if (!editor.selection) return
  inOneStep(editor, () => {
    for (const [, path] of selectedLines(editor)) styleLine(editor, path, style)
  })
}

/** The same level again takes the heading back to body text, as in WPS. */
export function setHeadingLevel(editor: ReportEditor, level: HeadingLevel): void {
  const lines = selectedLines(editor)
  const already = lines.length > 0 && lines.every(([line]) => line.type === 'heading' && line.level === level)
  setBlockType(editor, already ? { type: 'paragraph' } : { type: 'heading', level })
}

/** Changes one line; what belongs to the old style alone (level, printed number, title sentence) goes with it. */
export function styleLine(editor: ReportEditor, path: Path, style: LineStyle): void {
  const [node] = Editor.node(editor, path)
  if (!isLine(node)) return
  const kept = keptProperties(style.type)
  const gone = Object.keys(node).filter((key) => !kept.has(key))
  if (gone.length > 0) Transforms.unsetNodes(editor, gone, { at: path })
  Transforms.setNodes(editor, style, { at: path })
  if (style.type !== 'heading') forgetLead(editor, path)
}

/** Lines of the selection that may be styled, in order. */
export function selectedLines(editor: ReportEditor): [LineBlock, Path][] {
  if (!editor.selection) return []
  const at = Editor.unhangRange(editor, editor.selection)
  return [...Editor.nodes(editor, { at, match: isLine })].filter(([, path]) => !insideCell(editor, path))
}

function insideCell(editor: ReportEditor, path: Path): boolean {
  return Editor.above(editor, { at: path, match: isCell }) !== undefined
}

function keptProperties(type: LineBlock['type']): ReadonlySet<string> {
  const own = type === 'heading' || type === 'paragraph' ? ['section', 'state', 'guidance'] : []
  return new Set(['type', 'children', 'mark', 'pFmt', ...own, ...(type === 'heading' ? ['runIn'] : ['align'])])
}

function forgetLead(editor: ReportEditor, path: Path): void {
  Transforms.unsetNodes(editor, 'lead', { at: path, match: (node) => 'lead' in node, mode: 'lowest' })
}
