import { sameDimension } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { GrowthRelation } from './growth.ts'

/** Figures of one sentence that say how one value became another. */
export type SentenceGrowth =
  | { form: 'from-to'; relation: GrowthRelation; base: Base }
  | { form: 'increase'; value: Quantity; increase: Quantity; rate: Quantity; sign: 1 | -1; base: Base }
  | { form: 'difference'; prior: Quantity; current: Quantity; change: Quantity; sign: 1 | -1; base: Base }

/** What the growth is measured against: the earlier value stands beside it, unless the words name another year. */
export interface Base {
  /** The year printed with the earlier value. */
  year: number | null
  /** The growth is said to be against the year before. */
  lastYear: boolean
}

export function readSentenceGrowth(text: string, quantities: readonly Quantity[]): SentenceGrowth[] {
  const figures = quantities.filter(({ kind }) => kind !== 'date')
  return figures.flatMap((last, index): SentenceGrowth[] => {
    const second = figures[index - 1]
    const first = figures[index - 2]
    if (!first || !second) return []
    const found =
      readFromTo(text, first, second, last) ??
      readAgainst(text, first, second, last) ??
      readDifference(text, first, second, last) ??
      readNet(text, first, second, last) ??
      readIncrease(text, first, second, last) ??
      readIncreaseLast(text, first, second, last)
    return found && !isRealGrowth(text, found, first) ? [found] : []
  })
}

/** These grow in comparable prices, whatever their values do. */
function isRealGrowth(text: string, growth: SentenceGrowth, { start, kind }: Quantity): boolean {
  const { form } = growth
  if (kind !== 'money' && form !== 'increase') return false
  const before = text.slice(Math.max(0, start - 36), start)
  if (/(?:生产总值|增加值|GDP)[^，。；]{0,24}$/i.test(before)) return true
  // An output is printed in either price; from one value to the other the sentence has them both, but for farming.
  if (/总产值[^，。；]{0,24}$/.test(before)) return form === 'increase' || /[农林牧渔]/.test(before)
  return false
}

const isRate = ({ kind, unit }: Quantity): boolean => kind === 'pct' && unit !== '倍'

const fall = /降|减|缩|回落|收窄|少|下滑/
const signOf = (words: string | undefined): 1 | -1 => (fall.test(words ?? '') ? -1 : 1)

const change = '增加|增长|提高|扩大|发展|拓展|增|升|涨|减少|降低|缩短|缩小|收窄|压缩|下滑|回落|降|减'
export const toValue = new RegExp(
  `^[^。；，,\\d]{0,10}?[，,]?(${change})(?:到了?|至|为)(?:了)?(?:\\d{4}年(?:[底末])?的?|去年的?|目前的?)?$`,
)
export const origin = /[由从](?:[^。；，,\d]{0,24}|[^。；，,\d]{0,20}(\d{4})年?(?:年?[底末])?的?[^。；，,\d]{0,8})$/
/** A base that is no last year: 由五年前的, 从年初的, 由“十三五”末的. */
const olderOrigin = /前|初|期|[一二三四五]五|原来|开始|成立/

const comparison = '(同比|(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比)?)[^，。；,\\d]{0,2}'
const overall = '(?:累计|总体|共)'
const ratePhrase = new RegExp(
  `^[，,、（(\\s]*(?:${comparison}|${overall})?(净?增[长加幅]?|提高|提升|上升|上涨|加快|多|下降|下滑|回落|收窄|缩小|降低|减少|缩减|少|降幅)[^，。；,\\d]{0,4}$`,
)

/** 由76降至64，同比下降15.79%. */
function readFromTo(text: string, prior: Quantity, current: Quantity, rate: Quantity): SentenceGrowth | undefined {
  if (!isRate(rate) || current.kind === 'pct') return undefined
  const found = readChange(text, prior, current, rate)
  return found && { form: 'from-to', relation: { prior, current, rate, sign: found.sign }, base: found.base }
}

