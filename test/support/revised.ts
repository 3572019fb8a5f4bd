import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type Pending,
  type Revision,
} from '../../shared/report/schema.ts'
import { editorWith } from './slate.ts'

export const zhou: Revision = { id: 'z0', author: '周书记', date: '2026-01-05T08:00:00' }
export const lin: Revision = { id: 'l0', author: '林镇长', date: '2026-01-05T08:00:00' }
export const nobody: Revision = { id: 'n0', author: '', date: '' }

/** An editor in which `author` writes with 修订 on, five minutes after the revisions above. */
export function trackedEditor(author: string, ...blocks: Block[]): ReportEditor {
  const editor = editorWith(...blocks)
  trackAs(editor, author)
  return editor
}

let ids = 0

export function trackAs(editor: ReportEditor, author: string, time = '08:05'): void {
  editor.tracking = { author, now: () => `2026-01-05T${time}:00`, newId: () => `new${++ids}` }
}

/**
 * A body in one line of text a block: `+周[甲]` inserted, `-周[甲]` deleted, `+周-林[甲]` an insertion that is deleted, `~周[甲]`
 * another format; `¶+周` at the end of a line what is pending on its end, `§周` what it is.
 */
export function shown(body: readonly Block[]): string[] {
  return body.map((block) => {
    if (isLineBlock(block)) {
      const end = block.mark ? `¶${pending(block.mark)}` : ''
      return block.children.map(inline).join('') + end + (block.pFmt ? `§${who(block.pFmt.rev)}` : '')
    }
    if (block.type !== 'table') return `${pending(block)}<${block.type}>`
    return block.children
      .map((row) => pending(row) + row.children.map((cell) => shown(cell.children).join('/')).join('|'))
      .join(';')
  })
}

function inline(child: Inline): string {
  const format = isTextLeaf(child) && child.fmt ? `~${who(child.fmt.rev)}` : ''
  const marks = pending(child) + format
  const words = isTextLeaf(child) ? child.text : '※'
  return marks === '' ? words : `${marks}[${words}]`
}

function pending({ ins, del }: Pending): string {
  return (ins ? `+${who(ins)}` : '') + (del ? `-${who(del)}` : '')
}

const who = ({ author }: Revision): string => author.charAt(0) || '?'
