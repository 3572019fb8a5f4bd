import type { Pledge } from './accounts.ts'
import { deadlines, ends, isName, isThing, nameOf, namesIn, will } from './pledge-names.ts'
import type { ReadSide } from './read-side.ts'
import { readSegments, type Segment } from './segments.ts'

/**
 * 承诺事项 in the plan of a report: the items of 十件实事, sentences that say that something with a name will be built, finished or
 * begun, tasks with a figure (新建农村公路18公里), and tasks that name one thing to be built or won (启动青石产业园建设). To
 * 加强 or 推进 what is no thing of its own promises nothing to account for.
 */
export function readPledges(last: ReadSide): Pledge[] {
  const segments = readSegments(last).filter(({ section }) => section !== null && planned.has(section))
  const items = readItems(segments)
  const found = segments.flatMap((segment) => (items.has(segment) ? pledgeOfItem(segment) : readSentence(segment)))
  return found.map((pledge) => ({ ...pledge, figures: figuresOf(last, pledge.span) }))
}

const planned: ReadonlySet<string> = new Set(['guidance', 'tasks', 'self-building'])

type FoundPledge = Omit<Pledge, 'figures'>

const mostItems = 40
const announces = /(?:[一二三四五六七八九十\d]+(?:件|项|类)|办(?:好|实)|民生|惠民|为民)[^。；，]{0,12}实事/
const itemMark =
  /^(?:[（(]?(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)、.．]|是|要)|(?<circle>[①-⑳])|第(?<nth>[一二三四五六七八九十]{1,3})[，,、])\s*/

/** What follows the announcement and counts from one on. */
function readItems(segments: readonly Segment[]): ReadonlySet<Segment> {
  const items = new Set<Segment>()
  segments.forEach((segment, index) => {
    if (!announces.test(segment.text)) return
    let last = segment.paragraph
    let first = true
    for (const next of segments.slice(index + 1, index + 1 + mostItems)) {
      const mark = itemMark.exec(next.text)
      if (next.paragraph > last + 1 || (next.paragraph !== last && !mark) || (first && !isFirst(mark))) break
      last = next.paragraph
      first = false
      if (mark) items.add(next)
    }
  })
  return items
}

function isFirst(mark: RegExpExecArray | null): boolean {
  const { number, circle, nth } = mark?.groups ?? {}
  return number === '一' || number === '1' || circle === '①' || nth === '一'
}

/** An item names its matter in its first clauses. */
function pledgeOfItem({ start, end, text, section }: Segment): FoundPledge[] {
  const mark = itemMark.exec(text)?.[0].length ?? 0
  const words = text.slice(mark)
  if (!acts.test(words)) return []
  const objects = words
    .split(/[，,：:。；;、]/)
    .map((clause) => nameOf(clause.replace(new RegExp(`(?:${ends})`), '')))
    .filter(isName)
    .slice(0, 4)
  if (objects.length === 0) return []
  return [{ span: { start: start + mark, end }, words, form: 'item', section, objects, deadline: deadlineOf(words) }]
}

const acts = new RegExp(`\\d|${ends}|完成|实施|新增|改造|启动|新建|举办|建设|发放|开展`)

const verbs =
  '建成|完成|启动|新建|开工建设|改建|扩建|改造提升|改造|建设|实施|打造|新增|创建|硬化|修建|安装|培育|招聘|治理|整治'
const ending = new RegExp(`(?:${ends})`, 'g')
const endsIn = new RegExp(`(?:${ends})`)
const promised = new RegExp(`(?:${will})`)
const opening = new RegExp(`^(?:${verbs})(?=\\p{Script=Han}|[A-Za-z\\d“])`, 'u')
const lead = new RegExp(`^(?:${will}|今年|全年|要|将|再|全力|全面|加快|推动|推进|计划|力争)+`)
const figured =
  /\d+(?:\.\d+)?[万亿余多]*(?:公里|千米|米|亩|个|座|条|处|家|户|套|人次|人|名|所|张|台|盏|眼|亿?元|吨|平方米|辆)/

