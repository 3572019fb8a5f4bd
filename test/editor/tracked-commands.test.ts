import { expect, test } from 'vitest'
import { replaceBlocks } from '../../renderer/app/replace-body.ts'
import { applyRepair } from '../../renderer/editor/commands/apply-repair.ts'
import {
  bindFigures,
  insertPhrase,
  writeBoundFigures,
  writeFields,
} from '../../renderer/editor/commands/bound-figures.ts'
import { acceptCarried } from '../../renderer/editor/commands/carried-sentences.ts'
import { replaceHits } from '../../renderer/editor/commands/replace.ts'
import { writeSentence } from '../../renderer/editor/commands/write-sentence.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { annexTable, refreshAnnexes } from '../../shared/ledger/annex/annex-tables.ts'
import { planChanges } from '../../shared/ledger/plan-changes.ts'
import { withCarried } from '../../shared/report/carried.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { fillFromMeta } from '../../shared/templates/fill-meta.ts'
import { translator } from '../support/check-data.ts'
import { boundLeaves, keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'
import { reportMeta } from '../support/report-meta.ts'
import { lin, shown, trackAs } from '../support/revised.ts'
import { editorWith, leaf, line, p } from '../support/slate.ts'

const tax = keyOf('税收收入')
const growth = keyOf('税收收入', 'growth')
const bound = (text: string, key = tax): TextLeaf => leaf(text, { indicator: key })
const field = (more: Partial<TextLeaf> = {}): TextLeaf =>
  leaf('□', { field: { indicator: '税收收入', part: 'value' }, ...more })

const ledger = ledgerOf({ indicator: '税收收入', value: '4126', unit: '万元', growth: '12.1' })
const cell = { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' } as const
const change: LedgerEdit = { edit: 'set', ...cell, content: { value: '5126', growth: '-3.2' } }
const changed = editLedger(ledger, [change], stamp)

function followLedger(editor: ReportEditor): void {
  const body = bodyOf(editor)
  const plan = planChanges(body, readerOf(ledger), readerOf(changed))
  const edits = plan.flatMap(({ edit, link: { start, end, key } }) => (edit ? [{ edit, start, end, key }] : []))
  writeBoundFigures(editor, plainText(body), edits)
}

const t = translator('zh-CN')
const annex = annexTable({ kind: 'results', year: 2025, indicators: ['税收收入'] }, readerOf(ledger), t)
const meta = reportMeta({ date: null })
const dated = reportMeta()
const dateLine = line('meeting', '——', leaf('□年□月□日', { field: { indicator: 'date', part: 'text' } }), '在会议上')

/**
 * What the program writes is recorded like what is typed. Besides each row: a rejection gives back what stood there to the last
 * property, acceptance gives what the same act writes while 修订 is off, and undo is exact.
 */
test.each<[name: string, before: Block[], act: (editor: ReportEditor) => void, after: string[]]>([
  [
    'figures that follow the ledger',
    [p('税收', bound('4126万元'), '，增长', bound('12.1%', growth), '。')],
    followLedger,
    ['税收-周[4126]+周[5126]万元，-周[增长]-周[12.1]+周[下降3.2]%。'],
  ],
  [
    'a □ that is filled',
    [p('税收', field(), '万元。')],
    (editor) =>
      writeFields(editor, plainText(bodyOf(editor)), [{ edit: { start: 2, end: 3, text: '4126' }, key: tax }]),
    ['税收-周[□]+周[4126]万元。'],
  ],
  [
    'a □ that is filled with another word before it',
    [p('税收增长', field({ indicator: growth }), '%。')],
    (editor) =>
      writeFields(editor, plainText(bodyOf(editor)), [{ edit: { start: 2, end: 5, text: '下降3.2' }, key: growth }]),
    ['税收-周[增长]-周[□]+周[下降3.2]%。'],
  ],
  [
    'a phrase at the caret',
    [p('财政：|')],
    (editor) => insertPhrase(editor, boundLeaves('税收[4126万元]', tax)),
    ['财政：+周[税收]+周[4126万元]'],
  ],
  [
    'a phrase over what is selected',
    [p('财政：‹/税收›。')],
    (editor) => insertPhrase(editor, boundLeaves('税收[4126万元]', tax)),
    ['财政：-周[/税收]+周[税收]+周[4126万元]。'],
  ],
  ['写一句', [p('桥已建成。')], (editor) => writeSentence(editor, '水厂□。', 0), ['桥已建成。+周[水厂]+周[□]+周[。]']],
  [
    'replacing everywhere, a □ among it',
    [p('税收', field(), '万元，粮食', field(), '万吨')],
    (editor) =>
      replaceHits(editor, [
        { start: 2, end: 3, replacement: '5' },
        { start: 8, end: 9, replacement: '6' },
      ]),
    ['税收-周[□]+周[5]万元，粮食-周[□]+周[6]万吨'],
  ],
  [
    'a repair',
    [p('完成完成任务')],
    (editor) => void applyRepair(editor, plainText(bodyOf(editor)), [{ start: 2, end: 4, text: '' }]),
    ['完成-周[完成]任务'],
  ],
  [
    'a table made anew from the ledger',
    [annex, p('')],
    (editor) => replaceBlocks(editor, refreshAnnexes(bodyOf(editor), readerOf(changed), t)),
    [
      '指标|单位|2024年实绩|2025年目标|2025年完成|比上年增长|完成率;税收收入|万元|—|—|-周[4126]+周[5126]|-周[12.1%]+周[-3.2%]|—',
      '',
    ],
  ],
  [
    'what 报告信息 fills in the title',
    [dateLine],
    (editor) => replaceBlocks(editor, fillFromMeta(bodyOf(editor), meta, dated)),
    ['——-周[□年□月□日]+周[2026年1月12日]在会议上'],
  ],
])('%s', (_, before, act, after) => {
  const editor = editorWith(...before)
  const start = structuredClone(bodyOf(editor))
  trackAs(editor, '周书记')
  act(editor)
  const tracked = structuredClone(bodyOf(editor))
  expect(shown(tracked)).toEqual(after)
  expect(decide(tracked, 'reject', 'all')).toEqual(start)
  const plainEditor = editorWith(...before)
  act(plainEditor)
  expect(decide(tracked, 'accept', 'all')).toEqual(bodyOf(plainEditor))
  while (editor.history.undos.length > 0) editor.undo()
  expect(bodyOf(editor)).toEqual(start)
})

test('a table made anew twice holds one change to be decided', () => {
  const again = editLedger(changed, [{ edit: 'set', ...cell, content: { value: '6126' } }], stamp)
  const editor = editorWith(annex, p(''))
  trackAs(editor, '周书记')
  for (const next of [changed, again, again]) replaceBlocks(editor, refreshAnnexes(bodyOf(editor), readerOf(next), t))
  expect(shown(bodyOf(editor))[0]).toContain('|-周[4126]+周[6126]|-周[12.1%]+周[-3.2%]|')
})

test('links and marks are no words: binding, unbinding and 已核 are not recorded, and what is deleted keeps its own', () => {
  const editor = editorWith(p('税收4126万元', leaf('9亩', { del: lin }), '。'))
  trackAs(editor, '周书记')
  bindFigures(editor, [{ start: 2, end: 9, key: tax }])
  expect(bodyOf(editor)).toEqual([p('税收', bound('4126万元'), leaf('9亩', { del: lin }), bound('。'))])
  const words = '坚持依法行政。'
  const carried = editorWith({ ...p(), children: withCarried([{ text: words }]) })
  trackAs(carried, '周书记')
  expect(acceptCarried(carried, plainText(bodyOf(carried)), { start: 0, end: words.length })).toBe(true)
  expect(bodyOf(carried)).toEqual([p(words)])
})
