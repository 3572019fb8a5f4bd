import { isCommonWord } from './common-words.ts'
import { namesBeforeLevel } from './names-before-level.ts'
import { countPairs } from './pair-counts.ts'

/** A string of the text that differs from a name in exactly one character, and where it stands for the name. */
export interface NearName {
  form: string
  places: number[]
}

/**
 * Strings one character off a name that stand where the name stands: 青禾 and 青和 before 人民, after 全. Most strings that
 * are one character off are words of their own (水平 beside 安平, 清源 beside 清水), so a form counts only when
 *
 * - it occurs at most a third as often as the name,
 * - its characters do not belong to the words beside it: 理水 in 管理水平 is no name,
 * - it is no common word: 高质量 in the report of 高陂县,
 * - no other thing is named by it: 青和路, 青和公司, another level of place,
 * - what stands around it is what places stand among (全○, ○人民), or what stands around the name far more often than in
 *   the text at large (the logarithm of the ratio).
 *
 * Before the report's own level word it must act as the place itself does: see names-before-level.
 *
 * The places of the name are handed in by the caller, who has found them already.
 */
export function findNearNames(text: string, name: string, places: readonly number[]): NearName[] {
  const forms = readForms(text, name)
  if (forms.size === 0) return []
  const isName = (place: number): boolean => !isCommonWord(text, place, name.length)
  const mayBeName = [...forms.values()].map((form) => ({ ...form, places: form.places.filter(isName) }))
  const beforeLevel = namesBeforeLevel(text, name, places, mayBeName)
  const amongPlaces = placesAmongPlaces(text, name, places, forms)
  return [...forms.values()].flatMap(({ form }) => {
    const neighbour = new Set(beforeLevel.neighbours.get(form))
    const among = (amongPlaces.get(form) ?? []).filter((place) => !neighbour.has(place))
    const at = [...new Set([...among, ...(beforeLevel.own.get(form) ?? [])])].sort((a, b) => a - b)
    return at.length > 0 ? [{ form, places: at }] : []
  })
}

function placesAmongPlaces(
  text: string,
  name: string,
  places: readonly number[],
  forms: ReadonlyMap<string, Form>,
): Map<string, number[]> {
  const surroundings = readSurroundings(text, name, places, Array.from([...forms.keys()].join('')))
  const free = [...forms.values()].flatMap((form) => freeForm(form, surroundings))
  const found = new Map<string, number[]>()
  for (const form of free) {
    const at = form.places.filter(
      (place) => !isCommonWord(text, place, name.length) && !namesSomethingElse(place, surroundings),
    )
    if (form.total * 3 > places.length || at.length === 0 || isShortName(form)) continue
    // A place whose characters make many words (a province and its short name) lends them to one more.
    const siblings = free.filter(({ changed }) => changed === form.changed)
    const needed = neededScore(form, siblings, surroundings) + Math.min(3, (siblings.length - 1) / 10)
    if (scoreOf(at, surroundings) >= needed) found.set(form.form, at)
  }
  return found
}

interface Form {
  form: string
  /** Which of its characters is not the name's. */
  changed: number
  /** How often it occurs at all. */
  total: number
  places: number[]
}

const isHan = (character: string): boolean => /^\p{Script=Han}$/u.test(character)

function readForms(text: string, name: string): Map<string, Form> {
  const forms = new Map<string, Form>()
  for (let at = 0; at + name.length <= text.length; at++) {
    const changed = onlyDifference(text, at, name)
    if (changed === undefined || !isHan(text.charAt(at + changed))) continue
    const form = text.slice(at, at + name.length)
    const known = forms.get(form)
    if (known) known.places.push(at)
    else forms.set(form, { form, changed, total: 0, places: [at] })
  }
  return forms
}

function onlyDifference(text: string, at: number, name: string): number | undefined {
  let found: number | undefined
  for (let i = 0; i < name.length; i++) {
    if (text.charCodeAt(at + i) === name.charCodeAt(i)) continue
    if (found !== undefined) return undefined
    found = i
  }
  return found
}

