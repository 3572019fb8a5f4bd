import type { Block } from '../../shared/report/schema.ts'
import type { ReportEditor } from './slate-types.ts'

/** The body as the report stores it. */
export function bodyOf(editor: ReportEditor): Block[] {
  return editor.children as Block[]
}
