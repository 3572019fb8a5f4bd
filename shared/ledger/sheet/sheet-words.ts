import { halfWidth } from '../../numbers/half-width.ts'
import { unitPattern } from '../../numbers/units.ts'
import { simplified } from '../../report/simplified.ts'
import type { FigureKind, FigureState, LedgerPeriod, Settlement } from '../ledger.ts'

/** Words of tables of figures, in the form that is matched: simplified, half-width, small letters, without blanks. */
export function folded(text: string): string {
  return simplified(halfWidth(text))
    .toLowerCase()
    .replace(/[\s\u3000]+/g, '')
}

/** A column that says something of the whole row, or names the cell that the rest of the row is about. */
export type RowField = 'indicator' | 'unit' | 'group' | 'department' | 'prices' | 'scope' | 'year' | 'period' | 'kind'
/** A column of figures, or of what is known of them. */
export type FigureField =
  'value' | 'growth' | 'state' | 'settlement' | 'file' | 'sentence' | 'sourceDepartment' | 'person'

const heads: [RowField | 'settlement' | 'file' | 'sentence' | 'sourceDepartment' | 'person', RegExp][] = [
  ['indicator', /^(?:主要)?(?:经济|统计|考核)?(?:指标|项目)(?:名称)?$|^名称$|^indicators?$|^items?$/],
  ['unit', /^(?:计量)?单位$|^units?$/],
  [
    'department',
    /^(?:归口|责任|牵头|填报|主管)?(?:部门|科室|站所)(?:名称)?$|^(?:归口|责任|牵头|填报)单位$|^departments?$/,
  ],
  ['group', /^(?:分组|分类|类别|大类|板块)$|^groups?$/],
  ['prices', /^价格口径$|^prices?$/],
  ['scope', /^(?:统计)?口径$|^scope$/],
  ['year', /^年(?:份|度)$|^years?$/],
  ['period', /^(?:时段|时期)$|^period$/],
  ['kind', /^数据类别$|^kind$/],
  ['settlement', /^(?:数据)?性质$|^settlement$/],
  ['file', /^来源(?:文件|档案)$|^sourcefile$/],
  ['sentence', /^来源原句$|^sourcesentence$/],
  ['sourceDepartment', /^来源部门$|^sourcedepartment$/],
  ['person', /^来源人$|^sourceperson$/],
]

/** Undefined: the head names no column of its own. */
export function fieldOfHead(head: string): (typeof heads)[number][0] | undefined {
  const words = folded(head)
  return heads.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Shares of a plan, ranks and the like are figures of another kind. */
export function isOtherColumn(head: string): boolean {
  return /完成率|完成比例|占(?:比|年|全|计划)|比重|排名|位次|序号|进度|completion|rank|^no\.?$/.test(folded(head))
}

export function isGrowthWord(head: string): boolean {
  return /增速|增长|同比|增幅|增减|涨幅|growth/.test(folded(head))
}

export function isStateWord(head: string): boolean {
  return /状态$|state$/.test(folded(head))
}

export function isValueWord(head: string): boolean {
  return /^(?:数值|数量|绝对[额数值]|总量|实绩|实际|完成(?:数|值|情况)?|本期|累计|value|result)$/.test(
    withoutUnit(folded(head)),
  )
}

export function kindOfHead(head: string): FigureKind {
  return /目标|计划|预期|任务|target|plan/.test(folded(head)) ? 'target' : 'result'
}

export function periodOfHead(head: string): LedgerPeriod {
  const words = folded(head).replace(/[—–~～至到]/g, '-')
  if (/前三季度?|1-9月|threequarters/.test(words)) return 'three-quarters'
  if (/上?半年|1-6月|half/.test(words)) return 'half-year'
  if (/一季度?|1-3月|firstquarter/.test(words)) return 'first-quarter'
  return /五年|term/.test(words) ? 'term' : 'year'
}

/** 2024年; of two years the later; 上年 and 本年 are counted from `year`. */
export function yearOfHead(head: string, year: number | null): number | undefined {
  const words = folded(head)
  const named = Array.from(words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g), ([digits]) => Number(digits))
  if (named.length > 0) return Math.max(...named)
  if (year === null) return undefined
  if (/上年|去年/.test(words)) return year - 1
  return /本年|今年|当年/.test(words) ? year : undefined
}

/** A cell that is nothing but a year: 2024, 2024年. */
export function yearOfCell(text: string): number | undefined {
  const match = /^((?:19|20)\d\d)年?度?$/.exec(folded(text))
  return match ? Number(match[1]) : undefined
}

const unitOnly = new RegExp(`^(?:[十百千]?[万亿]|万亿|[百千])?(?:${unitPattern})$`)

/** 地区生产总值（亿元） → 亿元; '' where what stands in brackets is no unit. */
export function unitInBrackets(text: string): string {
  const inner = /[（(]([^（）()]{1,12})[）)]\s*$/.exec(text)?.[1]?.trim() ?? ''
  const unit = inner.replace(/^单位[:：]/, '')
  return isUnit(unit) ? unit : ''
}

export function isUnit(text: string): boolean {
  return /^(?:%|％|‰|个?百分点|元)$/.test(text) || unitOnly.test(text)
}

export function withoutUnit(text: string): string {
  return text.replace(/\s*[（(][^（）()]{1,12}[）)]\s*$/, '')
}

/** 单位：万元, above the table. */
export function unitOfTitle(text: string): string {
  const unit = /(?:单位|單位|Unit)\s*[:：]\s*([^\s，,、；;）)]{1,12})\s*[）)]?$/i.exec(text.trim())?.[1] ?? ''
  return isUnit(unit) ? unit : ''
}

const states: Record<string, FigureState> = {
  待报: 'awaited',
  已报: 'reported',
  已核: 'checked',
  已确认: 'confirmed',
  awaited: 'awaited',
  reported: 'reported',
  checked: 'checked',
  confirmed: 'confirmed',
}
const settlements: Record<string, Settlement> = {
  预计: 'estimate',
  快报: 'flash',
  快报数: 'flash',
  决算: 'final',
  决算数: 'final',
  estimate: 'estimate',
  flash: 'flash',
  final: 'final',
}
const prices: Record<string, 'nominal' | 'real'> = {
  现价: 'nominal',
  当年价: 'nominal',
  可比价: 'real',
  不变价: 'real',
  current: 'nominal',
  constant: 'real',
}

export const stateOfWord = (text: string): FigureState | undefined => states[folded(text)]
export const settlementOfWord = (text: string): Settlement | undefined => settlements[folded(text)]
export const pricesOfWord = (text: string): 'nominal' | 'real' | undefined => prices[folded(text)]

/** -, —, /, …: nothing is said. */
export function isBlank(text: string): boolean {
  return /^[\s\-—–－/／…·.。*]*$|^(?:无|空|n\/?a)$/i.test(text)
}
