import { fitsUnit, type NameMatch } from './catalogue.ts'
import { isFiller, stripFillers } from './fillers.ts'
import { isVague, openName, relativeName, rightNoun } from './open-name.ts'
import type { Subject } from './raw-statement.ts'
import type { Place, SentenceView } from './sentence-view.ts'

/**
 * What a number speaks of, from the words before it, the noun behind it, or the subject before. Several where the clause
 * says that all have the value (均, 都) or pairs them (分别). `leftOnly`: the words behind the number belong to the verb.
 */
export function findSubjects(
  view: SentenceView,
  place: Place,
  carried: Subject | undefined,
  leftOnly: boolean,
): Subject[] {
  const listed = listedSubjects(view, place, leftOnly)
  if (listed.length > 1) return listed
  const one =
    shareSubject(view, place, carried) ??
    knownSubject(view, place, carried, leftOnly) ??
    openSubject(view, place, carried, leftOnly)
  return one ? [one] : []
}

/** Nothing but filling words and punctuation: the subject is elided. */
export function onlyFillers(words: string): boolean {
  return isFiller(words) || stripFillers(words).name === ''
}

const all =
  /(?<list>[^，,；;：:。]*(?:、|和|(?<!普)及|与)[^，,；;：:。]*?)(?:均|都|皆|双双|全部(?=达|为|实现|超)|分别|依次)[^，,、]{0,10}$/
const indicatorLike = /(?:[率额数量值入积资产度重比]|收入|余额|人口)$/

const joins = /、|和|(?<!普)及|与/

/** 基本医保、养老保险【参保率】分别…: the last of a list says what is measured of all. */
function sharedMeasure(list: string): string {
  return /(?:参保率|参合率|覆盖率|增加值|总产值|产量|余额|收入|浓度)$/.exec(stripFillers(list).name)?.[0] ?? ''
}

/** 三家公司分别实现【税收】: what each of the listed has. */
function measureOf(words: string): string {
  return stripFillers(words.replace(/^(?:均|都|皆|双双|全部|分别|依次)/, '')).name
}

/** A、B均达98%. A、B分别达x、y. */
function listedSubjects(view: SentenceView, place: Place, leftOnly: boolean): Subject[] {
  const { leftStart, clauseStart, figure } = place
  const clause = view.text.slice(clauseStart, figure.start)
  const list = all.exec(clause)?.groups?.['list']
  if (list === undefined) return leftOnly ? joinedNames(view, place) : []
  const names = view.names.filter((name) => name.start >= Math.max(leftStart, clauseStart) && name.end <= figure.start)
  const only = names.length === 1 ? names[0] : undefined
  if (
    only &&
    !joins.test(view.text.slice(only.end, clauseStart + list.length)) &&
    !joins.test(view.text.slice(clauseStart, only.start))
  )
    return [known(only)]
  const measured = measureOf(clause.slice(list.length))
  const subjects: Subject[] = []
  let at = clauseStart
  for (const piece of list.split(/(、|以及|(?<!普)及|和|与)/)) {
    const start = at
    at += piece.length
    if (/^(?:、|以及|及|和|与)$/.test(piece)) continue
    const name = names.find((match) => match.start < at && match.end > start)
    const { name: open, offset } = stripFillers(piece)
    const shared = name ? undefined : view.catalogue.find(open + sharedMeasure(list))
    if (name) subjects.push(known(name))
    else if (shared) subjects.push({ name: shared.name, entry: shared, start: start + offset, end: at })
    else if (open !== '') subjects.push({ name: open + measured, entry: undefined, start: start + offset, end: at })
  }
  const respectively = /分别|依次/.test(clause)
  return respectively || subjects.every((subject) => subject.entry !== undefined || indicatorLike.test(subject.name))
    ? subjects
    : []
}

