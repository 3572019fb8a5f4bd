import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { readNotePlaces } from '../../../shared/report/note-places.ts'
import { objectCharacter, plainText } from '../../../shared/report/plain-text.ts'
import type { Block, Inline, Note } from '../../../shared/report/schema.ts'
import { checkInput } from '../../support/check-data.ts'

const reference = (note: string): Inline => ({ type: 'note', note, children: [{ text: '' }] })
const line = (...children: Inline[]): Block => ({ type: 'paragraph', children })

function findingsOf(body: Block[], notes: Record<string, Note>) {
  const plain = plainText(body)
  const { findings } = checkReport(checkInput(plain.text, { notes: readNotePlaces(body, notes, plain) }))
  return findings
    .filter(({ rule }) => rule === 'leftover-in-note')
    .map(({ start, end, messageId, values, severity }) => ({
      words: plain.text.slice(start, end),
      messageId,
      said: values['words'],
      severity,
    }))
}

const footnote = (text: string): Record<string, Note> => ({ a: { kind: 'footnote', text } })
const body = [line({ text: '建成三个园区' }, reference('a'), { text: '，投产顺利。' })]

describe('a note that waits to be filled in', () => {
  test.each([
    ['园区占地□亩。', 'noteBlank', '园区占地□亩。'],
    ['总投资××万元。', 'noteBlank', '总投资××万元。'],
    ['园区占地□亩，投资□亿元。', 'noteBlanks', '园区占地□亩，投资□亿元。'],
    ['名单（待补）。', 'noteBlank', '名单（待补）。'],
  ])('%s', (text, messageId, said) => {
    expect(findingsOf(body, footnote(text))).toEqual([
      { words: `三个园区${objectCharacter}`, messageId, said, severity: 'error' },
    ])
  })

  test.each(['园区占地300亩。', '“两不愁”：指2个方面。', '据王?? 喜整理。', ''])('not: %s', (text) => {
    expect(findingsOf(body, footnote(text))).toEqual([])
  })

  test('behind the full stop it is shown with the words before it', () => {
    const behind = [line({ text: '建成三个园区。' }, reference('a'))]
    expect(findingsOf(behind, footnote('占地□亩。')).map(({ words }) => words)).toEqual([
      `三个园区。${objectCharacter}`,
    ])
  })

  test('in the cell of a table, and in an endnote', () => {
    const table: Block = {
      type: 'table',
      children: [
        {
          type: 'table-row',
          children: [
            {
              type: 'table-cell',
              children: [{ type: 'paragraph', children: [{ text: '园区' }, reference('a')] }],
            },
          ],
        },
      ],
    }
    const notes: Record<string, Note> = { a: { kind: 'endnote', text: '占地□亩。' } }
    expect(findingsOf([table], notes).map(({ words }) => words)).toEqual([`园区${objectCharacter}`])
  })

  test('once for a note that is referred to twice, and not where the reference is struck out or gone', () => {
    const notes = footnote('占地□亩。')
    expect(
      findingsOf([line({ text: '甲' }, reference('a')), line({ text: '乙' }, reference('a'))], notes),
    ).toHaveLength(1)
    const del = { id: '1', author: '张', date: '' }
    expect(findingsOf([line({ text: '甲' }, { ...reference('a'), del })], notes)).toEqual([])
    expect(findingsOf([line({ text: '甲' })], notes)).toEqual([])
  })

  test('in the second of several reports it stands where it is referred to', () => {
    const report = (name: string): Block[] => [
      { type: 'title', children: [{ text: '政府工作报告' }] },
      line({ text: `——2025年1月8日在${name}第九届人民代表大会第四次会议上` }),
      line({ text: '各位代表：' }),
      line({ text: '现在，我代表镇人民政府，向大会报告工作。' }),
    ]
    const two = [...report('青禾镇'), ...report('石桥镇'), ...body]
    expect(findingsOf(two, footnote('占地□亩。')).map(({ words }) => words)).toEqual([`三个园区${objectCharacter}`])
  })
})
