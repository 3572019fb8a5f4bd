import type { ReportView } from './rule.ts'

/** A name of the report's own place without its level word, and where it stands. */
export interface OwnName {
  name: string
  places: number[]
}

const fewestMentions = 3
const level = '(?:自治县|自治旗|自治区|自治州|街道办事处|街道|民族乡|乡|镇|县|区|市|省|旗)'

/**
 * The name the text uses for its own place: the cover's; where the cover itself may be misspelled, the one that stands
 * before 县人民政府 and is mentioned far more often; without a cover the one that the body speaks of.
 */
export function readOwnName(
  { text, place }: Pick<ReportView, 'text' | 'place'>,
  governingNames: readonly string[],
): OwnName | undefined {
  if (!place) {
    const spoken = mostMentioned(text, governingNames, (places) => spokenOf(text, places) > 0)
    return mentionedEnough(spoken) ?? nameBeforeLevel(text)
  }
  const cover = nameOf(text, place)
  if (!cover) return undefined
  const governing = mostMentioned(text, governingNames)
  return mentionedEnough(governing && governing.places.length > 3 * cover.places.length ? governing : cover)
}

const mentionedEnough = (name: OwnName | undefined): OwnName | undefined =>
  name && name.places.length >= fewestMentions ? name : undefined

/** 云溪市青禾区 → 青禾; 宁夏回族自治区 → 宁夏, the part that the text goes on to use alone. */
function nameOf(text: string, place: string): OwnName | undefined {
  const last = new RegExp(`^(?:\\p{Script=Han}{2,}?(?:省|自治区|自治州|市|州|盟|县|区|旗))?(.+?)${level}$`, 'u').exec(
    place,
  )
  const whole = last?.[1] ?? ''
  if (!/^\p{Script=Han}{2,}$/u.test(whole)) return undefined
  const short = { name: whole.slice(0, 2), places: placesOf(text, whole.slice(0, 2)) }
  const long = { name: whole, places: placesOf(text, whole) }
  return long.places.length * 2 > short.places.length ? long : short
}

export function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at)
  return places
}

/** 青禾县人民政府, 在青禾县第十九届: what stands before the match is the name. */
const ownGovernment = /(?:自治[区县州旗]|街道|[镇乡县区市省])(?:人民政府|人民代表大会|第?[一二三四五六七八九十]+届)/g

/** The names in one paragraph of which one may be the report's own. */
export const readGoverningNames = (text: string): string[] => namesBefore(text, ownGovernment)

/** The two characters before each match; a pattern that began with them would be tried at every character. */
const namesBefore = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)]
    .map(({ index }) => text.slice(Math.max(0, index - 2), index))
    .filter((name) => /^\p{Script=Han}{2}$/u.test(name))

/** Ends of words that stand before a level word without being a name: 城镇, 小城镇, 经济强镇, 产业大县. */
const noName =
  /[全我各该本乡城村小大强名重特新老两三四五六七八九十个了的是由经以]$|^[全我各在和与为向到的]|代表|上级|领导|支持|通过|关于|地方|基层|部门|示范|重点|建设|产业|经济|开发|工业/
const namedQuality = /(?:平安|小康|幸福|美丽|和谐|法治|魅力|活力|健康|文明|富强|富裕|支持|关心|热爱|关系)$/

/**
 * A text without cover: the two characters that stand before a level word, most often stand without it, and are spoken
 * of as a place is (平安青禾, 关心支持青禾).
 */
function nameBeforeLevel(text: string): OwnName | undefined {
  const ownLevel = mostFrequent([...text.matchAll(/[全我](街道|[镇乡县市区])/g)].map((match) => match[1] ?? ''))
  if (ownLevel === undefined) return undefined
  const names = namesBefore(text, new RegExp(ownLevel, 'g'))
  return mostMentioned(text, names, (places) => {
    const spoken = spokenOf(text, places)
    return spoken >= 2 && spoken * 4 >= places.length
  })
}

/** How often the name is spoken of as a place is. */
const spokenOf = (text: string, places: readonly number[]): number =>
  places.filter((at) => namedQuality.test(text.slice(Math.max(0, at - 3), at))).length

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** Looking a name up costs a pass over the text; a report has few names before a level word. */
const mostCandidates = 60

function mostMentioned(
  text: string,
  names: readonly string[],
  isPlace: (places: readonly number[]) => boolean = () => true,
): OwnName | undefined {
  const own = [...new Set(names)].filter((name) => !noName.test(name)).slice(0, mostCandidates)
  return own
    .map((name) => ({ name, places: placesOf(text, name) }))
    .filter(({ places }) => isPlace(places))
    .sort((a, b) => b.places.length - a.places.length)[0]
}