/** 3618万元，比上年的3106万元增长16.5%. */
function readAgainst(text: string, current: Quantity, prior: Quantity, rate: Quantity): SentenceGrowth | undefined {
  if (!isRate(rate) || current.kind === 'pct') return undefined
  const than = /^[，,（(\s]*(?:比|较|与)(?:\d{4}年|上年|去年|上一年)(?:同期|实际|决算数?|底|末)?的?$/.exec(
    text.slice(current.end, prior.start),
  )
  const grows = /^(?:相比)?[，,]?(增长|提高|上升|增加|下降|降低|减少)了?$/.exec(text.slice(prior.end, rate.start))
  if (!than || !grows) return readBeside(text, current, prior, rate)
  const relation = { prior, current, rate, sign: signOf(grows[1]) }
  return { form: 'from-to', relation, base: { year: null, lastYear: false } }
}

/** 3618万元，上年为3106万元，同比增长16.5%; 3618万元（上年3106万元），增长16.5%. */
function readBeside(text: string, current: Quantity, prior: Quantity, rate: Quantity): SentenceGrowth | undefined {
  const beside = /^[，,（(\s]*(?:上年|去年|上一年)(?:同期)?(?:为|是|完成|实现|仅|只有)?$/
  if (!beside.test(text.slice(current.end, prior.start))) return undefined
  const grows = /^[）)]?[，,](?:同比|比上年|较上年)?(增长|提高|上升|增加|下降|降低|减少)了?$/.exec(
    text.slice(prior.end, rate.start),
  )
  const relation = { prior, current, rate, sign: signOf(grows?.[1]) }
  return grows ? { form: 'from-to', relation, base: { year: null, lastYear: false } } : undefined
}

/** 城镇化率由41%提高到46%，提高5个百分点; 补助标准由40元提高到80元，增加40元. */
function readDifference(text: string, prior: Quantity, current: Quantity, last: Quantity): SentenceGrowth | undefined {
  if (!canDiffer(current, last)) return undefined
  const found = readChange(text, prior, current, last)
  return found && { form: 'difference', prior, current, change: last, ...found }
}

/** Per cent differ by 百分点, per mille by 千分点. */
function canDiffer(value: Quantity, by: Quantity): boolean {
  if (value.kind === 'pct') return by.kind === 'pp' && by.unit !== '千分点'
  return value.kind === 'permille' ? by.unit === '千分点' : sameDimension(value, by)
}

const entered = /新增加?[\p{Script=Han}]{0,8}$/u
const left = /^[、，,；;][\p{Script=Han}]{0,4}(?:退出|退库|注销|吊销|关闭|关停|淘汰|减少|迁出)[\p{Script=Han}]{0,6}$/u
const net = /^[、，,；;][\p{Script=Han}]{0,4}净增加?[\p{Script=Han}]{0,6}$/u

/** 新增15家、退出6家、净增9家: the net increase is what came less what left. */
function readNet(text: string, came: Quantity, went: Quantity, last: Quantity): SentenceGrowth | undefined {
  if (!sameDimension(came, went) || !sameDimension(came, last) || came.kind === 'pct') return undefined
  if (!entered.test(text.slice(Math.max(0, came.start - 12), came.start))) return undefined
  if (!left.test(text.slice(came.end, went.start)) || !net.test(text.slice(went.end, last.start))) return undefined
  const base = { year: null, lastYear: false }
  return { form: 'difference', prior: went, current: came, change: last, sign: 1, base }
}

function readChange(
  text: string,
  prior: Quantity,
  current: Quantity,
  last: Quantity,
): { sign: 1 | -1; base: Base } | undefined {
  const from = origin.exec(text.slice(Math.max(0, prior.start - 48), prior.start))
  const to = toValue.exec(text.slice(prior.end, current.start))
  const phrase = ratePhrase.exec(text.slice(current.end, last.start))
  if (!from || !to || !phrase) return undefined
  const sign = signOf(phrase[2])
  const lastYear = phrase[1] !== undefined
  if (signOf(to[1]) !== sign || (lastYear && olderOrigin.test(from[0]))) return undefined
  return { sign, base: { year: from[1] === undefined ? null : Number(from[1]), lastYear } }
}

const increaseVerb = '净?增加?|增收|多|减少|减收|少|下降'
const increasePhrase = new RegExp(
  `^[，,、（(\\s]*(?:((?:比|较)[^，。；,\\d]{0,12}?(?:(\\d{4})年?)?[^，。；,\\d]{0,8}?)|同比)?(${increaseVerb})了?$`,
)
/** A plan is no earlier value, last year's is. */
const againstPlan = /^(?!.*(?:上年|去年)).*(?:预算|计划|任务|目标)/

/** 比目标4亿元增加0.85亿元: what the increase is added to, not what it led to. */
function isBase(text: string, { start }: Quantity): boolean {
  return /(?:比|较(?![好快大高多为])|超过?)[^，,。；;\d]{1,10}$/.test(text.slice(Math.max(0, start - 11), start))
}

/** 1348万元，比上年增加425万元，增长40%; 1348万元，增长40%，增加425万元. */
function readIncrease(text: string, value: Quantity, second: Quantity, last: Quantity): SentenceGrowth | undefined {
  const [increase, rate] = isRate(last) ? [second, last] : [last, second]
  if (!isRate(rate) || value.kind === 'pct' || value.unit !== increase.unit) return undefined
  const start = increase === second ? value.end : rate.end
  const by = increasePhrase.exec(text.slice(start, increase.start))
  const at = ratePhrase.exec(text.slice(increase === second ? increase.end : value.end, rate.start))
  if (!by || !at || againstPlan.test(by[1] ?? '') || isBase(text, value)) return undefined
  const sign = signOf(at[2])
  if (signOf(by[3]) !== sign) return undefined
  return {
    form: 'increase',
    value,
    increase,
    rate,
    sign,
    base: { year: by[2] === undefined ? null : Number(by[2]), lastYear: at[1] !== undefined },
  }
}

const growsBy = /(?:增长|提高|上升|下降|降低|减少)了?$/
const reaches = /^[，,、]?(?:达到?|完成|实现|总量达到?|总额达到?|增至|升至|降至|减至)了?$/

/** 增长40%，达到1348万元，比上年增加425万元: the same three, the rate first. */
function readIncreaseLast(
  text: string,
  rate: Quantity,
  value: Quantity,
  increase: Quantity,
): SentenceGrowth | undefined {
  if (!isRate(rate) || value.kind === 'pct' || value.unit !== increase.unit) return undefined
  const grows = growsBy.exec(text.slice(Math.max(0, rate.start - 4), rate.start))?.[0]
  const by = increasePhrase.exec(text.slice(value.end, increase.start))
  if (!grows || !by || !reaches.test(text.slice(rate.end, value.start)) || againstPlan.test(by[1] ?? ''))
    return undefined
  const clause = /[^，,。；;]*$/.exec(text.slice(Math.max(0, rate.start - 24), rate.start))?.[0] ?? ''
  const sign = signOf(grows)
  if (signOf(by[3]) !== sign || olderBase.test(clause)) return undefined
  return {
    form: 'increase',
    value,
    increase,
    rate,
    sign,
    base: { year: by[2] === undefined ? null : Number(by[2]), lastYear: true },
  }
}

/** 年均增长, 比2019年增长, 可比增长: no growth against the year before in printed prices. */
const olderBase = /年均|平均|实际|名义|[比较]/
