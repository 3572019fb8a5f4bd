import { areAlike } from './alike-characters.ts'
import { placesOf } from './own-names.ts'
import type { Placed } from './rule.ts'
import { sentenceAround } from './text-spans.ts'

/** 村 in 东关屯村: the word that a name ends with, and where it starts. */
export interface KindWord {
  at: number
  kind: string
  /** What directly before it may be its name, by the number of characters, without and with the word itself. */
  names: readonly string[]
  namesWithKind: readonly string[]
  /** The character that goes before a name of so many characters; '' where a name may begin. */
  before: readonly string[]
  /** One of those characters stands twice in a row. */
  doubled: boolean
}

/** Names of four characters are compared, one of them perhaps written twice. */
const longestStretch = 5

/** 农村, 乡镇, 道路 are no names. */
const kindWords =
  /(?<!农|乡|本|全|我|各|行政|贫困)村|(?<![城乡集本全我各市])镇|(?<![城本全我各])乡(?!村)|(?<![道公铁思线出一])路|居委会|社区|街道|大道|大街|水库|集团|公司|园区|小区|产业园|工业园|中学|小学|学校|幼儿园|医院|卫生院|敬老院|公园|广场|景区|合作社|农场|林场|电站|泵站|隧道|项目|工程|基地|[街桥河渠山湖岛湾寺屯厂矿]/g

/** What one paragraph contributes: where names may end. Offsets of the paragraph. */
export function readKindWords(text: string): KindWord[] {
  return [...text.matchAll(kindWords)].flatMap(({ index, 0: kind }) => {
    const before = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, index - longestStretch), index))?.[0] ?? ''
    if (before.length < 2) return []
    const names = Array.from({ length: before.length + 1 }, (_, length) => before.slice(before.length - length))
    return {
      at: index,
      kind,
      names,
      namesWithKind: names.map((name) => name + kind),
      before: names.map(({ length }) => text.charAt(index - length - 1).replace(beforeNames, '')),
      doubled: /(.)\1/.test(before),
    }
  })
}

/** A name that stands once or twice beside one that the report uses far more often. */
export interface AlikeName {
  form: string
  name: string
  places: number[]
  namePlaces: readonly number[]
}

/** Of fewer no other name is a third. */
const fewestMentions = 3

/**
 * 东关屯村 five times and 东关囤村 once: of two names the rare one differs in one character that is read or written like the
 * other's, has one character twice or two of them in the other order. Two real neighbours (东庄村 and 西庄村, 于家村 and
 * 余家村) look the same, so silence is kept wherever the text tells them apart: see isAnother. Names of three or four
 * characters are compared whatever they name (东关囤小学), shorter ones with their kind word.
 */
export function findAlikeNames(
  text: string,
  facts: readonly Placed<readonly KindWord[]>[],
  ownName: string,
): AlikeName[] {
  const all = facts.flatMap(({ facts: words }) => words)
  const byKind = new Map<string, KindWord[]>()
  for (const word of all) add(byKind, word.kind, word)
  const found: AlikeName[] = []
  const look = (kind: string, ends: readonly KindWord[], length: number): void => {
    for (const alike of alikeAmong({ text, facts, kind, length, ownName }, ends))
      if (!isSeen(found, alike)) found.push(alike)
  }
  for (const length of [4, 3]) look('', all, length)
  for (const [kind, ends] of byKind) look(kind, ends, 2)
  return found
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const known = lists.get(key)
  if (known) known.push(item)
  else lists.set(key, [item])
}

/** A slip shows in a longer and in a shorter stretch before the same kind word: the longer one says more. */
const isSeen = (found: readonly AlikeName[], { form, places: [first = 0] }: AlikeName): boolean =>
  found.some((known) => known.places.some((at) => at < first + form.length && first < at + known.form.length))

/** Where two names are compared: the characters before a kind word, and the word itself unless any will do. */
interface Comparison {
  text: string
  facts: readonly Placed<readonly KindWord[]>[]
  kind: string
  length: number
  ownName: string
}

