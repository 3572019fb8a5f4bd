import type { TFunction } from 'i18next'
import type { OutlineNode } from '../../../shared/report/outline.ts'
import type { PlainText } from '../../../shared/report/plain-text.ts'
import { shownTitle } from '../outline-names.ts'
import { lineAt } from '../../editor/offsets.ts'

/** Where a place of the text stands: 一、（三）; a section without a number goes by its name. */
export function placeName(t: TFunction, outline: readonly OutlineNode[], plain: PlainText, at: number): string {
  const block = lineAt(plain, at)?.path[0] ?? 0
  const names: string[] = []
  let nodes: readonly OutlineNode[] = outline
  for (;;) {
    const node = nodes.find(({ start, end }) => start <= block && block < end)
    if (!node || names.length === 2) break
    names.push(node.label === '' ? shownTitle(t, node) : node.label)
    nodes = node.children
  }
  return names.join('')
}
