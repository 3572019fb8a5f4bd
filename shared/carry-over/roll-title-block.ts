import type { LineView } from '../checks/rule.ts'
import { readHanOrdinal } from '../report/line-marks.ts'
import { hanOrdinal } from '../report/numbering.ts'
import { withYearsInDigits, yearAsPrinted } from './han-years.ts'
import type { NextMeeting } from './roll-meta.ts'
import { blank, groupSpan, type RolledWords } from './rolled-words.ts'

/** Years, day and meeting of the lines above the salutation. */
export function rollTitleBlock(lines: readonly LineView[], year: number, meeting: NextMeeting): RolledWords[] {
  return lines.filter(isTitleLine).flatMap((line) => {
    const years = rollYears(withYearsInDigits(line.text), year).map((one) => ({
      ...one,
      text: yearAsPrinted(one.text, line.text.slice(one.start, one.end)),
    }))
    const words = [...rollDates(line.text), ...rollMeetings(line.text, meeting), ...years]
    return words.map((one) => ({ ...one, start: one.start + line.start, end: one.end + line.start }))
  })
}

export function isTitleLine({ role }: LineView): boolean {
  return role === 'title' || role === 'meeting' || role === 'speaker' || role === 'date'
}

const digits = '[\\d〇零○一二三四五六七八九]'
const day = new RegExp(
  `${digits}{4}\\s*年\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月(?<day>\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*日)?`,
  'g',
)

/** The □ is the one that 报告信息 fills; a month alone is not. */
function rollDates(text: string): RolledWords[] {
  return [...text.matchAll(day)].map((match) => ({
    what: 'dateWord',
    reason: 'open',
    start: match.index,
    end: match.index + match[0].length,
    text: match.groups?.['day'] === undefined ? `${blank}年${blank}月` : `${blank}年${blank}月${blank}日`,
    field: { indicator: 'date', part: 'text' },
  }))
}

const ordinal = /第?(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?<unit>届|次)(?!全会|中全会)/dg

function rollMeetings(text: string, { probable, reason }: NextMeeting): RolledWords[] {
  if (!/会议/.test(text) && !/届/.test(text)) return []
  return [...text.matchAll(ordinal)].flatMap((match): RolledWords[] => {
    const { start, end, text: printed } = groupSpan(match, 'number')
    const part = match.groups?.['unit'] === '届' ? 'congress' : 'session'
    const next = probable[part]
    const before = /\d/.test(printed) ? Number(printed) : readHanOrdinal(printed)
    const stays = part === 'congress' && reason !== 'newCongress'
    if (before === undefined || (stays && next === before)) return []
    const certain = reason === '' && next !== null
    if (!certain) {
      const field = { indicator: part, part: 'text' as const }
      return [{ what: 'meetingWord', reason: reason || 'open', start, end, text: blank, field }]
    }
    return [{ what: 'meetingWord', reason: '', start, end, text: /\d/.test(printed) ? String(next) : hanOrdinal(next) }]
  })
}

/** 青禾镇2025年工作总结和2026年工作计划. */
function rollYears(text: string, year: number): RolledWords[] {
  return [...text.matchAll(/(?<![\d一])(?<year>(?:19|20)\d\d)(?=\s*(?:年|[-—]))/dg)].flatMap((match): RolledWords[] => {
    const { start, end, text: printed } = groupSpan(match, 'year')
    if (Number(printed) !== year && Number(printed) !== year - 1) return []
    return [{ what: 'yearWord', reason: '', start, end, text: String(Number(printed) + 1) }]
  })
}