function readSentence({ start, text, section, title }: Segment): FoundPledge[] {
  const clauses = [...text.matchAll(/[^，,。；;！!：:]+/g)]
  const found = clauses.flatMap((clause, index): FoundPledge[] => {
    const bound = promised.test(clause[0])
    const counted = section === 'tasks' && figured.test(clause[0]) && opening.test(clause[0].trim())
    const own =
      bound || counted ? objectsOf(clause[0], counted) : section === 'tasks' && !title ? thingsIn(clause[0]) : []
    if (!bound && own.length === 0) return []
    // 加快青石路三期建设，确保年内竣工: the matter stands in the clause before.
    const before = bound && own.length === 0 && endsIn.test(clause[0]) ? clauses[index - 1] : undefined
    const objects = before ? [objectsOf(before[0]), namesIn(before[0])].find(({ length }) => length > 0) : own
    if (!objects || objects.length === 0) return []
    const from = (before ?? clause).index
    const to = clause.index + clause[0].length
    const words = text.slice(from, to)
    const blanks = words.length - words.trimStart().length
    const span = { start: start + from + blanks, end: start + to }
    return [{ span, words: words.trim(), form: 'sentence', section, objects, deadline: deadlineOf(words) }]
  })
  // A clause that the next one takes up with its deadline is no promise beside it.
  return found.filter(({ span }) => !found.some((one) => one.span.start === span.start && one.span.end > span.end))
}

/** 确保青石河大桥建成通车: what stands before the verb; 完成青石河大桥主体工程: what stands behind it. */
function objectsOf(clause: string, counted = false): string[] {
  const verb = [...clause.matchAll(ending)].find(({ index }) => index > 0)
  const before = verb ? namesIn(clause.slice(0, verb.index)) : []
  if (before.length > 0) return before
  const rest = clause.trim().replace(lead, '')
  const begin = opening.exec(rest)
  if (!begin) return []
  const names = namesIn(rest.slice(begin[0].length))
  return names.length === 0 && counted ? countedIn(rest.slice(begin[0].length)) : names
}

/** 改造危桥2座, 新增学位120个: with a figure of its own a short word is enough. */
function countedIn(words: string): string[] {
  const name = nameOf(words)
  return /^\p{Script=Han}{2,3}$/u.test(name) && !/项目|工程|企业|任务|投资|岗位|就业/.test(name) ? [name] : []
}

const manner =
  /^\s*(?:[一二三四五六七八九十]{1,3}[是要]|今年|全年|我们|要|将|再|并|全力|全面|积极|大力|着力|重点|继续|扎实|稳步|有序|持续|尽快|尽早|适时|同步|统筹|高标准|高质量|高水平|切实|力促|力推)+/
const action = new RegExp(
  `^(?:(?<certain>(?:加快|推动|推进)?(?:${verbs}|争创|创成|迁建|重建|修缮|开工))|(?<onward>(?:加快|全力|扎实|稳步)?(?:推进|推动|促进|抓好|加快|做好)))好?(?=\\p{Script=Han}|[“A-Z\\d])`,
  'u',
)
const building = /(?:建设|施工|改造|工程|项目|加固|治理|[迁扩重改]建|进度)$/
const endsWith = new RegExp(`(?:${ends}|投运|投入[运使试]\\p{Script=Han}{1,3})$`, 'u')

/**
 * 启动青石产业园建设, 实施石梁水库除险加固, 青石污水处理厂投入运行: without deadline and figure, what is one thing of its own
 * counts, and nothing else. 推进 must be a building; its 前期工作 promise nothing.
 */
function thingsIn(clause: string): string[] {
  const words = clause.trim().replace(manner, '')
  if (/前期|谋划|储备|争取|研究|论证|探索/.test(words)) return []
  const end = endsWith.exec(words)
  if (end && end.index > 0) return namesIn(words.slice(0, end.index)).filter(isThing)
  const begin = action.exec(words)
  if (!begin || (begin.groups?.['onward'] && !building.test(words))) return []
  return namesIn(words.slice(begin[0].length)).filter(isThing)
}

function deadlineOf(words: string): string {
  return new RegExp(`(?:${deadlines})`).exec(words)?.[0] ?? ''
}

function figuresOf({ quantities, source }: ReadSide, { start, end }: { start: number; end: number }): string[] {
  return quantities
    .filter((one) => one.start >= start && one.end <= end && one.kind !== 'date' && one.kind !== 'listcount')
    .map((one) => source.slice(one.start, one.end))
}
