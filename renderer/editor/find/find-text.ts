import { objectCharacter, type PlainLine, type PlainText } from '../../../shared/report/plain-text.ts'

export interface FindOptions {
  matchCase?: boolean
  /** １２ and 12, （ and ( are different. */
  matchWidth?: boolean
  /** 36 is not found in 136, GDP not in GDPs; Chinese has no blanks and is not affected. */
  wholeWord?: boolean
  regularExpression?: boolean
  /** Only within this stretch of the plain text: 在所选内容中. */
  within?: { start: number; end: number }
  /** What each hit would become; `$1` and `$&` refer to the match of a regular expression. */
  replacement?: string
}

export interface Hit {
  start: number
  end: number
  /** Absent where a hit cannot be replaced: in a printed number, over a note, in a block that is kept as it is. */
  replacement?: string
}

export type FindResult = { ok: true; hits: Hit[]; more: boolean } | { ok: false; reason: 'badPattern' | 'tooSlow' }

/** More are neither listed nor drawn; `more` says so. */
const mostHits = 5000

/** All places of a query, line by line: a hit never crosses the end of a paragraph. */
export function findText(plain: PlainText, query: string, options: FindOptions = {}): FindResult {
  if (query === '') return { ok: true, hits: [], more: false }
  const pattern = readPattern(query, options)
  if (!pattern) return { ok: false, reason: 'badPattern' }
  const from = options.within?.start ?? 0
  const to = options.within?.end ?? plain.text.length
  const hits: Hit[] = []
  for (const line of plain.lines) {
    if (line.end < from || line.start > to) continue
    const text = plain.text.slice(line.start, line.end)
    for (const match of fold(text, options).matchAll(pattern)) {
      const start = line.start + match.index
      const end = start + match[0].length
      if (end === start || start < from || end > to) continue
      if (options.wholeWord && !isWhole(text, match.index, match.index + match[0].length)) continue
      if (hits.length === mostHits) return { ok: true, hits, more: true }
      hits.push({ start, end, ...replacementOf(line, text, match, pattern, options) })
    }
  }
  return { ok: true, hits, more: false }
}

function readPattern(query: string, options: FindOptions): RegExp | undefined {
  const flags = options.matchCase ? 'gu' : 'giu'
  if (!options.regularExpression) return new RegExp(escapePattern(fold(query, options)), flags)
  try {
    return new RegExp(options.matchWidth ? query : foldPattern(query), flags)
  } catch {
    return undefined
  }
}

function replacementOf(
  line: PlainLine,
  text: string,
  match: RegExpExecArray,
  pattern: RegExp,
  { replacement, regularExpression }: FindOptions,
): { replacement?: string } {
  if (replacement === undefined) return {}
  if (match.index < line.labelLength || line.type === 'opaque' || match[0].includes(objectCharacter)) return {}
  if (!regularExpression) return { replacement }
  const once = new RegExp(pattern.source, pattern.flags.replace('g', 'y'))
  once.lastIndex = match.index
  const replaced = text.replace(once, replacement)
  return { replacement: replaced.slice(match.index, replaced.length - (text.length - match.index - match[0].length)) }
}

/** Full-width letters, digits and marks as half-width ones. One unit for one unit, so that offsets stay. */
function fold(text: string, { matchWidth }: FindOptions): string {
  if (matchWidth) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** A wide bracket in an expression means the bracket, not a group. */
function foldPattern(pattern: string): string {
  return pattern.replace(/[\uFF01-\uFF5E\u3000]/g, (wide) => escapePattern(fold(wide, {})))
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function isWhole(text: string, start: number, end: number): boolean {
  const joins = (at: number): boolean => isWordUnit(text[at - 1]) && isWordUnit(text[at])
  return !joins(start) && !joins(end)
}

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/.test(unit)
