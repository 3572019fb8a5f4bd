import { simplified } from '../report/simplified.ts'
import type { RawStatement } from './raw-statement.ts'

export type Level = 'township' | 'county' | 'province' | 'nation' | 'unknown'

/** From the place's name, else from how the report speaks of itself. */
/** Where the place does not say it, what the text calls its own most often. */
export function readLevel(place: string | null, given: string): Level {
  if (place !== null && /(?:镇|乡|街道|办事处)$/.test(place)) return 'township'
  if (place !== null && /(?:省|自治区)$/.test(place)) return 'province'
  if (place !== null && /[县区市旗州]$/.test(place)) return 'county'
  const text = simplified(given)
  const said = { township: 0, county: 0, province: 0, nation: 0 }
  for (const [, of = ''] of text.matchAll(/[全我]([镇乡县区市省国]|街道)/g)) said[levels[of] ?? 'township']++
  // Every report speaks of the country and the province; only where it does so most of all are they its own.
  const local = Math.max(said.township, said.county)
  if (said.nation > Math.max(local, said.province)) return 'nation'
  if (said.province > local) return 'province'
  return said.township > said.county ? 'township' : said.county > said.township ? 'county' : 'unknown'
}

const levels: Readonly<Record<string, 'township' | 'county' | 'province' | 'nation'>> = {
  镇: 'township',
  乡: 'township',
  街道: 'township',
  县: 'county',
  区: 'county',
  市: 'county',
  省: 'province',
  国: 'nation',
}

const reach: Readonly<Record<string, number>> = { 全县: 1, 全区: 1, 全市: 1, 全省: 2, 全自治区: 2, 全国: 3 }

/** 全县 in a town's report, 全省 and 全国 in a county's: not the report's own place. */
export function widerPlace(text: string, raw: RawStatement, level: Level): string | undefined {
  const clause = clauseBefore(text, raw)
  const wider = /(全国|全省|全自治区|全市|全区|全县)(?!(?:第|排名|前|先进|首|上下|各))[^，,；;]*$/.exec(clause)?.[1]
  if (wider === undefined || level === 'unknown') return undefined
  const own = ['township', 'county', 'province', 'nation'].indexOf(level)
  return (reach[wider] ?? 0) > own ? wider : undefined
}

const entities =
  '村|社区|居委会|园区|开发区|产业园|工业园|物流园|科技园|公司|集团|厂|矿|矿业|医院|卫生院|学校|中学|小学|幼儿园|电厂|电站|水厂|合作社|示范区|示范园|景区|商城|市场|小镇|圈|经济区|经济带|城市群|片区|集群|高新区|经开区|新区|街道|镇|乡|县|市'
const before = new RegExp(`([\\u4e00-\\u9fa5A-Za-z]{2,12}(?:${entities}))(?=(?:[\\u4e00-\\u9fa5]{0,4})$)`)
const notNames =
  /^(?:全|各|我|本|该|其|新增|新建|建设|建成|培育|引进|扶持|发展|推进|加快|创建|打造|所有|部分|[一二三四五六七八九十\d]+[个家所]|规模|工业企业|行政村|龙头|农民|专业|家庭|国家|城市|城镇|乡镇|集镇|市场|旅游景区|省级|市级|县级|重点|优质|骨干|各类|村级|农村|乡村)/

/** 宏达水泥厂完成产值…: a named village, park or enterprise directly before the subject. */
export function entityBefore(text: string, raw: RawStatement, own: string | null): string | undefined {
  const clause = text.slice(clauseStart(text, raw), raw.subject.start)
  const name = before.exec(clause.replace(/(?:完成|实现|新增|累计|共|达到|年)+$/, ''))?.[1]
  if (name === undefined || notNames.test(name) || /[年月]|[全我各本]./.test(name) || own?.endsWith(name) === true)
    return undefined
  return name
}

const after = new RegExp(
  `^的([\\u4e00-\\u9fa5A-Za-z“”]{2,18}?(?:${entities}|项目|工程|路|桥|中心|广场|基地|大道|果蔬))`,
)

/** 投资2300万元的【城东纺纱厂】. */
export function entityAfter(text: string, raw: RawStatement): string | undefined {
  const end = raw.value?.end
  return end === undefined ? undefined : after.exec(text.slice(end, end + 24))?.[1]
}

const opening = new RegExp(
  `^(?:[，,、“”]|一是|二是|三是|今年|去年|全年|目前|\\d{4}年)*([\\u4e00-\\u9fa5A-Za-z]{0,10}?(?:开发区|园区|产业园|工业园|集团|公司|示范区|合作社))(?!建|企业|内|[、和及与])`,
)

/** A sentence that opens with a park or a company speaks of it, until 全县 or 我镇 names the place itself. */
export function entityOfSentence(text: string, raw: RawStatement): string | undefined {
  const sentence = text.slice(raw.sentence.start, raw.start)
  if (/[全我][镇乡县区市]|[；;]/.test(sentence)) return undefined
  const own = findOpening(sentence)
  if (own !== undefined || !elided.test(text.slice(raw.sentence.start, raw.end))) return own
  const before = text.slice(0, Math.max(0, raw.sentence.start - 1))
  return findOpening(before.slice(before.lastIndexOf('。') + 1))
}

/** 开发区完成主营业务收入…。【完成】财政收入…: the next sentence goes on without naming it again. */
const elided = /^(?:全年)?(?:完成|实现|累计完成|新增)/

function findOpening(sentence: string): string | undefined {
  const name = opening.exec(sentence)?.[1]
  return name === undefined || notNames.test(name) ? undefined : name
}

function clauseBefore(text: string, raw: RawStatement): string {
  return text.slice(clauseStart(text, raw), raw.start)
}

/** No clause is longer; in text without commas every statement would walk back to its beginning. */
const longestClause = 200

function clauseStart(text: string, raw: RawStatement): number {
  const from = Math.max(raw.sentence.start, raw.start - longestClause)
  for (let at = raw.start - 1; at >= from; at--) if ('，,；;：:。'.includes(text.charAt(at))) return at + 1
  return from
}
