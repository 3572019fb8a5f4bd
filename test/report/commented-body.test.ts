import { describe, expect, test } from 'vitest'
import { commentedBody, commentId } from '../../shared/report/commented-body.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline } from '../../shared/report/schema.ts'
import { cell, heading, line, noteMark, paragraph, table } from '../support/blocks.ts'

const revision = { id: '1', author: '程远山', date: '2026-01-05T08:00:00' }

/** The marked leaves in 【】, with their number where there are several comments. */
function marked(body: readonly Block[], ranges: readonly (readonly [number, number])[]): string[] {
  const comments = ranges.map(([start, end]) => ({ start, end, paragraphs: [] }))
  const commented = commentedBody(body, comments)
  expect(plainText(commented.body), 'the text stays as it is').toEqual({ ...plainText(body) })
  const label = (ids: readonly string[] | undefined): string =>
    ids ? `${ids.map((id) => comments.findIndex((_, index) => commentId(index) === id)).join(',')}:` : ''
  const lineOf = (children: readonly Inline[]): string =>
    children
      .map((child) =>
        isTextLeaf(child) ? (child.comments ? `【${label(child.comments)}${child.text}】` : child.text) : '*',
      )
      .join('')
  const lines = commented.body.flatMap((block) => {
    if (isLineBlock(block)) return lineOf(block.children)
    if (block.type === 'table')
      return block.children.map((row) =>
        row.children.map((one) => one.children.map(({ children }) => lineOf(children)).join('/')).join(' | '),
      )
    return label(commented.blocks.get(block))
  })
  return [...lines, ...[...commented.labels].map(([id, reach]) => `${id} ${reach}`)]
}

const at = (body: readonly Block[], words: string): [number, number] => {
  const start = plainText(body).text.indexOf(words)
  return [start, start + words.length]
}

describe('a comment stands on', () => {
  test('its words, cutting leaves and keeping their marks', () => {
    const body = [paragraph([{ text: '收入增长' }, { text: '8%，', bold: true }, { text: '好。' }])]
    expect(marked(body, [at(body, '增长8%')])).toEqual(['收入【0:增长】【0:8%】，好。'])
  })

  test('words of several paragraphs', () => {
    const body = [paragraph('前一句。后一句。'), paragraph('又一段。'), paragraph('再一段。')]
    expect(marked(body, [[4, 11]])).toEqual(['前一句。【0:后一句。】', '【0:又一】段。', '再一段。'])
  })

  test('words behind the line feed that it begins with', () => {
    const kept: Block = { type: 'opaque', xml: '', label: '', words: '目录', children: [{ text: '' }] }
    expect(marked([paragraph('甲'), paragraph('乙丙')], [[1, 3]])).toEqual(['甲', '【0:乙】丙'])
    expect(marked([paragraph('甲'), kept], [[1, 3]])).toEqual(['甲', '0:'])
  })

  test('words that another comment stands on too', () => {
    const body = [paragraph('收入增长8%。')]
    expect(marked(body, [at(body, '增长8%'), at(body, '8%')])).toEqual(['收入【0:增长】【0,1:8%】。'])
  })

  test('the final text: deleted words count for nothing', () => {
    const body = [paragraph([{ text: '收入' }, { text: '大幅', del: revision }, { text: '增长8%。' }])]
    expect(marked(body, [at(body, '入增长')])).toEqual(['收【0:入】大幅【0:增长】8%。'])
  })

  test('words behind a note', () => {
    const body = [paragraph([{ text: '快报数' }, noteMark('a'), { text: '增长8%。' }])]
    expect(marked(body, [at(body, '增长')])).toEqual(['快报数*【0:增长】8%。'])
  })

  test('a note’s mark alone: the first words of its line', () => {
    const body = [paragraph([{ text: '快报数' }, noteMark('a'), { text: '。' }])]
    expect(marked(body, [[3, 4]])).toEqual(['【0:快报数】*。'])
  })

  test('the printed number of a heading, alone or with its words', () => {
    const body = [heading(1, '工作回顾'), paragraph('好。')]
    expect(marked(body, [[0, 2]])).toEqual(['【0:工】作回顾', '好。', 'comment-0 within'])
    expect(marked(body, [[0, 4]])).toEqual(['【0:工作】回顾', '好。', 'comment-0 begins'])
    expect(marked(body, [at(body, '回顾')])).toEqual(['工作【0:回顾】', '好。'])
  })

  test('the next words, where it has none of its own; at the end the last', () => {
    const body = [line('title', '报告'), paragraph(''), paragraph('好。'), paragraph('')]
    expect(marked(body, [[3, 3]])).toEqual(['报告', '', '【0:好】。', ''])
    expect(marked(body, [[7, 7]])).toEqual(['报告', '', '好【0:。】', ''])
    expect(marked(body, [[4, 4]])).toEqual(['报告', '', '【0:好】。', ''])
  })

  test('one cell of a table, whatever it reaches over', () => {
    const body = [
      paragraph('表'),
      table([
        [cell('收入'), cell('4200')],
        [cell('支出'), cell('4100')],
      ]),
      paragraph('完'),
    ]
    expect(marked(body, [at(body, '4200')])).toEqual(['表', '收入 | 【0:4200】', '支出 | 4100', '完'])
    expect(marked(body, [at(body, '入\n4200\n支')])).toEqual(['表', '收【0:入】 | 4200', '支出 | 4100', '完'])
    expect(marked(body, [at(body, '表\n收')])).toEqual(['【0:表】', '收入 | 4200', '支出 | 4100', '完'])
  })

  test('a block that is kept as it was, as a whole', () => {
    const kept: Block = {
      type: 'opaque',
      xml: '<w:sdt/>',
      label: '目录',
      words: '目录一\n目录二',
      children: [{ text: '' }],
    }
    expect(marked([paragraph('前'), kept], [at([paragraph('前'), kept], '目录二')])).toEqual(['前', '0:'])
  })

  test('nothing in a report without words', () => {
    expect(marked([paragraph('')], [[0, 0]])).toEqual([''])
    expect(marked([], [[0, 0]])).toEqual([])
  })
})

test('comments of others are taken away', () => {
  const body = [paragraph([{ text: '收入', comments: ['9'] }, { text: '增长。' }])]
  expect(marked(body, [at(body, '增长')])).toEqual(['收入【0:增长】。'])
})
