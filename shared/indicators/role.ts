import type { SectionKind } from '../report/schema.ts'
import type { RawStatement } from './raw-statement.ts'
import type { StatementRole } from './statement.ts'

/** A statement in its words: the compact paragraph, and the section the paragraph stands in. */
export interface StatementWords {
  text: string
  raw: RawStatement
  section: SectionKind | null
  /** The paragraph stands in a stretch that speaks of several years. */
  spanning: boolean
}

export interface FoundRole {
  role: StatementRole
  cue: string
  provisional: boolean
}

const ahead = new Set<SectionKind | null>(['guidance', 'targets', 'tasks', 'self-building'])
const behind = new Set<SectionKind | null>(['review', 'problems'])
const targetWords = /力争|确保(?!了)|争取(?!到|了)|预期目标|主要目标|目标是|计划|拟|控制在|奋斗目标|努力实现|到20\d\d年/
const pastWords = /去年(?!同期)|(?<![比较])上年(?!同期)|过去一年|截至|已建成|已完成|现有$|原有$/

/** 力争, 确保 and the sections of the plan make a target; 预计 a provisional result. */
export function readRole({ text, raw, section }: StatementWords): FoundRole {
  const lead = text.slice(raw.sentence.start, raw.value?.start ?? raw.growth?.start ?? raw.end)
  const near = lead.slice(Math.max(0, raw.start - raw.sentence.start - 16))
  const provisional = /预计/.test(near) && !ahead.has(section)
  const cue = (raw.partOf ? '其中' : undefined) ?? targetWords.exec(lead)?.[0] ?? (provisional ? '预计' : '')
  if (/(?:原有|原来|现有)$/.test(lead) && ahead.has(section)) return { role: 'prior', cue, provisional }
  if (isTarget(section, lead, near) || isPlanned(text, raw, lead)) return { role: 'target', cue, provisional }
  return { role: raw.partOf ? 'part' : 'achieved', cue, provisional }
}

const thanPlan = /[比较超][^，,。；;\d]{0,8}(?:目标|任务|计划|预算)[^，,。；;\d]{0,3}$/
const setPlan = /(?:年初|确定|下达|制定|提出|设定)[^，,。；;]*$/

/** In a report on results too: 比目标任务4亿元增加…, 年初确定…1.28亿元的目标. */
function isPlanned(text: string, { value }: RawStatement, lead: string): boolean {
  if (!value) return false
  const after = text.slice(value.end, value.end + 8)
  return (
    thanPlan.test(lead.slice(-16)) ||
    (setPlan.test(lead.slice(-40)) && /^的(?:年度|预期|奋斗|增长)?(?:目标|任务|计划)/.test(after))
  )
}

function isTarget(section: SectionKind | null, lead: string, near: string): boolean {
  if (ahead.has(section)) return !pastWords.test(near)
  if (behind.has(section)) return false
  return targetWords.test(lead)
}
