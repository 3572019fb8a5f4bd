import type { OutlineNode } from '../../shared/report/outline.ts'

/** The innermost section that a block belongs to. */
export function sectionAt(outline: readonly OutlineNode[], block: number): OutlineNode | undefined {
  const around = outline.find(({ start, end }) => start <= block && block < end)
  return around && (sectionAt(around.children, block) ?? around)
}
