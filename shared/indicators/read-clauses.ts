import { sameDimension } from '../numbers/interval.ts'
import { fitsUnit, type Catalogue } from './catalogue.ts'
import { figureCounts, isYardstick } from './figure-counts.ts'
import { findGrowth, isComparison, type Growth } from './growth-words.ts'
import { addStatement, openParts, type Progress } from './parts-of-total.ts'
import type { Figure, RawStatement, Subject } from './raw-statement.ts'
import type { Place, SentenceView } from './sentence-view.ts'
import { findSubjects, onlyFillers } from './subject.ts'
import type { GrowthKind } from './statement.ts'

/** The statements of one paragraph, sentence by sentence. `text` is compact, side brackets without numbers blanked. */
export function readClauses(text: string, figures: readonly Figure[], catalogue: Catalogue): RawStatement[] {
  const found: RawStatement[] = []
  let next = 0
  let silent: { start: number } | undefined
  for (const sentence of findSentences(text)) {
    const own: Figure[] = []
    for (let figure = figures[next]; figure && figure.start < sentence.end; figure = figures[++next]) own.push(figure)
    if (own.length === 0) {
      silent = sentence
      continue
    }
    // A sentence without figures may name the sector: 第三产业稳步回升。实现增加值5.6亿元.
    const from = silent ? silent.start : sentence.start
    const names = catalogue
      .findNames(text.slice(from, sentence.end))
      .map((name) => ({ ...name, start: name.start + from, end: name.end + from }))
      .filter((name) => name.start >= sentence.start)
    silent = undefined
    found.push(...readSentence({ text, sentence, figures: own, names, catalogue }))
  }
  return found
}

type Stretch = { start: number; end: number }

function findSentences(text: string): Stretch[] {
  const sentences: Stretch[] = []
  let start = 0
  for (const { index } of text.matchAll(/[。！？!?]/g)) {
    sentences.push(...cutLong(text, { start, end: index + 1 }))
    start = index + 1
  }
  if (start < text.length) sentences.push(...cutLong(text, { start, end: text.length }))
  return sentences
}

/**
 * About twice the longest sentence with figures that a report has. What a copy has run together without full stops is read
 * in pieces of this length: what stands around a figure would be looked through to both ends for every one of them.
 */
const longestSentence = 800

/** Behind the last comma of each piece, if it has one. A figure that is cut belongs to the piece that it begins in. */
function cutLong(text: string, sentence: Stretch): Stretch[] {
  const pieces: Stretch[] = []
  let { start } = sentence
  while (sentence.end - start > longestSentence) {
    const last = start + longestSentence
    const comma = lastOf(/[，,；;、：:]/g, text.slice(start, last))
    const end = comma === undefined ? last : start + comma + 1
    pieces.push({ start, end })
    start = end
  }
  return [...pieces, { start, end: sentence.end }]
}

const lastOf = (pattern: RegExp, text: string): number | undefined => [...text.matchAll(pattern)].at(-1)?.index

function readSentence(view: SentenceView): RawStatement[] {
  const progress: Progress = {
    view,
    found: [],
    consumed: view.sentence.start,
    subject: undefined,
    waiting: [],
    lastFigure: undefined,
    group: [],
    totals: [],
    total: undefined,
    parts: [],
  }
  view.figures.forEach((figure, index) => readFigure(progress, figure, index))
  return progress.found
}

const separators = /^(?:[、,，]|和|及|以及|与|或|\ue000)*$/

function readFigure(progress: Progress, figure: Figure, index: number): void {
  const { view, consumed } = progress
  const left = view.text.slice(consumed, figure.start)
  const place: Place = {
    figure,
    index,
    leftStart: consumed,
    clauseStart: consumed + lastClause(left),
    behind: endOfRow(view, index),
    rightEnd: view.figures[index + 1]?.start ?? view.sentence.end,
  }
  const clause = view.text.slice(place.clauseStart, figure.start)
  const right = view.text.slice(figure.end, place.rightEnd)
  if (!figureCounts(figure, clause, right, view.names)) return
  if (isYardstick(right)) {
    progress.consumed = figure.end
    return
  }
  openParts(progress, left)
  if (/[；;]/.test(left) && !progress.subject?.entry) progress.subject = undefined
  const next = progress.waiting.shift()
  if (next && separators.test(left) && sameKind(progress.lastFigure, figure)) next(figure)
  else {
    progress.waiting = []
    const growth = growthBefore(view, place, clause, right)
    if (growth) readGrowth(progress, place, growth)
    else if (figure.quantity.unit === '倍' && !isRatioIndicator(view, figure)) return
    else readValue(progress, place)
  }
  const subject = progress.found.at(-1)?.subject
  const behind = subject && subject.start >= figure.end && subject.end <= place.rightEnd
  progress.consumed = behind ? subject.end : figure.end
  progress.lastFigure = figure
}

