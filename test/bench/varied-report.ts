import type { Block, Report } from '../../shared/report/schema.ts'
import { longBody } from '../editor-page/long-body.ts'
import { reportMeta } from '../support/report-meta.ts'

/** A report of about so many characters in which no two paragraphs are equal: figures grow from paragraph to paragraph. */
export function variedBody(characters: number): Block[] {
  return longBody(characters).map((block, index) => {
    if (block.type !== 'paragraph') return block
    return {
      ...block,
      children: block.children.map((child) =>
        'text' in child
          ? { ...child, text: child.text.replace(/\d+/g, (digits) => String(Number(digits) + index)) }
          : child,
      ),
    }
  })
}

export function variedReport(characters: number): Report {
  return {
    format: { name: 'zhenggao', major: 1, minor: 0 },
    id: 'bench',
    meta: reportMeta(),
    body: variedBody(characters),
    notes: {},
    checks: { ignored: [] },
  }
}
