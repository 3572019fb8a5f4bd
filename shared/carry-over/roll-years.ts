import type { LineView } from '../checks/rule.ts'
import { readNamedYears } from '../checks/rules/year-of-section.ts'
import { readHanOrdinal } from '../report/line-marks.ts'
import { hanOrdinal } from '../report/numbering.ts'
import { placeInPlan, readPlan } from '../templates/calendar.ts'
import { withYearsInDigits, yearAsPrinted } from './han-years.ts'
import { isTitleLine } from './roll-title-block.ts'
import { groupSpan, type RolledWords } from './rolled-words.ts'

/**
 * Years and plan periods below the title block. A year that names a part of the report (in its heading or its opening
 * sentence), or that is said to open or to close a plan, goes on by one; in running text it may be anybody's year and stays.
 */
export function rollYears(lines: readonly LineView[], year: number): RolledWords[] {
  return lines.flatMap((printed) => {
    if (isTitleLine(printed) || printed.section === 'annex') return []
    const line = { ...printed, text: withYearsInDigits(printed.text) }
    const named = readNamedYears(line).map((one) => ({ start: one.start - line.start, end: one.end - line.start }))
    const words = [
      ...rollPlans(line, year),
      ...named.flatMap(({ start, end }) => rollNamed(line.text, start, end, year)),
      ...rollHeading(line, year),
      ...rollOpenings(line, year),
      ...findOthers(line, year),
    ]
    return words.map((one) => placed(one, printed))
  })
}

/** As words of the whole text, years in the characters they are printed in. */
function placed(words: RolledWords, { text, start }: LineView): RolledWords {
  const before = text.slice(words.start, words.end)
  const after =
    words.text === withYearsInDigits(before + '年').slice(0, -1) ? before : yearAsPrinted(words.text, before)
  return { ...words, text: after, start: words.start + start, end: words.end + start }
}

function rollNamed(text: string, start: number, end: number, year: number): RolledWords[] {
  const printed = Number(text.slice(start, Math.min(end, start + 4)))
  if (!isOwn(printed, year)) return []
  // 2025年是建镇三十年之年: the year goes on, and what is said of it may not.
  const claims = /^年[，,]?是(?!否)/.test(text.slice(start + 4))
  return [claims ? { ...yearEdit(start, printed), reason: 'yearClaim' } : yearEdit(start, printed)]
}

const isOwn = (printed: number, year: number): boolean => printed === year || printed === year - 1

function yearEdit(start: number, printed: number): RolledWords {
  return { what: 'yearWord', reason: '', start, end: start + 4, text: String(printed + 1) }
}

export const otherSpan = /年来|以来|年[至到]|[-—～~至到]\s*20\d\d|远景|期间|时期|规划/

/** （一）2026年主要目标: of any level, so long as it names one year. */
function rollHeading(line: LineView, year: number): RolledWords[] {
  if (line.role !== 'heading') return []
  const title = line.text.slice(0, Math.min(line.leadEnd ?? line.text.length, 60))
  if (otherSpan.test(title)) return []
  const years = [...title.matchAll(/(?<!\d)(?<year>20\d\d|19\d\d)(?=\s*年)/dg)]
  if (years.some((match) => !isOwn(Number(match[0]), year))) return []
  return years.map((match) => yearEdit(match.index, Number(match[0])))
}

/** ——2025年，我们抓项目; 做好2026年工作: what else names its year beyond doubt. */
function rollOpenings({ text, section, role }: LineView, year: number): RolledWords[] {
  if (role === 'heading') return []
  const pattern = section === 'review' ? openingOfPart : section === 'problems' ? undefined : workOfYear
  return [...(pattern ? text.matchAll(pattern) : [])].flatMap((match) => {
    const { start, text: words } = groupSpan(match, 'year')
    return Number(words) === (section === 'review' ? year - 1 : year) ? [yearEdit(start, Number(words))] : []
  })
}

const openingOfPart =
  /^[\s\u3000]*(?:[—–-]{1,2}|[一二三四五六七八九十]{1,2}是)?[\s\u3000]*(?:回首|回顾)?(?<year>20\d\d)年?[，,](?:我们|我[国省市县区镇乡]|全[国省市县区镇乡])/dg
const workOfYear =
  /(?:做好|抓好|推进|完成)(?<year>20\d\d)年(?:的)?(?:全年)?(?:政府|各项|经济社会发展)?(?:各项)?(?:工作|目标任务|任务)/dg

const plan = '[“"‘]?(?<plan>十[一二三四五六七八九]?五)[”"’]?'
const phrase = new RegExp(
  `(?<when>今年|去年|(?:19|20)\\d\\d年)[，,]?(?:既?是|为|作为|正是)[^。；;\\n十]{0,30}?${plan}(?<link>[^。；;，,“”\\n]{0,8}?)(?<phase>开局起步之年|开局之年|开局年|起步之年|起步年|收官之年|收官年|最后一年|第[一二三四五]年)`,
  'dg',
)

/** 2025年是“十四五”收官之年 → 2026年是“十五五”开局之年. */
function rollPlans({ text, section }: LineView, year: number): RolledWords[] {
  return [...text.matchAll(phrase)].flatMap((match): RolledWords[] => {
    const [when, name, phase] = ['when', 'plan', 'phase'].map((group) => groupSpan(match, group))
    if (!when || !name || !phase) return []
    const printed = yearOf(when.text, section, year)
    if (printed === undefined || !isOwn(printed, year) || readPlan(printed) !== name.text) return []
    if (!fits(phase.text, printed)) return []
    const next = readPlan(printed + 1)
    if (next === null) return []
    const after = phaseOf(printed + 1, phase.text)
    return [
      ...(/\d/.test(when.text) ? [yearEdit(when.start, printed)] : []),
      ...(next === name.text ? [] : [planEdit(name, next)]),
      ...(after === phase.text ? [] : [planEdit(phase, after)]),
    ]
  })
}

