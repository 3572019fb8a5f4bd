import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { carryRange } from '../../renderer/editor/marks/carry-marks.ts'
import {
  decorateLine,
  marksByLine,
  sameMarks,
  type LeafMarks,
  type ShownStretches,
} from '../../renderer/editor/marks/decorations.ts'
import { segmentMarks, type Mark } from '../../renderer/editor/marks/finding-marks.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { editorWith, h, leaf, note, p, table } from '../support/slate.ts'

describe('a marked stretch after an edit', () => {
  /** 【】 before the edit, and what is left of it after: none where nothing is. */
  const rows: [name: string, before: string, after: string][] = [
    ['typing before it moves it', '增长【8.6%】，', '大幅增长【8.6%】，'],
    ['typing behind it leaves it', '增长【8.6%】，', '增长【8.6%】左右，'],
    ['typing in it widens it', '增长【8.6%】，', '增长【80.6%】，'],
    ['deleting a part cuts it', '增长【8.6%】，', '增长【8%】，'],
    ['deleting all of it ends it', '增长【8.6%】，', '增长，'],
    ['deleting over its start', '增长【8.6%】，', '增【.6%】，'],
    ['typing at its start leaves it', '【8.6%】，', '约【8.6%】，'],
  ]
  test.each(rows)('%s', (_, before, after) => {
    const read = (text: string) => ({
      start: text.indexOf('【'),
      end: text.indexOf('】') - 1,
      text: text.replace(/[【】]/g, ''),
    })
    const from = read(before)
    const to = read(after)
    const expected = after.includes('【') ? { start: to.start, end: to.end } : undefined
    expect(carryRange(from, from.text, to.text)?.start).toBe(expected?.start)
    expect(carryRange(from, from.text, to.text)?.end).toBe(expected?.end)
  })
})

describe('marks that overlap', () => {
  const mark = (start: number, end: number, id: string, severity: Severity, active = false): Mark => ({
    start,
    end,
    finding: { id, severity, active },
  })

  test('the gravest gives the underline, each keeps its id and its start', () => {
    const segments = segmentMarks([mark(0, 6, 'a', 'note'), mark(2, 4, 'b', 'error')])
    expect(
      segments.map(({ start, end, findings, severity, opens }) => [start, end, findings, severity, opens]),
    ).toEqual([
      [0, 2, 'a', 'note', true],
      [2, 4, 'a b', 'error', true],
      [4, 6, 'a', 'note', false],
    ])
  })

  test('the open one comes first', () => {
    const [segment] = segmentMarks([mark(0, 2, 'a', 'error'), mark(0, 2, 'b', 'note', true)])
    expect(segment).toMatchObject({ severity: 'note', active: true })
  })

  test('what touches does not overlap', () => {
    expect(segmentMarks([mark(0, 2, 'a', 'note'), mark(2, 4, 'b', 'note')]).map(({ findings }) => findings)).toEqual([
      'a',
      'b',
    ])
  })
})

describe('findings on lines', () => {
  const finding = (editor: ReportEditor, words: string, id = words): Finding => {
    const start = plainText(bodyOf(editor)).text.indexOf(words)
    expect(start).toBeGreaterThanOrEqual(0)
    const rest = { rule: 'r', kind: 'k', messageId: 'm', values: {}, evidence: [], repairs: [], fingerprint: id }
    return { id, severity: 'error', start, end: start + words.length, ...rest }
  }
  const decorated = (editor: ReportEditor, findings: Finding[], path: number[]) => {
    const marks = marksByLine(editor, bodyOf(editor), findings, undefined)
    return decorateLine(editor, marks, editor.node(path)).map((range) => {
      const { opensFinding } = range as LeafMarks
      return [editor.string(range), opensFinding]
    })
  }

  test('words over two formats are marked in both and open once', () => {
    const editor = editorWith(p('增', leaf('长8', { bold: true }), '.6%'))
    expect(decorated(editor, [finding(editor, '增长8.6')], [0])).toEqual([
      ['增', true],
      ['长8', false],
      ['.6', false],
    ])
  })

  test('in a heading behind its number, on its first character for the number itself', () => {
    const editor = editorWith(h(1, '回顾'), h(1, '安排'))
    expect(decorated(editor, [finding(editor, '安排')], [1])).toEqual([['安排', true]])
    expect(decorated(editor, [finding(editor, '二、')], [1])).toEqual([['安', true]])
    expect(decorated(editor, [finding(editor, '二、')], [0])).toEqual([])
  })

  test('behind a note, and in a cell', () => {
    const editor = editorWith(p('修路', note('n1'), '18公里'), table(['甲', '乙丙']))
    expect(decorated(editor, [finding(editor, '18')], [0])).toEqual([['18', true]])
    expect(decorated(editor, [finding(editor, '丙')], [1, 0, 1, 0])).toEqual([['丙', true]])
  })

  test('over several lines on each', () => {
    const editor = editorWith(p('修路'), p('种树'))
    expect(decorated(editor, [finding(editor, '路\n种')], [0])).toEqual([['路', true]])
    expect(decorated(editor, [finding(editor, '路\n种')], [1])).toEqual([['种', true]])
  })

  test('they follow the words while the next check is still running', () => {
    const editor = editorWith(p('|增长8.6%，种树'))
    const marks = marksByLine(editor, bodyOf(editor), [finding(editor, '8.6%')], undefined)
    editor.insertText('全年')
    expect(decorateLine(editor, marks, editor.node([0])).map((range) => editor.string(range))).toEqual(['8.6%'])
    editor.insertBreak()
    expect(decorateLine(editor, marks, editor.node([0]))).toEqual([])
  })

  test('the same findings on the same words paint nothing anew', () => {
    const editor = editorWith(p('前'), p('|增长8.6%'))
    const marks = () => marksByLine(editor, bodyOf(editor), [finding(editor, '8.6%')], undefined)
    const before = marks()
    editor.select({ path: [0, 0], offset: 0 })
    editor.insertText('更前')
    expect(sameMarks(before, marks())).toBe(true)
    expect(sameMarks(before, marksByLine(editor, bodyOf(editor), [], undefined))).toBe(false)
  })

  test('a sentence shown beside last year’s report stands on its words, also where the check read them later', () => {
    const editor = editorWith(p('|增长8.6%。沿用的一句。'), p('沿用的一句。'))
    const earlier = bodyOf(editor)
    editor.insertText('全年')
    const look = (words: string, name: ShownStretches['look']): ShownStretches => {
      const start = plainText(earlier).text.indexOf(words)
      return { body: earlier, look: name, stretches: [{ start, end: start + words.length }] }
    }
    const shown = [look('沿用的一句', 'unchanged'), look('的一句', 'lit'), look('沿', 'carried')]
    const marks = marksByLine(editor, bodyOf(editor), [finding(editor, '8.6%')], undefined, [], -1, shown)
    const looks = decorateLine(editor, marks, editor.node([0])).map((range) => [
      editor.string(range),
      (range as LeafMarks).findings,
      (range as LeafMarks).look,
    ])
    expect(looks).toEqual([
      ['8.6%', '8.6%', undefined],
      ['沿', '', 'carried unchanged'],
      ['用', '', 'unchanged'],
      ['的一句', '', 'unchanged lit'],
    ])
    expect(decorateLine(editor, marks, editor.node([1]))).toEqual([])
  })
})
