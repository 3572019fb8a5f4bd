import type { Severity } from '../finding.ts'

/** Words that do not go together, and what makes them right with as little change as possible. */
export interface Collocation {
  start: number
  end: number
  severity: Severity
  edit: { start: number; end: number; text: string }
}

const adverbs =
  '(?:较好|很好|更好|有效|圆满|顺利|出色|认真|积极|稳步|扎实|深入|有力|极大|大力|逐步|不断|明显|显著|切实|有序|及时|充分|进一步|持续|坚决|迅速|快速|平稳|妥善)'
const manners = '(?:有计划|有步骤|有重点|有组织|创造性|不折不扣|坚定不移|坚持不懈|扎扎实实|卓有成效)'
const verbs =
  '(?:完成|推进|推动|促进|遏制|解决|改善|提高|提升|增强|保障|落实|开展|实现|调动|激发|带动|维护|规划|规范|加强|加快|缓解|化解|处理|处置|推行|贯彻|执行|配合|引导|组织|抓好|做好|搞好|改变|打击|防止|减少|降低|拓展|扩大|优化)'
const centre = '(?:主线|抓手|中心|核心|统领|引领|导向|根本|重点|主导|载体|突破口)'

/** The group `change` is what gives way; empty, it is where something is missing. */
const collocations: { pattern: RegExp; right: string; severity: Severity }[] = [
  // 有效的遏制了, 有计划的推进: an adverbial, for a noun takes no 了
  { pattern: new RegExp(`${adverbs}(?<change>的)(?=${verbs}了)`, 'dg'), right: '地', severity: 'warning' },
  {
    pattern: new RegExp(`${manners}(?<change>的)(?=${verbs}[^，。；、的]{2})`, 'dg'),
    right: '地',
    severity: 'warning',
  },
  // 坚持项目建设为抓手
  {
    pattern: new RegExp(`(?<!以)坚持(?<change>)[^，。；、：以把将用为\\n]{2,12}为${centre}(?=[，。；\\n]|$)`, 'dg'),
    right: '以',
    severity: 'warning',
  },
  // 打造休闲度假为主要功能的: 以 … 为
  {
    pattern:
      /(?:打造|建成|构建|形成)(?<change>)(?!以)[^，。；：以把将为成\n]{3,24}为(?:主要(?:功能|特色|内容)|主题|主导|支撑)的/dg,
    right: '以',
    severity: 'warning',
  },
  // 加强执法力度
  { pattern: /加(?<change>强)[^，。；、：\n]{2,8}力度/dg, right: '大', severity: 'note' },
  // 二个重点, 近二年
  {
    pattern: /(?<![第十百千万亿零一二三四五六七八九两之其〇\d])(?<change>二)个|近(?<change2>二)年(?!级)/dg,
    right: '两',
    severity: 'note',
  },
]

export function findCollocations(text: string): Collocation[] {
  return collocations.flatMap(({ pattern, right, severity }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups = match.indices?.groups
      const change = groups?.['change'] ?? groups?.['change2']
      if (!change) return []
      const edit = { start: change[0], end: change[1], text: right }
      return [{ start: match.index, end: match.index + match[0].length, severity, edit }]
    }),
  )
}
