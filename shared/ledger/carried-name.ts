import { isVague } from '../indicators/open-name.ts'
import type { Statement } from '../indicators/statement.ts'
import type { IndicatorEntry } from '../templates/templates.ts'

/**
 * The name under which the ledger may take a statement: one that the words of the sentence carry. A check may take 办结率
 * for the rate of petitions and be silent; a ledger would keep the wrong name for years. Undefined: no row of a ledger.
 */
export function carriedName(
  text: string,
  statement: Statement,
  entry: IndicatorEntry | undefined,
  indicators: readonly IndicatorEntry[],
): string | undefined {
  const { indicator, surface } = statement
  if (isCountOfScope(text, statement)) return undefined
  if (!entry)
    return isOfClauseBefore(text, statement) || isShareOfUnsaid(statement)
      ? undefined
      : openRowName(withMeasure(text, statement))
  if (isNarrowed(text, statement, entry) || isOfOthers(text, statement, entry)) return undefined
  if (surface === entry.name && !isStock.test(surface)) return indicator
  if (isBareRate(surface)) return rateName(text, statement, entry, indicators)
  if (isStock.test(entry.name)) return stockName(text, statement, entry)
  return isOfNamed(text, statement, entry) ? undefined : indicator
}

/** 在线旅游收入, 规上纺织工业增加值, 家庭养老床位: less than the catalogue's name means. */
function isNarrowed(
  text: string,
  { surface, surfaceStart, sentenceStart }: Statement,
  { name }: IndicatorEntry,
): boolean {
  const before = text.slice(Math.max(sentenceStart, surfaceStart - 8), surfaceStart)
  const narrow = /(?:在线|线上|网上|限上|限额以上|单位|家庭|个人|回归|(?:规上|规模以上)[\u4e00-\u9fff]{2,4})$/.exec(
    before,
  )?.[0]
  return narrow !== undefined && !name.startsWith(narrow.slice(0, 2)) && !surface.startsWith('规')
}

/**
 * 高新技术企业、小微企业贷款分别增长12%: the growth is that of a measure behind the name. 老旧小区、危房改造2万套: of a whole list.
 * 7万户 are no 人数.
 */
function isOfOthers(
  text: string,
  { value, growth, surface, surfaceStart, surfaceEnd }: Statement,
  { name }: IndicatorEntry,
): boolean {
  if (value?.unit === '户' && /人[数次]$/.test(name)) return true
  if (!value && growth && /数$/.test(name) && measureBehind.test(text.slice(surfaceEnd, growth.start))) return true
  const before = text.slice(Math.max(0, surfaceStart - 12), surfaceStart)
  return value !== null && /(?:改造|建设)$/.test(surface) && /[\u4e00-\u9fff]、[\u4e00-\u9fff]{0,3}$/.test(before)
}

const measureBehind =
  /^(?:[、和与及][^，,。；;、\d]{1,14}?)*(?:贷款|融资|产值|营业?收入|销售额|收入|增加值|税收|投资|产量)/

const reach = 120

/** The words of the sentence up to the figure. */
function leadOf(text: string, { value, growth, end, sentenceStart }: Statement): string {
  const stop = Math.min(value?.start ?? end, growth?.start ?? end)
  return text.slice(Math.max(sentenceStart, stop - reach), stop).replace(/[\s\ue000]/g, '')
}

/** The clause with its figure; a list (A、B) is one clause. */
function clauseOf(lead: string): string {
  return lead.slice(Math.max(...Array.from('，,；;。：:！', (sign) => lead.lastIndexOf(sign))) + 1)
}

/** 办结率, 参保率: says how much, not of what. */
function isBareRate(surface: string): boolean {
  return /^[^，。]{2,3}率$/.test(surface)
}

/** The rate of that which the sentence speaks of last: 办理人大代表建议…，办结率 → 建议提案办结率. */
function rateName(
  text: string,
  statement: Statement,
  entry: IndicatorEntry,
  indicators: readonly IndicatorEntry[],
): string | undefined {
  const lead = leadOf(text, statement)
  const measure = entry.name.slice(-3)
  let best: { name: string; at: number } | undefined
  for (const { name, dimension } of indicators) {
    if (dimension !== 'rate' || (name !== entry.name && !name.endsWith(measure))) continue
    const at = Math.max(...wordsOf(name.slice(0, -3)).map((word) => lead.lastIndexOf(word)))
    if (at >= 0 && (!best || at > best.at)) best = { name, at }
  }
  return best?.name
}

/** 信访案件 → 信访, 访案, 案件: of two characters, as nearly every word of such names is. */
function wordsOf(words: string): string[] {
  const pairs = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2))
  const own = pairs.filter((pair) => !tooCommon.has(pair))
  return own.flatMap((pair) => [pair].concat(otherWords[pair] ?? []))
}

/** 城乡居民医保, 适龄儿童, 矛盾纠纷: words that other rates have in common with them. */
const tooCommon = new Set(['城乡', '乡居', '居民', '案件', '访案', '阶段', '保险', '民医', '老保'])

