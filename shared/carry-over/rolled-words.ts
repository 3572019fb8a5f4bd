import type { TextEdit } from './text-edits.ts'
import type { RollReason, RollSubject } from './rolled-report.ts'

/** A stretch of last year's text and what becomes of it; where `text` is the same, it stays and is to be looked at. */
export interface RolledWords extends TextEdit {
  what: RollSubject
  reason: RollReason | ''
}

export const blank = '□'

/** The groups of a match with the flag d. */
export function groupSpan(match: RegExpExecArray, name: string): { start: number; end: number; text: string } {
  const [start, end] = match.indices?.groups?.[name] ?? [match.index, match.index]
  return { start, end, text: match[0].slice(start - match.index, end - match.index) }
}
