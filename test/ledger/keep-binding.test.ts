import { expect, test } from 'vitest'
import { keepBindings } from '../../shared/ledger/keep-binding.ts'
import { isLineBlock, isTextLeaf, type Block } from '../../shared/report/schema.ts'
import { lin, zhou } from '../support/revised.ts'
import { leaf, p, table } from '../support/slate.ts'

const gone = leaf('4126万元', { del: zhou, indicator: 'k' })
const come = (text: string) => leaf(text, { ins: { ...zhou, id: 'z1' } })
const accepted = new Set(['z0', 'z1'])

const bound = ([block]: Block[]): string[] =>
  block && isLineBlock(block)
    ? block.children.flatMap((child) =>
        isTextLeaf(child) && !child.del && child.indicator !== undefined ? [`${child.text}=${child.indicator}`] : [],
      )
    : []

test.each<[string, Block, string[]]>([
  ['a number for a number', p('税收', gone, come('4162万元'), '。'), ['4162万元=k']],
  ['in front of it', p('税收', come('4162万元'), gone), ['4162万元=k']],
  ['words around it are not the figure', p('税收', gone, come('约4162万元的水平')), []],
  ['words are no number', p('税收', gone, come('较多')), []],
  ['two numbers are not one', p('税收', gone, come('4162万元、5000万元')), []],
  ['words that stay between', p('税收', gone, '和', come('4162万元')), []],
  ['nothing that was bound', p('税收', leaf('4126万元', { del: zhou }), come('4162万元')), []],
  [
    'another key of its own',
    p(gone, leaf('4162万元', { ins: { ...zhou, id: 'z1' }, indicator: 'other' })),
    ['4162万元=other'],
  ],
  ['two keys', p(gone, leaf('9%', { del: zhou, indicator: 'g' }), come('4162万元')), []],
  ['a revision that is not accepted', p(gone, leaf('4162万元', { ins: lin })), []],
])('%s', (_, line, expected) => {
  const [kept] = keepBindings([line], accepted)
  expect(kept && bound([kept])).toEqual(expected)
  if (expected.length === 0) expect(kept).toBe(line)
})

test('in a cell as well; a table without one stays the same', () => {
  const other = table(['甲', '乙'])
  const revised = table(['甲', '乙'])
  const cell = revised.children[0]?.children[1]
  if (!cell) throw new Error('no cell')
  cell.children = [p(gone, come('4162万元'))] as typeof cell.children
  const [a, b] = keepBindings([other, revised], accepted)
  expect(a).toBe(other)
  expect(JSON.stringify(b)).toContain('"text":"4162万元","ins":')
  expect(JSON.stringify(b).match(/"indicator":"k"/g)).toHaveLength(2)
})
