import type { OutlineNode } from '../../shared/report/outline.ts'

/** （一）, 一、总述 …: the numbers of the sections around a place; one in a table says so. */
export function placeWords(
  path: readonly number[] | undefined,
  outline: readonly OutlineNode[],
  table: string,
  section: (kind: string) => string,
): string {
  const words: string[] = []
  let nodes = outline
  for (;;) {
    const node = nodes.find(({ start, end }) => start <= (path?.[0] ?? 0) && (path?.[0] ?? 0) < end)
    if (!node) break
    words.push(node.label !== '' ? node.label : node.kind ? section(node.kind) : '')
    nodes = node.children
  }
  return words.join('') + ((path?.length ?? 0) > 1 ? table : '')
}
