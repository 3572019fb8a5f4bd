import { expect, test } from 'vitest'
import { isDeletedBlock } from '../../shared/report/deleted.ts'
import { finalNumbers } from '../../shared/report/numbering.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { zhou } from '../support/revised.ts'
import { h, leaf, p, table } from '../support/slate.ts'

const gone: Block = { ...h(1, leaf('旧的一章', { del: zhou })), mark: { del: zhou } }
const rows = table(['项目'], ['旧项目'])
const body: Block[] = [
  h(1, '工作回顾'),
  p('平稳。'),
  gone,
  { ...rows, children: rows.children.map((row, index) => (index === 1 ? { ...row, del: zhou } : row)) },
  h(1, '工作安排'),
  p(leaf('只有文字删去', { del: zhou })),
]

test('what is deleted whole takes no number, is no chapter and no line; an emptied line stays', () => {
  expect(finalNumbers(body)).toEqual(['一、', undefined, undefined, undefined, '二、', undefined])
  expect(readOutline(body).map(({ label, title }) => label + title)).toEqual(['一、工作回顾', '二、工作安排'])
  expect(plainText(body).text).toBe('一、工作回顾\n平稳。\n项目\n二、工作安排\n\n')
})

test.each<[string, Block, boolean]>([
  ['words and end', gone, true],
  ['the words alone', p(leaf('甲', { del: zhou })), false],
  ['the end alone', { ...p('甲'), mark: { del: zhou } }, false],
  ['every row', { ...rows, children: rows.children.map((row) => ({ ...row, del: zhou })) }, true],
  ['one row', rows, false],
  ['a page break', { type: 'page-break', del: zhou, children: [{ text: '' }] }, true],
])('%s', (_, block, deleted) => {
  expect(isDeletedBlock(block)).toBe(deleted)
})
