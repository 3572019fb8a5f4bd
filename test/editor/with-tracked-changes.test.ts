import { Node, Text } from 'slate'
import { describe, expect, test } from 'vitest'
import { insertNote, insertPageBreak, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection } from '../../renderer/editor/commands/move-section.ts'
import { startWithPhrase } from '../../renderer/editor/commands/phrases.ts'
import { setBlockType, setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { deleteRow, deleteTable, insertRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleBold } from '../../renderer/editor/commands/toggle-mark.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import { isBody } from '../../shared/report/parse.ts'
import type { Block, Inline, Paragraph } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { createReviewComments } from '../../shared/word/write/review-comments.ts'
import { lin, nobody, shown, trackAs, trackedEditor, zhou } from '../support/revised.ts'
import { documentOf, h, leaf, note, p, pageBreak, table } from '../support/slate.ts'

type Act = (editor: ReportEditor) => void

const type =
  (text: string): Act =>
  (editor) =>
    editor.insertText(text)
const backspace: Act = (editor) => editor.deleteBackward('character')
const remove: Act = (editor) => editor.deleteForward('character')
const cut: Act = (editor) => editor.deleteFragment()
const enter: Act = (editor) => editor.insertBreak()

/** A paragraph whose end is pending. */
const pending = (mark: Paragraph['mark'], ...content: Parameters<typeof p>): Paragraph => ({
  ...p(...content),
  ...(mark && { mark }),
})

/** 周书记 writes. Each row: what stands there, what is done, what stands there then; `|` is the caret. */
function rows(...cases: [name: string, before: Block[], act: Act, after: string[]][]): void {
  test.each(cases)('%s', (_, before, act, after) => {
    const editor = trackedEditor('周书记', ...before)
    const start = structuredClone(editor.children)
    act(editor)
    expect(shown(documentOf(editor))).toEqual(after)
    expect(isBody(JSON.parse(JSON.stringify(editor.children)))).toBe(true)
    const end = structuredClone(editor.children)
    while (editor.history.undos.length > 0) editor.undo()
    expect(editor.children, 'undone').toEqual(start)
    while (editor.history.redos.length > 0) editor.redo()
    expect(editor.children, 'done again').toEqual(end)
  })
}

describe('deleting', () => {
  rows(
    ['words are marked', [p('新建水库|三座')], backspace, ['新建水|-周[库]三座']],
    ['forwards the caret goes on', [p('新建|水库')], remove, ['新建-周[水]|库']],
    [
      'one after the other is one deletion',
      [p('新建水库|')],
      (e) => [1, 2].forEach(() => backspace(e)),
      ['新建|-周[水库]'],
    ],
    ['my insertion really goes', [p('新建', leaf('水库|', { ins: zhou }))], backspace, ['新建+周[水|]']],
    ['with its last character nothing is left of it', [p('新建', leaf('水|', { ins: zhou }))], backspace, ['新建|']],
    [
      'the insertion of another gets a deletion on top',
      [p('新建', leaf('水库|', { ins: lin }))],
      backspace,
      ['新建+林[水|]+林-周[库]'],
    ],
    ['whose author is missing is not mine', [p('新建', leaf('库|', { ins: nobody }))], backspace, ['新建+?-周[|库]']],
    [
      'what is deleted is passed over',
      [p('新建', leaf('水库', { del: lin }), '|三座')],
      backspace,
      ['新|-周[建]-林[水库]三座'],
    ],
    [
      'over all of them at once',
      [p('‹新', leaf('建', { ins: zhou }), leaf('水', { ins: lin }), leaf('库', { del: lin }), '座›')],
      cut,
      ['-周[新]+林-周[水]-林[库]-周[座|]'],
    ],
    [
      'a note is marked and the caret stands before it',
      [p('水库', note('n'), '|三座')],
      backspace,
      ['水库|-周[※]三座'],
    ],
    ['a whole character of two units goes', [p('新𠮷|建')], backspace, ['新|-周[𠮷]建']],
  )
})

describe('typing', () => {
  rows(
    ['is an insertion', [p('新|建')], type('水'), ['新+周[水|]建']],
    ['goes on with mine', [p('新', leaf('水|', { ins: zhou }), '建')], type('库'), ['新+周[水库|]建']],
    [
      'splits that of another',
      [p('新', leaf('水|库', { ins: lin }), '建')],
      type('大'),
      ['新+林[水]+周[大|]+林[库]建'],
    ],
    [
      'in what is deleted comes behind it',
      [p('新', leaf('水|库', { del: lin }), '建')],
      type('路'),
      ['新-林[水库]+周[路|]建'],
    ],
    ['behind what is deleted is live', [p('新', leaf('水库|', { del: lin }))], type('路'), ['新-林[水库]+周[路|]']],
    [
      'over a selection is a deletion and an insertion behind it',
      [p('新建‹水库›三座')],
      type('道路'),
      ['新建-周[水库]+周[道路|]三座'],
    ],
    ['over several lines', [p('前‹面'), p('后›面')], type('中'), ['前-周[面]¶-周', '-周[后]+周[中|]面']],
    [
      'over whole lines and a table, of which the first word is deleted already',
      [p(leaf('前', { del: lin }), '‹面'), table(['项目']), p('›'), p('后面')],
      type('中'),
      ['-林[前]-周[面]¶-周', '-周-周[项目]¶-周', '+周[中|]', '后面'],
    ],
    ['into an empty line', [p('|')], type('路'), ['+周[路|]']],
    [
      'takes over how the words look, not their comments',
      [p(leaf('新|建', { bold: true, comments: ['c1'] }))],
      type('水'),
      ['新+周[水|]建'],
    ],
    [
      'at a field takes its place',
      [p('完成', leaf('□|', { field: { indicator: '', part: 'text' } }), '亩')],
      (e) => {
        backspace(e)
        type('五')(e)
      },
      ['完成+周[五|]-周[□]亩'],
    ],
  )

  test('words that go on are one revision, and those of an hour later another', () => {
    const editor = trackedEditor('周书记', p('新|'))
    type('水')(editor)
    type('库')(editor)
    const ids = () => revisionsIn(editor.children as Block[]).map(({ text }) => text)
    expect(ids()).toEqual(['水库'])
    trackAs(editor, '周书记', '09:30')
    type('三')(editor)
    expect(ids()).toEqual(['水库', '三'])
  })

  test('typed words are one step of undo', async () => {
    const editor = trackedEditor('周书记', p('新|'))
    for (const word of ['水', '库', '三']) {
      type(word)(editor)
      await Promise.resolve()
    }
    editor.undo()
    expect(shown(documentOf(editor))).toEqual(['新|'])
  })

  test('while 修订 is off what is pending stays what it is, and new words belong to none of it', () => {
    const editor = trackedEditor('周书记', p('新', leaf('水|库', { ins: lin }), leaf('路', { del: lin })))
    editor.tracking = null
    type('大')(editor)
    expect(shown(documentOf(editor))).toEqual(['新+林[水]大|+林[库]-林[路]'])
    editor.select({ path: [0, 4], offset: 1 })
    type('桥')(editor)
    expect(shown(documentOf(editor))).toEqual(['新+林[水]大+林[库]-林[路]桥|'])
  })
})

describe('lines', () => {
  rows(
    [
      'both halves keep what is pending on the line',
      [{ ...p('前|后'), section: 'review', pFmt: { rev: lin, prev: { type: 'heading', level: 1 } } }, p('末')],
      enter,
      ['前¶+周§林', '|后§林', '末'],
    ],
    ['Enter: the left half ends with an insertion', [p('前|后')], enter, ['前¶+周', '|后']],
    [
      'the right half keeps what was pending',
      [pending({ del: lin }, '前|后'), p('末')],
      enter,
      ['前¶+周', '|后¶-林', '末'],
    ],
    ['behind what is deleted', [p('前', leaf('中|间', { del: lin }), '后')], enter, ['前-林[中间]¶+周', '|后']],
    ['Backspace at the start marks the end before', [p('前'), p('|后')], backspace, ['前|¶-周', '后']],
    ['my own end really goes', [pending({ ins: zhou }, '前'), p('|后')], backspace, ['前|后']],
    ['that of another is deleted on top', [pending({ ins: lin }, '前'), p('|后')], backspace, ['前|¶+林-周', '后']],
    ['one that is deleted is passed over', [pending({ del: lin }, '前'), p('|后')], backspace, ['-周[|前]¶-林', '后']],
    [
      'Enter and Backspace leave a heading what it was',
      [h(1, '标题|')],
      (e) => {
        enter(e)
        backspace(e)
      },
      ['标题|'],
    ],
    [
      'behind a heading comes body text, and a rejection brings the heading back',
      [h(1, '标题|')],
      enter,
      ['标题¶+周', '|§周'],
    ],
    [
      'deleting over lines marks every end within',
      [p('甲‹一'), p('乙'), p('丙›二')],
      cut,
      ['甲-周[一]¶-周', '-周[乙]¶-周', '-周[丙]|二'],
    ],
    ['a page break is marked', [p('前'), pageBreak(), p('|后')], backspace, ['前', '-周<page-break>', '|后']],
    ['a table is not joined', [p('前'), table(['甲']), p('|后')], backspace, ['前', '甲|', '后']],
  )
})

test('a heading that opens a section and was parted is one again after a rejection', () => {
  const before: Block[] = [{ ...h(1, '回顾'), section: 'review', label: '1、' }, p('末')]
  const editor = trackedEditor('周书记', { ...h(1, '回|顾'), section: 'review', label: '1、' }, p('末'))
  enter(editor)
  expect(shown(editor.children as Block[])).toEqual(['回¶+周', '顾§周', '末'])
  expect(decide(editor.children as Block[], 'reject', 'all')).toEqual(before)
})

test('who has no name has no insertions either', () => {
  const editor = trackedEditor('', p('新', leaf('建|', { ins: nobody })))
  backspace(editor)
  expect(shown(editor.children as Block[])).toEqual(['新+?-?[建]'])
})

describe('from the start of a line to the start of a later one whole lines go, and the caret is in that one', () => {
  const gone = leaf('昨', { del: lin })
  rows(
    [
      'as they are',
      [p('‹前面'), p('中间'), p('›后面')],
      type('新'),
      ['-周[前面]¶-周', '-周[中间]¶-周', '+周[新|]后面'],
    ],
    [
      'where words deleted before stand at the start',
      [p(gone, '‹前面'), p('中间'), p('›后面')],
      type('新'),
      ['-林[昨]-周[前面]¶-周', '-周[中间]¶-周', '+周[新|]后面'],
    ],
    [
      'or at the start of the line that stays',
      [p('‹前面'), p('中间'), p(gone, '›后面')],
      type('新'),
      ['-周[前面]¶-周', '-周[中间]¶-周', '+周[新|]-林[昨]后面'],
    ],
    [
      'with a table between',
      [p(gone, '‹前面'), table(['项目', '数值']), p('›后面')],
      type('新'),
      ['-林[昨]-周[前面]¶-周', '-周-周[项目]¶-周|-周[数值]¶-周', '+周[新|]后面'],
    ],
    [
      'not where words of the same line stand before it',
      [pending({ del: lin }, '前'), p(gone, '‹面'), p('›后面')],
      type('新'),
      ['前¶-林', '-林[昨]-周[面]¶-周', '+周[新|]后面'],
    ],
  )
})

describe('formats', () => {
  rows(
    ['words remember how they looked', [p('新‹建›三座')], toggleBold, ['新~周[‹建›]三座']],
    [
      'there and back is nothing',
      [p('新‹建›三座')],
      (e) => {
        toggleBold(e)
        toggleBold(e)
      },
      ['新‹建›三座'],
    ],
    ['my insertion only changes', [p('新', leaf('‹建›', { ins: zhou }))], toggleBold, ['新+周[‹建›]']],
    ['what is deleted stays', [p('新', leaf('‹建›', { del: lin }))], toggleBold, ['新-林[‹建›]']],
    ['a line remembers what it was', [p('标题|')], (e) => setHeadingLevel(e, 2), ['标题|§周']],
    [
      'the line whose end I made just changes',
      [pending({ ins: zhou }, '标题|'), p('后')],
      (e) => setHeadingLevel(e, 2),
      ['标题|¶+周', '后'],
    ],
    [
      'there and back is nothing for a line',
      [p('标题|')],
      (e) => {
        setHeadingLevel(e, 2)
        setBlockType(e, { type: 'paragraph' })
      },
      ['标题|'],
    ],
    ['a number that is typed makes a heading', [p('|标题')], type('一、'), ['|标题§周']],
  )

  test('a rejection brings every property back, those that nobody knows included', () => {
    const before = [p(leaf('新建', { xml: '<w:em w:val="dot"/>', bold: true }))]
    const editor = trackedEditor('周书记', p(leaf('‹新建›', { xml: '<w:em w:val="dot"/>', bold: true })))
    toggleBold(editor)
    setHeadingLevel(editor, 1)
    expect(decide(editor.children as Block[], 'reject', 'all')).toEqual(before)
  })
})

describe('blocks', () => {
  rows(
    ['a row', [table(['甲'], ['乙|'])], (e) => insertRow(e, 'below'), ['甲;乙;+周|']],
    ['a row goes with its words and ends', [table(['甲'], ['乙|'])], deleteRow, ['甲;-周-周[乙|]¶-周']],
    [
      'my row really goes',
      [
        {
          ...table(['甲'], ['乙|']),
          children: table(['甲'], ['乙|']).children.map((row, i) => (i === 1 ? { ...row, ins: zhou } : row)),
        },
        p('后'),
      ],
      deleteRow,
      ['甲|', '后'],
    ],
    ['a table', [p('前'), table(['甲|'])], deleteTable, ['前', '-周-周[甲|]¶-周']],
    ['a page break', [p('前|后')], insertPageBreak, ['前¶+周', '+周<page-break>', '|后']],
    ['a note', [p('前|后')], (e) => insertNote(e, 'n'), ['前+周[※]|后']],
    [
      'pasted lines are all recorded',
      [p('前|后')],
      (e) => e.insertFragment([p('一'), p('二')]),
      ['前+周[一]¶+周', '+周[二|]¶+周', '后'],
    ],
    [
      'what is pasted leaves revisions and comments behind',
      [p('前|')],
      (e) => e.insertFragment([p(leaf('一', { ins: lin, comments: ['c'] }), leaf('二', { del: lin }))]),
      ['前+周[一|]'],
    ],
    [
      'at the end the line before gets the end',
      [p('前|')],
      (e) => e.insertFragment([h(1, '标题'), p('文')]),
      ['前¶+周', '+周[标题]¶+周', '+周[文|]'],
    ],
    ['a phrase of the template', [p('')], (e) => startWithPhrase(e, 0, '建成道路。'), ['+周[建成道路。|]']],
    [
      'a section that moves',
      [h(1, '甲'), p('一'), h(1, '乙'), p('二')],
      (e) => moveSection(e, 0, 2, 4),
      ['-周[甲]¶-周', '-周[一]¶-周', '乙', '二¶+周', '+周[|甲]¶+周', '+周[一]'],
    ],
  )

  test('both ends of a move carry its name', () => {
    const editor = trackedEditor('周书记', p('一'), p('二'))
    moveSection(editor, 0, 1, 2)
    const names = new Set(revisionsIn(editor.children as Block[]).map(({ revision }) => revision.move))
    expect([...names]).toEqual([expect.any(String)])
    expect(shown(decide(editor.children as Block[], 'accept', 'all'))).toEqual(['二', '一'])
    expect(shown(decide(editor.children as Block[], 'reject', 'all'))).toEqual(['一', '二'])
  })

  test('the comments of what moves go with it, and stay with the end that is kept', () => {
    const commented = leaf('修桥三座', { comments: ['c1'] })
    const places = (body: readonly Block[]): unknown[] =>
      [...readCommentPlaces(body)].map(([id, { words, stretches, point }]) => [
        id,
        words,
        stretches.map(({ path }) => path),
        point,
      ])
    const editor = trackedEditor('周书记', p('年内', commented, '。'), p('再说一段。'), p('末尾一段。'))
    const before = structuredClone(editor.children as Block[])
    moveSection(editor, 0, 1, 2)
    const moved = editor.children as Block[]
    expect(shown(moved).at(-2)).toContain('修桥三座')
    expect(places(moved)).toEqual([['c1', '修桥三座', [[2]], false]])
    expect(places(decide(moved, 'accept', 'all'))).toEqual([['c1', '修桥三座', [[1]], false]])
    expect(decide(moved, 'reject', 'all')).toEqual(before)
    const comment = { id: 'c1', author: '王书记', initials: '', date: '', paragraphs: ['核'], done: false }
    const { writer } = createReviewComments([comment], moved)
    const marks = moved.map((block) =>
      'children' in block ? block.children.map((child) => writer.before(child as Inline)).join('') : '',
    )
    expect(marks, 'one range in a Word file').toEqual(['', '', '<w:commentRangeStart w:id="0"/>', ''])
    editor.undo()
    expect(editor.children).toEqual(before)
  })

  test('a table fills the page between two lines', () => {
    const editor = trackedEditor('周书记', p('前|'), p('后'))
    insertTable(editor, 2, 1)
    expect(shown(editor.children as Block[])).toEqual(['前', '+周;+周', '后'])
    expect(shown(decide(editor.children as Block[], 'reject', 'all'))).toEqual(['前', '后'])
  })
})

test('two authors: each revision keeps its own, and nothing empty is pending', () => {
  const editor = trackedEditor('林镇长', p('甲|丁'))
  type('乙丙丙')(editor)
  trackAs(editor, '周书记')
  editor.select({ anchor: { path: [0, 1], offset: 1 }, focus: { path: [0, 1], offset: 3 } })
  cut(editor)
  expect(shown(editor.children as Block[])).toEqual(['甲+林[乙]+林-周[丙丙]丁'])
  for (const [text] of Node.texts(editor))
    if (Text.isText(text) && (text.ins ?? text.del)) expect(text.text).not.toBe('')
})
