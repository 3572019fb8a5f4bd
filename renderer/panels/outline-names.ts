import type { TFunction } from 'i18next'
import type { OutlineNode } from '../../shared/report/outline.ts'
import { severities, shownState, type OutlineRow } from './outline-rows.ts'

/** （一）综合实力稳步提升; a section without a heading goes by the name of its kind. */
export function shownTitle(t: TFunction, node: OutlineNode): string {
  if (node.title !== '') return node.label + node.title
  return node.label + (node.kind && !node.heading ? t(`section.${node.kind}`) : t('outline.untitled'))
}

/** What a screen reader says of a row behind its title: state, characters, findings. */
export function rowDetails(t: TFunction, row: OutlineRow): string {
  const { node, findings } = row
  const parts = [
    t(`state.${shownState(row)}`),
    t('outline.characters', { count: node.characters }),
    ...severities
      .filter((severity) => findings[severity] > 0)
      .map((severity) =>
        t('outline.findings', { name: t(`findings:severity.${severity}`), count: findings[severity] }),
      ),
  ]
  return parts.map((part) => t('outline.separator') + part).join('')
}
