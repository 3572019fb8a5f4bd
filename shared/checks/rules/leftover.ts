import type { Hit, Severity } from '../finding.ts'
import type { ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

interface Leftover {
  /** With a named group `flag` where only a part of the match is marked. */
  pattern: RegExp
  messageId: string
  kind?: string
  severity?: Severity
}

/** Measure words that make a figure beyond doubt, after a verb that asks for one. */
const unit = '(?:万亿|亿|万)?(?:元|美元|人次|平方公里|平方米|公里|公顷|亩|吨|公斤|千瓦时|立方米)'
const asking =
  '(?:完成|实现|达到|增长|下降|减少|增加|提高到|扩大到|增加到|总投资|投资|投入|为|新增|收入|产值|面积|产量|总额)'

const leftovers: Leftover[] = [
  // 20xx年, 20××年, 201x年, 20□□
  { pattern: /(?<!\d)(?:19|20)\d?(?:[xX×ＸｘΧ□*＊_＿]{1,4}|○{2}|〇{2})(?![A-Za-z0-9])/g, messageId: 'leftoverYear' },
  // xx镇, ××万元; not a model such as “2+8+n” or a Latin word
  {
    pattern: /(?<![A-Za-z0-9+＋×Ｘｘ])(?:[xX]{2,4}|[ＸｘΧ×]{2,4}|[○〇]{2,4})(?![A-Za-z0-9+＋×])/g,
    messageId: 'leftoverBlank',
  },
  // 完成X亿元
  {
    pattern: new RegExp(`(?<=${asking})(?<flag>[xXＸｘ×])(?=${unit}|[%％个户家])`, 'g'),
    messageId: 'leftoverBlank',
  },
  // 完成N万元, 完成***万元, 完成……万元, 招商引资？？亿元
  {
    pattern: new RegExp(
      `(?<=(?:${asking}|引资|资金)了?)(?<flag>[NnＮｎ]|[*＊]{2,}|…{1,2}|\\.{3,6}|[?？]{1,4})(?=${unit}|[%％个户家])`,
      'g',
    ),
    messageId: 'leftoverBlank',
  },
  // 家庭农场[  ]家
  { pattern: /[[［][\s\u3000]+[\]］]/g, messageId: 'leftoverBlank' },
  // 某某镇; 某某同志 is spoken of on purpose
  { pattern: /某某(?=[省市县区镇乡村]|街道)/g, messageId: 'leftoverBlank' },
  // 许?? 喆: characters that a conversion has lost
  {
    pattern: /(?<=\p{Script=Han}\s?|[“《])[?？]{2,}(?=\s?\p{Script=Han})/gu,
    messageId: 'leftoverLost',
    severity: 'warning',
  },
  // □年□月□日 is one blank: the date.
  { pattern: /□+年□+月□+日|[□■▢◻]+/g, messageId: 'leftoverBlank' },
  { pattern: /[_＿]{2,}/g, messageId: 'leftoverBlank' },
  // 发展壮*镇: a word that a filter has eaten; a bullet at the head of the line and Markdown emphasis are none
  {
    pattern: /(?<=[\p{Script=Han}、，“”,\s])(?<![*＊\n]\s*)(?<!^\s*)[*＊](?=\s?[\p{Script=Han}”，。、“])/gmu,
    messageId: 'leftoverStar',
  },
  {
    pattern:
      /\[\[[^\]\n]{0,40}\]\]|\{\{?[^{}\n]{1,40}\}?\}|【(?:待[补定填核][^】\n]{0,12}|此处[^】\n]{0,20}|填[写入]?[^】\n]{0,12})】/g,
    messageId: 'leftoverField',
  },
  {
    pattern: /[（(](?:数据)?待[补定填核][充写实]?[）)]/g,
    messageId: 'leftoverField',
  },
  {
    pattern:
      /[（(【](?:这里)?(?:插入|补充|请[^（）()【】\n]{1,12}(?:补充|核实|提供|填写))[^（）()【】\n]{0,16}[）)】]|[（(]此处[^（）()\n]{1,16}[）)]/g,
    messageId: 'leftoverField',
  },
  { pattern: /(?<![A-Za-z])TODO(?![A-Za-z])/g, messageId: 'leftoverField' },
  { pattern: /关键词\d+/g, messageId: 'leftoverTool' },
  {
    pattern:
      /\[bookmark:[^\]\n]*\]|错误[！!]\s*(?:未找到引用源|未定义书签)[。.]?|#(?:REF|N\/A|VALUE|DIV\/0)!?|&(?:nbsp|amp|lt|gt|quot);/gi,
    messageId: 'leftoverTool',
  },
  {
    pattern: /共\s*\d+\s*页[，,]?\s*(?:当前)?第\s*\d+\s*页|第\s*\d+\s*页\s*[，,/]?\s*共\s*\d+\s*页/g,
    messageId: 'leftoverPage',
    kind: 'page-marker',
    severity: 'warning',
  },
  // 规划（-）, “”规划, 《》
  { pattern: /[（(]\s*[-—－–~～]?\s*[）)]/g, messageId: 'leftoverEmpty' },
  { pattern: /“\s*”|‘\s*’|《\s*》|【\s*】/g, messageId: 'leftoverEmpty' },
  // 增长%; alone on its line it is the unit of a table, and 比上年增长% alone is the head of a column
  {
    pattern:
      /(?<=\p{Script=Han}\s?)(?<!之)(?<!(?:^|\n)(?:\p{Script=Han}{2,12})?\s{0,4}(?=.[^\S\n]{0,4}(?:\n|$)))(?<flag>[%％‰])/gu,
    messageId: 'leftoverNumber',
  },
  // 完成亿元，: after 近, 超, 突破 a bare 亿元 is a round figure, and in 总投资亿元以上项目 it names a class
  {
    pattern: new RegExp(
      `(?<=${asking})(?<flag>(?:(?:万亿|亿|万)(?:元|美元|人次|亩|吨|人|斤|平方米)|元|美元|亩|吨|人次))(?=[，。；、：,;）)]|同比|较上年|比上年|比去年|较去年|增长|下降|其中|左右|的\\d|的[^，。；]{0,12}(?:工程|项目|厂|园|中心)|$)`,
      'gm',
    ),
    messageId: 'leftoverNumber',
  },
  {
    pattern: new RegExp(
      `(?<=${asking}|突破|超过|约|近|共)(?<flag>(?:平方公里|平方米|公里|公顷|公斤|千瓦时|立方米|个百分点))`,
      'g',
    ),
    messageId: 'leftoverNumber',
  },
  // 人均达到万元以上: of one indicator, where a class would read 亿元以上项目
  {
    pattern: /(?<=(?:收入|总值|产值|税收|余额|总额|人均|投资确保|力争)达到)(?<flag>[亿万]元)(?=以上[，。；、])/g,
    messageId: 'leftoverNumber',
  },
  // 走访群众户，
  {
    pattern:
      /(?:走访|慰问|帮扶|救助|接待|培训|看望)(?:困难|贫困)?(?:群众|党员|干部|村民|职工|居民|学生|老人|农民)(?<flag>户次|户|人次|名|人)(?=[，。；、,;])/g,
    messageId: 'leftoverNumber',
  },
  // 今后5-经济社会发展: the other end of the range is gone
  {
    pattern: /(?<=今后|未来|近|前|后)(?<flag>\d{1,2}[-—－～~])(?=\p{Script=Han})(?!十)/gu,
    messageId: 'leftoverRange',
    kind: 'truncated',
  },
  // 20，是我镇…
  {
    pattern: /(?<=^|[。！？；\n]\s*)(?<flag>(?:19|20))(?=[，,]\p{Script=Han})/gu,
    messageId: 'leftoverYearDigits',
    kind: 'wrong-year',
  },
  { pattern: /(?<=^\s*)(?<flag>年)(?=[，,])/g, messageId: 'leftoverYearDigits', kind: 'wrong-year' },
  {
    pattern: /(?<=^|[。！？；\n]\s*)(?<flag>(?:19|20)\d年)(?=[，,]?(?:是|全[镇乡县区市]|我[镇乡县区市们]))/g,
    messageId: 'leftoverYearDigits',
    kind: 'wrong-year',
  },
  // 联动”，在…: the sentence before the closing mark is gone
  {
    pattern: /^(?<flag>[^“”"‘’\n]{1,12}”)(?=[，,。；、])/g,
    messageId: 'leftoverOpening',
    kind: 'truncated',
    severity: 'warning',
  },
  // 落实习坚持: the words after a name are gone
  {
    pattern:
      /(?:贯彻|落实|学习|践行|对照)(?<flag>习)(?!近平|总书记|主席|惯|俗|题|作|训|语|性|得|武|练)(?=\p{Script=Han})/gu,
    messageId: 'leftoverName',
    kind: 'truncated',
  },
  // 乡村振兴工1 .巩固: a title that ran into the next number
  {
    pattern: /(?<=(?<flag>\p{Script=Han}{3})|^)(?<![附件表图注栏第之共]|项目|方案)1\s[.．](?=\s*\p{Script=Han})/gu,
    messageId: 'leftoverRunOn',
    kind: 'truncated',
    severity: 'warning',
  },
]

/** Placeholders, residue of tools, and places where a figure, a year or a word has been lost. */
export const leftover: ParagraphRule = {
  id: 'leftover',
  kind: 'placeholder',
  severity: 'error',
  check(text) {
    const hits: Hit[] = []
    const taken = new Set<number>()
    for (const { pattern, messageId, kind, severity } of leftovers) {
      for (const match of text.matchAll(pattern)) {
        const { start, end } = flagged(match)
        const places = Array.from({ length: end - start }, (_, index) => start + index)
        if (places.some((at) => taken.has(at))) continue
        for (const at of places) taken.add(at)
        hits.push({
          messageId,
          values: { words: text.slice(start, end) },
          start,
          end,
          ...(kind && { kind }),
          ...(severity && { severity }),
          evidence: [evidenceOf(text, { start, end })],
        })
      }
    }
    return hits
  },
}

function flagged(match: RegExpExecArray): { start: number; end: number } {
  const words = match.groups?.['flag']
  if (words === undefined) return { start: match.index, end: match.index + match[0].length }
  const at = match[0].lastIndexOf(words)
  const start = at >= 0 ? match.index + at : match.index - words.length
  return { start, end: start + words.length }
}