/** 地区生产总值和财政总收入年均递增9%: two names of the catalogue, joined. */
function joinedNames(view: SentenceView, { clauseStart, figure }: Place): Subject[] {
  const names = view.names.filter((name) => name.start >= clauseStart && name.end <= figure.start)
  const [first, second] = names.slice(-2)
  if (!first || !second || !isFiller(view.text.slice(second.end, figure.start))) return []
  return /^(?:、|和|及|与|以及)$/.test(view.text.slice(first.end, second.start)) ? [known(first), known(second)] : []
}

const shareWords =
  /占(?<whole>[^，,。；;]{1,16}?)(?:的?(?:比重|比例|比率|份额)|的)(?:为|达到|达|的|提高到|提升至|提升到|上升到|上升至|约|近|超过|超|已|高达|是)*$/

/** 占全镇GDP比重31%: the part is the subject of the clause or the one before. */
function shareSubject(view: SentenceView, place: Place, carried: Subject | undefined): Subject | undefined {
  const { figure, clauseStart } = place
  if (figure.quantity.kind !== 'pct') return undefined
  const clause = view.text.slice(clauseStart, figure.start)
  const match = shareWords.exec(clause)
  const whole = match?.groups?.['whole']
  if (!match || whole === undefined) return undefined
  const start = clauseStart + match.index
  const name = view.names.findLast(
    (found) => found.end > start && found.start <= figure.start && found.entry.dimension === 'rate',
  )
  if (name) return known(name)
  const { name: part, offset } = stripFillers(clause.slice(0, match.index))
  const subject = part === '' ? (carried?.name ?? '') : part
  return {
    name: `${subject}占${stripFillers(whole).name}比重`,
    entry: undefined,
    start: clauseStart + offset,
    end: figure.start,
  }
}

function knownSubject(
  view: SentenceView,
  place: Place,
  carried: Subject | undefined,
  leftOnly: boolean,
): Subject | undefined {
  const { figure, leftStart, clauseStart } = place
  const { unit } = figure.quantity
  const name = view.names.findLast((found) => found.end <= figure.start && found.start >= leftStart)
  if (
    name &&
    isFiller(view.text.slice(name.end, figure.start)) &&
    (name.start >= clauseStart || fitsUnit(name.entry, unit)) &&
    (figure.quantity.kind !== 'pct' || leftOnly || isRate(name))
  ) {
    return withVerb(view, inheritedVerb(view, place, name.start, carried), name)
  }
  const clause = view.text.slice(clauseStart, figure.start)
  if (!leftOnly) {
    const right = view.text.slice(figure.end, place.rightEnd)
    const around = view.catalogue.findAround(clause, right)
    if (around) return { name: around.name, entry: around, start: clauseStart, end: figure.end }
    const behind = behindNumber(view, place)
    if (behind) return behind
    if (rightNoun(view.text, place.behind, rightEndOf(view, place))) return undefined
  }
  if (!onlyFillers(clause)) return relativeSubject(view, place, carried)
  if (name && fitsUnit(name.entry, unit) && (!carried || name.start > carried.start)) return known(name)
  const all = carried && allOfThem(view, clause, carried, unit)
  if (all) return all
  return carried?.entry && fitsUnit(carried.entry, unit) ? carried : undefined
}

function withVerb(view: SentenceView, verb: string | undefined, name: NameMatch): Subject {
  if (verb === undefined || name.entry.scopeWords?.includes(verb) !== true) return known(name)
  const open = verb + view.text.slice(name.start, name.end)
  const entry = view.catalogue.find(open)
  return { name: entry?.name ?? open, entry, start: name.start, end: name.end, verb }
}

function isRate({ entry }: NameMatch): boolean {
  return entry.dimension === 'rate' || entry.dimension === 'permille'
}

const onlyNew = /^(?:新增|净增|新认定|新培育|新建)/

