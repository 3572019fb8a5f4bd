import { findBrokenLines, isSalutation, type TrimmedLine } from './broken-lines.ts'
import { readMark, type LineMark } from './line-marks.ts'
import type { HeadingLevel, ListMarker, SectionKind } from './schema.ts'
import {
  announcesTargets,
  callsToClose,
  isAnnexHeading,
  opensSpeech,
  readChapterKind,
  readParagraphKind,
  readTense,
} from './section-words.ts'
import { simplified } from './simplified.ts'
import { opensReport, readTitleRole, type TitleRole } from './title-lines.ts'

/** What one printed line is in a report. Offsets are within the line. */
export interface LineStructure {
  role: 'blank' | 'title' | 'meeting' | 'speaker' | 'date' | 'salutation' | 'heading' | 'list-item' | 'body'
  /** Headings only. */
  level?: HeadingLevel
  marker?: ListMarker
  /** End of the printed number (一、 or （一）), blanks after it included. */
  labelEnd?: number
  /** End of the title sentence where title and body share the line. */
  leadEnd?: number
  /** Section that opens with this line. */
  opens?: SectionKind
  /** Section the line stands in. */
  section: SectionKind | null
  /** The sentence goes on in the next line: a copy from a PDF broke it. */
  brokenAfter?: true
}

/** What the file itself says of a line: its level by style, or that it is the title. */
export type LineHint = HeadingLevel | 'title' | undefined

/** Works on simplified and traditional text, with or without headings; one entry for each line. */
export function readStructure(lines: readonly string[], hints: readonly LineHint[] = []): LineStructure[] {
  const folded = lines.map(simplified)
  const trimmed: TrimmedLine[] = folded.map((line) => {
    const mark = readMark(line)
    return { text: line.trim(), mark }
  })
  const broken = findBrokenLines(trimmed).map(
    (goesOn, index) => goesOn && hints[index] === undefined && hints[index + 1] === undefined,
  )
  const structure = lines.map((): LineStructure => ({ role: 'blank', section: null }))
  const context: Context = { folded, trimmed, broken, structure, hints }
  let start = 0
  for (const end of [...findReportStarts(trimmed).slice(1), lines.length]) {
    readOneReport(context, start, end)
    start = end
  }
  structure.forEach((line, index) => {
    if (broken[index]) line.brokenAfter = true
  })
  return structure
}

interface Context {
  folded: string[]
  trimmed: TrimmedLine[]
  broken: boolean[]
  structure: LineStructure[]
  hints: readonly LineHint[]
}

/** Indices at which the reports of a collection begin; the first is 0. */
function findReportStarts(trimmed: readonly TrimmedLine[]): number[] {
  const starts = [0]
  let body = 0
  trimmed.forEach(({ text }, index) => {
    if (text.length > 60) body++
    if (body > 0 && opensReport(text)) {
      starts.push(index)
      body = 0
    }
  })
  return starts
}

function readOneReport(context: Context, start: number, end: number): void {
  const body = readTitleBlock(context, start, end)
  readRoles(context, body, end)
  readSections(context, body, end)
}

/** Returns the index of the first line below the title block. */
function readTitleBlock({ trimmed, structure, hints }: Context, start: number, end: number): number {
  let body = start
  let previous: TitleRole | undefined
  for (let index = start; index < end && index < start + 30; index++) {
    const { text, mark } = lineAt(trimmed, index)
    if (text === '') continue
    if (isSalutation(text)) {
      structure[index] = { role: 'salutation', section: 'opening', opens: 'opening' }
      return index + 1
    }
    const dashed = mark?.marker === 'dash'
    const role =
      (mark && !dashed) || isLevel(hints[index]) || (index > start && isAnnexHeading(text))
        ? undefined
        : readTitleRole(text, previous)
    if (hints[index] === 'title') {
      structure[index] = { role: role ?? 'title', section: null }
      body = index + 1
      previous = 'title'
    } else if (role) {
      structure[index] = { role, section: null }
      body = index + 1
      previous = role
    } else if (mark || isLevel(hints[index]) || text.length > 60 || opensSpeech(text)) {
      // A long paragraph above the salutation (a notice of the newspaper) does not end the title block.
      if (!salutationFollows(trimmed, index, end)) return Math.max(body, start)
    }
  }
  return body
}

function salutationFollows(trimmed: readonly TrimmedLine[], index: number, end: number): boolean {
  for (let next = index + 1; next < end && next < index + 6; next++) {
    const { text, mark } = lineAt(trimmed, next)
    if (isSalutation(text)) return true
    if (mark) return false
  }
  return false
}

