import type { TFunction } from 'i18next'
import type { Block } from '../../shared/report/schema.ts'
import type { PlainText } from '../../shared/report/plain-text.ts'

/** Which table of the text a place stands in, and which row of it, as people count them: from 1. Undefined: in no table. */
export function tablePlace(
  body: readonly Block[],
  { lines }: PlainText,
  offset: number,
): { table: number; row: number } | undefined {
  const line = lines.find(({ start, end }) => start <= offset && offset <= end)
  if (!line || line.type !== 'table-cell') return undefined
  const [at = 0, row = 0] = line.path
  return { table: body.slice(0, at + 1).filter(({ type }) => type === 'table').length, row: row + 1 }
}

/** 表 2 第 3 行：, or nothing. */
export function tableWords(t: TFunction, place: ReturnType<typeof tablePlace>): string {
  return place ? t('ledger:uses.inTable', place) : ''
}
