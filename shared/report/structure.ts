import { isSalutation, findBrokenLines } from './broken-lines.ts'
import {
  isLevel,
  lineAt,
  type LineCache,
  type LineHint,
  type LineStructure,
  type StructureContext,
  type TrimmedLine,
} from './line-structure.ts'
import { readLine } from './read-line.ts'
import { opensSpeech } from './section-words.ts'
import { readTitleRole, type TitleRole } from './title-lines.ts'
import { readRoles } from './line-roles.ts'
import { readSections } from './line-sections.ts'

export type { LineCache, LineHint, LineStructure } from './line-structure.ts'

/** Works on simplified and traditional text, with or without headings; one entry for each line. */
export function readStructure(
  lines: readonly string[],
  hints: readonly LineHint[] = [],
  known: LineCache = new Map(),
): LineStructure[] {
  const trimmed = lines.map((line) => readLine(line, known))
  const broken = findBrokenLines(trimmed).map(
    (goesOn, index) => goesOn && hints[index] === undefined && hints[index + 1] === undefined,
  )
  const structure = lines.map((): LineStructure => ({ role: 'blank', section: null }))
  const context: StructureContext = { trimmed, broken, structure, hints }
  let start = 0
  for (const end of [...startsIn(trimmed).slice(1), lines.length]) {
    readOneReport(context, start, end)
    start = end
  }
  structure.forEach((line, index) => {
    if (broken[index]) line.brokenAfter = true
  })
  return structure
}

/** Indices of the lines at which the reports of a collection begin; the first is 0. */
export function findReportStarts(lines: readonly string[], known: LineCache = new Map()): number[] {
  return startsIn(lines.map((line) => readLine(line, known)))
}

function startsIn(lines: readonly TrimmedLine[]): number[] {
  const starts = [0]
  let body = 0
  lines.forEach(({ text, opensReport }, index) => {
    if (text.length > 60) body++
    if (body > 0 && opensReport) {
      starts.push(index)
      body = 0
    }
  })
  return starts
}

function readOneReport(context: StructureContext, start: number, end: number): void {
  const body = readTitleBlock(context, start, end)
  readRoles(context, body, end)
  readSections(context, body, end)
}

/** Returns the index of the first line below the title block. */
function readTitleBlock({ trimmed, structure, hints }: StructureContext, start: number, end: number): number {
  let body = start
  let previous: TitleRole | undefined
  for (let index = start; index < end && index < start + 30; index++) {
    const { text, mark, isAnnexHeading } = lineAt(trimmed, index)
    if (text === '') continue
    if (isSalutation(text)) {
      structure[index] = { role: 'salutation', section: 'opening', opens: 'opening' }
      return index + 1
    }
    const dashed = mark?.marker === 'dash'
    const role =
      (mark && !dashed) || isLevel(hints[index]) || (index > start && isAnnexHeading)
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