/** Figures that touch each other share the noun behind the last of them. */
function endOfRow(view: SentenceView, index: number): number {
  let end = view.figures[index]?.end ?? 0
  for (let at = index + 1; view.figures[at]?.start === end; at++) end = view.figures[at]?.end ?? end
  return end
}

/** Beginning of the last clause; before a bracket that opens with the number the words before the bracket count. */
function lastClause(left: string): number {
  if (/[（(]$/.test(left)) return lastClause(left.slice(0, -1))

  for (let at = left.length - 1; at >= 0; at--) if ('，,；;：:。（('.includes(left.charAt(at))) return at + 1
  return 0
}

function sameKind(a: Figure | undefined, b: Figure): boolean {
  return a !== undefined && (a.quantity.kind === b.quantity.kind || sameDimension(a.quantity, b.quantity))
}

/** 是2020年的1.4倍 compares; only an indicator that is counted in 倍 has such a value. */
function isRatioIndicator(view: SentenceView, figure: Figure): boolean {
  const name = view.names.findLast((found) => found.end <= figure.start)
  return name?.entry.units.includes('倍') === true
}

const rates = new Set(['pct', 'permille', 'pp'])

/** A verb of change before the number that is not part of an indicator's name (人口自然增长率). */
function growthBefore(view: SentenceView, place: Place, clause: string, right: string): Growth | undefined {
  const { quantity } = place.figure
  const growth = findGrowth(quantity.text.startsWith('翻') ? `${clause}增长` : clause)
  if (!growth) return undefined
  const at = place.clauseStart + growth.at
  if (view.names.some((name) => name.start <= at && at < name.end)) return undefined
  if (rates.has(quantity.kind) || quantity.unit === '倍') return growth
  if (/^(?:增速|增幅|涨幅|降幅|增|降|减)$/.test(growth.verb)) return undefined
  // 整改提升87家, 改造提升12公里: what was improved, unless it is compared.
  if (/^(?:提升|攀升|压减)$/.test(growth.verb) && !/[比较]/.test(clause)) return undefined
  // 减少3户贫困户, 增加300个岗位: the noun behind the number is what is counted.
  if (/^[^，,。；;、：:！!？?（()）\ue000和及比较同占达]/.test(right) && clause.slice(0, growth.at).length < 3)
    return undefined
  return growth
}

function growthKind(figure: Figure): GrowthKind {
  if (figure.quantity.kind === 'pp') return '百分点'
  return figure.quantity.kind === 'pct' || figure.quantity.kind === 'permille' || figure.quantity.unit === '倍'
    ? '同比%'
    : '绝对'
}

function readGrowth(progress: Progress, place: Place, growth: Growth): void {
  const { view, found } = progress
  const { figure } = place
  const before = view.text.slice(place.clauseStart, place.clauseStart + growth.at)
  const respectively = /分别/.test(view.text.slice(place.clauseStart, figure.start))
  if (isComparison(before)) {
    const count = respectively || inOrder(progress, place) ? listLength(view, place.index) : 1
    const targets = found.filter((statement) => !statement.growth && statement.value).slice(-count)
    if (count > 1 && targets.length === count) {
      const [first, ...rest] = targets
      if (first) attachGrowth(first, figure, growth)
      progress.waiting = rest.map((target) => (next: Figure) => attachGrowth(target, next, growth))
      return
    }
    const last = currentBefore(found)
    if (last && canTakeGrowth(progress, place, last, figure)) {
      attachGrowth(last, figure, growth)
      return
    }
  }
  const subjects = findSubjects(
    view,
    { ...place, figure: { ...figure, start: place.clauseStart + growth.at } },
    progress.subject,
    true,
  )
  const wanted = respectively ? expanded(view, subjects, listLength(view, place.index)) : subjects
  if (wanted.length > 1) progress.group = wanted
  const [first, ...rest] = wanted
  if (!first) return
  const add = (subject: Subject, own: Figure): void => {
    const statement = newStatement(progress, subject, undefined, own)
    attachGrowth(statement, own, growth)
    addStatement(progress, statement)
  }
  add(first, figure)
  if (respectively && listLength(view, place.index) > 1) {
    progress.waiting = rest.map((subject) => (next: Figure) => add(subject, next))
  } else for (const subject of rest) add(subject, figure)
}

/** A完成2.4亿元，B完成1.6亿元，同比增长30%、31%: as many values without growth as there are rates, even without 分别. */
function inOrder({ view, found }: Progress, { index }: Place): boolean {
  const count = listLength(view, index)
  const open = found.slice(-count)
  return count > 1 && open.length === count && open.every(({ growth, value, prior }) => value && !growth && !prior)
}

/** 城乡居民收入分别增长7%、8%: a name that stands for two is both when two numbers follow. */
function expanded(view: SentenceView, subjects: Subject[], count: number): Subject[] {
  const only = subjects.length === 1 ? subjects[0] : undefined
  const names = only?.entry?.expands ?? []
  if (!only || names.length !== count) return subjects.length > count ? subjects.slice(-Math.max(count, 1)) : subjects
  return names.map((name) => ({ ...only, name, entry: view.catalogue.find(name) }))
}

/** No list of values is longer; without a cap thousands of figures in a row would be counted anew for each. */
const longestList = 24

/** How many numbers follow each other with separators only. */
function listLength(view: SentenceView, index: number): number {
  let length = 1
  for (let at = index; at + 1 < view.figures.length && length < longestList; at++, length++) {
    const between = view.text.slice(view.figures[at]?.end, view.figures[at + 1]?.start)
    if (!separators.test(between) || !sameKind(view.figures[at], view.figures[at + 1] as Figure)) break
  }
  return length
}

/** 3618万元（上年3106万元），增长16.5%: the growth is that of the later value. */
function currentBefore(found: readonly RawStatement[]): RawStatement | undefined {
  const [current, last] = [found.at(-2), found.at(-1)]
  return last?.prior && current?.subject.name === last.subject.name && !current.prior ? current : last
}

function canTakeGrowth(progress: Progress, place: Place, last: RawStatement, figure: Figure): boolean {
  if (last.growth || !last.value || last.prior) return false
  const { view } = progress
  if (growthKind(figure) === '绝对' && !sameDimension(last.value.quantity, figure.quantity)) return false
  const skipped = view.text.slice(place.leftStart, place.clauseStart)
  return (
    !view.names.some((name) => name.start >= place.leftStart && name.end <= place.clauseStart) && skipped.length <= 24
  )
}

function attachGrowth(statement: RawStatement, figure: Figure, growth: Growth): void {
  statement.growth = figure
  statement.growthKind = growthKind(figure)
  statement.growthSign = growth.sign
  statement.growthBase = growth.base
  statement.end = Math.max(statement.end, figure.end)
}

const fromEarlier =
  /(?:从|由)(?:(?<year>\d{4})年?(?:底|末)?(?:以前)?|“?(?<plan>十[一二三四五六]?五)”?(?:规划)?(?:末|初|期末|期初)?|上年|去年|前年|原来|原有?|过去|年初|五年前|刚开始|期初)?(?:同期|底|末)?(?:的|不足|近|约|仅)*$/
const earlierValue = /(?:比|较)(?:(?<year>\d{4})年|上年|去年)(?:同期|底|末)?的?$/

/** 3618万元，上年为3106万元; 上年3106万元，今年3618万元; 去年同期…: the year before, though no 由 or 比 says so. */
const besideThisYears = /^(?:上年|去年|上一年)(?:同期|全年)?(?:只|仅)?(?:为|是|有|完成|实现|达到?)?$/
const beforeThisYears = /^[^。！？]{0,24}?[，,；;](?:而|至|到)?(?:今年|本年|当年)/

function isLastYears({ view, found }: Progress, { figure }: Place, clause: string): boolean {
  if (/^(?:上年|去年)同期/.test(clause)) return true
  const value = found.at(-1)?.value
  if (besideThisYears.test(clause) && value && sameDimension(value.quantity, figure.quantity)) return true
  return /^(?:上年|去年|上一年)/.test(clause) && beforeThisYears.test(view.text.slice(figure.end, view.sentence.end))
}

function earlierYear(earlier: RegExpExecArray | null): number | undefined {
  const { year, plan } = earlier?.groups ?? {}
  if (plan !== undefined) return lastYearOfPlan(plan)
  return year === undefined ? undefined : Number(year)
}

/** 十五 ended in 2005, 十一五 in 2010, and so on. */
function lastYearOfPlan(plan: string): number | undefined {
  const number = { 十五: 0, 十一五: 1, 十二五: 2, 十三五: 3, 十四五: 4, 十五五: 5 }[plan]
  return number === undefined ? undefined : 2005 + 5 * number
}

function readValue(progress: Progress, place: Place): void {
  const { view, found } = progress
  const { figure } = place
  const clause = view.text.slice(place.clauseStart, figure.start)
  const last = found.at(-1)
  const increase = plainIncrease(progress, place, clause)
  if (increase && last) {
    attachGrowth(last, figure, increase)
    return
  }
  if (isSumOfGroup(progress, place)) return
  if (fillGroup(progress, place, clause)) return
  if (last?.growth && !last.value && takesValue(progress, place, last)) {
    last.value = figure
    last.end = figure.end
    return
  }
  const earlier = fromEarlier.exec(clause) ?? earlierValue.exec(clause)
  const lastYears = isLastYears(progress, place, clause)
  const wordsEnd = earlier ? place.clauseStart + earlier.index : figure.start
  const subjects = earlier
    ? findSubjects(
        view,
        { ...place, figure: { ...figure, start: wordsEnd }, rightEnd: figure.end },
        progress.subject,
        true,
      )
    : findSubjects(view, place, progress.subject, false)
  const length = listLength(view, place.index)
  const expands = subjects.length === 1 && subjects[0]?.entry?.expands?.length === length
  const count = expands || (subjects.length > 1 && /分别|依次/.test(clause)) ? length : 1
  const [first, ...rest] = count > 1 ? expanded(view, subjects, count) : subjects
  if (count > 1) progress.group = expanded(view, subjects, count)
  if (!first) return
  const add = (subject: Subject, own: Figure): void => {
    const statement = newStatement(progress, subject, own, own)
    statement.prior = earlier !== null || lastYears
    statement.priorYear = earlierYear(earlier)
    addStatement(progress, statement)
  }
  add(first, figure)
  if (count > 1) progress.waiting = rest.map((subject) => (next: Figure) => add(subject, next))
  else for (const subject of rest) add(subject, figure)
}

const sumOfList =
  /^[，,、；;（(]?(?:[两二三四五六](?:者|项|次产业|大产业)|全部)?(?:合计|总计|共计|一共|总共|共|总[量额])(?:为|是|有|达到?|完成|实现)?$/

/** 国税、地税收入分别完成1.2亿元、0.8亿元，共2亿元: the sum of those listed, no second value of the last. */
function isSumOfGroup({ view, found, group }: Progress, { figure, leftStart }: Place): boolean {
  if (group.length < 2 || !sumOfList.test(view.text.slice(leftStart, figure.start))) return false
  return found.slice(-group.length).every(({ subject, value }, index) => {
    return value && subject.name === group[index]?.name && sameDimension(value.quantity, figure.quantity)
  })
}

/** A list of values without subjects of their own belongs to the subjects of the list before. */
function fillGroup(progress: Progress, place: Place, clause: string): boolean {
  const { view, found, group } = progress
  const length = listLength(view, place.index)
  if (group.length < 2 || length !== group.length || !onlyFillers(clause)) return false
  if (group.some(({ entry }) => entry && !fitsUnit(entry, place.figure.quantity.unit))) return false
  const open = found.slice(-length)
  const [first, ...rest] = group.map((subject, index) => (figure: Figure): void => {
    const statement = open[index]
    if (statement?.subject.name === subject.name && !statement.value) {
      statement.value = figure
      statement.end = figure.end
    } else addStatement(progress, newStatement(progress, subject, figure, figure))
  })
  first?.(place.figure)
  progress.waiting = rest
  return true
}

/** 发展到46家，新增5家: an increase without a noun of its own belongs to the count before it. */
function plainIncrease(progress: Progress, place: Place, clause: string): Growth | undefined {
  const last = progress.found.at(-1)
  if (!last?.value || last.growth || last.prior) return undefined
  if (!/^(?:其中|比上年|较上年|比去年|当年|全年|今年|本年)?(?:新增加?|净增加?|增加|增长)了?$/.test(clause))
    return undefined
  const { quantity } = place.figure
  const right = progress.view.text.charAt(place.figure.end)
  if (quantity.unit !== last.value.quantity.unit || !/[，,。；;、）)]|^$/.test(right)) return undefined
  return { at: 0, verb: '新增', sign: 1, base: 'last-year' }
}

/** 生产总值增长9%，达到7.2亿元: the value follows its growth. */
function takesValue(progress: Progress, place: Place, last: RawStatement): boolean {
  const { view } = progress
  if (!onlyFillers(view.text.slice(place.leftStart, place.figure.start))) return false
  if (/[；;]/.test(view.text.slice(place.leftStart, place.clauseStart))) return false
  if (/[人户亩村]均/.test(view.text.slice(place.clauseStart, place.figure.start))) return false
  if (last.growthKind === '绝对' && last.growth && !sameDimension(last.growth.quantity, place.figure.quantity))
    return false
  return !last.subject.entry || fitsUnit(last.subject.entry, place.figure.quantity.unit)
}

function newStatement(progress: Progress, subject: Subject, value: Figure | undefined, figure: Figure): RawStatement {
  return {
    subject,
    start: Math.min(subject.start, figure.start),
    end: Math.max(figure.end, subject.end <= figure.end + 24 ? Math.min(subject.end, figure.end + 24) : figure.end),
    value,
    growth: undefined,
    growthSign: 1,
    growthKind: null,
    growthBase: 'last-year',
    prior: false,
    priorYear: undefined,
    partOf: undefined,
    entity: '',
    cue: '',
    sentence: progress.view.sentence,
  }
}
