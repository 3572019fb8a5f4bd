import { expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { readReport } from '../../shared/checks/read-report.ts'
import { linkChoices, suggestLinks } from '../../shared/ledger/suggest-links.ts'
import { checkInput } from '../support/check-data.ts'
import { ledgerOf, readerOf } from '../support/ledgers.ts'

const ledger = ledgerOf(
  { indicator: '税收收入', value: '12345', unit: '万元', growth: '6.1' },
  { indicator: '税收收入', year: 2024, value: '11635', unit: '万元' },
  { indicator: '税收收入', year: 2026, kind: 'target', growth: '5', unit: '万元' },
  { indicator: '出口总额', value: '830', unit: '万元', growth: '-3.2' },
  { indicator: '黄桃种植面积', value: '3200', unit: '亩' },
)

function offers(text: string, bound: { start: number; end: number }[] = [], year: number | null = 2026): string[] {
  const report = readReport(checkInput(text, { year, place: '青禾镇' }), createCheckCache())
  return suggestLinks(report.statements, report.text, bound, readerOf(ledger), report.year).map(
    ({ start, end, key, agrees }) => `${text.slice(start, end)} ${key}${agrees ? '' : ' ≠'}`,
  )
}

const report = (results: string, plan: string): string =>
  ['各位代表：', '一、2025年工作回顾', `${results}。`, '二、2026年工作安排', '（一）主要目标', `${plan}。`].join('\n')

test('statements that the ledger has a number for', () => {
  const text = report('税收收入完成1.23亿元，增长6.1%。出口总额800万元，下降3.2%', '税收收入增长5%')
  expect(offers(text)).toEqual([
    '1.23亿元 税收收入|2025|year|result|value',
    '增长6.1% 税收收入|2025|year|result|growth',
    '800万元 出口总额|2025|year|result|value ≠',
    '下降3.2% 出口总额|2025|year|result|growth',
    '增长5% 税收收入|2026|year|target|growth',
  ])
  const bound = [{ start: text.indexOf('1.23'), end: text.indexOf('1.23') + 2 }]
  expect(offers(text, bound)[0]).toBe('增长6.1% 税收收入|2025|year|result|growth')
})

test('last year beside this year, and an open name', () => {
  expect(offers(report('税收收入由上年的11635万元增加到12345万元；黄桃种植面积3200亩', '抓产业'))).toEqual([
    '11635万元 税收收入|2024|year|result|value',
    '12345万元 税收收入|2025|year|result|value',
    '3200亩 黄桃种植面积|2025|year|result|value',
  ])
})

test.each([
  ['another place', '枫林村税收收入完成12345万元'],
  ['a quarter', '一季度税收收入完成12345万元'],
  ['five years', '五年来税收收入累计完成12345万元'],
  ['growth over five years', '税收收入年均增长6.1%'],
  ['another measure', '税收收入完成12345亩'],
  ['a word of direction that does not stand before its figure', '出口总额降幅达到了3.2%'],
  ['a range', '税收收入完成12345—12400万元'],
  ['no row', '房产税完成12345万元'],
])('%s is no such figure', (_, results) => {
  expect(offers(report(results, '抓产业'))).toEqual([])
})

test('without a year nothing is known', () => {
  expect(offers('各位代表：\n一、工作回顾\n税收收入完成12345万元。', [], null)).toEqual([])
})

test('numbers that a figure may stand for, those that it agrees with first', () => {
  const reader = readerOf(ledger)
  const choices = (text: string, years: number[]): string[] => {
    const view = readReport(checkInput(text), createCheckCache())
    const [quantity] = view.quantities
    return quantity
      ? linkChoices(quantity, view.text, reader, years).map(
          ({ start, key, agrees }) => `${text.slice(start)} ${key} ${agrees}`,
        )
      : []
  }
  expect(choices('城乡税收830万元', [2024, 2025])).toEqual([
    '830万元 出口总额|2025|year|result|value true',
    '830万元 税收收入|2024|year|result|value false',
    '830万元 税收收入|2025|year|result|value false',
  ])
  expect(choices('税收下降3.2%', [2025])).toEqual([
    '下降3.2% 出口总额|2025|year|result|growth true',
    '下降3.2% 税收收入|2025|year|result|growth false',
  ])
})
