import type { Finding, Severity } from '../../shared/checks/finding.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import type { PlainText } from '../../shared/report/plain-text.ts'

export interface OutlineRow {
  node: OutlineNode
  /** 1 for chapters. */
  depth: number
  /** Place among its neighbours, for screen readers: 2 of 5. */
  position: number
  size: number
  parent: number | null
  /** Findings of the text that belongs to this row and to no row below it. */
  findings: Record<Severity, number>
}

/** The outline as the list of rows it is shown as. */
export function outlineRows(outline: readonly OutlineNode[], findingBlocks: readonly FindingBlock[]): OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (nodes: readonly OutlineNode[], depth: number, parent: number | null): void => {
    nodes.forEach((node, index) => {
      const row = { node, depth, position: index + 1, size: nodes.length, parent, findings: noFindings() }
      const own = rows.push(row) - 1
      add(node.children, depth + 1, own)
    })
  }
  add(outline, 1, null)
  for (const { block, severity } of findingBlocks) {
    const row = rows.findLast(({ node }) => node.start <= block && block < node.end)
    if (row) row.findings[severity]++
  }
  return rows
}

export interface FindingBlock {
  block: number
  severity: Severity
}

export function findingBlocks(findings: readonly Finding[], plain: PlainText | null): FindingBlock[] {
  if (!plain) return []
  return findings.map(({ start, severity }) => ({ block: blockAt(plain, start), severity }))
}

/** Index of the top-level block with this offset of the plain text. */
export function blockAt({ lines }: PlainText, offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return lines[low]?.path[0] ?? 0
}

/** The innermost row that covers a block. */
export function rowOfBlock(rows: readonly OutlineRow[], block: number): number {
  return rows.findLastIndex(({ node }) => node.start <= block && block < node.end)
}

/** 有误 before 请核对 before 提示: only the gravest is shown. */
export function gravest(findings: Record<Severity, number>): Severity | undefined {
  return severities.find((severity) => findings[severity] > 0)
}

/** 定稿 with an error is 待核: a tick never stands beside a cross. */
export function shownState({ node, findings }: OutlineRow): OutlineNode['state'] {
  return node.state === 'final' && findings.error > 0 ? 'review' : node.state
}

/** Do two rows show the same words and signs, wherever they stand? */
export function readsTheSame({ row: a }: { row: OutlineRow }, { row: b }: { row: OutlineRow }): boolean {
  return (
    shownState(a) === shownState(b) &&
    a.node.title === b.node.title &&
    a.node.label === b.node.label &&
    a.node.kind === b.node.kind &&
    a.node.heading === b.node.heading &&
    a.node.characters === b.node.characters &&
    severities.every((severity) => a.findings[severity] === b.findings[severity])
  )
}

/** Where the range [start, end) goes when its row moves one place among its neighbours; undefined at the border. */
export function placeAfterMove(rows: readonly OutlineRow[], row: number, direction: 1 | -1): number | undefined {
  const moved = rows[row]
  if (!moved) return undefined
  const neighbour = rows.find(
    ({ parent, position }) => parent === moved.parent && position === moved.position + direction,
  )
  if (!neighbour) return undefined
  return direction === 1 ? neighbour.node.end : neighbour.node.start
}

export const severities: readonly Severity[] = ['error', 'warning', 'note']

function noFindings(): Record<Severity, number> {
  return { error: 0, warning: 0, note: 0 }
}
