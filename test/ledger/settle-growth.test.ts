import { describe, expect, test } from 'vitest'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { findFigure, type FigureContent } from '../../shared/ledger/ledger.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { typeInto } from '../../shared/ledger/paste-block.ts'
import { settleGrowth } from '../../shared/ledger/settle-growth.ts'
import { ledgerOffer } from '../../shared/ledger/text-edits.ts'
import { checkLists } from '../support/check-data.ts'
import { boundParagraph, keyOf, ledgerOf, readerOf, stamp } from '../support/ledgers.ts'

const ledger = ledgerOf(
  { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
  { indicator: '税收收入', value: '4126', unit: '万元', growth: '12.1' },
  { indicator: '地区生产总值', year: 2024, value: '11.2', unit: '亿元' },
  { indicator: '地区生产总值', value: '12.3', unit: '亿元', growth: '6.1' },
  { indicator: '粮食产量', value: '5.2', unit: '万吨', growth: '6.1' },
)

const set = (indicator: string, content: Partial<FigureContent>): LedgerEdit => ({
  edit: 'set',
  indicator,
  year: 2025,
  period: 'year',
  kind: 'result',
  content,
})

/** Each row: a cell, what is said of it, and the growth that stands there then. */
test.each<[string, Partial<FigureContent>, string | null]>([
  ['税收收入', { value: '5126' }, null], // 39 % more: 12.1 % was that of the old value
  ['税收收入', { value: '4128' }, '12.1'], // 12.14 %
  ['税收收入', { value: '0.4128', unit: '亿元' }, '12.1'],
  ['税收收入', { value: '4126' }, '12.1'],
  ['税收收入', { value: '5126', growth: '12.1' }, '12.1'], // said with it
  ['税收收入', { growth: '15' }, '15'],
  ['税收收入', { state: 'confirmed' }, '12.1'],
  ['税收收入', { value: null }, '12.1'],
  ['地区生产总值', { value: '13.9' }, '6.1'], // at comparable prices the values say nothing
  ['粮食产量', { value: '9.9' }, '6.1'], // nothing to hold it against
])('%s %o: %s', (indicator, content, growth) => {
  const after = editLedger(ledger, settleGrowth(ledger, [set(indicator, content)], checkLists.indicators), stamp)
  expect(findFigure(after, { indicator, year: 2025, period: 'year', kind: 'result' })?.growth).toBe(growth)
})

test('last year’s value given in the same step counts', () => {
  const edits = [
    set('税收收入', { value: '5126' }),
    { ...set('税收收入', { value: '4573' }), year: 2024 } as LedgerEdit,
  ]
  expect(settleGrowth(ledger, edits, checkLists.indicators)).toEqual(edits)
})

describe('every way to say a value gives the same', () => {
  const growthAfter = (edits: readonly LedgerEdit[]): unknown => {
    const after = editLedger(ledger, settleGrowth(ledger, edits, checkLists.indicators), stamp)
    return findFigure(after, { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' })?.growth
  }
  test.each([
    ['5126', null],
    ['4128', '12.1'],
  ])('%s', (value, growth) => {
    const [link] = readLinks([boundParagraph(`税收收入[${value}万元]`, keyOf('税收收入'))], readerOf(ledger))
    const offer = link && ledgerOffer(link, {})
    const place = { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' } as const
    expect(growthAfter(offer ? [offer.edit] : [])).toBe(growth)
    expect(growthAfter(typeInto(ledger, place, value, '万元') ?? [])).toBe(growth)
    expect(growthAfter(typeInto(ledger, place, value, '万元', 'block') ?? [])).toBe(growth)
  })
})
