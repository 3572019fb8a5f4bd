import { add, divide, fraction } from '../../numbers/decimal.ts'
import {
  disjoint,
  intervalOf,
  minus,
  ratioOf,
  sameDimension,
  shareOf,
  tooCoarse,
  type Interval,
} from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { digitsLike, intervalLike, percentRange, printedAmount, showBeside } from '../amounts.ts'
import type { Severity } from '../finding.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

const whole100 = { low: fraction(100n), high: fraction(100n) }

/**
 * A rate is the quotient of the two figures it speaks of: 受理318件，办结312件，办结率98.1%; 完成4.2亿元，为年度目标3.5亿元的120%;
 * 财政总收入3618万元，其中税收2718万元，占75.1%.
 */
export const shareOfTotal: ParagraphRule = {
  id: 'share-of-total',
  kind: 'growth-arithmetic',
  severity: 'error',
  check(text, { quantities }) {
    const figures = quantities.filter(({ kind }) => kind !== 'date')
    return figures.flatMap((rate, index): Outcome[] => {
      if (rate.rangeWith !== undefined) return []
      const share = readShare(text, figures, index, rate)
      return share ? judge(text, share, rate) : []
    })
  },
}

function readShare(text: string, figures: readonly Quantity[], index: number, rate: Quantity): Share | undefined {
  const first = figures[index - 2]
  const second = figures[index - 1]
  if (!first || !second) return undefined
  const pair = comparable(first, second)
  if (rate.unit === '倍') return pair ? readTimes(text, first, second, rate) : undefined
  if (rate.unit !== '%') return undefined
  const beside = pair
    ? (readDone(text, first, second, rate) ??
      readPlan(text, first, second, rate) ??
      readAmong(text, first, second, rate))
    : undefined
  return beside ?? readPart(text, figures, second, index)
}

interface Share {
  part: Quantity
  whole: Quantity
  /** Of a contradiction; null where the base may be another one, so that only agreement says something. */
  severity: Severity | null
}

/** 办结, 办复, 整改 …: what was done of what had come in. */
const surelyDone = /办结|办复|办理|答复|化解|调解成功|调处|整改|完成|销号|结案|查处|兑现/
/** 按时办结率 and 满意率 have another base. */
const otherBase = /按时|按期|及时|限时|当场|满意|首次|一次/
/** 比上年多办理460件, 不合格3批次, 当场整改286处: not what the rate speaks of. */
const otherPart = /[比较]|[不未没无]\p{Script=Han}{2,3}$|按时|按期|及时|限时|当场|首次|一次/u
const taken = /应|计划|抽[检查]|检查|检测|监测|排查|受理|收到|接到|交办|列入|下达|任务|目标|共有|涉及|梳理|征集/

