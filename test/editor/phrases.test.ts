import { describe, expect, test } from 'vitest'
import { phrasesFor, startWithPhrase } from '../../renderer/editor/commands/phrases.ts'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import type { Block, Paragraph } from '../../shared/report/schema.ts'
import { editorWith, expectAct, h, leaf, p } from '../support/slate.ts'

const road = '道路：修建□公里，□月底前通车。'
const bridge = '桥梁：加固□座。'
const guidance = { hint: '一件一条', phrases: [road, bridge] }
const advised = (...content: Parameters<typeof p>): Paragraph => ({ ...p(...content), guidance })
const blank = (text = '□') => leaf(text, { field: { indicator: '', part: 'text' } })

test('the □ of a phrase wait like those of a template: the first is selected, Tab goes on', () => {
  expectAct([advised('|')], (editor) => startWithPhrase(editor, 0, road), [
    advised('道路：修建', blank('‹□›'), '公里，', blank(), '月底前通车。'),
  ])
  expectAct(
    [advised('|')],
    (editor) => {
      startWithPhrase(editor, 0, road)
      editor.insertText('12')
      pressTab(editor, false)
      editor.insertText('9')
    },
    [advised('道路：修建12公里，9|月底前通车。')],
  )
})

test('behind a phrase without □ the caret stands at its end', () => {
  expectAct([advised('|')], (editor) => startWithPhrase(editor, 0, '今年要'), [advised('今年要|')])
})

describe('phrases that are offered', () => {
  const filled = '道路：修建12公里，9月底前通车。'
  const rows: { name: string; body: Block[]; at: number; offered: string[] }[] = [
    { name: 'those of the line itself', body: [advised('|')], at: 0, offered: [road, bridge] },
    { name: 'none once something is written', body: [advised('修|')], at: 0, offered: [] },
    {
      name: 'the others in the next line, once one was taken',
      body: [advised(filled), p('|')],
      at: 1,
      offered: [bridge],
    },
    {
      name: 'over several lines, until all are taken',
      body: [advised(filled), p('桥梁：加固3座。'), p('|')],
      at: 2,
      offered: [],
    },
    { name: 'none below words of one’s own', body: [advised('全镇平稳。'), p('|')], at: 1, offered: [] },
    { name: 'none below the next heading', body: [advised(filled), h(1, '安排'), p('|')], at: 2, offered: [] },
  ]
  test.each(rows)('$name', ({ body, at, offered }) => expect(phrasesFor(editorWith(...body), at)).toEqual(offered))
})
