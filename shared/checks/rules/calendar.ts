import { readHanOrdinal } from '../../report/line-marks.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/** Days that no calendar has (2月30日, 13月5日), and weekdays that are not those of their date. */
export const calendar: ParagraphRule = {
  id: 'calendar',
  kind: 'wrong-year',
  severity: 'error',
  check(text) {
    return findDates(text).flatMap((date) => [...judgeDay(text, date), ...judgeWeekday(text, date)])
  },
}

interface PrintedDate {
  year: number | null
  month: number
  day: number
  start: number
  end: number
}

const arabic = /(?<![\d.．])(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g
const han =
  /(?:([〇零○一二三四五六七八九]{4})年)?(?<![一二三四五六七八九十百])([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g
/** 农历腊月三十日, 藏历, 傣历: other calendars have other months. */
const otherCalendar = /[农阴旧藏傣彝回夏]历[^。；，,\n]{0,12}$/

function findDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = []
  for (const match of text.matchAll(arabic)) {
    const [, year, month, day] = match
    found.push({ year: year ? Number(year) : null, month: Number(month), day: Number(day), ...spanOf(match) })
  }
  for (const match of text.matchAll(han)) {
    const month = readHanOrdinal(match[2] ?? '')
    const day = readHanOrdinal(match[3] ?? '')
    if (month !== undefined && day !== undefined) found.push({ year: hanYear(match[1]), month, day, ...spanOf(match) })
  }
  return found.filter(({ start }) => !otherCalendar.test(text.slice(Math.max(0, start - 16), start)))
}

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
})

function hanYear(digits: string | undefined): number | null {
  if (!digits) return null
  return Number(Array.from(digits.replace(/[零○]/g, '〇'), (digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''))
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Without a year February may have 29 days. */
function exists({ year, month, day }: PrintedDate): boolean {
  const days = daysOfMonth[month - 1]
  if (days === undefined || day < 1 || day > days) return false
  return month !== 2 || day < 29 || year === null || isLeap(year)
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function judgeDay(text: string, date: PrintedDate): Outcome[] {
  if (exists(date)) return []
  const { start, end } = date
  return [
    {
      messageId: 'noSuchDay',
      values: { date: text.slice(start, end) },
      start,
      end,
      evidence: [evidenceOf(text, date)],
    },
  ]
}

const weekdays = '日一二三四五六'
/** 1月12日（星期一）; without brackets the weekday must follow at once: 12日周一. */
const weekdayAfter = /^\s?[（(]?(星期|周)([一二三四五六日天])(?![年期岁])/

function judgeWeekday(text: string, date: PrintedDate): Outcome[] {
  const match = weekdayAfter.exec(text.slice(date.end, date.end + 8))
  if (!match || date.year === null || !exists(date)) return []
  const [whole, word = '', printed = ''] = match
  const right = weekdays.charAt(weekdayOf(date.year, date.month, date.day))
  if (right === printed.replace('天', '日')) return []
  const end = date.end + whole.length
  const start = end - word.length - printed.length
  const value = word + right
  return [
    {
      messageId: 'weekdayOfDate',
      values: { date: text.slice(date.start, date.end), right: value },
      start,
      end,
      evidence: [evidenceOf(text, { start: date.start, end })],
      repairs: [{ messageId: 'changeTo', values: { value }, edits: [{ start, end, text: value }] }],
    },
  ]
}

/** 0 = Sunday (Sakamoto: the days that the months before have moved the week on). */
function weekdayOf(year: number, month: number, day: number): number {
  const moved = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const own = month < 3 ? year - 1 : year
  return (own + Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400) + moved + day) % 7
}