/** What stands around the name, and how often the same stands anywhere. */
interface Surroundings {
  text: string
  name: string
  mentions: number
  /** The characters beside the name, and how often. */
  before: ReadonlyMap<string, number>
  after: ReadonlyMap<string, number>
  unitCount: (character: string) => number
  pairCount: (pair: string) => number
  /** Pairs of characters of which one belongs to a mention of the name. */
  pairsAtName: ReadonlyMap<string, number>
  isInName: (at: number) => boolean
}

function readSurroundings(
  text: string,
  name: string,
  places: readonly number[],
  characters: readonly string[],
): Surroundings {
  const length = name.length
  const inName = new Uint8Array(text.length + 1)
  const units = new Uint32Array(0x10000)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    units[unit] = (units[unit] ?? 0) + 1
  }
  for (const at of places) inName.fill(1, at, at + length)
  const pairsAtName = new Map<string, number>()
  for (const at of places) for (let i = -1; i < length; i++) add(pairsAtName, text.slice(at + i, at + i + 2))
  return {
    text,
    name,
    mentions: places.length,
    before: countOf(places.map((at) => text.charAt(at - 1))),
    after: countOf(places.map((at) => text.charAt(at + length))),
    unitCount: (character) => units[character.charCodeAt(0)] ?? 0,
    pairCount: countPairs(text, characters),
    pairsAtName,
    isInName: (at) => inName[at] === 1,
  }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) add(counts, word)
  return counts
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** The form where it stands alone; nothing when it mostly belongs to the words beside it. */
function freeForm(form: Form, around: Surroundings): Form[] {
  const own = new Map<string, number>()
  const { length } = form.form
  for (const at of form.places) for (let i = -1; i < length; i++) add(own, around.text.slice(at + i, at + i + 2))
  const elsewhere = (pair: string): boolean =>
    around.pairCount(pair) - (around.pairsAtName.get(pair) ?? 0) - (own.get(pair) ?? 0) > 0 &&
    /^\p{Script=Han}{2}$/u.test(pair)
  const alone = form.places.filter(
    (at) =>
      !around.isInName(at) &&
      !around.isInName(at + length - 1) &&
      !elsewhere(around.text.slice(Math.max(0, at - 1), at + 1)) &&
      !elsewhere(around.text.slice(at + length - 1, at + length + 1)),
  )
  if (alone.length === 0) return []
  return [{ ...form, total: form.places.length, places: alone }]
}

const otherThing = /^(?:大?[路街河桥渠湖山线沟]|公司|集团|大道|水库|酒店|厂|国际|电站|大厦|村|社区|居委会)/
const levelWord = /^(?:[县市区镇乡省]|街道)/
/** 县人民政府, 镇第十九届, 县委: said of the place whose report it is. */
const ownGovernment =
  /^(?:[县区市镇乡省]|街道)(?:人民(?:政府|代表)|委|第[一二三四五六七八九十]|[一二三四五六七八九十]+届|政府|政协|人大)/

/** 青和路 beside 青禾, unless the name itself stands before 路 somewhere; 青河县医院; 青河镇、青禾镇 in a row. */
function namesSomethingElse(at: number, { text, name, after }: Surroundings): boolean {
  const next = at + name.length
  const words = text.slice(next, next + 6)
  if (inARowWith(name, text.slice(Math.max(0, at - name.length - 3), at), text.slice(next, next + name.length + 3)))
    return true
  if (ownGovernment.test(words)) return false
  if (levelWord.test(words) || (otherThing.test(words) && !after.has(words.charAt(0)))) return true
  return namesOfOthers.some(
    ({ before, after }) => before.test(text.slice(Math.max(0, at - 2), at)) && after.test(words),
  )
}

