import { areAlike } from './alike-characters.ts'
import { placesOf } from './own-names.ts'
import type { ParagraphReading, Placed } from './rule.ts'
import { sentenceAround } from './text-spans.ts'

/** 村 in 东关屯村: the word that a name ends with, and where it starts. */
export interface KindWord {
  at: number
  kind: string
}

/** 农村, 乡镇, 道路 are no names. */
const kindWords =
  /(?<!农|乡|本|全|我|各|行政|贫困)村|(?<![城乡集本全我各市])镇|(?<![城本全我各])乡(?!村)|(?<![道公铁思线出一])路|居委会|社区|街道|大道|大街|水库|集团|公司|园区|小区|产业园|工业园|中学|小学|学校|幼儿园|医院|卫生院|敬老院|公园|广场|景区|合作社|农场|林场|电站|泵站|隧道|项目|工程|基地|[街桥河渠山湖岛湾寺屯厂矿]/g

/** What one paragraph contributes: where names may end. Offsets of the paragraph. */
export function readKindWords({ text }: ParagraphReading): KindWord[] | undefined {
  const words = [...text.matchAll(kindWords)].map(({ index, 0: kind }) => ({ at: index, kind }))
  return words.length > 0 ? words : undefined
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
  const byKind = new Map<string, number[]>()
  for (const { start, facts: words } of facts) {
    for (const { at, kind } of words) add(byKind, kind, start + at)
  }
  const all = [...byKind.values()].flat().sort((a, b) => a - b)
  const found: AlikeName[] = []
  const look = (kind: string, ends: readonly number[], length: number): void => {
    for (const alike of alikeAmong({ text, kind, length, ownName }, ends)) if (!isSeen(found, alike)) found.push(alike)
  }
  for (const length of [4, 3]) look('', all, length)
  for (const [kind, ends] of byKind) look(kind, ends, 2)
  return found
}

function add(lists: Map<string, number[]>, key: string, at: number): void {
  const known = lists.get(key)
  if (known) known.push(at)
  else lists.set(key, [at])
}

/** A slip shows in a longer and in a shorter stretch before the same kind word: the longer one says more. */
const isSeen = (found: readonly AlikeName[], { form, places: [first = 0] }: AlikeName): boolean =>
  found.some((known) => known.places.some((at) => at < first + form.length && first < at + known.form.length))

/** Where two names are compared: the characters before a kind word, and the word itself unless any will do. */
interface Comparison {
  text: string
  kind: string
  length: number
  ownName: string
}

function alikeAmong(comparison: Comparison, ends: readonly number[]): AlikeName[] {
  const { kind, length } = comparison
  if (ends.length <= fewestMentions) return []
  const forms = readForms(comparison, ends)
  const frequent = [...forms].filter(([name, places]) => isName(comparison, name, places))
  if (frequent.length === 0) return []
  const rare = [...forms, ...readForms({ ...comparison, length: length + 1 }, ends)]
  return frequent.flatMap(([name, namePlaces]) =>
    rare.flatMap(([form, places]): AlikeName[] => {
      if (places.length * 3 > namePlaces.length) return []
      const slip = slipOf(name.slice(0, length), form.slice(0, form.length - kind.length))
      const alike = { form, name, places, namePlaces }
      return slip === undefined || isAnother(comparison, alike, slip) ? [] : [alike]
    }),
  )
}

function readForms({ text, kind, length }: Comparison, ends: readonly number[]): Map<string, number[]> {
  const forms = new Map<string, number[]>()
  for (const end of ends) {
    const form = text.slice(Math.max(0, end - length), end) + kind
    if (form.length === length + kind.length && /^\p{Script=Han}+$/u.test(form)) add(forms, form, end - length)
  }
  return forms
}

/** What stands before a name: no character, or one that belongs to no name. */
const beforeNames =
  /^(?:|[^\p{Script=Han}]|[镇乡县区市在到对由至与和及从向沿的为将把建修通是即让使赴成进动设造善升护持划施展强行启办抓资制理扩入绕于等部])$/u

/** Written often enough, and beginning where a name begins: 关屯村 is the end of 东关屯村. The own name has rules of its own. */
function isName({ text, ownName }: Comparison, name: string, places: readonly number[]): boolean {
  if (places.length < fewestMentions || (ownName !== '' && name.includes(ownName))) return false
  const inside = new Map<string, number[]>()
  for (const at of places) {
    const character = text.charAt(at - 1)
    if (!beforeNames.test(character)) add(inside, character, at)
  }
  return [...inside.values()].every((mentions) => mentions.length * 2 <= places.length)
}

/** In what the two differ: the place of the changed character, or that one is doubled or two are exchanged. */
type Slip = { sort: 'changed'; at: number } | { sort: 'doubled' | 'exchanged' }

function slipOf(name: string, form: string): Slip | undefined {
  if (form.length > name.length) return isDoubled(name, form) ? { sort: 'doubled' } : undefined
  const differing = Array.from(name).flatMap((character, at) => (character === form.charAt(at) ? [] : [at]))
  const [first, second] = differing
  if (first === undefined) return undefined
  if (second === undefined) return isSlip(name, form, first) ? { sort: 'changed', at: first } : undefined
  return differing.length === 2 && areExchanged(name, form, first, second) ? { sort: 'exchanged' } : undefined
}

/** 东关关屯 of 东关屯. */
function isDoubled(name: string, form: string): boolean {
  return Array.from(form).some(
    (character, at) => character === form.charAt(at + 1) && form.slice(0, at) + form.slice(at + 1) === name,
  )
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

/** 牙山际 for 牙际山; of two characters both orders make names (龙井, 井龙). */
function areExchanged(name: string, form: string, first: number, second: number): boolean {
  const [one, other] = [name.charAt(first), name.charAt(second)]
  return (
    name.length > 2 &&
    second === first + 1 &&
    form.charAt(first) === other &&
    form.charAt(second) === one &&
    !tellsApart.test(one + other)
  )
}

/** Does the text itself show that the rare name is not the frequent one? */
function isAnother(comparison: Comparison, { form, name, places, namePlaces }: AlikeName, slip: Slip): boolean {
  const { text, kind, length, ownName } = comparison
  if (isNamedAfterEnds(form, kind, ownName)) return true
  const stem = form.slice(0, form.length - kind.length)
  if (placesOf(text, stem).length * 3 > placesOf(text, name.slice(0, length)).length) return true
  return places.some(
    (at) =>
      !beginsName(text, at, length, slip) ||
      sentenceHas(text, at, at + form.length, name) ||
      hasOtherHolder(text, at, namePlaces) ||
      hasOwnPeople(text, at + form.length, name, namePlaces),
  )
}

/** A road between two places has one character of each: 青石路 from 青禾 to 石坊 beside 青实路. */
const isNamedAfterEnds = (form: string, kind: string, ownName: string): boolean =>
  kind === '路' && Array.from(form.slice(0, 2)).some((character) => ownName.includes(character))

/** 大石乔村 is not 石桥村: what stands before the rare form is no part of it. */
function beginsName(text: string, at: number, length: number, slip: Slip): boolean {
  return beforeNames.test(text.charAt(at - 1)) || (length > 2 && slip.sort === 'changed' && slip.at > 0)
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