function alikeAmong(comparison: Comparison, ends: readonly KindWord[]): AlikeName[] {
  const forms = countForms(comparison, ends)
  const names = new Set([...forms].flatMap(([name, counts]) => (isName(comparison, name, counts) ? [name] : [])))
  if (names.size === 0) return []
  const gaps = readGaps([...names], comparison.length)
  const mentionsOf = (name: string): number => forms.get(name)?.mentions ?? 0
  const most = Math.max(...[...names].map(mentionsOf))
  const mayBeRare = readsLike([...names], comparison.length)
  const rare = [...forms].flatMap(([form, { mentions }]) => (mentions * 3 <= most && mayBeRare(form) ? [form] : []))
  const longer = { ...comparison, length: comparison.length + 1 }
  const withDoubled = ends.filter((end) => end.doubled)
  const doubled = countForms(longer, withDoubled)
  const slips = [
    ...rare.flatMap((form) => slipsOf(form, gaps, comparison.length)),
    ...[...doubled.keys()].flatMap(doublesOf),
  ]
  return slips
    .filter(({ form, name }) => {
      const mentions = (forms.get(form) ?? doubled.get(form))?.mentions ?? 0
      return names.has(name) && mentions * 3 <= mentionsOf(name)
    })
    .slice(0, mostCandidates)
    .map((slip) => ({
      ...slip,
      places: forms.has(slip.form) ? placesOfForm(comparison, slip.form) : placesOfForm(longer, slip.form),
      namePlaces: placesOfForm(comparison, slip.name),
    }))
    .filter((candidate) => !isAnother(comparison, candidate))
}

/** Looking one up costs a pass over the text; a report has few. */
const mostCandidates = 20

interface Counts {
  mentions: number
  /** How many of them follow a character that no name begins after, by that character. */
  after: Map<string, number> | undefined
}

const formOf = ({ kind, length }: Comparison, { names, namesWithKind }: KindWord): string | undefined =>
  kind === '' ? names[length] : namesWithKind[length]

function countForms(comparison: Comparison, ends: readonly KindWord[]): Map<string, Counts> {
  const forms = new Map<string, Counts>()
  for (const end of ends) {
    const form = formOf(comparison, end)
    if (form === undefined) continue
    let counts = forms.get(form)
    if (!counts) {
      counts = { mentions: 0, after: undefined }
      forms.set(form, counts)
    }
    counts.mentions++
    const before = end.before[comparison.length] ?? ''
    if (before === '') continue
    counts.after ??= new Map()
    counts.after.set(before, (counts.after.get(before) ?? 0) + 1)
  }
  return forms
}

function placesOfForm(comparison: Comparison, form: string): number[] {
  return comparison.facts.flatMap(({ start, facts: words }) =>
    words.filter((word) => formOf(comparison, word) === form).map(({ at }) => start + at - comparison.length),
  )
}

/** A slip has at most one character that no name has; most forms have more, and are passed over at once. */
function readsLike(names: readonly string[], length: number): (form: string) => boolean {
  const units = new Set(names.flatMap((name) => Array.from({ length }, (_, at) => name.charCodeAt(at))))
  return (form) => {
    let others = 0
    for (let at = 0; at < length; at++) if (!units.has(form.charCodeAt(at))) others++
    return others <= 1
  }
}

/** What stands before a name: no character, or one that belongs to no name. */
const beforeNames =
  /^(?:|[^\p{Script=Han}]|[镇乡县区市在到对由至与和及从向沿的为将把建修通是即让使赴成进动设造善升护持划施展强行启办抓资制理扩入绕于等部])$/u

/** Written often enough, and beginning where a name begins: 关屯村 is the end of 东关屯村. The own name has rules of its own. */
function isName({ ownName }: Comparison, name: string, { mentions, after }: Counts): boolean {
  if (mentions < fewestMentions || (ownName !== '' && name.includes(ownName))) return false
  return [...(after?.values() ?? [])].every((count) => count * 2 <= mentions)
}

/** What is written, the name that is meant, and where a character is changed; of one doubled or exchanged it says nothing. */
interface Slip {
  form: string
  name: string
  changed?: number
}

/** Names by what is left of them without one character, so that none is compared with all others. */
type Gaps = ReadonlyMap<string, readonly string[]>

const gapAt = (name: string, at: number): string => `${at}${name.slice(0, at)}${name.slice(at + 1)}`

function readGaps(names: readonly string[], length: number): Gaps {
  const gaps = new Map<string, string[]>()
  for (const name of names) for (let at = 0; at < length; at++) add(gaps, gapAt(name, at), name)
  return gaps
}

/** More names than these that differ in one place are a row of things that it tells apart. */
const mostInRow = 12