/** Headings, list items, body: first by their own marks, then those without marks by their neighbours. */
function readRoles(context: Context, start: number, end: number): void {
  const { folded, trimmed, structure, broken, hints } = context
  const annex = findAnnex(context, start, end)
  const listed = findListed(context, start, end)
  let continued = false
  for (let index = start; index < end; index++) {
    const { text, mark } = lineAt(trimmed, index)
    if (text === '') continue
    const line = folded[index] ?? ''
    const hint = hints[index]
    if (continued) structure[index] = { role: 'body', section: null }
    else if (mark) structure[index] = markedLine(line, mark, index >= annex || listed.has(index))
    else if (isLevel(hint)) structure[index] = { ...bareHeading(text, line), level: hint }
    else if (isBareHeading(context, index, index >= annex)) structure[index] = bareHeading(text, line)
    else structure[index] = { role: 'body', section: null }
    continued = broken[index] === true && !mark
  }
}

function markedLine(line: string, mark: LineMark, listed: boolean): LineStructure {
  const item: LineStructure = { role: 'list-item', marker: mark.marker, labelEnd: mark.end, section: null }
  if (mark.level === undefined || mark.bullet || (listed && mark.level > 2)) return item
  const lead = findLeadEnd(line, mark)
  if (lead === undefined) return mark.level > 2 ? item : heading(mark, undefined)
  return heading(mark, lead < line.trimEnd().length ? lead : undefined)
}

function heading(mark: LineMark, leadEnd: number | undefined): LineStructure {
  const found: LineStructure = { role: 'heading', level: mark.level ?? 1, labelEnd: mark.end, section: null }
  return leadEnd === undefined ? found : { ...found, leadEnd }
}

/** Longest title sentence in front of the body; the longest real ones have about 60 characters. */
const longestLead = 80

/** End of the first sentence behind the number; its first clause where the sentence is too long for a title. */
function findLeadEnd(line: string, mark: LineMark): number | undefined {
  const text = line.trimEnd()
  const stop = /[。！？；：!?;]/g
  stop.lastIndex = mark.end
  const sentence = stop.exec(text)
  const end = sentence ? sentence.index + 1 : text.length
  if (end - mark.end <= longestLead) return closeQuotes(text, end)
  if (mark.level !== undefined && mark.level > 2) return undefined
  const clause = text.slice(mark.end, mark.end + longestLead).search(/[，,]/)
  return clause < 0 ? undefined : mark.end + clause + 1
}

/** A full stop inside quotation marks or brackets takes their closing mark along. */
function closeQuotes(text: string, end: number): number {
  let at = end
  while (/[”’」』）)]/.test(text.charAt(at))) at++
  return at
}

/**
 * Lines numbered 1. or （1） that are items and not headings: neighbours without text between them, or siblings of which
 * one has no title of its own (「（1）完成保险面积7700亩、发放补贴……」). Siblings are always read alike.
 */
function findListed({ folded, trimmed }: Context, start: number, end: number): Set<number> {
  const listed = new Set<number>()
  for (const level of [3, 4] as const) {
    let family: number[] = []
    const close = (): void => {
      if (isList(family)) for (const index of family) listed.add(index)
      family = []
    }
    for (let index = start; index < end; index++) {
      const above = lineAt(trimmed, index).mark?.level
      if (above === level) family.push(index)
      else if (above !== undefined && above < level) close()
    }
    close()
  }
  return listed

  function isList(family: readonly number[]): boolean {
    if (family.some((index) => !hasTitle(folded[index] ?? '', lineAt(trimmed, index).mark))) return true
    const bare = family.filter((index) => !nextLine(trimmed, index) || isSibling(index, family))
    return family.length >= 3 && bare.length >= family.length - 1
  }

  /** Nothing but the number's own line stands between this number and the next. */
  function isSibling(index: number, family: readonly number[]): boolean {
    const next = family[family.indexOf(index) + 1]
    if (next === undefined || lineAt(trimmed, index).text.length > 40) return false
    return trimmed.slice(index + 1, next).every((line) => line.text === '')
  }
}

/** Longest title of a heading numbered 1. or （1）. */
const longestMinorTitle = 40

