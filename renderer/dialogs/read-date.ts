import { weekdayOf } from '../../shared/templates/calendar.ts'

/** 2026年1月12日, 2026-1-12, 2026.1.12, 2026/1/12 → `2026-01-12`; null for a day that does not exist. */
export function readDate(text: string): string | null {
  const parts = written.exec(text)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return weekdayOf(date) === null ? null : date
}

/** Year, month and day are there, whether or not the calendar has such a day. */
export function looksLikeDate(text: string): boolean {
  return written.test(text)
}

const written = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/
