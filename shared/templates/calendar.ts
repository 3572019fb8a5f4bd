import { hanOrdinal } from '../report/numbering.ts'
import type { ReportKind, ReportMeta } from '../report/schema.ts'

/** The five-year plan a year lies in: 2026 → 十五五. Null before the first plan and beyond the readable ones. */
export function readPlan(year: number): string | null {
  const number = Math.floor((year - firstYearOfThirdPlan) / 5) + 3
  if (number < 3 || number > 99) return null
  return `${hanOrdinal(number)}五`
}

/** Whether the year is the first of its plan (开局) or the last (收官). */
export function placeInPlan(year: number): 'first' | 'middle' | 'last' {
  const place = (((year - firstYearOfThirdPlan) % 5) + 5) % 5
  return place === 0 ? 'first' : place === 4 ? 'last' : 'middle'
}

/**
 * The meeting that follows one: the next session of the same congress, or the first session of the next congress for a
 * report at the end of a term. Null parts stay null: nothing is guessed from nothing.
 */
export function nextMeeting(last: ReportMeta['meeting'], kind: ReportKind): ReportMeta['meeting'] {
  if (kind === 'term') return { congress: last.congress === null ? null : last.congress + 1, session: 1 }
  return { congress: last.congress, session: last.session === null ? null : last.session + 1 }
}

/** 0 = Sunday; a day that does not exist has none. */
export function weekdayOf(date: string): number | null {
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date ? null : day.getUTCDay()
}

/** 三五 began in 1966; since then a plan follows every five years: 十四五 2021, 十五五 2026. */
const firstYearOfThirdPlan = 1966
