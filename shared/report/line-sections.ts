import { lineAt, type StructureContext, type TrimmedLine } from './line-structure.ts'
import type { SectionKind } from './schema.ts'
import {
  announcesTargets,
  callsToClose,
  opensSpeech,
  readChapterKind,
  readParagraphKind,
  readTense,
} from './section-words.ts'
import { findAnnex } from './line-roles.ts'

/** Sections that open with a line, and the one each line stands in: by chapter headings, by wording, by what is missing. */
export function readSections(context: StructureContext, start: number, end: number): void {
  const { trimmed, structure } = context
  const annex = findAnnex(context, start, end)
  const closing = findClosing(context, start, Math.min(annex, end))
  const state: SectionState = {
    section: structure[start - 1]?.role === 'salutation' ? 'opening' : null,
    planned: false,
    chapters: 0,
    blocks: 0,
  }
  const total = trimmed.slice(start, end).reduce((sum, line) => sum + line.text.length, 0)
  let read = 0
  for (let index = start; index < end; index++) {
    const line = lineAt(trimmed, index)
    const found = structure[index]
    if (!found || line.text === '') continue
    const opens =
      index === annex ? 'annex' : index === closing ? 'closing' : readOpening(context, index, state, read / total)
    read += line.text.length
    if (opens !== undefined && (opens !== state.section || found.role === 'heading')) {
      found.opens = opens
      state.section = opens
      if (opens === 'tasks' || opens === 'guidance' || opens === 'targets') state.planned = true
    }
    found.section = state.section
  }
}

interface SectionState {
  section: SectionKind | null
  /** A chapter or paragraph before looked ahead. */
  planned: boolean
  chapters: number
  /** Numbered blocks of the open chapter: once they have begun, targets named in them are those of a block. */
  blocks: number
}

/** The plan does not begin in the first fifth of a report. */
const earliestPlan = 0.2

function readOpening(
  context: StructureContext,
  index: number,
  state: SectionState,
  share: number,
): SectionKind | undefined {
  const line = lineAt(context.trimmed, index)
  const { text, mark } = line
  const found = context.structure[index]
  if (state.section === 'annex') return undefined
  if (found?.role === 'heading' && found.level === 1) return readChapter(context, index, state)
  if (state.section === 'closing') return undefined
  if (found?.role === 'heading') state.blocks++
  if (found?.role === 'heading') return readSubheading(text.slice(mark ? mark.end - mark.start : 0), state)
  if (state.section === null && opensSpeech(text)) return 'opening'
  if (state.section === 'opening' && endsOpening(context, index)) return kindOf(line, null) ?? readTenseKind(text)
  const kind = kindOf(line, state.section)
  const early = share < earliestPlan && state.section === 'review'
  const inBlock = state.section === 'tasks' && state.blocks > 0
  if (kind === 'guidance' || kind === 'targets') return early || inBlock ? undefined : kind
  if (kind !== undefined) return kind
  return state.section === null && found?.role === 'body' && text.length > 60 ? readTenseKind(text) : undefined
}

function kindOf(line: TrimmedLine, section: SectionKind | null): SectionKind | undefined {
  if (!line.kinds.has(section)) line.kinds.set(section, readParagraphKind(line, section))
  return line.kinds.get(section)
}

/** Where 一、 is missing, the first long paragraph after the opening sentence begins the review. */
function endsOpening({ trimmed, structure }: StructureContext, index: number): boolean {
  const { text } = lineAt(trimmed, index)
  if (text.length <= 60 || opensSpeech(text)) return false
  for (let at = index + 1, seen = 0; at < trimmed.length && seen < 4; at++) {
    if (lineAt(trimmed, at).text === '') continue
    if (structure[at]?.role === 'heading' && structure[at]?.level === 1) return false
    seen++
  }
  return true
}

function readChapter(context: StructureContext, index: number, state: SectionState): SectionKind {
  const found = context.structure[index]
  const text = lineAt(context.trimmed, index).folded.slice(found?.labelEnd ?? 0, found?.leadEnd)
  state.chapters++
  state.blocks = 0
  const kind = readChapterKind(text, state.planned)
  if (kind !== undefined && !isAmbiguous(text)) return kind
  if (state.planned) return 'tasks'
  if (state.chapters > 1 && hasReviewChapter(context, index)) return 'tasks'
  return kind === 'review' ? 'review' : readTenseKind(textBelow(context, index))
}

/** 「2024年主要工作」 may be behind or ahead. */
function isAmbiguous(heading: string): boolean {
  return /^[^回顾安排计划打算任务]{0,12}主要工作[？?\s]*$/.test(heading.trim())
}

function hasReviewChapter({ structure, trimmed }: StructureContext, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const line = structure[at]
    if (line?.role === 'title') return false
    if (line?.role === 'heading' && line.level === 1 && /回顾|总结|情况/.test(lineAt(trimmed, at).folded)) return true
  }
  return false
}

function textBelow({ trimmed, structure }: StructureContext, index: number): string {
  let text = ''
  for (let at = index + 1; at < trimmed.length && text.length < 400; at++) {
    if (structure[at]?.role === 'heading' && structure[at]?.level === 1) break
    text += lineAt(trimmed, at).text
  }
  return text
}

function readTenseKind(text: string): SectionKind {
  return announcesTargets(text.slice(0, 200)) || readTense(text) > 0 ? 'tasks' : 'review'
}

/** Inside a plan, the first numbered block ends 指导思想 and 主要目标; a block on the government itself opens its section. */
function readSubheading(text: string, state: SectionState): SectionKind | undefined {
  const kind = readChapterKind(text.slice(0, 40), true)
  if (state.section === 'guidance' || state.section === 'targets') {
    return kind === 'guidance' || kind === 'targets' ? kind : 'tasks'
  }
  if (state.section === 'tasks' && (kind === 'guidance' || kind === 'targets')) return kind
  if (state.section === 'review' && kind === 'problems') return kind
  return state.section === 'problems' || state.section === 'opening' || state.section === null ? 'review' : undefined
}

/** First line of the closing words: they stand at the end of the text and hold no numbered line. */
function findClosing({ trimmed, structure }: StructureContext, start: number, end: number): number {
  let call = -1
  for (let index = end - 1, seen = 0; index >= start && seen < 8; index--) {
    const { text } = lineAt(trimmed, index)
    if (text === '') continue
    if (structure[index]?.role === 'heading') break
    seen++
    if (callsToClose(text)) call = index
  }
  if (call < 0) return -1
  let first = call
  for (let index = call - 1, back = 0; index > start && back < 3; index--) {
    const { text, mark } = lineAt(trimmed, index)
    if (text === '') continue
    if (mark || structure[index]?.role !== 'body') break
    back++
    if (/^(?:各位代表|同志们|做好今年|完成今年|宏伟)/.test(text)) first = index
  }
  return first
}
