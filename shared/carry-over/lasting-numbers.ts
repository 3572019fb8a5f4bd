import type { TextSpan } from './accounts.ts'

/**
 * Numbers that say what a thing is and not what a year brought: 时速120公里, 110千伏变电站, 国道108, “18条”措施. They are never
 * emptied. `name`: part of a name or of a technical property, true next year too. `lasting`: probably so, and to be looked at:
 * 辖14个乡镇, 亿元以上项目.
 */
export function readLasting(text: string, span: TextSpan): 'name' | 'lasting' | undefined {
  const before = text.slice(Math.max(0, span.start - 16), span.start)
  const after = text.slice(span.end, span.end + 24)
  if (isNamed(before, after) || isProperty(before, text.slice(span.start, span.end), after)) return 'name'
  if (namesPaper.test(after) || isThreshold(after) || isStanding(text, span)) return 'lasting'
  return undefined
}

const quoteOpens = /[“"‘「『《〈](?<inside>[^“"‘「『《〈”"’」』》〉，。；\n]{0,8})$/
const quoteCloses = /^(?<inside>[^“"‘「『《〈”"’」』》〉，。；\n]{0,8})[”"’」』》〉]/
/** Characters of a quotation that is a name: “1234”, “新36条”, “5+2就业之家”. */
const longestName = 10

const namedBefore = /[A-Za-z+＋·•×_]$|[A-Za-z][-—]$/
/** 国道108, 热线12345; 国道12公里 and 热线9000件 are amounts. */
const kindBefore = /(?:国道|省道|县道|乡道|热线|编号|电话|邮编|代码|文号)[A-Za-z]?\s*$/
const unitAfter = /^\s*[余多]?[万千百]?(?:公里|千米|米|[个件次条起户人处座项通例宗])/
const namedAfter =
  /^(?:\s*(?:[国省县乡]道|号|路[^径由]|线(?!路|以)|\p{Script=Han}{0,9}热线|强(?:企业|县|区|镇|市)?|世纪|厂|中(?:学|(?=[、，。；]))|工程|工作方案|战略|行动|思路|模式|周岁|岁(?=以|及|老|儿|的|[至到—-])|年级|年制|年一遇|℃|度角)|[A-Za-z]|[+＋·•×_])/u

function isNamed(before: string, after: string): boolean {
  if (namedBefore.test(before) || namedAfter.test(after)) return true
  if (kindBefore.test(before) && !unitAfter.test(after)) return true
  if (/[（(〔［[【]\s*$/.test(before) && /^\s*[）)〕］\]】]/.test(after)) return true
  const opened = quoteOpens.exec(before)?.groups?.['inside']
  const closed = quoteCloses.exec(after)?.groups?.['inside']
  return opened !== undefined && closed !== undefined && opened.length + closed.length <= longestName
}

function isProperty(before: string, words: string, after: string): boolean {
  if (/时速(?:可?达|为|约|超过?)*\s*$|每小时\s*$/.test(before) && /^\s*(?:公里|千米|km)/i.test(after)) return true
  if (/^\s*(?:千伏|kV)(?!安)/i.test(after)) return true
  if (/^\s*(?:万|百万)?(?:千瓦|兆瓦|吨|吨位|米|升|元|床|座)级/.test(after)) return true
  return /^(?:24|48|72)$/.test(words) && /^\s*(?:个)?小时/.test(after) ? true : words === '365' && /^\s*天/.test(after)
}

/** 出台12条政策举措: how many articles a paper has. */
const namesPaper = /^\s*条(?!道|路|线|街|河)[^，。；、条]{0,4}(?:措施|举措|政策|意见|规定|办法|细则)/

/** 投资5000万元以上项目, 500人以下企业: what belongs to a class, not how much there was. */
const threshold = new RegExp(
  '^\\s*(?:百万|千万|[百千万亿])?(?:元|美元|亩|平方米|公里|米|吨|蒸吨|人|兆瓦|千瓦|头|只)(?:及)?以[上下](?:的)?' +
    '(?:重[点大]|工业|产业|[新在续]建|实体|制造业|招商引资|投资|优质|省级|外资|龙头|种养|规模|养殖|燃煤|的)*' +
    '(?:项目|企业|工程|大户|村(?!民)|农户|锅炉|合作社|乡镇|人口|河流|湖泊|桥梁|基地)',
)

const isThreshold = (after: string): boolean => threshold.test(after)

/** Where the place lies and what belongs to it. */
const standing = /(?<!直)辖(?!区)|总面积|国土面积|版图|幅员|地处|位于|海拔|全长|距离?[^，。；]{0,12}(?:公里|千米|米)/

function isStanding(text: string, { start, end }: TextSpan): boolean {
  let from = start
  while (from > Math.max(0, start - 30) && !/[，,。！？；;\n]/.test(text.charAt(from - 1))) from--
  let to = end
  while (to < Math.min(text.length, end + 12) && !/[，,。！？；;\n]/.test(text.charAt(to))) to++
  const clause = text.slice(from, to)
  return (
    standing.test(clause) && !/增长|下降|提高|完成|新建|新增|投资|发展[到至]|达|增[至到加]|扩大|整治|种植/.test(clause)
  )
}
