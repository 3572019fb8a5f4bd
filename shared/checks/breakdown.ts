import { baseIntervalOf, disjoint, sameDimension, sumOf } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'

/** A total and the figures that are said to be its parts. */
export interface Breakdown {
  total: Quantity
  parts: Quantity[]
  /** So many of the parts surely belong to the total; what follows them may open a new statement. */
  certain: number
  /** So many stand before the first figure of another kind or of another statement; 另有 may go on with the parts. */
  unbroken: number
  /** Nothing but parts stands between the first and the last, so that none was passed over. */
  complete: boolean
  /** The report's own words leave nothing over: 由…组成, 其余, opposites. */
  closed: boolean
  /** Parts of a grade or size (省级重点项目) are never all. */
  open: boolean
  /** The total stands directly before its parts, so that it can be no other. */
  near: boolean
  /** No word says that they are parts: a bracket may name 工业投资 and 技改投资, which overlap. */
  unsaid?: true
}

/** Every total of a paragraph that is followed, or preceded, by its parts. */
export function readBreakdowns(text: string, quantities: readonly Quantity[]): Breakdown[] {
  const after = [...text.matchAll(opening)].flatMap((cue) => {
    const read = partsAfter(text, quantities, cue[0], cue.index)
    return read ? [read] : []
  })
  const beside = quantities.flatMap(
    (total, index) =>
      partsInBrackets(text, quantities, total, index) ?? partsBefore(text, quantities, total, index) ?? [],
  )
  return [...after, ...beside]
}

