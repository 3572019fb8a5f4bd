import { expect, test } from 'vitest'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { findFigure } from '../../shared/ledger/ledger.ts'
import { readLinks, type FigureLink } from '../../shared/ledger/links.ts'
import { ledgerOffer, newlyStale } from '../../shared/ledger/text-edits.ts'
import { boundParagraph, keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'

const ledger = ledgerOf(
  { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
  { indicator: '税收收入', value: '4126', unit: '万元', state: 'confirmed' },
  { indicator: '粮食产量', value: '5.2', unit: '万吨', growth: '6.1' },
  { indicator: '粮食产量', year: 2026, kind: 'target', unit: '万吨', growth: '8', bound: '>=' },
)
const reader = readerOf(ledger)
const linksOf = (text: string, key: string): FigureLink[] => readLinks([boundParagraph(text, key)], reader)

const tax = keyOf('税收收入')
const taxGrowth = keyOf('税收收入', 'growth')
const grain = keyOf('粮食产量', 'growth')
const grainTarget = keyOf('粮食产量', 'growth', { year: 2026, kind: 'target' })

test.each<[string, string, object | undefined]>([
  ['税收收入[4162万元]', tax, { value: '4162' }],
  ['税收收入[0.42亿元]', tax, { value: '4200' }],
  ['税收收入[0.420亿元]', tax, { value: '4200' }],
  ['税收收入[4126万元]', tax, undefined],
  ['税收收入[近5000万元]', tax, undefined],
  ['税收收入[4162吨]', tax, undefined],
  ['粮食产量[增长6.10%]', grain, undefined],
  ['粮食产量[增长7.20%]', grain, { growth: '7.20' }],
  ['粮食产量[下降7.2%]', grain, { growth: '-7.2' }],
  ['粮食产量[增长9%以上]', grainTarget, { growth: '9' }],
  ['税收收入[增长15%]', taxGrowth, { growth: '15', growthUnit: '%' }], // published from now on
])('%s', (text, key, content) => {
  const [link] = linksOf(text, key)
  const offer = link && ledgerOffer(link, { file: '报告', sentence: text })
  if (!content) {
    expect(offer).toBeUndefined()
    return
  }
  if (offer?.edit.edit !== 'set') throw new Error('no offer')
  const { source, state, ...rest } = offer.edit.content
  expect(rest).toEqual(content)
  // What was confirmed was another number.
  expect([state, source?.file, source?.sentence]).toEqual(['reported', '报告', text])
  const after = editLedger(ledger, [offer.edit], stamp)
  expect(readLinks([boundParagraph(text, key)], readerOf(after))).toMatchObject([{ state: 'same' }])
  const { edit: _, content: __, ...place } = offer.edit
  expect(findFigure(after, place)?.history.length).toBe(1)
})

test('an edit under the present name of a renamed row', () => {
  const renamed = editLedger(
    ledger,
    [{ edit: 'changeRow', indicator: '税收收入', change: { indicator: '税收总额' } }],
    stamp,
  )
  const [link] = readLinks([boundParagraph('税收收入[4162万元]', tax)], readerOf(renamed))
  expect(link && ledgerOffer(link, {})?.edit).toMatchObject({ indicator: '税收总额' })
})

test('only what has become stale just now', () => {
  const before = [...linksOf('税收收入[4162万元]', tax), ...linksOf('税收收入[4126万元]', tax)]
  const same = linksOf('税收收入[4162万元]', tax)
  const other = linksOf('税收收入[4163万元]', tax)
  expect(newlyStale(before, before)).toEqual([])
  expect(newlyStale(before, [...same, ...other])).toEqual(other)
  expect(newlyStale(before, [...same, ...same])).toEqual(same)
  expect(newlyStale([], same)).toEqual(same)
  expect(newlyStale(linksOf('[增长7.2%]', grain), linksOf('[下降7.2%]', grain))).toHaveLength(1)
})
