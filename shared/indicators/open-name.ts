import { stripFillers } from './fillers.ts'

/** A name in a report's own words, and where those words stand. */
export interface OpenName {
  name: string
  start: number
  end: number
}

const stop =
  /^(?:大关|关口|台阶|用于|进行|以上|以下|左右|为|是|在|对|以|来|并|和|与|及|等|都|均|全部|实现|开展|之|后|前|时|内|中|起|，|已|将|可|按|从|由|增|减|提|达|同比|比)/
const cut =
  /(?<=.)(?:参加|用于|成功|全部|实现|进行|开展|完成|建成|投产|获得|获批|被|列入|达到|分布|从事|通过|纳入|开工|竣工|已|正在|均|都|得到|受益|参与|进入|入驻|落户|签约|投入|启动|投用|顺利|先后|分别|陆续|复工|通车|喜获|荣获)/

/** The noun directly behind a number: 36万元【奖补资金】, 3个【“千吨万人”供水工程】. */
export function rightNoun(text: string, at: number, end: number): OpenName | undefined {
  let start = at
  if (/[的]/.test(text.charAt(start))) start++
  const words =
    /^(?:“[^”，。]{1,14}”)?[^，,。；;：:、！!？?（()）“”"'…\d\ue000]{0,20}/.exec(text.slice(start, end))?.[0] ?? ''
  if (words === '' || stop.test(words)) return undefined
  const own = words.replace(/(?<=.)的.*$/, '')
  const noun = own
    .slice(0, own.search(cut) < 0 ? undefined : own.search(cut))
    .replace(/(?:等|的|共|约|近|超|达|有|及|和|计)+$/, '')
  return noun === '' ? undefined : { name: noun, start, end: start + noun.length }
}

/** 成立了, 新建, 完成: words that say what was done and name nothing themselves. */
const verbOnly =
  /^(?:新|改|扩|重|续|共|再)?(?:建|修|成立|建立|建设|建成|组建|新建|改建|扩建|改造|修建|修复|修缮|维修|整修|整治|治理|清理|拆除|新增|新上|引进|引入|招引|签约|落地|实施|推进|启动|开工|竣工|完工|投产|投入|投资|筹集|筹措|争取|申报|获批|获得|荣获|发放|发行|拨付|兑付|兑现|补贴|补助|资助|救助|帮扶|扶持|培育|培养|培训|举办|开展|组织|办理|受理|办结|查处|立案|破获|侦破|抓获|打掉|排查|整改|化解|调处|调解|处理|处置|配备|设立|设置|安装|购置|采购|聘请|招聘|选派|选聘|提供|解决|带动|惠及|覆盖|涉及|保障|安置|转移|输送|接待|走访|慰问|接种|采集|发现|追回|挽回|节约|减少|减免|推广|种植|栽植|栽种|造林|绿化|流转|收储|报批|出让|供应|硬化|铺设|架设|疏浚|清淤|加固|新修|新发展|发展|达标|创建|评选|表彰|认定|登记|注册|开通|开行|开设|改扩建|完善|启用|建有|拥有|共有|配套|抓好|落实|推动|促成|促进|吸纳|吸引|盘活|腾退|关停|关闭|取缔|淘汰|搬迁|转化|回收|销售|生产|制定|出台|下达|收取|收到|收缴|缴获|查获|检查|检测|巡查|执法|处罚|罚款|问责|约谈|处分|给予|提取|出资|捐款|捐赠|募集|储备|谋划|包装|出动|悬挂|张贴|印发|发布|刊发|书写|播放)+(?:了|起|各类|各种|各级)*$/

/**
 * The name of what a number counts, from its clause and the noun behind it: 脐橙种植面积达【2100亩】 → 脐橙种植面积,
 * 发放了【36万元】奖补资金 → 发放奖补资金.
 */
export function openName(
  text: string,
  clauseStart: number,
  figureStart: number,
  noun: OpenName | undefined,
  counted: boolean,
): OpenName | undefined {
  const { name, offset } = stripFillers(text.slice(clauseStart, figureStart))
  const start = clauseStart + offset
  const left = name === '' ? undefined : { name: plain(name), start, end: start + name.length }
  if (!noun) return left && left.name !== '' ? left : undefined
  if (!left || left.name === '') return { ...noun, name: plain(noun.name) }
  const verb = plain(left.name.replace(/[了起]$/, ''))
  if (verbOnly.test(left.name)) return { name: verb + plain(noun.name), start: left.start, end: noun.end }
  // 县人大9件票决实事: a measure word counts the noun behind it.
  return counted ? { ...noun, name: plain(noun.name) } : left
}

/** Words that need what was named before them: 脐橙种植面积达2100亩，【产量】3150吨. */
const relative =
  /^(?:年|总|平均|其)?(?:产量|总产量|总产|面积|总面积|种植面积|种植总面积|养殖规模|种植规模|产值|总产值|投资|总投资|投资额|收入|总收入|增加值|利润|税收|销售额|销售收入|销量|单产|亩产|户数|人数|金额|总额|存栏|出栏|存栏量|出栏量|人均|户均|资金|长度|里程|容量|产能|年产值|年产量|综合产值|总量|均价|纳税|税金|上缴税金|实缴税金|利税|主营业务收入|营业收入)$/

/** The stem of a name without its measure: 脐橙种植面积 → 脐橙. */
const measures =
  /(?:种植面积|播种面积|栽培面积|养殖面积|种植|播种|栽培|养殖|面积|总产量|产量|产值|投资|收入|数|户数|人数|存栏量|出栏量|存栏|出栏|实现|纳税|利税|税收|销售)+$/

export function relativeName(words: string, before: string): string | undefined {
  if (!relative.test(words) || before === '') return undefined
  const stem = before.replace(measures, '')
  return stem === '' ? undefined : stem + words
}

/** 投入, 村, 企业, 投入资金: words that name nothing unless one knows what for. */
export function isVague(name: string): boolean {
  return vague.test(name) || verbOnly.test(name)
}

const vague =
  /^(?:总|共|累计|年|每年|完成|新增|引进|实施|签约|入园|拥有|现有|涉及|其余|其他)*(?:投入|投资|资金|项目|企业|村|村庄|乡镇|人|户|群众|家庭|贫困户|贫困村|学校|学子|学生|小区|工程|道路|公路|车辆|单位|部门|拿出|出资|安排|筹资|筹集|争取|收入|税收|面积|企业家|公司|村居|社区)+$/

/** Without quotation marks, brackets and 的 at the ends: names match only when identical. */
function plain(words: string): string {
  return words.replace(/[“”"'‘’\ue000（）()]/g, '').replace(/^的|的$/g, '')
}
