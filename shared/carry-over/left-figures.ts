import type { LineView } from '../checks/rule.ts'
import type { TextSpan } from './accounts.ts'
import { readLasting } from './lasting-numbers.ts'
import { readFigures } from './read-figures.ts'
import type { ReadSide } from './read-side.ts'
import { isTitleLine } from './roll-title-block.ts'
import type { RollReason } from './rolled-report.ts'
import type { RolledWords } from './rolled-words.ts'

/**
 * Whatever number of last year is not emptied and is no name stands in the list, to be looked at: 两所卫生院, 三分之一, 居全市
 * 第2位, 9月底前, 连续21年. `emptied`: what became a □. Explanations of words (annex) keep theirs.
 */
export function findLeftFigures({ lines }: ReadSide, year: number, emptied: readonly TextSpan[]): RolledWords[] {
  const taken = new Set(emptied.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))
  return lines.flatMap((line) => {
    if (isTitleLine(line) || line.role === 'salutation' || line.section === 'annex') return []
    const isTaken = ({ start, end }: TextSpan): boolean => {
      for (let at = start; at < end; at++) if (taken.has(line.start + at)) return true
      return false
    }
    return leftIn(line, year)
      .filter((one) => !isTaken(one))
      .map(({ start, end, reason }): RolledWords => ({
        what: reason === 'day' ? 'dateWord' : 'left',
        reason,
        start: line.start + start,
        end: line.start + end,
        text: line.text.slice(start, end),
      }))
  })
}

interface LeftWords extends TextSpan {
  reason: RollReason
}

function leftIn({ text }: LineView, year: number): LeftWords[] {
  const days = readDays(text, year)
  const ranks = [...text.matchAll(rank), ...text.matchAll(nextRank)].map((match) => reasoned(match, 'rank'))
  const spans = [...text.matchAll(spokenSpan)].map((match) => reasoned(match, 'span'))
  const spoken = [...text.matchAll(spokenCount), ...text.matchAll(turns), ...text.matchAll(ofASeries)]
    .map((match) => reasoned(match, 'unsure'))
    .filter((one) => readLasting(text, one) !== 'name')
  const own = [...days.listed, ...ranks, ...spans, ...spoken]
  const numbers = readFigures(text)
    .flatMap((span) => dividedAtCommas(text, span))
    .flatMap((span): LeftWords[] => {
      if ([...own, ...days.past].some(({ start, end }) => start < span.end && span.start < end)) return []
      const reason = reasonOf(text, trimmed(text, span))
      return reason ? [{ ...span, reason }] : []
    })
  return [...own, ...numbers]
}

function reasoned(match: RegExpExecArray, reason: RollReason): LeftWords {
  const words = match.groups?.['words'] ?? match.groups?.['count'] ?? match[0]
  const start = match.index + match[0].lastIndexOf(words)
  return { start, end: start + words.length, reason }
}