/** 其中 · ，包括 · ，由…组成 · 共126件，…分别为41件、85件. */
const opening = /其中|(?<=[，,：:（(])包括|(?<=[，,])由(?=[^。；;\n]{4,80}(?:组成|构成))|分别[为是有](?=\d)/g

/** No list of parts is longer; a cap keeps a paragraph of thousands of figures cheap. */
const longestList = 24

/** Index of the first quantity that begins at or after the offset; they stand in reading order. */
function firstFrom(quantities: readonly Quantity[], offset: number): number {
  let low = 0
  let high = quantities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quantities[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const summable = (quantity: Quantity): boolean =>
  quantity.rangeWith === undefined &&
  !['pct', 'permille', 'pp', 'date', 'duration', 'listcount'].includes(quantity.kind) &&
  quantity.unit !== '倍'

/** 户 and 人 are never parts of each other; money of any magnitude is. */
const isAlike = (total: Quantity, part: Quantity): boolean =>
  total.kind === 'count' ? total.unit === part.unit : sameDimension(total, part)

/** Words after which an amount may be no part of the list before it. */
const newStatement =
  /完成|实现|新增|增长|增加|减少|下降|同比|比上年|累计|共计|合计|总[投计额量]|涉及|覆盖|惠及|带动|辐射|协议|另|还|并|占(?![道地补])|年均|人均|平均|每/
/** Bands and grades overlap: 500万元以上 counts what 300万元以上 counts too. */
const band = /以上|以下|以内|超过|不足|[过超逾](?:\d|[千百十万]?亿|千万|百万)/
const grade = /级|重点|示范|龙头|亿元|千万元|百强/

function partsAfter(
  text: string,
  quantities: readonly Quantity[],
  cue: string,
  cueStart: number,
): Breakdown | undefined {
  const cueEnd = cueStart + cue.length
  const from = firstFrom(quantities, cueEnd)
  const first = quantities[from]
  if (!first || !summable(first)) return undefined
  if (cue.startsWith('分别')) return partsInOrder(text, quantities, from, cueStart)
  const total = totalBefore(text, quantities.slice(Math.max(0, from - 4), from), first, cueStart)
  if (!total) return undefined
  const read = readParts(text, quantities.slice(from, from + longestList), total.figure, cueEnd)
  if (!read || read.parts.length === 0) return undefined
  const { parts } = read
  const said = cue === '由' && /^[^，,。；;\d]{0,12}(?:组成|构成)/.test(text.slice(parts.at(-1)?.end ?? 0))
  const names = parts.map((part, index) => nameOf(text, part, parts[index - 1]?.end ?? cueEnd))
  const stages = areStages(names)
  const certain =
    total.near || sameNoun(text, total.figure, parts) ? Math.min(read.certain, stages ? 1 : parts.length) : 0
  const open = names.slice(0, read.unbroken).some((name) => grade.test(name))
  const closed = said || leavesNothing(names.slice(0, certain))
  return {
    total: total.figure,
    parts,
    certain,
    complete: read.complete && !stages,
    unbroken: read.unbroken,
    closed,
    open,
    near: total.near,
  }
}

/** A plan, an earlier value or another count stands in brackets too. */
const notPart =
  /计划|目标|任务|预算|合同|协议|上年|去年|同期|原|人均|户均|平均|每|同比|增长|增加|减少|下降|累计|总投|含税|约合|折合|另|不含|其中|[比较]|占(?![道地补])/
/** Money of several levels adds up, things of several grades may be counted twice. */
const overlapping = /重点|示范|龙头|亿元|千万元|百强/
const partJoint = /^\p{Script=Han}{0,6}[、，,；;和及]\p{Script=Han}{2,14}$/u

/** 894万元（上级补助455万元，镇级自筹439万元）: a bracket of nothing but named figures of the same measure. */
function partsInBrackets(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  index: number,
): Breakdown | undefined {
  if (!/[（(]/.test(text.charAt(total.end)) || !summable(total)) return undefined
  const words = /^[（(]([^（()）。！？\n]{6,400})[）)]/.exec(text.slice(total.end, total.end + 402))?.[1]
  if (words === undefined || notPart.test(words) || band.test(words)) return undefined
  const end = total.end + 1 + words.length
  const parts: Quantity[] = []
  for (let part = quantities[index + 1]; part && part.end <= end; part = quantities[index + parts.length + 1]) {
    const between = text.slice(parts.at(-1)?.end ?? total.end + 1, part.start)
    const named = parts.length === 0 ? /^\p{Script=Han}{2,14}$/u.test(between) : partJoint.test(between)
    if (!named || !summable(part) || !isAlike(total, part)) return undefined
    parts.push(part)
  }
  const count = parts.length
  if (count < 2 || !/^\p{Script=Han}{0,6}$/u.test(text.slice(parts.at(-1)?.end, end))) return undefined
  const names = parts.map((part, at) => nameOf(text, part, parts[at - 1]?.end ?? total.end + 1))
  if (areStages(names) || names.some((name) => overlapping.test(name))) return undefined
  const open = /等$/.test(words)
  return {
    total,
    parts,
    certain: count,
    unbroken: count,
    complete: true,
    closed: false,
    open,
    near: true,
    unsaid: true,
  }
}

/** 共220件，违法占地、违规建房、占道经营分别为126件、85件、9件: as many figures as names. */
function partsInOrder(
  text: string,
  quantities: readonly Quantity[],
  from: number,
  cueStart: number,
): Breakdown | undefined {
  const [total, first] = [quantities[from - 1], quantities[from]]
  if (!total || !first || !summable(total) || !isAlike(total, first) || !isSaidTotal(text, total)) return undefined
  const names = /^[\p{Script=Han}“”]{0,8}[，,：:（(]([^，,。；;：:\d]{3,60})$/u.exec(
    text.slice(total.end, cueStart),
  )?.[1]
  const count = (names ?? namesBefore(text, total, cueStart))?.split(/[、和及与]/).length ?? 0
  const parts = quantities.slice(from, from + count)
  const listed = parts.every((part, index) => {
    const before = index === 0 ? '' : text.slice(parts[index - 1]?.end, part.start)
    return summable(part) && isAlike(total, part) && /^(?:[、，,]|和|及|以及)?$/.test(before)
  })
  if (count < 2 || parts.length < count || !listed) return undefined
  return { total, parts, certain: count, unbroken: count, complete: true, closed: false, open: false, near: false }
}

/** 民事、刑事案件共220件，分别为…: the names stand before the total. */
function namesBefore(text: string, { start, end }: Quantity, cueStart: number): string | undefined {
  if (!/^[，,]$/.test(text.slice(end, cueStart))) return undefined
  return /[^，,。；;：:\d\n]{4,30}$/.exec(text.slice(Math.max(0, start - 30), start))?.[0]
}

/** 共126件, 总数96人: only such a figure is divided by a list of 分别. */
function isSaidTotal(text: string, { start }: Quantity): boolean {
  return /(?:共计?|总[数量计额]|合计)[^，,。；;\d]{0,6}$/.test(text.slice(Math.max(0, start - 10), start))
}

/** Between the total and its parts only its growth may stand. */
const growthBetween = /^[，,；;：:（(\s]*(?:[^。；;\d]{0,6}(?:增长|下降|提高)[^。；;]{0,10}[%％][，,；;（(\s]*)?$/
const nounBetween = /^[\p{Script=Han}“”]{0,12}[，,：:（(\s]*$/u
/** Or figures of other kinds that describe it: 126个，总投资2.6亿元，其中…. */
const figuresBetween = /^[^。；;！？\n]{0,48}$/
/** 比上年增加4000亿元，其中…: the parts belong to the value that grew. */
const isIncrease = /(?:增加|提高|增长|上升|下降|缩短|增收|减收|净增|增支|[多少])了?$/
/** 年均 is no total at all. */
const isMean = /(?:年均|平均|人均|户均|每[年人户月])[^，。；]{0,8}$/

function totalBefore(
  text: string,
  before: readonly Quantity[],
  first: Quantity,
  cueStart: number,
): { figure: Quantity; near: boolean } | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const figure = before[at]
    if (!figure) return undefined
    const between = text.slice(figure.end, cueStart)
    if (!figuresBetween.test(between)) return undefined
    if (!summable(figure) || !isAlike(figure, first)) continue
    const words = text.slice(Math.max(0, figure.start - 16), figure.start)
    if (isMean.test(words)) return undefined
    if (isIncrease.test(words)) continue
    if (growthBetween.test(between))
      return { figure, near: at === before.length - 1 || !/\d/.test(between.replace(/[\d.]+[%％]/, '')) }
    return nounBetween.test(between) || /[，,（(：:]\s*$/.test(between) ? { figure, near: false } : undefined
  }
  return undefined
}

interface ReadParts {
  parts: Quantity[]
  certain: number
  unbroken: number
  complete: boolean
}

function readParts(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  cueEnd: number,
): ReadParts | undefined {
  const parts: Quantity[] = []
  let at = cueEnd
  let complete = true
  let certain: number | undefined
  let unbroken: number | undefined
  let pattern = ''
  for (const quantity of quantities) {
    const between = text.slice(at, quantity.start)
    if (/[。！？\n]|其中/.test(between)) break
    if (parts.length > 0 && /[；;]/.test(between)) certain ??= parts.length
    if (!summable(quantity) || !isAlike(total, quantity)) {
      // A rate may describe the part before it; a figure of another kind may too, but what follows is no longer certain.
      complete = parts.length > 0 && (quantity.kind === 'pct' ? /增长|下降|占/.test(between) : between.length <= 10)
      if (!complete) break
      if (quantity.kind !== 'pct') unbroken ??= parts.length
      at = quantity.end
      continue
    }
    if (fromTo(text, between, quantity)) break
    if (band.test(between) || band.test(quantity.text) || between.length > 24) return undefined
    if (parts.length === 0) pattern = between
    else if (opensAnew(between, pattern)) {
      certain ??= parts.length
      if (!/另/.test(between)) unbroken ??= parts.length
    }
    parts.push(quantity)
    at = quantity.end
  }
  unbroken ??= parts.length
  return { parts, certain: Math.min(certain ?? parts.length, unbroken), unbroken, complete }
}

/** 由40元提高到80元 is one figure that changed. */
function fromTo(text: string, between: string, quantity: Quantity): boolean {
  return /[由从]/.test(between) && /^[^，。；]{0,6}(?:提高|增加|扩大|减少|下降|降)[到至]/.test(text.slice(quantity.end))
}

/** 完成 opens a new statement, unless the first part has it too: 其中市外资金完成…，市内资金完成…. */
function opensAnew(between: string, pattern: string): boolean {
  const word = newStatement.exec(between)?.[0]
  return word !== undefined && !pattern.includes(word)
}

/** What a part is called: the words before its number, or behind it where none stand before. */
function nameOf(text: string, part: Quantity, from: number): string {
  const before = /[\p{Script=Han}“”]*$/u.exec(text.slice(from, part.start))?.[0] ?? ''
  return before.replace(/^(?:和|及|以及|与|其中|包括|有)+/, '') || nounBehind(text, part)
}

const nounBehind = (text: string, { end }: Quantity): string =>
  /^[\p{Script=Han}“”]{0,12}/u.exec(text.slice(end))?.[0].replace(/(?:和|及|以及|与|组成|构成)$/, '') ?? ''

/** 约束性指标11项，预期性指标12项: opposites divide the whole, and so does 其余. */
function leavesNothing(names: readonly string[]): boolean {
  if (names.length < 2) return false
  if (/其余|其[他它]|剩余|余下/.test(names.at(-1) ?? '')) return true
  if (areStates(names)) return true
  const [first = '', second = ''] = names
  if (names.length > 2 || first.slice(-2) !== second.slice(-2)) return false
  return opposites.some(
    ([one, other]) => isOpposite(first, second, one, other) || isOpposite(second, first, one, other),
  )
}

/** A third beside the two there is not; 女党员 and 少数民族党员 are parts among others. */
const opposites = [
  ['约束性', '预期性'],
  ['续建', '新建'],
  ['男', '女'],
  ['市外', '市内'],
  ['县外', '县内'],
  ['省外', '省内'],
  ['城镇', '农村'],
  ['城镇', '乡村'],
] as const

const isOpposite = (first: string, second: string, one: string, other: string): boolean =>
  first.startsWith(one) && second.startsWith(other)

/** 办结676件，满意660件: what has come to one stage has been through those before it. */
const stage =
  /^(?:已|全部|当场)?(?:受理|办结|办复|答复|满意|回访|立案|结案|查实|移送|整改|销号|验收|合格|签约|落地|开工|入库|竣工|完工|投产|达产|投用|到位|兑现|通过)/

const areStages = (names: readonly string[]): boolean =>
  names.filter((name) => stage.test(name)).length > 1 && !areStates(names)

/** 前期项目, 签约项目, 在建项目, 竣工项目: one project is in one state, and where those under way are named all are. */
const state = /^(?:前期|储备|谋划|洽谈|在谈|签约|拟建|开工|在建|续建|新建|建成|竣工|完工|投产)项目$/

const areStates = (names: readonly string[]): boolean =>
  names.length > 2 && names.every((name) => state.test(name)) && /在建|续建/.test(names.join())

/** 28项重点指标，其中预期性指标19项: a total with its noun behind it has parts of that noun, not any that are counted alike. */
function sameNoun(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  const noun = nounBehind(text, total)
  if (noun.length < 2) return total.kind !== 'count'
  const names = parts.map((part, index) => nameOf(text, part, parts[index - 1]?.end ?? total.end))
  return names.every((name) => name.includes(noun.slice(-2)))
}

/** No figure stands before the first part in its sentence, so that the list is whole. */
function opensSentence(text: string, quantities: readonly Quantity[], first: number): boolean {
  const [before, own] = [quantities[first - 1], quantities[first]]
  return !before || /[。；;！？\n：:]/.test(text.slice(before.end, own?.start))
}

function fills(total: Quantity, parts: readonly Quantity[]): boolean {
  const sum = parts.length > 1 ? sumOf(parts) : undefined
  return sum !== undefined && !disjoint(sum, baseIntervalOf(total))
}

/** …41件、…85件，合计126件. */
const sumWords =
  /^[\p{Script=Han}“”]{0,8}[，,、（(]?(?:[两三四五六]项)?(?:合计|共计|总计|总共|一共|共)(?:为|是|有|达到?|完成|投入|投资|实施|安排)?$/u
const listJoint = /^[\p{Script=Han}“”]{0,6}(?:、|，|,|和|及)[\p{Script=Han}“”]{1,16}$/u

function partsBefore(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  index: number,
): Breakdown | undefined {
  const last = quantities[index - 1]
  if (!last || !summable(total) || !summable(last) || !isAlike(total, last)) return undefined
  if (!sumWords.test(text.slice(last.end, total.start))) return undefined
  const parts = [last]
  for (let at = index - 2; at >= 0 && parts.length < longestList; at--) {
    const part = quantities[at]
    const next = parts[0]
    if (!part || !next || !summable(part) || !isAlike(total, part)) break
    if (!listJoint.test(text.slice(part.end, next.start)) || newStatement.test(text.slice(part.end, next.start))) break
    parts.unshift(part)
  }
  if (parts.length < 2) return undefined
  const own = parts.findLastIndex((_, from) => fills(total, parts.slice(from)))
  if (own > 0) parts.splice(0, own)
  const closed =
    /[合共总]计/.test(text.slice(last.end, total.start)) && opensSentence(text, quantities, index - parts.length)
  return {
    total,
    parts,
    certain: parts.length,
    unbroken: parts.length,
    complete: true,
    closed,
    open: false,
    near: false,
  }
}
