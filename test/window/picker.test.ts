import { Transforms } from 'slate'
import { describe, expect, test } from 'vitest'
import {
  atStart,
  movePicker,
  pickerList,
  type PickerMove,
  type PickerState,
} from '../../renderer/picker/picker-model.ts'
import { typedQuery, typedSlash } from '../../renderer/picker/typed-slash.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { phrasingText, type PhrasingContext } from '../../shared/ledger/phrasing.ts'
import { ledgerOf, readerOf } from '../support/ledgers.ts'
import { editorWith, leaf, p, table } from '../support/slate.ts'

function typedInto(before: string): { editor: ReportEditor; opened: boolean } {
  const editor = editorWith(p(before))
  editor.insertText('/')
  return { editor, opened: typedSlash(editor) !== undefined }
}

describe('a stroke opens the picker', () => {
  test.each(['|', '预期目标是：|', '增长9%，|', '增长9%；|', '城乡、|', '完成。|', '其中 |', '　　|'])(
    'in %s',
    (before) => {
      expect(typedInto(before).opened).toBe(true)
    },
  )

  test.each(['3|', '元|', '“|', '和/|'])('not in %s', (before) => {
    expect(typedInto(before).opened).toBe(false)
  })

  test('beside a bound figure and in a cell of a table', () => {
    const editor = editorWith(p('税收', leaf('4126万元|', { indicator: 'k' }), '，'))
    Transforms.move(editor, { distance: 1 })
    editor.insertText('/')
    expect(typedSlash(editor)).toBeDefined()
    const cells = editorWith(table(['|']))
    cells.insertText('/')
    expect(typedSlash(cells)).toBeDefined()
  })

  test('not where it was there already, is pasted, or comes back by undo', () => {
    const { editor } = typedInto('目标：|')
    Transforms.insertText(editor, '财')
    expect(typedSlash(editor)).toBeUndefined()
    const pasted = editorWith(p('目标：|'))
    pasted.insertText('/税收/')
    expect(typedSlash(pasted)).toBeUndefined()
    const undone = editorWith(p('目标：/|'))
    undone.deleteBackward('character')
    undone.operations = []
    undone.undo()
    expect(undone.operations.length).toBeGreaterThan(0)
    expect(typedSlash(undone)).toBeUndefined()
  })
})

describe('what is typed behind it', () => {
  const query = (words: string, before = '目标：|', after?: (editor: ReportEditor) => void): string | undefined => {
    const { editor } = typedInto(before)
    const anchor = typedSlash(editor)
    if (!anchor) throw new Error('not open')
    if (words !== '') editor.insertText(words)
    after?.(editor)
    return typedQuery(editor, anchor, true)
  }

  test.each([
    ['', ''],
    ['财政', '财政'],
    ['gdp', 'gdp'],
    ['财政/', undefined], // a second stroke keeps it as text
    ['财政，', undefined],
    ['完成。', undefined],
    ['这是一句话它显然已经不是一个指标名称了对不对', '这是一句话它显然已经不是一个指标名称了对不对'],
    ['这是一句话它显然已经不是一个指标名称了对不对真的不是了', undefined],
  ])('%s', (words, expected) => {
    expect(query(words)).toBe(expected)
  })

  test('ends where the stroke is deleted, the caret leaves, or the line is broken', () => {
    expect(query('', '目标：|', (editor) => editor.deleteBackward('character'))).toBeUndefined()
    expect(
      query('财政', '目标：|', (editor) => Transforms.move(editor, { distance: 4, reverse: true })),
    ).toBeUndefined()
    expect(query('财政', '目标：|', (editor) => editor.insertBreak())).toBeUndefined()
  })
})

describe('the keys', () => {
  const reader = readerOf(
    ledgerOf(
      { indicator: '财政总收入', value: '6904', unit: '万元', growth: '9.8' },
      { indicator: '一般公共预算收入', value: '4126', unit: '万元' },
      { indicator: '一般公共预算支出', unit: '万元' },
    ),
  )
  const context: PhrasingContext = { resultYear: 2025, targetYear: 2026, period: 'year', targetsFirst: false }
  const walk = (query: string, ...moves: PickerMove[]): [string, string | undefined] => {
    let state: PickerState = atStart
    const list = () => pickerList(query, state, reader, context, 'town')
    for (const move of moves) state = movePicker(state, move, list())
    const { row, phrasings } = list()
    const chosen = phrasings[state.phrasing ?? 0]
    const words = chosen && phrasingText(chosen)
    return [`${row?.indicator ?? ''}${state.phrasing === undefined ? '' : ` ${state.phrasing}`}`, words]
  }

  test.each<[string, PickerMove[], [string, string | undefined]]>([
    ['', [], ['财政总收入', '财政总收入完成6904万元，增长9.8%']],
    ['', ['down'], ['一般公共预算收入', '一般公共预算收入完成4126万元']],
    ['', ['up'], ['财政总收入', '财政总收入完成6904万元，增长9.8%']],
    ['', ['right'], ['财政总收入 0', '财政总收入完成6904万元，增长9.8%']],
    ['', ['right', 'down'], ['财政总收入 1', '财政总收入6904万元、增长9.8%']],
    ['', ['right', 'down', 'up', 'up'], ['财政总收入', '财政总收入完成6904万元，增长9.8%']],
    ['', ['right', 'left', 'down'], ['一般公共预算收入', '一般公共预算收入完成4126万元']],
    ['', ['unit', 'right'], ['财政总收入 0', '财政总收入完成0.69亿元，增长9.8%']],
    ['', ['unit', 'unit'], ['财政总收入', '财政总收入完成6904万元，增长9.8%']],
    ['', ['unit', 'down'], ['一般公共预算收入', '一般公共预算收入完成4126万元']],
    ['财政总收', ['down', 'down'], ['财政总收入 1', '财政总收入6904万元、增长9.8%']],
    ['财政总收', ['down', 'down', 'down', 'down', 'down'], ['财政总收入 3', '财政总收入增长9.8%']],
    // Without a number Enter writes the name, and a □ for the number.
    ['支出', [], ['一般公共预算支出', '一般公共预算支出□']],
    ['支出', ['down', 'right'], ['一般公共预算支出 0', '一般公共预算支出□']],
    ['房产税', ['down', 'right', 'up'], ['', undefined]],
  ])('%s %j', (query, moves, expected) => {
    expect(walk(query, ...moves)).toEqual(expected)
  })
})