/** 新增高新技术企业3家、科技型中小企业12家: the verb of the first counts for the second. */
function inheritedVerb(
  view: SentenceView,
  { leftStart, figure }: Place,
  start: number,
  carried: Subject | undefined,
): string | undefined {
  const verb = carried?.verb
  if (verb === undefined) return undefined
  const before = view.text.slice(leftStart, start)
  if (/^(?:[、和及与]|以及|省级|市级|国家级|县级|区级|\ue000)*$/.test(before)) return verb
  return /^[，,](?:省级|市级|国家级|县级|区级)?$/.test(before) && isAdjacent(view, start, figure.start)
    ? verb
    : undefined
}

/** No word such as 达 between name and number. */
function isAdjacent(view: SentenceView, start: number, end: number): boolean {
  return !/[达至到为共]/.test(view.text.slice(start, end))
}

/** 新增规上工业企业6家，总数达46家: the second speaks of all of them. */
function allOfThem(view: SentenceView, clause: string, carried: Subject, unit: string): Subject | undefined {
  if (!onlyNew.test(carried.name) || !/总数|总量|累计|达|增至|增加到/.test(clause)) return undefined
  const name = carried.name.replace(onlyNew, '')
  const entry = view.catalogue.find(name)
  if (entry && !fitsUnit(entry, unit)) return undefined
  return { name: entry?.name ?? name, entry, start: carried.start, end: carried.end }
}

