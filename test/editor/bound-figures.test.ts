import fc from 'fast-check'
import { Editor, Node, Range } from 'slate'
import { describe, expect, test } from 'vitest'
import { bindFigures, insertPhrase, writeBoundFigures } from '../../renderer/editor/commands/bound-figures.ts'
import { replaceHits } from '../../renderer/editor/commands/replace.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { planChanges } from '../../shared/ledger/plan-changes.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { boundLeaves, keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'
import { documentOf, editorWith, expectAct, expectSound, leaf, p, table } from '../support/slate.ts'
import { visiblySame } from '../support/visible-number.ts'

const tax = keyOf('税收收入')
const growth = keyOf('税收收入', 'growth')
const bound = (text: string, key = tax) => leaf(text, { indicator: key })

describe('typing', () => {
  test.each<[string, Block, (editor: ReportEditor) => void, Block]>([
    ['inside a figure belongs to it', p('税收', bound('41|26万元')), type('9'), p('税收', bound('419|26万元'))],
    ['before a figure does not', p('税收', bound('|4126万元')), type('近'), p('税收近|', bound('4126万元'))],
    ['behind a figure does not', p('税收', bound('4126万元|')), type('，'), p('税收', bound('4126万元'), '，|')],
    ['over a figure takes its place and its key with it', p('税收', bound('‹4126万元›')), type('若干'), p('税收若干|')],
    [
      'over a figure leaves the one beside it bound',
      p('税收', bound('‹4126万元›'), bound('增长12.1%', growth)),
      type('若干'),
      p('税收若干|', bound('增长12.1%', growth)),
    ],
    [
      'over its words from outside as well',
      p('税收‹', bound('4126万元'), '›，', bound('增长12.1%', growth)),
      type('若干'),
      p('税收若干|，', bound('增长12.1%', growth)),
    ],
    [
      'over the digits leaves the unit bound, and the number is read with it',
      p('税收', bound('‹4126›万元'), '，', bound('增长12.1%', growth)),
      type('50'),
      p('税收50|', bound('万元'), '，', bound('增长12.1%', growth)),
    ],
    [
      'over both takes both keys',
      p('税收', bound('‹4126万元'), '，', bound('增长12.1%›', growth), '。'),
      type('稳步增长'),
      p('税收稳步增长|。'),
    ],
    [
      'Enter in a figure leaves both halves bound',
      p('税收', bound('41|26万元')),
      (editor) => editor.insertBreak(),
      p('税收', bound('41')),
    ],
  ])('%s', (_, before, act, after) => {
    const editor = editorWith(before)
    act(editor)
    expect(documentOf(editor)[0]).toEqual(after)
  })
})

function type(words: string): (editor: ReportEditor) => void {
  return (editor) => editor.insertText(words)
}

const ledger = ledgerOf({ indicator: '税收收入', value: '4126', unit: '万元', growth: '12.1' })

function write(editor: ReportEditor, from: Ledger, to: Ledger): void {
  const body = bodyOf(editor)
  const plan = planChanges(body, readerOf(from), readerOf(to))
  const edits = plan.flatMap(({ edit, link }) =>
    edit ? [{ edit, start: link.start, end: link.end, key: link.key }] : [],
  )
  writeBoundFigures(editor, plainText(body), edits)
}

describe('the ledger writes into the text', () => {
  const changed = editLedger(
    ledger,
    [
      {
        edit: 'set',
        indicator: '税收收入',
        year: 2025,
        period: 'year',
        kind: 'result',
        content: { value: '5126', growth: '-3.2' },
      },
    ],
    stamp,
  )
  const annex = table(['指标', '万元'], ['税收收入', ''])
  const cell = annex.children[1]?.children[1]?.children[0]
  if (cell) cell.children = boundLeaves('[4126]', tax)

  test('in every place, with its looks and its key, as one step', () => {
    const before: Block[] = [
      p('税收收入完成|', leaf('4126万元', { indicator: tax, bold: true }), '，增长', bound('12.1%', growth), '。'),
      p('税收', bound('0.41亿元'), '、', bound('41'), bound('26万元'), '。'),
      annex,
    ]
    const after = table(['指标', '万元'], ['税收收入', ''])
    const written = after.children[1]?.children[1]?.children[0]
    if (written) written.children = boundLeaves('[5126]', tax)
    expectAct(before, (editor) => write(editor, ledger, changed), [
      p('税收收入完成|', leaf('5126万元', { indicator: tax, bold: true }), '，', bound('下降3.2%', growth), '。'),
      p('税收', bound('0.51亿元'), '、', bound('5126万元'), '。'),
      after,
    ])
  })

  test('undo is one step, apart from what was typed before', () => {
    const editor = editorWith(p('税收收入', bound('4126万元|')))
    editor.insertText('。')
    write(editor, ledger, changed)
    expect(Node.string(editor)).toBe('税收收入5126万元。')
    editor.undo()
    expect(Node.string(editor)).toBe('税收收入4126万元。')
  })

  test('a digit typed before the mark is taken in', () => {
    expectAct([p('税收收入5', bound('4126万元'), '。|')], (editor) => write(editor, ledger, changed), [
      p('税收收入', bound('5126万元'), '。|'),
    ])
  })
})

test('words are bound and unbound, each as one step', () => {
  const editor = editorWith(p('税收收入4126万元，增长12.1%。|'))
  bindFigures(editor, [
    { start: 4, end: 10, key: tax },
    { start: 11, end: 18, key: growth },
  ])
  expect(bodyOf(editor)).toEqual([p('税收收入', bound('4126万元'), '，', bound('增长12.1%', growth), '。')])
  editor.undo()
  expect(bodyOf(editor)).toEqual([p('税收收入4126万元，增长12.1%。')])
  editor.redo()
  bindFigures(editor, [{ start: 4, end: 10, key: undefined }])
  expect(bodyOf(editor)).toEqual([p('税收收入4126万元，', bound('增长12.1%', growth), '。')])
  expectSound(editor)
})

describe('replacing', () => {
  const waiting = (text: string) => leaf(text, { field: { indicator: '税收收入', part: 'value' }, indicator: tax })
  const replaceAll = (find: string, replacement: string) => (editor: ReportEditor) => {
    const { text } = plainText(bodyOf(editor))
    const hits = [...text.matchAll(new RegExp(find, 'g'))].map(({ index }) => ({
      start: index,
      end: index + find.length,
      replacement,
    }))
    replaceHits(editor, hits)
  }

  test.each<[string, Block, string, string, Block]>([
    ['a □ by a number: it waits no more', p('税收', waiting('□'), '万元|'), '□', '5', p('税收5万元|')],
    ['a □ with its unit', p('税收', waiting('□'), '万元|'), '□万元', '5亿元', p('税收5亿元|')],
    ['words with a □ in them', p('|税收', waiting('□'), '万元'), '收□', '入5', p('|税入5万元')],
    ['a □ by a □ waits on', p('税收', waiting('□'), '万元|'), '□', '近□', p('税收', waiting('近□'), '万元|')],
    ['words beside it', p('税收', waiting('□'), '万元|'), '万元', '亿元', p('税收', waiting('□'), '亿元|')],
    ['a bound figure stays bound', p('|税收', bound('4126万元')), '4126', '5126', p('|税收', bound('5126万元'))],
  ])('%s', (_, before, find, replacement, after) => {
    expectAct([before], replaceAll(find, replacement), [after])
  })
})

describe('a phrase', () => {
  const leaves = boundLeaves('税收收入完成[4126万元]，[增长12.1%]', tax, growth)

  test('comes in the place of what was typed to find it, and writing goes on unbound', () => {
    expectAct(
      [p('固定资产投资增长9%；‹/税收›')],
      (editor) => {
        const at = editor.selection
        if (at) insertPhrase(editor, leaves, at)
        editor.insertText('；')
      },
      [p('固定资产投资增长9%；税收收入完成', bound('4126万元'), '，', bound('增长12.1%', growth), '；|')],
    )
  })

  test('looks like the words around it', () => {
    const editor = editorWith(p(leaf('财政|', { bold: true })))
    insertPhrase(editor, leaves)
    expect([...Node.texts(editor)].every(([text]) => text.bold)).toBe(true)
  })

  test('is not bound to the figure it is put behind', () => {
    const editor = editorWith(p('税收', bound('4126万元|')))
    insertPhrase(editor, [{ text: '、' }, { text: '增长12.1%', indicator: growth }])
    expect(bodyOf(editor)).toEqual([p('税收', bound('4126万元'), '、', bound('增长12.1%', growth))])
  })
})

const acts: Record<string, (editor: ReportEditor, words: string) => void> = {
  type: (editor, words) => editor.insertText(words),
  enter: (editor) => editor.insertBreak(),
  backspace: (editor) => editor.deleteBackward('character'),
  delete: (editor) => editor.deleteForward('character'),
  cut: (editor) => editor.deleteFragment(),
  copyAndPaste: (editor) => {
    const fragment = editor.getFragment()
    editor.select(Editor.end(editor, []))
    editor.insertFragment(fragment)
  },
  pasteInside: (editor) => editor.insertFragment(editor.getFragment()),
  undo: (editor) => editor.undo(),
  redo: (editor) => editor.redo(),
}

const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts), 'ledger'),
  words: fc.constantFrom('5', '0', '.', '万', '增长', '下降', '，', '近', '-', '余', '%', '/'),
  anchor: fc.double({ min: 0, max: 1, noNaN: true }),
  focus: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 2 }),
  value: fc.integer({ min: 0, max: 99_999 }),
  growth: fc.integer({ min: -300, max: 300 }),
})

