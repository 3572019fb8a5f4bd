import { describe, expect, test } from 'vitest'
import { replaceHits } from '../../renderer/editor/commands/replace.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { findText, type FindOptions } from '../../renderer/editor/find/find-text.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { documentOf, editorWith, expectSound, h, leaf, note, p, table } from '../support/slate.ts'

/** The text with 【】 around the hits. */
function marked(blocks: Block[], query: string, options?: FindOptions): string {
  const plain = plainText(blocks)
  const result = findText(plain, query, options)
  if (!result.ok) return result.reason
  let text = plain.text.trimEnd()
  for (const { start, end } of [...result.hits].reverse()) {
    text = `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`
  }
  return text
}

const rows: { name: string; blocks: Block[]; query: string; options?: FindOptions; found: string }[] = [
  {
    name: 'words over formats',
    blocks: [p('修', leaf('路', { bold: true }), '18公里')],
    query: '修路18',
    found: '【修路18】公里',
  },
  { name: 'cells', blocks: [table(['修路', '种树'])], query: '树', found: '修路\n种【树】' },
  { name: 'either case', blocks: [p('GDP与gdp')], query: 'Gdp', found: '【GDP】与【gdp】' },
  { name: 'one case', blocks: [p('GDP与gdp')], query: 'GDP', options: { matchCase: true }, found: '【GDP】与gdp' },
  { name: 'either width', blocks: [p('增长１２％（一）')], query: '12%(一)', found: '增长【１２％（一）】' },
  { name: 'one width', blocks: [p('１２与12')], query: '12', options: { matchWidth: true }, found: '１２与【12】' },
  {
    name: 'whole figures',
    blocks: [p('36个，136个')],
    query: '36',
    options: { wholeWord: true },
    found: '【36】个，136个',
  },
  {
    name: 'Chinese has no word borders',
    blocks: [p('修路架桥')],
    query: '路架',
    options: { wholeWord: true },
    found: '修【路架】桥',
  },
  { name: 'signs of regular expressions as words', blocks: [p('(1.5)与105')], query: '(1.5)', found: '【(1.5)】与105' },
  { name: 'a dash', blocks: [p('63-68/年')], query: '3-68/', found: '6【3-68/】年' },
  {
    name: 'a wide bracket in an expression',
    blocks: [p('修路（一期）')],
    query: '（.期）',
    options: { regularExpression: true },
    found: '修路【（一期）】',
  },
  { name: 'a printed number', blocks: [h(1, '回顾')], query: '一、回', found: '【一、回】顾' },
  { name: 'not over the end of a paragraph', blocks: [p('修路'), p('种树')], query: '路种', found: '修路\n种树' },
  {
    name: 'a regular expression',
    blocks: [p('8.6%与12%')],
    query: '\\d+(\\.\\d)?%',
    options: { regularExpression: true },
    found: '【8.6%】与【12%】',
  },
  {
    name: 'a stretch alone',
    blocks: [p('路路路')],
    query: '路',
    options: { within: { start: 1, end: 2 } },
    found: '路【路】路',
  },
  {
    name: 'a broken expression',
    blocks: [p('路')],
    query: '(路',
    options: { regularExpression: true },
    found: 'badPattern',
  },
  {
    name: 'an expression that finds nothing',
    blocks: [p('路')],
    query: 'x*',
    options: { regularExpression: true },
    found: '路',
  },
]

test.each(rows)('finds $name', ({ blocks, query, options, found }) =>
  expect(marked(blocks, query, options)).toBe(found),
)

describe('replacing', () => {
  const replaceAll = (blocks: Block[], query: string, options: FindOptions) => {
    const editor = editorWith(...blocks)
    const result = findText(plainText(bodyOf(editor)), query, options)
    const count = result.ok ? replaceHits(editor, result.hits) : -1
    expectSound(editor)
    return { editor, count }
  }

  test('all hits are one step of undo', () => {
    const before = [p('修路，修', leaf('路', { bold: true }), '修路'), table(['修路'])]
    const { editor, count } = replaceAll(before, '修路', { replacement: '架桥' })
    expect(count).toBe(4)
    expect(documentOf(editor)).toEqual([p('架桥，架桥架桥'), table(['架桥'])])
    editor.undo()
    expect(editor.children).toEqual(before)
  })

  test('a format is kept where the hit lies in it', () => {
    const { editor } = replaceAll([p('修', leaf('路18', { bold: true }), '公里')], '18', { replacement: '20.5' })
    expect(documentOf(editor)).toEqual([p('修', leaf('路20.5', { bold: true }), '公里')])
  })

  test('groups of an expression', () => {
    const { editor } = replaceAll([p('增长8%，下降3%')], '(增长|下降)(\\d+)%', {
      regularExpression: true,
      replacement: '$1百分之$2',
    })
    expect(plainText(bodyOf(editor)).text).toBe('增长百分之8，下降百分之3\n')
  })

  test('with nothing', () => {
    const { editor } = replaceAll([p('修修路')], '修', { replacement: '' })
    expect(plainText(bodyOf(editor)).text).toBe('路\n')
  })

  test('printed numbers and notes stay', () => {
    const { editor, count } = replaceAll([h(1, '一、回顾'), p('修', note('n1'), '路')], '一、|修.路', {
      regularExpression: true,
      replacement: '甲',
    })
    expect(count).toBe(1)
    expect(documentOf(editor)).toEqual([h(1, '甲回顾'), p('修', note('n1'), '路')])
  })
})
