import { expect, test } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { renameLinks } from '../../renderer/editor/commands/rename-links.ts'
import { annexTable, refreshAnnexes } from '../../shared/ledger/annex/annex-tables.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { followedNames } from '../../shared/ledger/followed-names.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { waitingFields, rowOfField } from '../../shared/ledger/waiting-fields.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import { translator } from '../support/check-data.ts'
import { keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'
import { trackAs } from '../support/revised.ts'
import { editorWith, leaf, p } from '../support/slate.ts'

const rename = (indicator: string, to: string): LedgerEdit => ({
  edit: 'changeRow',
  indicator,
  change: { indicator: to },
})
const add = (indicator: string): LedgerEdit => ({ edit: 'addRow', row: { indicator, unit: '万元' } })
const fill = (indicator: string, value: string): LedgerEdit => ({
  edit: 'set',
  indicator,
  year: 2025,
  period: 'year',
  kind: 'result',
  content: { value, unit: '万元' },
})

const ledger = ledgerOf(
  { indicator: '税收收入', value: '4126', unit: '万元' },
  { indicator: '财政总收入', value: '9000', unit: '万元' },
)

/** Steps one after the other; then the name that a link to 税收收入 goes by. */
test.each<[string, LedgerEdit[][], string]>([
  ['a rename', [[rename('税收收入', '税收总额')]], '税收总额'],
  ['a rename, then a row of the old name', [[rename('税收收入', '税收总额')], [add('税收收入')]], '税收总额'],
  ['both in one step', [[rename('税收收入', '税收总额'), fill('税收收入', '1')]], '税收总额'],
  ['there and back', [[rename('税收收入', '税收总额')], [rename('税收总额', '税收收入')]], '税收收入'],
  [
    'two that change names',
    [[rename('税收收入', '甲'), rename('财政总收入', '税收收入'), rename('甲', '财政总收入')]],
    '财政总收入',
  ],
  ['a name that is taken', [[rename('税收收入', '财政总收入')]], '税收收入'],
  ['a row that is removed', [[{ edit: 'removeRow', indicator: '税收收入' }]], '税收收入'],
  ['another row', [[rename('财政总收入', '总收入')]], '税收收入'],
])('%s', (_, steps, name) => {
  const key = keyOf('税收收入')
  const waiting = leaf('□', { field: { indicator: '税收收入', part: 'value' }, indicator: key })
  const start: Block[] = [
    p('税收', leaf('4126万元', { indicator: key }), '，计划', waiting),
    annexTable({ kind: 'results', year: 2025, indicators: ['税收收入'] }, readerOf(ledger), translator('zh-CN')),
    {
      type: 'opaque',
      xml: '',
      label: '',
      chart: { indicator: '税收收入', title: '', unit: '万元', points: [] },
      children: [{ text: '' }],
    },
  ]
  const editor = editorWith(...start)
  trackAs(editor, '周书记')
  let now = ledger
  for (const edits of steps) {
    const next = editLedger(now, edits, stamp)
    renameLinks(editor, followedNames(now, edits, next))
    now = next
  }
  const body = bodyOf(editor)
  const keys = (body[0]?.children as TextLeaf[]).flatMap(({ indicator }) => indicator ?? [])
  expect(keys).toEqual([keyOf(name), keyOf(name)])
  expect(body[1]).toMatchObject({ annex: { indicators: [name] } })
  expect(body[2]).toMatchObject({ chart: { indicator: name } })
  expect(JSON.stringify(body)).not.toMatch(/"(?:ins|del|fmt)"/)
  const reader = readerOf(now)
  if (reader.row(name)) {
    const links = readLinks(refreshAnnexes(body, reader, translator('zh-CN')), reader)
    expect(links.map(({ state, number }) => [state, number?.value])).toEqual(links.map(() => ['same', '4126']))
    expect(waitingFields(body).map((place) => rowOfField(place, reader)?.indicator)).toEqual([name])
  }
  while (editor.history.undos.length > 0) editor.undo()
  expect(bodyOf(editor)).toEqual(editorWith(...start).children)
})

test('a link by a name of long ago stays with its row when a new one takes that name', () => {
  const renamed = editLedger(ledger, [rename('税收收入', '税收总额')], stamp)
  const edits = [fill('税收收入', '77')]
  const after = editLedger(renamed, edits, stamp)
  expect([...followedNames(renamed, edits, after)]).toEqual([['税收收入', '税收总额']])
  expect([...followedNames(after, [fill('税收收入', '78')], after)]).toEqual([])
})
