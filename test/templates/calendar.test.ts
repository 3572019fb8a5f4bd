import { expect, test } from 'vitest'
import { nextMeeting, placeInPlan, readPlan, weekdayOf } from '../../shared/templates/calendar.ts'

test.each([
  [1990, '七五', 'last'],
  [2001, '十五', 'first'],
  [2020, '十三五', 'last'],
  [2023, '十四五', 'middle'],
  [2025, '十四五', 'last'],
  [2026, '十五五', 'first'],
])('%i lies in %s as its %s', (year, plan, place) => {
  expect([readPlan(year), placeInPlan(year)]).toEqual([plan, place])
})

test('no plan is named before the third', () => {
  expect(readPlan(1960)).toBeNull()
})

test('sessions follow each other; a term report opens a new congress', () => {
  expect(nextMeeting({ congress: 19, session: 5 }, 'annual')).toEqual({ congress: 19, session: 6 })
  expect(nextMeeting({ congress: 19, session: 5 }, 'term')).toEqual({ congress: 20, session: 1 })
  expect(nextMeeting({ congress: null, session: null }, 'annual')).toEqual({ congress: null, session: null })
})

test('weekday of a day that exists', () => {
  expect([weekdayOf('2026-01-12'), weekdayOf('2026-02-30'), weekdayOf('soon')]).toEqual([1, null, null])
})