const numeral = '[一二三四五六七八九十]{1,3}'
/** 居全市第2位, 排名全省第三, 进入全国前十, 稳居首位. */
const rank = new RegExp(
  `(?:[居列位]|排名?|名次|跃升|上升|进位|跻身|全[国省市县區区州])[^，,。；;\\n]{0,12}?(?<words>第\\s?(?:\\d{1,3}|${numeral})(?:名|位)?(?![届次批轮期产个家部条座所例\\d]|${numeral}|方阵)|前\\s?(?:\\d{1,3}|${numeral})(?!年|个月|期)(?:名|位|强)?|首位|榜首)`,
  'g',
)
/** 居全市第二位、第四位: the second of them. */
const nextRank = new RegExp(
  `(?<=第\\s?(?:\\d{1,3}|${numeral})(?:名|位)?[、和及])第\\s?(?:\\d{1,3}|${numeral})(?:名|位)?(?![届次批轮期产个家部条座所例\\d]|${numeral})`,
  'g',
)
/** 新建两所学校: one numeral with a measure word of things, or with 个 behind a verb that tells what was done. */
const spokenCount =
  /(?<![第“"‘「『《〈·+\d.A-Za-z零〇一二两三四五六七八九十百千万亿])(?<words>[两二三四五六七八九十](?:家|所|座|处|条|台|辆|户|名|栋|倍|场|批|起|宗)(?!级|[子庄店口]))|(?:新[建增修]|建成|完成|引进|创建|开工|投产|打造|获批?|实施|竣工)(?:了)?(?<count>[两二三四五六七八九十][个项件])(?!方面)/g
/** 第十三届运动会, 第八批名录: the next has another number. Congresses are looked at for themselves. */
const ofASeries = new RegExp(
  `第\\s?(?:\\d{1,3}|${numeral})次(?=[^，。；\\n]{0,8}(?:普查|党代会|廉政|全国代表大会))|` +
    `第\\s?(?:\\d{1,3}|${numeral})[届批](?![^，。；\\n]{0,4}(?:人大|人民代表|政协|党代|委员会|中全会))`,
  'g',
)
const spokenSpan =
  /(?<=连续|历时)[两二三四五六七八九十]{1,3}(?:年|个月)|[两二三四五六七八九十]{1,3}年(?=之最|来?(?:最[高低好快大]|新高|新低))/g
/** 翻一番 is no number that a □ could stand for. */
const turns = /翻(?:了?[一两二三四])?番/g

interface ReadDays {
  listed: LeftWords[]
  /** Days of years long past. */
  past: TextSpan[]
}

const day =
  /(?:(?<year>(?:19|20)\d\d)\s*年\s*)?(?<!\d)(?:1[0-2]|[1-9])\s*月(?:份|底|初|末|[上中下]旬|\s*\d{1,2}\s*日(?:\s*[至到—–~～-]\s*\d{1,2}\s*日)?)?(?![度均])/g

/** 9月底前 is of the year of the report, if it does not say another. */
function readDays(text: string, year: number): ReadDays {
  const listed: LeftWords[] = []
  const past: TextSpan[] = []
  for (const match of text.matchAll(day)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const named = match.groups?.['year']
    if (named !== undefined && Number(named) < year - 1) past.push(span)
    else if (named !== undefined)
      listed.push({ ...span, start: span.start + match[0].indexOf('年') + 1, reason: 'day' })
    else listed.push({ ...span, reason: 'day' })
  }
  return { listed, past }
}

/** 第2，6地: two numbers that one stretch may hold. */
function dividedAtCommas(text: string, { start, end }: TextSpan): TextSpan[] {
  return [...text.slice(start, end).matchAll(/[^，]+/g)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  }))
}

/** The digits or numerals of a stretch alone. */
function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end)
  const number = /[\d,.]+|[零〇一二两三四五六七八九十百千万亿分之成点]+/.exec(words)
  return number ? { start: start + number.index, end: start + number.index + number[0].length } : { start, end }
}

function reasonOf(text: string, span: TextSpan): RollReason | undefined {
  const words = text.slice(span.start, span.end)
  const before = text.slice(Math.max(0, span.start - 12), span.start)
  const after = text.slice(span.end, span.end + 12)
  // Years are looked at for themselves.
  if (/^(?:19|20)\d\d$/.test(words) && !/^[余多]?(?:[万亿个家元人户亩项]|公里|平方)/.test(after)) return undefined
  // 1.抓项目 inside a line.
  if (/(?:^|[。；;：:])\s*$/.test(before) && /^\s*[.．、)）](?!\d)/.test(after)) return undefined
  if (/第\s*$/.test(before) && !/^\s*[届批轮期]/.test(after)) return undefined
  if (/[前后]$/.test(before) && /^\s*[名位]/.test(after)) return 'rank'
  const lasting = readLasting(text, span)
  if (lasting === 'name') return undefined
  if (lasting) return lasting
  const inCharacters = !/\d/.test(words)
  if (/^\s*(?:个?月|年|天|日|个?小时|分钟|个?工作日|周年|秒)/.test(after)) {
    return inCharacters && !/连续|历时|仅用|提前|缩短|压[缩减]/.test(before) ? undefined : 'span'
  }
  if (!inCharacters) return 'unsure'
  return isSpokenAmount(words, after) ? 'unsure' : undefined
}

/** 三分之一, 百亿级, 千万元以上: what a numeral in characters must have behind it to be more than a word. */
function isSpokenAmount(words: string, after: string): boolean {
  if (/分之|成|点/.test(words)) return true
  if (/^[十百千万亿]+$/.test(words)) return /^(?:元|美元|亩|吨|斤|人次)/.test(after) && /[万亿]/.test(words)
  return (
    /[十百千万亿]/.test(words) &&
    /^[余多]?(?:元|美元|亩|吨|斤|公里|米|户|人次?|家|个(?!方面|五年|月)|项|件|所|座|处|名|头|只)/.test(after)
  )
}
