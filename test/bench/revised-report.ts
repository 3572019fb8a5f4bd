import type { Block, Report } from '../../shared/report/schema.ts'
import { variedReport } from './varied-report.ts'

/** A varied report with so many pending revisions: every paragraph gets as many changed places as are left to it. */
export function revisedReport(characters: number, count: number, saysAgain = true): Report {
  const plain = variedReport(characters, saysAgain)
  const lines = plain.body.filter(({ type }) => type === 'paragraph').length
  let made = 0
  let line = 0
  const body = plain.body.map((block): Block => {
    if (block.type !== 'paragraph') return block
    const share = Math.floor((++line * count) / lines) - made
    const text = block.children.map((child) => ('text' in child ? child.text : '')).join('')
    const step = Math.floor(text.length / (share + 1))
    const children = Array.from({ length: share }, (_, index) => {
      const revision = { id: `r${made + index}`, author: index % 2 ? '周书记' : '林镇长', date: '2026-01-05T08:00:00' }
      const at = index * step
      return [
        { text: text.slice(at, at + step - 2) },
        { text: text.slice(at + step - 2, at + step), ...(index % 3 ? { ins: revision } : { del: revision }) },
      ]
    }).flat()
    made += share
    return { ...block, children: [...children, { text: text.slice(share * step) }] }
  })
  return { ...plain, body }
}
