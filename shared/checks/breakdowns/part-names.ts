import type { Quantity } from '../../numbers/quantity.ts'

/**
 * What a part is called: the words before its number, or behind it where none stand before. In 13项预期性指标和9项约束性指标 the
 * words before 9项 belong to the 13项.
 */
export function nameOf(text: string, part: Quantity, from: number): string {
  const before = /[\p{Script=Han}“”]*$/u.exec(text.slice(from, part.start))?.[0] ?? ''
  return before.replace(/^.*(?:和|及|与)$|^(?:和|及|以及|与|其中|包括|有)+/, '') || nounBehind(text, part)
}

/** What stands directly behind a figure: 28项主要指标. */
export const nounBehind = (text: string, { end }: Quantity): string =>
  /^[\p{Script=Han}“”]{0,12}/u.exec(text.slice(end))?.[0].replace(/(?:和|及|以及|与|组成|构成|其中)$/, '') ?? ''

/** 约束性指标11项，预期性指标12项: opposites divide the whole, and so does 其余. */
export function leavesNothing(names: readonly string[]): boolean {
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

export const areStages = (names: readonly string[]): boolean =>
  names.filter((name) => stage.test(name)).length > 1 && !areStates(names)

/** 前期项目, 签约项目, 在建项目, 竣工项目: one project is in one state, and where those under way are named all are. */
const state = /^(?:前期|储备|谋划|洽谈|在谈|签约|拟建|开工|在建|续建|新建|建成|竣工|完工|投产)项目$/

const areStates = (names: readonly string[]): boolean =>
  names.length > 2 && names.every((name) => state.test(name)) && /在建|续建/.test(names.join())

/** Ways to sort the same people: by title, schooling, sex, age, party and people. 其余 goes with any. */
const sortings = [
  /职称|正高|副高|[高中初]级(?:教师|工程师|会计|医师)|[主副]任医师/,
  /学历|学位|博士|硕士|研究生|本科|大专|专科|中专|文化程度/,
  /男|女/,
  /岁|青年|老年|未成年/,
  /党员|团员/,
  /少数民族|汉族/,
]
const sortingOf = (name: string): number => sortings.findIndex((sorting) => sorting.test(name))

/**
 * 专任教师3520人、高级职称680人: sorted in two ways, one is counted twice. So many of the parts at the head of the list are of
 * one sorting; all of them where there is no other.
 */
export function countOfOneSorting(names: readonly string[]): number {
  const first = sortingOf(names[0] ?? '')
  const other = names.findIndex((name) => sortingOf(name) !== first && !/^其[余他它]|^剩余|^余下/.test(name))
  return other < 0 ? names.length : other
}
