import { isLineBlock, isTextLeaf, type Block, type Inline } from './schema.ts'

/** What a layout has no room for. */
export interface LeftOut {
  count: number
  /** By what it shows: `图片×2、公式×1`. */
  items: string
}

/** What stands on no page that is laid out by a preset: pictures, formulas and objects that only their source file holds. */
export function leftOutOfLayout(body: readonly Block[]): LeftOut {
  const counts = new Map<string, number>()
  const add = (label: string): void => void counts.set(label, (counts.get(label) ?? 0) + 1)
  for (const block of body) if (block.type === 'opaque' && !block.words && !block.chart) add(block.label)
  for (const inline of inlinesOf(body)) if (!isTextLeaf(inline) && inline.type === 'opaque-inline') add(inline.label)
  return {
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    items: [...counts].map(([label, count]) => `${label}×${count}`).join('、'),
  }
}

/** Lines of the body and of its tables. */
export function inlinesOf(body: readonly Block[]): Inline[] {
  return body.flatMap((block) => {
    if (isLineBlock(block)) return block.children
    if (block.type !== 'table') return []
    return block.children.flatMap((row) => row.children).flatMap((cell) => cell.children.flatMap((p) => p.children))
  })
}
