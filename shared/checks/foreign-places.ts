import { speaksOfAnother } from './names-before-level.ts'
import { placesOf, type OwnName } from './own-names.ts'
import type { ReportView } from './rule.ts'
import { sentenceAround } from './text-spans.ts'

/** The name of another place where this one must stand. */
export interface ForeignPlace {
  name: string
  places: number[]
  /** 建设美丽石坊: the words around it alone make it a place. */
  unsure?: true
}

const levels = ['街道', '镇', '乡', '县', '区', '旗', '省']

/**
 * 我代表石坊县人民政府, 在石坊县委的坚强领导下, 石坊县委、县政府坚持… in the report of 青禾县: a body of the report's own level
 * does what only the own one does. Bodies of other levels stand above or below and have names that nobody can know here; so
 * do those of cities, which stand above one another.
 */
export function findForeignPlaces(view: ForeignView, own: OwnName): ForeignPlace[] {
  const level = levelOf(view, own)
  const acting = level === undefined ? new Map<string, number[]>() : actingBodies(view.text, level)
  const found = [...acting]
    .slice(0, mostNames)
    .flatMap(([name, places]): ForeignPlace[] =>
      isForeign(view, own, name, level) ? [{ name, places: [...places, ...qualified(view.text, name)] }] : [],
    )
  return [...found, ...praisedPlaces(view, own, level)]
}

/** Looking a name up costs a pass over the text; a report has few. */
const mostNames = 20

type ForeignView = Pick<ReportView, 'text' | 'place' | 'names'>

/** Of the place as it is written in full, else the one that mostly follows its name. */
function levelOf({ text, place }: ForeignView, own: OwnName): string | undefined {
  if (place) return levels.find((level) => place.endsWith(level) && !place.endsWith('自治区'))
  const followed = levels.map((level) => ({
    level,
    count: own.places.filter((at) => text.startsWith(level, at + own.name.length)).length,
  }))
  return followed.sort((a, b) => b.count - a.count).find(({ count }) => count > 1)?.level
}

/** Two or three characters before the own level word, and where they stand. */
function actingBodies(text: string, level: string): Map<string, number[]> {
  const party = '(?:党委|委|党工委)'
  const government = '(?:办事处|人民政府|政府)'
  const both = `(?:${party}(?:、?(?:${level})?${government})?|${government})`
  const frames = [
    `(?<=代表(?:中共)?)(\\p{Script=Han}{2,3})${level}${both}`,
    `(?<=在(?:中共)?)(\\p{Script=Han}{2,3})${level}${party}(?:、?(?:${level})?${government})?的?(?:坚强|正确)?领导下`,
    `(?<=是(?:中共)?)(\\p{Script=Han}{2,3})${level}${party}(?:、?(?:${level})?${government})?的?(?:坚强|正确)?领导的结果`,
    `(?<=^[ \\t\u3000]{0,20}(?:\\p{Script=Han}{2,3}[市州])?)(\\p{Script=Han}{2,3})${level}人民政府代?理?${level}长`,
    `(?<=^|[\\s。；！？])(\\p{Script=Han}{2,3})${level}${both}(?:坚持|始终|高度重视|团结带领|带领全|认真贯彻|牢牢|紧紧)`,
  ]
  const found = new Map<string, number[]>()
  for (const frame of frames) {
    for (const { 1: name = '', index } of text.matchAll(new RegExp(frame, 'gmu'))) {
      const known = found.get(name)
      if (known) known.push(index)
      else found.set(name, [index])
    }
  }
  return found
}

/** No names: 新一届县委, 各级党委, 市委和县委, 今年镇政府, 自治县, 同时县委, 落实县委…. */
const noName = new RegExp(
  [
    '^(?:[各历上本全我据由经向对把请被让两这此]|中共|所有|其[他余]|[相有]关|同时|基层|兄弟|邻近|建制|中心|重点|特色)',
    '^(?:落实|贯彻|执行|遵循|按照|根据|聚焦|围绕|听从|服从|拥护|维护|接受|感谢|紧跟|配合|支持|协助)',
    '[届级委府任年月来和及与在省市县区镇乡新园社城发治旗个是后前间中时次上下的了由]$',
  ].join('|'),
)

function isForeign({ text, place, names }: ForeignView, own: OwnName, name: string, level = ''): boolean {
  if (noName.test(name) || isOwn(name, own) || place?.includes(name)) return false
  if ([...names.places, ...names.bodies].some((known) => known.includes(name))) return false
  // Which of the two is the report's own place, where the other is named more often?
  if (placesOf(text, name).length >= own.places.length) return false
  return placesOf(text, `${name}${level}`).every((at) => !standsAsAnother(text, at, name.length + level.length))
}

/** The own name, or one a character off: names that near-names.ts judges. */
function isOwn(name: string, own: OwnName): boolean {
  if (name.includes(own.name)) return true
  return Array.from(name).filter((character, at) => character !== own.name.charAt(at)).length === 1
}

/** 原石坊县, 与石坊县委结对, 石坊县、柳浦县. */
function standsAsAnother(text: string, at: number, length: number): boolean {
  if (
    /[原前、和与及同跟到往向]$/.test(text.charAt(at - 1)) ||
    /^[、和与及]\p{Script=Han}{2,3}[镇乡县区旗省]/u.test(text.slice(at + length, at + length + 5))
  )
    return true
  const { start, end } = sentenceAround(text, at, at + length)
  return (
    speaksOfAnother.test(text.slice(start, end)) || /借鉴|取经|经验|招商|搬迁|迁[入出往至]/.test(text.slice(start, end))
  )
}

const quality = '美丽|平安|富裕|富强|幸福|和谐|文明|法治|生态|魅力|活力|健康|小康|现代化|繁荣'

function qualified(text: string, name: string): number[] {
  const before = new RegExp(`(?:${quality})新?$`)
  return placesOf(text, name).filter((at) => before.test(text.slice(Math.max(0, at - 4), at)))
}

/** What a report ends with: 为建设富裕美丽的石坊而努力奋斗. */
const closing = new RegExp(`(?:${quality})的?新?(\\p{Script=Han}{2})而[^，。！\\n]{0,4}奋斗`, 'gu')
/** 美丽家园, 幸福山城, 文明古镇: praise of no place, or of this one by another word. */
const noPlace = /中国|祖国|家园|天下|明天|未来|生活|篇章|社会|[城乡镇村县区市州省国家园地都府强化景天业事局步伐标]$/

function praisedPlaces(view: ForeignView, own: OwnName, level: string | undefined): ForeignPlace[] {
  return [...view.text.matchAll(closing)].slice(0, mostNames).flatMap((match): ForeignPlace[] => {
    const name = match[1] ?? ''
    const isNamed = new RegExp(`${name}(?:街道|[镇乡县区旗省市州])`).test(view.text)
    if (noPlace.test(name) || isNamed || !isForeign(view, own, name, level)) return []
    return [{ name, places: [match.index + match[0].lastIndexOf(`${name}而`)], unsure: true }]
  })
}