const otherWords: Readonly<Record<string, readonly string[]>> = {
  医保: ['医疗'],
  信访: ['上访', '来访'],
  建议: ['议案'],
  热线: ['12345'],
}

/** What there is at the end of a year, unlike what was done in it. */
const isStock = /(?:里程|企业数|农场数|合作社数|农田面积|示范点数|主体数)$/
const added = /新增|净增|新认定|认定|新注册|新培育/
const built = /新建|新修|修建|建设|建成|新改建|改建|改造|扩建|新|修|硬化|拓宽|铺设|维修|实施|完成|提升/
const done = /培育|创建|创办|打造|扶持|发展(?!到|至)|引进|申报/
const reached = /达到?|总数|总量|总里程|拥有|现有|共有|累计|增至|增加到|发展到|发展至|保有量/

/** A count of what was added, or of one work, is not the total: 新建农村公路18公里 is no 农村公路里程. */
function stockName(text: string, statement: Statement, entry: IndicatorEntry): string | undefined {
  const { surface } = statement
  if (added.test(entry.name)) return entry.name
  const clause = clauseOf(leadOf(text, statement))
  // Behind the words for what was done: 规模以上工业企业发展至125家, 总数达110家.
  if (reached.test(clause)) return kindOf(text, statement, entry)
  const said = clause + (clause.includes(surface) ? '' : surface)
  if (isOneWork(entry.name, said)) return undefined
  const object = modifierOf(said, surface) + objectOf(surface)
  if (object === '') return undefined
  if (/(?:数|主体)$/.test(entry.name)) {
    const verb = (added.exec(said) ?? done.exec(said))?.[0]
    if (verb === undefined) return entry.name
    return (added.test(verb) ? '新增' : verb) + object
  }
  if (added.test(said)) return `新增${object}`
  if (built.test(said)) return `新建改造${object}`
  return /里程/.test(surface) || !/里程/.test(entry.name) ? kindOf(text, statement, entry) : undefined
}

/** 新增【限额以上商贸】经营主体: what narrows the name is part of it. */
function modifierOf(said: string, surface: string): string {
  const before = said.slice(0, Math.max(0, said.lastIndexOf(surface)))
  return new RegExp(`(?:${added.source})([^、和及与\\d“”"]{2,10})$`).exec(before)?.[1] ?? ''
}

/** 农村【公路总里程】: what stands directly before a name narrows it, although the catalogue begins behind it. */
function kindOf(text: string, { surface, surfaceStart, sentenceStart }: Statement, { name }: IndicatorEntry): string {
  const before = text.slice(Math.max(sentenceStart, surfaceStart - 4), surfaceStart)
  const own = surface.replace(/总(?=里程)/, '')
  if (/^(?:农村|乡村|高速|铁路|县乡)/.test(surface) && !name.startsWith(surface.slice(0, 2))) return own
  const kind = /(?:农村|乡村|高速|铁路|县乡|通村|国省|普通|省级|市级|国家级|规模以上|限额以上)$/.exec(before)?.[0]
  return kind === undefined || name.startsWith(kind) ? name : kind + own
}

