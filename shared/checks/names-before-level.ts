import { sentenceAround } from './text-spans.ts'

/** What the report's own place does, and the bodies and people that act for it: 镇党委, 镇干部群众, 镇财政总收入, 镇坚持. */
const ownAct =
  /^(?:办事处)?(?:党(?:工委|委|政|员干部)|人民(?:政府|代表)|政府|人大|政协|纪委|广大|干部|群众|上下|全[年体力面]|经济|财[政税]|一般公共|生产总值|地区生产|固定资产|规(?:上|模)|工业|农业|农村|农民|居民|社会|各[项级]|坚持|完成|实现|始终|紧[扣盯抓]|聚焦|围绕|大力|着力|深入|扎实|持续|牢牢|认真|将|累计|新增|共(?:完成|实现))/
/** 云汐镇… as the first words of a clause, or after the time it is about. */
const beginsClause = /(?:^|[\s。；！？，：]|[今去]年|\d年|[年以]来|期间|我代表)$/
const led = /[\s。；！？，：]在$/
const leads = /^(?:党委|党工委)(?:、?(?:人民)?政府)?的?(?:坚强|正确)领导/

/** Directly before a place that is another one. */
const besideAnother = /[、和与及同跟到往向原]$/
/** Said of two places, or of what another one has to do with this. */
export const speaksOfAnother =
  /毗|[相近四]邻|邻[近镇乡县区市]|接壤|交界|周边|对口|结对|协作|支援|援[助建]|来自|赴|考察|参观|来访|借调|划[归入]|并入|合并|双方|兄弟/
/** Of a sentence longer than this only the part around the name is read. */
const reach = 120

interface Form {
  form: string
  changed: number
  places: readonly number[]
}

/** 云东镇 beside 云溪镇 is likelier the next town than a slip. */
const directions = /[东西南北中上下前后新老]/

/** Forms by where they stand before the own level word: for the own name, or as the name of a neighbour. */
export interface NamesBeforeLevel {
  own: Map<string, readonly number[]>
  neighbours: Map<string, readonly number[]>
}

/**
 * 云汐镇党委坚持… in the report of 云溪镇: a rare form before the report's own level word that acts as the place itself acts.
 * One mention as another place is spoken of (与云汐镇…, 云汐镇、石桥镇) and the form is a neighbour's name everywhere.
 */
export function namesBeforeLevel(
  text: string,
  name: string,
  places: readonly number[],
  forms: readonly Form[],
): NamesBeforeLevel {
  const found: NamesBeforeLevel = { own: new Map(), neighbours: new Map() }
  const level = ownLevel(text, name, places)
  if (!level) return found
  const anotherPlace = new RegExp(`[、和与]\\p{Script=Han}{2,3}${level.word}|[我本两]${level.word}`, 'u')
  for (const { form, changed, places } of forms) {
    const at = places.filter((place) => text.startsWith(level.word, place + name.length))
    if (at.length === 0 || at.length * 3 > level.mentions) continue
    const ends = name.length + level.word.length
    if (at.some((place) => isAnother(text, place, name, anotherPlace))) found.neighbours.set(form, at)
    else if (!directions.test(form.charAt(changed)) && at.some((place) => actsAsOwn(text, place, place + ends)))
      found.own.set(form, at)
  }
  return found
}

/** The level word that mostly follows the name. */
function ownLevel(
  text: string,
  name: string,
  places: readonly number[],
): { word: string; mentions: number } | undefined {
  return ['街道', '镇', '乡', '县', '区', '市', '旗']
    .map((word) => ({ word, mentions: places.filter((at) => text.startsWith(word, at + name.length)).length }))
    .sort((a, b) => b.mentions - a.mentions)[0]
}

function actsAsOwn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  const after = text.slice(end, end + 16)
  return (beginsClause.test(before) && ownAct.test(after)) || (led.test(before) && leads.test(after))
}

function isAnother(text: string, at: number, name: string, anotherPlace: RegExp): boolean {
  if (besideAnother.test(text.charAt(at - 1))) return true
  const from = Math.max(0, at - reach)
  const around = text.slice(from, at + reach)
  const sentence = sentenceAround(around, at - from, at - from + name.length)
  const words = around.slice(sentence.start, sentence.end)
  return speaksOfAnother.test(words) || words.includes(name) || anotherPlace.test(words)
}
