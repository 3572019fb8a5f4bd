import type { PeriodKind } from './statement.ts'
import type { StatementWords } from './role.ts'

const planSections = new Set(['guidance', 'targets', 'tasks', 'self-building'])

/** The year a statement is about: printed in its sentence, else said in words, else that of its section. */
export function readStatementYear({ text, raw, section }: StatementWords, reportYear: number | null): number | null {
  const lead = text.slice(raw.sentence.start, raw.value?.start ?? raw.growth?.start ?? raw.end)
  const printed = printedYear(lead)
  if (printed !== undefined) return printed
  if (reportYear === null) return null
  const plan = section !== null && planSections.has(section)
  const word = [...lead.matchAll(/(?<![比较])(?:去年|上年(?!同期)|过去一年|今年|明年)/g)].at(-1)?.[0]
  if (word === '明年') return plan ? reportYear : reportYear
  if (word === '今年') return plan ? reportYear : reportYear - 1
  // What grew from last year's value stands beside it; in a plan that is this year's target.
  if (word !== undefined && !(plan && raw.prior)) return reportYear - 1
  return section === null ? null : plan ? reportYear : reportYear - 1
}

/** The last year that is not a base of comparison (比2018年, 是2011年的1.8倍), the name of a plan, or the beginning of a span. */
function printedYear(lead: string): number | undefined {
  const years = [...lead.matchAll(/(?<before>.?)(?<year>(?:19|20)\d\d)年(?<after>.{0,10})/g)].filter(
    ({ groups }) =>
      !/[比较与从由自《]/.test(groups?.['before'] ?? '') &&
      !/^(?:以来|来|计划|规划|前|后|至|到|-|—|的基|[底末]?(?:的|同期的?)(?:近|约|将近)?\d+(?:\.\d+)?(?:多?倍|[%％]))/.test(
        groups?.['after'] ?? '',
      ),
  )
  const year = years.at(-1)?.groups?.['year']
  return year === undefined ? undefined : Number(year)
}

const opensSpan =
  /(?:过去的?|这|近|今后|未来)[五三四]年|[五三四]年来|[五三四]年(?:工作)?回顾|“?十[一二三四五]?五”?(?:时期|期间|以来)/
/** 本届政府的第一年 speaks of a term and of one year of it. */
const mayOpenSpan = /届政府|任期/
const opensYear = /全年|过去的?一年|(?:19|20)\d\d年(?![至到来以-])|一年来|去年|今年|过去一年/

/**
 * Does the text speak of several years from this paragraph on: 五年来 and the like open such a stretch, a single year ends it.
 * Undefined where the paragraph says neither.
 */
export function readStretch(paragraph: string): boolean | undefined {
  const lead = paragraph.slice(0, 40)
  if (opensSpan.test(lead)) return true
  if (opensYear.test(lead)) return false
  return mayOpenSpan.test(lead) ? true : undefined
}

/** Half-years, quarters, months and spans are said in words; 年底 and 目前 are points in time; else a year. */
export function readPeriod({ text, raw, spanning }: StatementWords): PeriodKind {
  const lead = text.slice(raw.sentence.start, raw.value?.start ?? raw.growth?.start ?? raw.end)
  if (/上半年|下半年|1[-—–~至到]6月/.test(lead)) return 'half-year'
  if (/季度|1[-—–~至到][39]月|1[-—–~至到]9月/.test(lead)) return 'quarter'
  if (/\d{1,2}[-—–~至到]?\d{0,2}月份/.test(lead)) return 'month'
  if (/[五三四六七八十]年来|五年间|五年累计|过去的?[五三四]年|今后五年|未来五年|[三五]年内|”?期间|以来/.test(lead))
    return 'span'
  if (/年底|年末|月底|目前|截至|截止|现有/.test(lead)) return 'point'
  return spanning && !opensYear.test(lead) ? 'span' : 'year'
}