/** The first sentence names a subject: short, without figures other than a year. */
function hasTitle(line: string, mark: LineMark | undefined): boolean {
  if (!mark) return false
  const sentence = line.slice(mark.end, findLeadEnd(line, mark) ?? line.length)
  return sentence.length <= longestMinorTitle && !/\d(?![\d年])/.test(sentence.replace(/[“"][^”"]*[”"]/g, ''))
}

/** Where the annex begins: at its heading, or at the first of the [1] … [n] that explain terms at the end. */
function findAnnex({ trimmed, broken }: Context, start: number, end: number): number {
  for (let index = start + 4; index < end; index++) {
    if (isAnnexHeading(lineAt(trimmed, index).text) && broken[index] !== true) return index
  }
  let first = end
  for (let index = end - 1, entries = 0; index > start; index--) {
    const { text } = lineAt(trimmed, index)
    if (text === '') continue
    if (!/^[[［〔【]\s*\d{1,3}\s*[\]］〕】]/.test(text)) break
    entries++
    if (entries >= 3) first = index
  }
  return first
}

/** 「工业经济快速发展」 on a line of its own: short, no full stop, followed by text that is longer or listed. */
function isBareHeading({ trimmed, broken }: Context, index: number, inAnnex: boolean): boolean {
  const { text } = lineAt(trimmed, index)
  if (broken[index] === true || text.length > 36 || text.length < 3) return false
  if (isAnnexHeading(text)) return true
  if (
    inAnnex ||
    /[。；！]|[，、：:;”》）)…>]$|\s{2,}/.test(text) ||
    !/[\u4e00-\u9fff]/.test(text) ||
    residue.test(text)
  )
    return false
  const next = nextLine(trimmed, index)
  if (isBareChapter(text)) return next !== undefined
  if (!next || text.length < 5 || /[？?]$|[：:]/.test(text)) return false
  if (next.mark?.marker === 'dash' || next.mark?.level === 2) return true
  return (
    next.text.length >= 60 && next.text.length >= text.length * 2 && !/[\d０-９]|^(?:首先|其次|下面|现在)/.test(text)
  )
}

/** 「2019年政府工作回顾」, 「塑造新形象：全面加强政府自身建设」. */
function isBareChapter(text: string): boolean {
  if (/^结束语$|^结语$/.test(text)) return true
  if (text.length > 30 || /[，,]/.test(text) || readChapterKind(text, true) === undefined) return false
  return /(?:回顾|总结|情况|成就|安排|计划|打算|任务|部署|工作|重点|思路|目标|建议|措施|考虑|规划|建设|执行力|谋划|意见|问题|要求|思想)[？?]?$/.test(
    text,
  )
}

/** Lines of web pages and conversions: 「来源：…」, 「当前页面」, 「共3页，当前第2页」. */
const residue = /来源|发表时间|发布|作者|责任编辑|字号|浏览|当前页|当前第|扫一扫|相关稿件|下载|http|www\.|记者|^\d+$/

function nextLine(trimmed: readonly TrimmedLine[], index: number): TrimmedLine | undefined {
  for (let next = index + 1; next < trimmed.length; next++) if (lineAt(trimmed, next).text !== '') return trimmed[next]
  return undefined
}

function isLevel(hint: LineHint): hint is HeadingLevel {
  return typeof hint === 'number'
}

/** A heading without number: a chapter when its words are those of a chapter, else the level below. */
function bareHeading(text: string, line: string): LineStructure {
  const chapter = isBareChapter(text) || isAnnexHeading(text)
  const start = line.length - line.trimStart().length
  return { role: 'heading', level: chapter ? 1 : 2, labelEnd: start, section: null }
}

function readSections(context: Context, start: number, end: number): void {
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

function readOpening(context: Context, index: number, state: SectionState, share: number): SectionKind | undefined {
  const { text, mark } = lineAt(context.trimmed, index)
  const found = context.structure[index]
  if (state.section === 'annex') return undefined
  if (found?.role === 'heading' && found.level === 1) return readChapter(context, index, state)
  if (state.section === 'closing') return undefined
  if (found?.role === 'heading') state.blocks++
  if (found?.role === 'heading') return readSubheading(text.slice(mark ? mark.end - mark.start : 0), state)
  if (state.section === null && opensSpeech(text)) return 'opening'
  if (state.section === 'opening' && endsOpening(context, index))
    return readParagraphKind(text, null) ?? readTenseKind(text)
  const kind = readParagraphKind(text, state.section)
  const early = share < earliestPlan && state.section === 'review'
  const inBlock = state.section === 'tasks' && state.blocks > 0
  if (kind === 'guidance' || kind === 'targets') return early || inBlock ? undefined : kind
  if (kind !== undefined) return kind
  return state.section === null && found?.role === 'body' && text.length > 60 ? readTenseKind(text) : undefined
}

/** Where 一、 is missing, the first long paragraph after the opening sentence begins the review. */
function endsOpening({ trimmed, structure }: Context, index: number): boolean {
  const { text } = lineAt(trimmed, index)
  if (text.length <= 60 || opensSpeech(text)) return false
  for (let at = index + 1, seen = 0; at < trimmed.length && seen < 4; at++) {
    if (lineAt(trimmed, at).text === '') continue
    if (structure[at]?.role === 'heading' && structure[at]?.level === 1) return false
    seen++
  }
  return true
}

function readChapter(context: Context, index: number, state: SectionState): SectionKind {
  const found = context.structure[index]
  const text = (context.folded[index] ?? '').slice(found?.labelEnd ?? 0, found?.leadEnd)
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

function hasReviewChapter({ structure, folded }: Context, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const line = structure[at]
    if (line?.role === 'title') return false
    if (line?.role === 'heading' && line.level === 1 && /回顾|总结|情况/.test(folded[at] ?? '')) return true
  }
  return false
}

function textBelow({ trimmed, structure }: Context, index: number): string {
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
function findClosing({ trimmed, structure }: Context, start: number, end: number): number {
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

function lineAt(trimmed: readonly TrimmedLine[], index: number): TrimmedLine {
  return trimmed[index] ?? { text: '', mark: undefined }
}