/** 受理318件，办结312件，办结率98.1%: the rate is named after what was done. */
function readDone(text: string, whole: Quantity, part: Quantity, rate: Quantity): Share | undefined {
  if (rate.start - whole.end > 60) return undefined
  const name = /^[，,、（(\s]*([^，,。；;：:\d率]{0,8})率(?:均?[达为]到?|是)?$/.exec(
    text.slice(part.end, rate.start),
  )?.[1]
  const between = text.slice(whole.end, part.start)
  if (name === undefined || otherBase.test(name) || /[。；;\n]/.test(between)) return undefined
  const done = doneIn(between, name)
  if (done === undefined) return readExpected(text, { whole, part, name })
  const own = /[^，,]*$/.exec(between)?.[0] ?? ''
  if (otherPart.test(own)) return undefined
  const before = text.slice(Math.max(0, whole.start - 14), whole.start)
  return { part, whole, severity: surelyDone.test(done) ? 'error' : taken.test(before) ? 'warning' : null }
}

/** 应到代表96人，实到代表92人，出席率; 计划新建水池120口，建成96口，完成率: what ought to be, and what is. */
function readExpected(
  text: string,
  { whole, part, name }: { whole: Quantity; part: Quantity; name: string },
): Share | undefined {
  const before = /[^，,。；;：:\d]*$/.exec(text.slice(Math.max(0, whole.start - 14), whole.start))?.[0] ?? ''
  const between = /^\p{Script=Han}{0,8}[，,](\p{Script=Han}{2,8})$/u.exec(text.slice(whole.end, part.start))?.[1] ?? ''
  const attended = /^应/.test(before) && /^实/.test(between)
  const built =
    /计划|任务|目标/.test(before) &&
    /完成$/.test(name) &&
    /^(?:实际|已)?(?:建成|完工|竣工|改造|实施|落实|栽植|拨付|完成)/.test(between)
  return attended || built ? { part, whole, severity: 'warning' } : undefined
}

/** The verb before the part that the rate is named after: …，合格482批次，合格率. */
function doneIn(between: string, name: string): string | undefined {
  const words = between.replace(/(?:了|到位)+$/, '')
  for (const length of [4, 3, 2]) {
    const verb = words.slice(-length)
    if (verb.length === length && name.endsWith(verb)) return verb
  }
  // 办理答复312件，办结率: done all the same.
  return surelyDone.test(words.slice(-4)) && name.endsWith('办结') ? name : undefined
}

const shareOfFigure = /^的(?:比重|比例|比率)?(?:为|达到?|是)?$/
/** 改造397户，占全镇总户数 before the whole's own figure. */
const wholeNamed = /^\p{Script=Han}{0,8}[，,（(\s]*占到?[^，,。；;\d]{2,12}$/u
const isPlanned = /计划|目标|任务|预算/

/** 完成4.2亿元，占年度计划3.5亿元的120%. */
function readPlan(text: string, part: Quantity, whole: Quantity, rate: Quantity): Share | undefined {
  const between = text.slice(part.end, whole.start)
  if (
    shareOfFigure.test(text.slice(whole.end, rate.start)) &&
    wholeNamed.test(between) &&
    !/[上去前]年|同期/.test(between)
  )
    return { part, whole, severity: isPlanned.test(between) ? 'error' : 'warning' }
  if (text.slice(whole.end, rate.start) !== '的') return undefined
  const words = /^[，,（(\s]*(?:占|为|是|完成|相当于)[^，,。；;\d]{0,10}(?:计划|目标|任务|预算)[^，,。；;\d]{0,4}$/
  return words.test(text.slice(part.end, whole.start)) ? { part, whole, severity: 'error' } : undefined
}

/** 834户农户中有739户通气，占88.6%; 脱贫户851户，稳定增收643户，占比75.6%: some of those that were counted before. */
function readAmong(text: string, whole: Quantity, part: Quantity, rate: Quantity): Share | undefined {
  const words = text.slice(part.end, rate.start)
  const between = text.slice(whole.end, part.start)
  const among = /^\p{Script=Han}{0,10}中[，,]?(?:已?有|共有|已)?$/u.test(between)
  if (among)
    return /^\p{Script=Han}{0,16}[，,（(]占(?:比|总[数量户人]{1,2}的?)?(?:为|达到?)?$/u.test(words)
      ? { part, whole, severity: 'warning' }
      : undefined
  const did = /^[，,]((?:已|稳定|实现|成功|全部|顺利|基本)\p{Script=Han}{2,8})$/u.exec(between)?.[1]
  if (did === undefined || /[户人员民生村家]$/.test(did) || whole.kind !== 'count') return undefined
  return /^[，,（(]占比(?:为|达到?)?$/.test(words) ? { part, whole, severity: 'warning' } : undefined
}

/** 2.1亿元，是上年1.4亿元的1.5倍. */
function readTimes(text: string, part: Quantity, whole: Quantity, rate: Quantity): Share | undefined {
  const than = /^[，,（(\s]*(?:是|为|相当于)(?:上年|去年|上一年|\d{4}年)(?:同期|全年)?的?$/
  if (text.slice(whole.end, rate.start) !== '的' || !than.test(text.slice(part.end, whole.start))) return undefined
  return { part, whole, severity: 'error' }
}

const shareOfNamed =
  /^[，,、（(\s]*占(?:到|了)?(?:全[镇乡县市区省国])?([^，,。；;\d占]{2,12}?)(?:的|的?(?:比重|比例|比率))?(?:为|达到?)?$/
const shareOfAll = /^[，,、（(\s]*占[比为]?$/

/** 财政总收入3618万元，其中税收2718万元，占财政总收入的75.1%: the whole is named again, or stands before 其中. */
function readPart(text: string, figures: readonly Quantity[], part: Quantity, index: number): Share | undefined {
  const words = text.slice(part.end, figures[index]?.start)
  const named = shareOfNamed.exec(words)?.[1]
  for (let at = index - 2; at >= index - 6; at--) {
    const whole = figures[at]
    if (!whole || /[。！？\n]/.test(text.slice(whole.end, part.start))) return undefined
    if (!comparable(whole, part)) continue
    const between = text.slice(whole.end, part.start)
    if (named === undefined) {
      const divided = shareOfAll.test(words) && /^[^。；;\d]{0,8}其中[^，,。；;\d]{1,16}$/.test(between)
      return divided ? { part, whole, severity: 'warning' } : undefined
    }
    const own = text.slice(Math.max(0, whole.start - named.length - 8), whole.start)
    if (own.replace(/(?:完成|实现|达到?|为|共|有|合计|总计|累计)+$/, '').endsWith(named))
      return { part, whole, severity: 'warning' }
  }
  return undefined
}

const comparable = (whole: Quantity, part: Quantity): boolean =>
  [whole, part].every(({ kind, qualifier, rangeWith }) => {
    return kind !== 'pct' && kind !== 'pp' && kind !== 'permille' && qualifier === '' && rangeWith === undefined
  }) && (whole.kind === 'count' ? whole.unit === part.unit : sameDimension(whole, part))

function judge(text: string, { whole, part, severity }: Share, rate: Quantity): Outcome[] {
  const times = rate.unit === '倍'
  const quotientOf = times ? ratioOf : shareOf
  const implied = quotientOf(part, whole)
  const wide = quotientOf(part, whole, 'wide')
  if (!implied || !wide) return []
  const printed = intervalOf(rate)
  const figures = [whole, part, rate]
  if (!disjoint(implied, printed)) return [{ holds: tooCoarse(implied, printed) ? 'undecidable' : 'yes', figures }]
  // 320人中280人已就业，占比12.5%: the share of the others, said the wrong way round perhaps, but not miscounted.
  const ofOthers = severity === 'warning' && !disjoint(minus(whole100, implied), printed)
  if (severity === null || ofOthers) return []
  const range = times ? intervalLike(implied, rate) : percentRange(implied, rate.decimals)
  const digits = middleOf(implied, rate.decimals)
  const show = showBeside(whole, part)
  return [
    {
      messageId: 'shareMismatch',
      values: { printed: printedAmount(rate), implied: range },
      start: Math.min(part.start, whole.start) === whole.start ? part.start : whole.start,
      end: rate.end,
      severity: disjoint(wide, intervalOf(rate, 'wide')) ? severity : 'note',
      evidence: [evidenceOf(text, whole, part, rate)],
      formula: { expression: `${show(part)} ÷ ${show(whole)}`, implied: range, printed: printedAmount(rate) },
      repairs:
        digits === undefined
          ? []
          : [
              {
                messageId: 'changeRate',
                values: { value: `${digits}${rate.unit}` },
                edits: [{ start: rate.digitsStart, end: rate.digitsEnd, text: digits }],
              },
            ],
    },
  ]
}

function middleOf({ low, high }: Interval, decimals: number): string | undefined {
  return low && high ? digitsLike(divide(add(low, high), fraction(2n)), decimals) : undefined
}