function planEdit({ start, end }: { start: number; end: number }, text: string): RolledWords {
  return { what: 'planWord', reason: '', start, end, text }
}

/** In a review 今年 may be either year. */
function yearOf(when: string, section: LineView['section'], year: number): number | undefined {
  if (when === '去年') return section === 'review' ? undefined : year - 1
  if (when === '今年') return section === 'review' ? undefined : year
  return Number(when.slice(0, 4))
}

/** Last year's report must have been right about it: else there is nothing to go on from. */
function fits(phase: string, year: number): boolean {
  const ordinal = /^第(.)年$/.exec(phase)?.[1]
  if (ordinal !== undefined) return readHanOrdinal(ordinal) === orderInPlan(year)
  return placeInPlan(year) === (/开局|起步/.test(phase) ? 'first' : 'last')
}

/** 1 … 5. */
const orderInPlan = (year: number): number => ((((year - 1) % 5) + 5) % 5) + 1

function phaseOf(year: number, before: string): string {
  const counted = before.startsWith('第')
  switch (placeInPlan(year)) {
    case 'first':
      return counted ? '第一年' : '开局之年'
    case 'last':
      return counted ? '第五年' : '收官之年'
    case 'middle':
      return `第${hanOrdinal(orderInPlan(year))}年`
  }
}

const sessions =
  /(?:[省市县区镇乡]委?|本)?(?:政协)?第?[一二三四五六七八九十]{1,3}届(?:(?:人大|人民代表大会|政协)(?:常委会)?)?第?[一二三四五六七八九十]{1,3}次(?:会议|全会|全体会议)?/g

/** 党的二十届三中全会, 党的二十大召开. */
const plenums =
  /(?:党的|中共|中央)第?[一二三四五六七八九十]{1,3}(?:届[一二三四五六七八九十]{1,2}中(?:全会)?(?:[、和及][一二三四五六七八九十]{1,2}中(?:全会)?)*|大(?=[^，。；\n]{0,4}召开))|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}届(?:[一二三四五六七八九十]{1,2}中[、和及]?){1,6}全会/g
const planName = /[“"‘]十[一二三四五六七八九]?五[”"’]|第[十二三四五六七八九]{1,3}个五年/g

/** “十四五”良好开局 is said of one year, whichever the plan. */
function opensOrEnds(text: string, { index, 0: words }: RegExpExecArray): boolean {
  const end = index + words.length
  return (
    /^[^，,。；;\n]{0,10}(?:开局|收官|开好局|起好步)/.test(text.slice(end, end + 14)) ||
    /(?:收官|开局)[^，,。；;\n]{0,4}$/.test(text.slice(Math.max(0, index - 6), index))
  )
}

/** A report at the end of a term speaks of five years, and an annual one follows it. */
const ofFiveYears = /(?:过去|刚刚过去的?|今后|未来|回顾|本届政府)的?五年|五年来/g
/** 今年是建镇三十年之年, 换届之年: said of this year alone. */
const ofOneYear = /(?:今年|(?:19|20)\d\d年)[，,]?(?:既|也|又|正|还)?(?:是|为)[^。；;\n]{0,160}/g
const claims = /(?:是|为|、)(?<claim>[^，,。；;、：:\n]{2,30}之年)/dg

function findClaims(text: string): { start: number; end: number; text: string }[] {
  return [...text.matchAll(ofOneYear)].flatMap(({ index, 0: words }) =>
    [...words.matchAll(claims)].map((match) => {
      const { start, end, text } = groupSpan(match, 'claim')
      return { start: index + start, end: index + end, text }
    }),
  )
}

/** 2025年, 奋战2025; not 2025个, 1234-2025. */
const anyYear =
  /(?<!\d,|[\d.A-Za-z+＋第“"‘])(?:19|20)\d\d(?=\s*年|[，,。；;：:、！!？?”’"）)]|$|[^\S\n]*\p{Script=Han}(?<![余多个家户人名亩元万亿千百吨项件处台套座公平立米条次份本场]))/gmu

/** What may be out of date and what nobody but the author can know. */
function findOthers({ text, section }: LineView, year: number): RolledWords[] {
  const stays = (what: RolledWords['what'], reason: RolledWords['reason'], match: RegExpExecArray): RolledWords => ({
    what,
    reason,
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  })
  const around = [...text.matchAll(anyYear)].filter((match) => {
    const printed = Number(match[0])
    // 较2020年增长: what this year was held against.
    return printed >= year - 2 && printed <= year + 1
  })
  const turning = placeInPlan(year) !== 'middle'
  return [
    ...around.map((match) => stays('yearWord', 'otherYear', match)),
    ...[...text.matchAll(/(?:\d{1,3}|[一二三四五六七八九十百]{1,5})周年/g)].map((match) =>
      stays('yearWord', 'anniversary', match),
    ),
    ...(section === 'opening' ? [] : [...text.matchAll(planName)])
      .filter((match) => turning || opensOrEnds(text, match))
      .map((match) => stays('planWord', 'nextPlan', match)),
    ...[...text.matchAll(sessions), ...text.matchAll(plenums)].map((match) => stays('meetingWord', 'session', match)),
    ...[...text.matchAll(ofFiveYears)].map((match) => stays('yearWord', 'termEnds', match)),
    ...findClaims(text).map((one) => ({ what: 'yearWord' as const, reason: 'yearClaim' as const, ...one })),
  ]
}
