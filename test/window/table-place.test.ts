import { expect, test } from 'vitest'
import { tablePlace } from '../../renderer/app/table-place.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'

const line = (text: string): Block => ({ type: 'paragraph', children: [{ text }] })
const table = (...rows: string[][]): Block =>
  ({
    type: 'table',
    columns: rows[0]?.map(() => 2000) ?? [],
    children: rows.map((cells) => ({
      type: 'table-row',
      children: cells.map((text) => ({ type: 'table-cell', children: [line(text)] })),
    })),
  }) as unknown as Block

test('tables and their rows are counted as people count them', () => {
  const body = [line('甲'), table(['乙', '丙']), line('丁'), table(['戊', '己'], ['庚', '辛'], ['壬', '癸'])]
  const plain = plainText(body)
  const at = (word: string) => tablePlace(body, plain, plain.text.indexOf(word))
  expect(at('甲')).toBeUndefined()
  expect(at('丁')).toBeUndefined()
  expect(at('丙')).toEqual({ table: 1, row: 1 })
  expect(at('癸')).toEqual({ table: 2, row: 3 })
})
