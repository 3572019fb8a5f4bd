import type { Block } from '../../report/schema.ts'

/** Fields that a report knows of a block or a leaf and a Word file does not show. */
const ownFields = new Set([
  'section',
  'state',
  'guidance',
  'field',
  'indicator',
  'carried',
  'annex',
  'also',
  'conflict',
])

/** What a Word file shows of a block, as a text to compare by; `label` is its printed number. */
export function wordView(block: Block, label = ''): string {
  return `${label}|${JSON.stringify(block, shownFields)}`
}

/** Keys in the order of the alphabet: a report that was saved has them so, one that was just read has not. */
function shownFields(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([key, inner]) => !ownFields.has(key) && inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
