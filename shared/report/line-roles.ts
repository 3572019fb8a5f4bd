import type { LineMark } from './line-marks.ts'
import { isLevel, lineAt, type LineStructure, type StructureContext, type TrimmedLine } from './line-structure.ts'
import { isAnnexHeading, readChapterKind } from './section-words.ts'

/** Headings, list items, body: first by their own marks, then those without marks by their neighbours. */
export function readRoles(context: StructureContext, start: number, end: number): void {
  const { trimmed, structure, broken, hints } = context
  const annex = findAnnex(context, start, end)
  const listed = findListed(context, start, end)
  const cells = findTableCells(context, start, end)
  let continued = false
  for (let index = start; index < end; index++) {
    const { text, mark, folded: line } = lineAt(trimmed, index)
    if (text === '') continue
    const hint = hints[index]
    if (continued) structure[index] = { role: 'body', section: null }
    else if (mark) structure[index] = markedLine(line, mark, index >= annex || listed.has(index))
    else if (isLevel(hint)) structure[index] = { ...bareHeading(text, line), level: hint }
    else if (!cells.has(index) && isBareHeading(context, index, index >= annex))
      structure[index] = bareHeading(text, line)
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
function findListed({ trimmed }: StructureContext, start: number, end: number): Set<number> {
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
    if (family.some((index) => !hasTitle(lineAt(trimmed, index)))) return true
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
function hasTitle({ folded: line, mark }: TrimmedLine): boolean {
  if (!mark) return false
  const sentence = line.slice(mark.end, findLeadEnd(line, mark) ?? line.length)
  return sentence.length <= longestMinorTitle && !/\d(?![\d年])/.test(sentence.replace(/[“"][^”"]*[”"]/g, ''))
}

/** Where the annex begins: at its heading, or at the first of the [1] … [n] that explain terms at the end. */
export function findAnnex({ trimmed, broken }: StructureContext, start: number, end: number): number {
  for (let index = start + 4; index < end; index++) {
    if (lineAt(trimmed, index).isAnnexHeading && broken[index] !== true) return index
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

/** Shortest run of lines that a table makes: a head and a row of two cells each. */
const fewestCells = 4

/**
 * Lines of a table whose cells stand below each other: short ones without a sentence, of which at least one is what only a
 * cell can be. The first line of a run may be the heading above the table, and is left to its own words.
 */
function findTableCells({ trimmed, hints }: StructureContext, start: number, end: number): Set<number> {
  const cells = new Set<number>()
  let run: number[] = []
  let certain = false
  const close = (): void => {
    if (certain && run.length >= fewestCells) for (const index of run.slice(1)) cells.add(index)
    run = []
    certain = false
  }
  for (let index = start; index < end; index++) {
    const { text, mark } = lineAt(trimmed, index)
    if (text === '') continue
    if (mark || hints[index] !== undefined || !isCell(text)) close()
    else {
      run.push(index)
      certain ||= onlyCell.test(text)
    }
  }
  close()
  return cells
}

function isCell(text: string): boolean {
  return text.length <= 16 && !/[。；！？，：;!?:]/.test(text)
}

/** 4200, 12.5%, —, 万元: no heading is a number, a dash or a unit alone. */
const onlyCell =
  /^(?:[-−+]?\d[\d,]*(?:\.\d+)?[%％‰]?|[—－-]{1,2}|[%％‰]|(?:万亿|亿|万)?(?:元|美元|人次|人|户|亩|吨|公里|公顷|个|家))$/

/** 「工业经济快速发展」 on a line of its own: short, no full stop, followed by text that is longer or listed. */
function isBareHeading({ trimmed, broken }: StructureContext, index: number, inAnnex: boolean): boolean {
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

/** A heading without number: a chapter when its words are those of a chapter, else the level below. */
function bareHeading(text: string, line: string): LineStructure {
  const chapter = isBareChapter(text) || isAnnexHeading(text)
  const start = line.length - line.trimStart().length
  return { role: 'heading', level: chapter ? 1 : 2, labelEnd: start, section: null }
}