function pointAt(editor: ReportEditor, share: number) {
  const texts = [...Node.texts(editor)]
  const total = texts.reduce((sum, [text]) => sum + text.text.length + 1, 0)
  let rest = Math.floor(share * (total - 1))
  for (const [text, path] of texts) {
    if (rest <= text.text.length) return { path, offset: rest }
    rest -= text.text.length + 1
  }
  return Editor.end(editor, [])
}

function expectTrue(editor: ReportEditor, current: Ledger): void {
  const body = bodyOf(editor)
  const plain = plainText(body)
  const reader = readerOf(current)
  const links = readLinks(body, reader, plain)
  for (const { state, start, end, reference } of links) {
    const number = reference && reader.number(reference)
    const line = plain.lines.find((one) => one.start <= start && end <= one.end)
    if (state !== 'same' || !line || !reference || typeof number !== 'object') continue
    const words = plain.text.slice(line.start, line.end)
    const same = visiblySame(words, { start: start - line.start, end: end - line.start }, reference.part, number)
    expect(same, `${words} ${number.value}${number.unit}`).not.toBe(false)
  }
  const marked = [...Node.texts(editor)].filter(([text]) => text.indicator !== undefined)
  const covered = links.reduce((sum, { start, end }) => sum + end - start, 0)
  expect(covered).toBeGreaterThanOrEqual(marked.reduce((sum, [text]) => sum + text.text.length, 0))
}

test(
  'whatever is done in the editor, a bound figure says what the ledger has, or is stale or broken',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const editor = createReportEditor([
          p('税收收入完成', bound('4126万元'), '，', bound('增长12.1%', growth), '。'),
          p('全年税收', bound('0.41亿元'), '，增长', bound('12%', growth), '；粮食稳产。'),
        ])
        let current = ledger
        for (const { act, words, anchor, focus, value, growth: rate } of steps) {
          const at = pointAt(editor, anchor)
          editor.select({ anchor: at, focus: focus === undefined ? at : pointAt(editor, focus) })
          if (act !== 'ledger') acts[act]?.(editor, words)
          else {
            const content = { value: String(value), growth: (rate / 10).toFixed(1) }
            const place = { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' } as const
            const next = editLedger(current, [{ edit: 'set', ...place, content }], stamp)
            write(editor, current, next)
            current = next
          }
          expectTrue(editor, current)
        }
        expectSound(editor)
        expect(editor.selection === null || Range.isRange(editor.selection)).toBe(true)
      }),
      { numRuns: 120 },
    )
  },
)