/** 农村公路, from 新改建农村公路 and 农村公路改造. */
function objectOf(surface: string): string {
  return surface
    .replace(/[“”"'、]/g, '')
    .replace(new RegExp(`^(?:${added.source}|${built.source}|${done.source})+`), '')
    .replace(/(?:建设|改造|工程|项目|硬化|提升)+$/, '')
}

/** 范家庄至东石门等30公里农村公路, 石桥路硬化18公里: a named work. */
function isOneWork(name: string, said: string): boolean {
  return (
    /里程$/.test(name) &&
    /[\u4e00-\u9fff]{2}(?:至|到|—|-|－)[\u4e00-\u9fff]{2}|[^农通乡各全条段\d](?:路|线|大道|街)(?!灯|网|面|长)|等$/.test(
      said.replace(/公路|道路|铁路|通村路|路线/g, ''),
    )
  )
}

/** 白洋河治理重点项目3个: a bare name behind the name of one work counts that work alone. */
function isOfNamed(
  text: string,
  { surface, surfaceStart, sentenceStart }: Statement,
  { name }: IndicatorEntry,
): boolean {
  if (!/项目$/.test(surface) || !/数$/.test(name) || surface.length > 4) return false
  const before = text.slice(Math.max(sentenceStart, surfaceStart - 12), surfaceStart).replace(/[\s\ue000]/g, '')
  return !/(?:^|[，,；;。：:、的了“”)）\d个项]|[省市县区镇乡级年大元类共]|实施|推进|谋划|安排|确定|列入|纳入|抓好|开工|竣工|续建|新上|完成|改造|以上|提案|建议)$/.test(
    before,
  )
}

/** 某局挂牌成立，1449户实现…: the number opens a clause of its own, the words before it are another one's. */
function isOfClauseBefore(text: string, { value, surfaceEnd }: Statement): boolean {
  if (value?.kind !== 'count' || surfaceEnd > value.start) return false
  return /[，,；;][\s\ue000]*$/.test(text.slice(surfaceEnd, value.start))
}

/** 新增财力80%用于民生: a share of it, and no rate. */
function isShareOfUnsaid({ value, indicator }: Statement): boolean {
  return value?.kind === 'pct' && !/[率比占度]|指数|份额|覆盖|水平|面$/.test(indicator)
}

/** 高技术制造业、装备制造业增加值分别增长12.5%、13.1%: the measure stands behind the last of the list. */
function withMeasure(text: string, { indicator, surface, surfaceEnd, value }: Statement): string {
  if (value || !/业$/.test(surface)) return indicator
  const measure = /^(?:[、和与及][^，,。；;、和与及\d]{1,14}?)+(增加值|产值|投资|收入|税收)/.exec(
    text.slice(surfaceEnd, surfaceEnd + 60),
  )?.[1]
  return measure === undefined ? '' : indicator + measure
}

/** 围绕两个驱动, 沿线11个村庄, 等7个村: counts that say of what one speaks, or that make a slogan. */
function isCountOfScope(text: string, statement: Statement): boolean {
  const { value, surfaceStart, known } = statement
  if (!value || (value.kind !== 'count' && value.kind !== 'listcount')) return false
  if (!known && /^[一二两三四五六七八九十]+(?=\D)/.test(value.text)) return true
  const lead = leadOf(text, statement)
  if (!known && (lead.endsWith('“') || /(?:每个?|各)[^，,。；;]{0,8}$/.test(lead))) return true
  const nounBehind = surfaceStart >= value.start || statement.surfaceEnd > value.end
  return nounBehind && scopeBefore.test(lead)
}

const scopeBefore =
  /(?:覆盖|惠及|涉及|沿线|周边|其余|其他|等|对|把|将|由|从|向|让|使|在|于|针对|围绕|聚焦|紧扣|依托|围着|帮助|帮扶|指导|邀请|联合|带领|分成?|分为|下设|下辖|辖|抽调|组织)(?:全[镇乡县区市])?(?:的|了|约|近|共)*$/

const ordinal = /^[①-⑳⑴-⒇㈠-㈩]+/
/** What is left of a clause, not a noun: 产业加快向, 城建项目全面. */
const tornEnd =
  /(?:加快|全面|全部|进一步|更加?|更[高快大多好优][端质]?|明显|稳步|有效|按时|及时|向|以|等|的|之一|提交[^，。]*|得到|正在|前移|见效|成立|落地|攻坚|累计压|级|年产|占地|安排|发行|\d)$|普遍|挂牌|.{2}(?:落实|位居|跻身|入选|获评)/
const tornStart =
  /^(?:的|和|与|及|等|之|个|时|其中|一个|各|某|重拳|依法|严厉|连续|拟|阶段性)|^(?:完成|实现|推进|抓好|加强|做好)(?:县城?|城|镇|乡)(?:城?区|域|内)?$/
/** 突破70和, 市定, 盘活释放, 龙头企业即将进场, 企业签订协议: half of a pair, a bare verb, a whole clause. */
const clause =
  /\d[\d.,]*[、和与及至]|[、和与及]$|^(?:创建|争创|办好)?[国省市县区镇乡][定级]$|^(?:盘活|释放|腾退|收回|消化|处置)+$|.{2}(?:即将|已经|正在)|.{2}签[订定](?:框架|合作|投资)*(?:协议|合同)$/
const generic =
  /^(?:驱动|目标|重点|突破|关键词|关键|事项|常态化|主攻|之一|稳定|打造|镇|乡|村|组|户|人|乡镇|街道|试点|产业|领域|方面|环节|群体|部分|方案|意见|办法|制度|机制|体系|平台|活动|行动|措施|问题|任务|工程|系列|阶段|步骤|层面|维度|主题|战略|理念|定位|坚持|确保|提升|转变|创新|特色|优势|中心|基地|片区|省份|国家|省市|地区|县市|市县|园区|小组|工作小组|工作组|专班|小时|分钟|名|统筹|总量|总数|总额|总规模|数量|规模|价值|货币价值|金额|集体|个人|新增|(?:新增|新认定)?(?:国家|省|市|县)级)$/

/** Undefined: it names nothing that one would look for next year. */
export function openRowName(indicator: string): string | undefined {
  const name = indicator.replace(ordinal, '').replace(/^[但而](?=..)/, '')
  if (name.length < 2 && !/^[牛羊猪鸡鸭鹅兔马]$/.test(name)) return undefined
  // Words of two clauses, put together.
  if (
    name.includes('·') ||
    /、总[数量]|^新增总|^.{0,2}率$/.test(name) ||
    tornStart.test(name) ||
    /^(?:集体|个人)/.test(name) ||
    tornEnd.test(name) ||
    clause.test(name) ||
    generic.test(name)
  )
    return undefined
  return isVague(name) && !stage.test(name) ? undefined : name
}

/** 新入园项目 and 签约企业 are counted every year; 项目 alone is not. */
const stage = /^新?(?:入园|签约|引进|落户|落地|开工|竣工|投产|技改|新上|续建)(?:项目|企业)$/