function slipsOf(form: string, gaps: Gaps, length: number): Slip[] {
  const slips: Slip[] = []
  for (let at = 0; at < length; at++) {
    const row = gaps.get(gapAt(form, at)) ?? []
    if (row.length > mostInRow) continue
    for (const name of row) if (isSlip(name, form, at)) slips.push({ form, name, changed: at })
  }
  // Of two characters both orders make names: 龙井, 井龙.
  for (let at = 0; at < length - 1 && length > 2; at++) {
    const pair = form.slice(at, at + 2)
    const name = `${form.slice(0, at)}${pair.charAt(1)}${pair.charAt(0)}${form.slice(at + 2)}`
    if (!tellsApart.test(pair)) slips.push({ form, name })
  }
  return slips
}

/** 东关关屯 of 东关屯. */
function doublesOf(form: string): Slip[] {
  return Array.from(form).flatMap((character, at): Slip[] => {
    const name = form.slice(0, at) + form.slice(at + 1)
    return character === form.charAt(at + 1) ? [{ form, name }] : []
  })
}

/** Characters that tell neighbours apart: 九庄村 and 旧庄村, 上湾村 and 湾上村. */
const tellsApart = /[东西南北中上下前后左右里外内大小高低新老旧一二三四五六七八九十百千甲乙丙丁]/

const surnames = new Set(
  '王汪李黎张章刘柳陈程成赵肇杨阳黄周邹吴武伍邬徐许孙马麻朱祝诸胡扈郭何贺和林高郜罗骆郑梁良谢解宋唐冯封丰凤于余俞虞鱼董东袁原元苑潘蒋姜江蔡杜肖萧田吕卢鲁陆路戴代崔任钟仲谭石史时邱秋裘秦覃付傅富方房白柏熊孟阎闫颜严薛雷侯龙段郝孔邵常尚康洪红汤温文闻莫易伊车齐祁戚关官管葛乔樊范施师申沈庄毛茅顾古谷邢形魏卫韦尉包鲍左焦',
)

function isSlip(name: string, form: string, at: number): boolean {
  const [ours, theirs] = [name.charAt(at), form.charAt(at)]
  if (tellsApart.test(ours) && tellsApart.test(theirs)) return false
  if (surnames.has(ours) && surnames.has(theirs) && (at === 0 || name.charAt(at + 1) === '家')) return false
  return areAlike(ours, theirs)
}

/** Does the text itself show that the rare name is not the frequent one? */
function isAnother({ text, kind, length, ownName }: Comparison, candidate: AlikeName & Slip): boolean {
  const { form, name, places, namePlaces, changed } = candidate
  if (isNamedAfterEnds(form, kind, ownName)) return true
  const stem = form.slice(0, form.length - kind.length)
  if (placesOf(text, stem).length * 3 > placesOf(text, name.slice(0, length)).length) return true
  return places.some(
    (at) =>
      !beginsName(text, at, length, changed) ||
      sentenceHas(text, at, at + form.length, name) ||
      hasOtherHolder(text, at, namePlaces) ||
      hasOwnPeople(text, at + form.length, name, namePlaces),
  )
}

/** A road between two places has one character of each: 青石路 from 青禾 to 石坊 beside 青实路. */
const isNamedAfterEnds = (form: string, kind: string, ownName: string): boolean =>
  kind === '路' && Array.from(form.slice(0, 2)).some((character) => ownName.includes(character))

/** 大石乔村 is not 石桥村: what stands before the rare form is no part of it. */
function beginsName(text: string, at: number, length: number, changed = 0): boolean {
  return beforeNames.test(text.charAt(at - 1)) || (length > 2 && changed > 0)
}

function sentenceHas(text: string, start: number, end: number, name: string): boolean {
  const sentence = sentenceAround(text, start, end)
  return text.slice(sentence.start, sentence.end).includes(name)
}

/** 石坊镇东关囤村 beside 柳浦镇东关屯村. */
function hasOtherHolder(text: string, at: number, namePlaces: readonly number[]): boolean {
  const holder = /\p{Script=Han}{2}[镇乡县区市]$/u.exec(text.slice(Math.max(0, at - 3), at))?.[0]
  return holder !== undefined && !namePlaces.some((place) => text.startsWith(holder, place - holder.length))
}

/** Both have people or bodies of their own: 东关囤村320户, 东关屯村委会. */
const ownPeople = /^村?(?:村?委会|党?支部|有?\d+[户人])/

function hasOwnPeople(text: string, end: number, name: string, namePlaces: readonly number[]): boolean {
  const follows = (from: number): boolean => ownPeople.test(text.slice(from, from + 8))
  return follows(end) && namePlaces.some((at) => follows(at + name.length))
}
