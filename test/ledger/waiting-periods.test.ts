import { expect, test } from 'vitest'
import { waitingPeriods } from '../../shared/ledger/waiting-periods.ts'
import { checkLists } from '../support/check-data.ts'

/** What each □ of a review of 2026 is said to be of; '' = nothing but what its section says. */
function saidOf(words: string): string[] {
  const text = `一、2025年工作回顾\n${words}`
  const periodOf = waitingPeriods(text, { year: 2026, place: '青禾镇', indicators: checkLists.indicators })
  return [...text.matchAll(/□/g)].map(({ index }) => {
    const said = periodOf({ start: index, end: index + 1 })
    return said === undefined ? '' : said === 'several' ? said : `${said.year} ${said.period}`
  })
}

test.each<[string, string[]]>([
  ['财政总收入完成□亿元，增长□%。', ['2025 year', '2025 year']],
  ['财政总收入由上年的□亿元增加到□亿元。', ['2024 year', '2025 year']],
  ['上半年，财政总收入完成□亿元。', ['2025 half-year']],
  // A share of the year is one of the year; since when something has come together must be said.
  ['全年累计新增城镇就业□人。', ['2025 year']],
  ['累计城镇新增就业□人。', ['several']],
  ['五年来，累计城镇新增就业□人。', ['2025 term']],
  ['四年来，累计城镇新增就业□人。', ['several']],
  // A level of five years is that of the last one, an amount that they reached may be of all.
  ['五年来，城镇登记失业率□%。', ['2025 year']],
  ['五年来，固定资产投资达到□亿元。', ['several']],
  ['五年来，财政总收入从□亿元增长到□亿元，年均增长□%。', ['several', '2025 year', '2025 term']],
  // What is not read goes with its sentence.
  ['五年来，财政总收入累计完成□亿元，其余□。', ['2025 term', 'several']],
  ['财政总收入完成□亿元，其余□。', ['2025 year', '']],
  ['2026年财政总收入力争达到□亿元。', ['']],
  ['二、2026年主要目标\n财政总收入增长□%。', ['']],
  ['20□□年□月□日，会议召开。', ['', '', '', '']],
])('%s', (words, expected) => {
  expect(saidOf(words)).toEqual(expected)
})