/** Behind a name: punctuation, or words that do not make it another thing (美丽乡村重点片区 is none). */
const nounEnds =
  /^(?:[，,。；;、！!）)：:”"’\d]|$|建设|改造|项目|工程|任务|整治|治理|创建|实施|全部|全面|实现|和|及|与|的|共|进行|已|均|都|发放|新建|提升|受益|就业|稳定|顺利|达|取得|投入|建成|完成|成功)/

/** 建成1.2万亩高标准农田: the noun behind the number is in the catalogue, and no word before it makes it another one. */
function behindNumber(view: SentenceView, place: Place): Subject | undefined {
  const { figure, clauseStart, behind } = place
  const end = rightEndOf(view, place)
  const name = view.names.find(
    (found) => found.start >= behind && found.end <= end && /^的?“?$/.test(view.text.slice(behind, found.start)),
  )
  if (!name || !fitsUnit(name.entry, figure.quantity.unit)) return undefined
  if (!nounEnds.test(view.text.slice(name.end, name.end + 4))) return undefined
  const verb = stripFillers(view.text.slice(clauseStart, figure.start)).name
  if (name.entry.scopeWords?.some((word) => verb.endsWith(word)) === true) return undefined
  return known(name)
}

/** 脐橙种植面积达2100亩，产量3150吨. */
function relativeSubject(
  view: SentenceView,
  { figure, clauseStart }: Place,
  carried: Subject | undefined,
): Subject | undefined {
  const { name, offset } = stripFillers(view.text.slice(clauseStart, figure.start))
  const full = relativeName(name, carried?.name ?? '')
  const entry = full === undefined ? undefined : view.catalogue.find(full)
  if (full === undefined || !entry || !fitsUnit(entry, figure.quantity.unit)) return undefined
  return { name: entry.name, entry, start: clauseStart + offset, end: figure.start }
}

function openSubject(
  view: SentenceView,
  place: Place,
  carried: Subject | undefined,
  leftOnly: boolean,
): Subject | undefined {
  const { figure, clauseStart } = place
  const noun = leftOnly ? undefined : rightNoun(view.text, place.behind, rightEndOf(view, place))
  const open = openName(view.text, clauseStart, figure.start, noun, figure.quantity.kind === 'count')
  if (!open)
    return carried && fitsCarried(carried, figure.quantity.unit)
      ? someOf(view, place, carried)
      : clauseBefore(view, place)
  const owned = ownedName(view, place)
  const relative = relativeName(open.name, noun ? '' : (carried?.name ?? ''))
  const entry = relative === undefined ? undefined : view.catalogue.find(relative)
  if (entry && owned === undefined && fitsUnit(entry, figure.quantity.unit))
    return { name: entry.name, entry, start: open.start, end: open.end }
  const name = owned ?? relative ?? open.name
  if (noun === undefined && needsObject.test(name) && carried) {
    return { name: carried.name + name, entry: undefined, start: open.start, end: open.end }
  }
  const verb = onlyNew.exec(name)?.[0] ?? inheritedVerb(view, place, open.start, carried)
  const own = specific(view, place, verb === undefined || name.startsWith(verb) ? name : verb + name)
  return { name: own, entry: undefined, start: open.start, end: open.end, ...(verb === undefined ? {} : { verb }) }
}

function fitsCarried({ entry }: Subject, unit: string): boolean {
  return !entry || fitsUnit(entry, unit)
}

/** 产业集群从无到有，达到3个: the words of the clause before, where nothing else can be meant. */
function clauseBefore(view: SentenceView, { leftStart, clauseStart }: Place): Subject | undefined {
  const words = view.text.slice(leftStart, clauseStart).replace(/[，,；;：:（(]+$/, '')
  const start = leftStart + Math.max(...Array.from('，,；;：:', (sign) => words.lastIndexOf(sign))) + 1
  const { name, offset } = stripFillers(view.text.slice(start, leftStart + words.length))
  return name === '' ? undefined : { name, entry: undefined, start: start + offset, end: start + offset + name.length }
}

/** 12项民生工程，【5项】全部完成: some of what was named before. */
function someOf(view: SentenceView, { figure }: Place, carried: Subject): Subject {
  const at = { start: figure.start, end: figure.start }
  const words = /^[\u4e00-\u9fa5]{2,10}/.exec(
    view.text.slice(figure.end, Math.min(figure.end + 10, view.sentence.end)),
  )?.[0]
  if (words === undefined || /^(?:以上|以下|以内|左右|大关)/.test(words)) return { ...carried, ...at }
  return { name: `${carried.name}·${words}`, entry: undefined, ...at }
}

/** 投资4200万元，完成管网改造: a vague name takes the words that follow, so that two of them are not one. */
function specific(view: SentenceView, { behind }: Place, name: string): string {
  if (!isVague(name)) return name
  const words = view.text.slice(behind, Math.min(behind + 24, view.sentence.end))
  const purpose = /^[，,、的]*([^，,。；;、：（()）\ue000]{2,14})/.exec(words)?.[1]
  return purpose === undefined ? name : `${name}·${purpose}`
}

/** Verbs that speak of what was named before: 收到信访件126件，办结124件. */
const needsObject =
  /^(?:共|已|其中)?(?:办结|涉及|立案|破获|侦破|整改|处置|惠及|覆盖|带动|通过|化解|受理|结案|到位|调解|查处|兑现|发放|完成|受益)(?:了|到|人数|金额)?$/

/** 总投资2300万元的城东纺纱厂: 投资 of the named thing, whether total or not. */
function ownedName(view: SentenceView, { figure, clauseStart, rightEnd }: Place): string | undefined {
  const { name } = stripFillers(view.text.slice(clauseStart, figure.start))
  const head = /(?:总投资|投资|占地|总面积|面积|总长|全长|总长度)$/.exec(name)?.[0]
  if (head === undefined || view.text.charAt(figure.end) !== '的') return undefined
  const owner = rightNoun(view.text, figure.end, rightEnd)
  return owner && owner.name.length > 2 ? owner.name + head.replace('总', '') : undefined
}

/** Where the noun behind a row of figures must end. */
function rightEndOf(view: SentenceView, { behind, rightEnd }: Place): number {
  if (behind < rightEnd) return rightEnd
  return view.figures[firstFrom(view.figures, behind)]?.start ?? view.sentence.end
}

/** Index of the first figure that does not begin before `at`; figures stand in the order of the text. */
function firstFrom(figures: SentenceView['figures'], at: number): number {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

function known(name: NameMatch): Subject {
  return { name: name.entry.name, entry: name.entry, start: name.start, end: name.end }
}