/** What stands in such a place is a name of its own: a brand, the end of a road, a region, a company in a row of projects. */
const namesOfOthers: readonly { before: RegExp; after: RegExp }[] = [
  { before: /[“‘《]$/, after: /^[”’》]/ },
  { before: /[至到—]$/, after: /^(?:段|高速|公路|铁路|一级路)/ },
  { before: /^/, after: /^.{0,2}(?:经济(?:区|圈|带(?!动))|城市群|都市圈)/ },
  { before: /、$/, after: /^\p{Script=Han}{1,3}(?:[一二三四]期|项目)/u },
]

const inARowWith = (name: string, before: string, after: string): boolean =>
  new RegExp(`${name}[县区市镇乡村]?[、和与及]$`).test(before) ||
  new RegExp(`^[县区市镇乡村]?[、和与及]${name}`).test(after)

const afterPlaces =
  /^(?:人民(?!解)|经济|儿女|大地|精神|籍|境内|特色|实际|政府|干部|群众|发展|建设|工作|篇章|高质量|现代化|考察|振兴|历史|农商|日报|视察|行动|品牌|故事|实践|旅游|大学|中学|小学|好人|模式|段)/
const beforePlaces =
  /(?:全|我|支持|关心|美丽|平安|健康|幸福|生态|法治|和谐|数字|文明|富强|富裕|魅力|小康|中国|活力|智慧|绿色|代表|热爱|建设|投资|开创|体现|打造|亲临|振兴|推动|立足)$/

/** The best of its places and half of what they are worth on average. */
function scoreOf(places: readonly number[], around: Surroundings): number {
  const scores = places.map((at) => scoreAt(at, around))
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return Math.max(...scores) + mean / 2
}

function scoreAt(at: number, around: Surroundings): number {
  const { text, name } = around
  const next = at + name.length
  const words = text.slice(next, next + 6)
  return (
    sideScore(around, around.before, text.charAt(at - 1)) +
    sideScore(around, around.after, text.charAt(next)) +
    (beforePlaces.test(text.slice(Math.max(0, at - 4), at)) ? 2 : 0) +
    (afterPlaces.test(words) ? 2 : 0) +
    (ownGovernment.test(words) ? 3 : 0)
  )
}

/** How much more frequent the character is beside the name than in the text; a few mentions prove little. */
function sideScore(
  { text, mentions, unitCount }: Surroundings,
  side: ReadonlyMap<string, number>,
  unit: string,
): number {
  const usual = ((unit === '' ? 0 : unitCount(unit)) + 0.5) / text.length
  const beside = ((side.get(unit) ?? 0) + 2 * usual) / (mentions + 2)
  return Math.max(0, Math.log(beside / usual))
}

/** 驻川, 来川, 援疆: a verb before the short name of the place. */
const isShortName = ({ form, changed }: Form): boolean => changed === 0 && /^[驻来在援全入进出涉赴到返离]/.test(form)

/** 安东 is the east of 安平, 青甘 a road between two provinces, 福州 a city of 福建. */
const partsAndShortNames = /[东西南北中京津沪渝冀豫云黑湘皖鲁苏浙赣鄂桂甘晋陕闽贵粤藏川琼港澳台州]/

function neededScore(form: Form, siblings: readonly Form[], around: Surroundings): number {
  if (around.name.length > 2) return 3
  if (partsAndShortNames.test(form.form.charAt(form.changed))) return 9
  return 5 - rarity(form, siblings, around)
}

/**
 * A wrong character that the text has nowhere else is likelier a slip than part of a word; so is any character beside one
 * that the text has in the name alone.
 */
function rarity({ form, changed, total }: Form, siblings: readonly Form[], around: Surroundings): number {
  const inForms = siblings.reduce((sum, sibling) => sum + sibling.total, around.mentions)
  const kept = around.name.charAt(changed === 0 ? 1 : 0)
  return (
    (around.unitCount(form.charAt(changed)) === total ? 1 : 0) +
    (siblings.length < 3 && around.mentions >= 8 && around.unitCount(kept) === inForms ? 2.5 : 0)
  )
}
