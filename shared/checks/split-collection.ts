import { findReportStarts, type LineCache } from '../report/structure.ts'
import type { CheckInput } from './rule.ts'

/** One report of the text that is checked, and where in that text it begins. */
export interface ReportOfCollection {
  start: number
  input: CheckInput
}

/**
 * A text that holds several reports is checked as several: their years, places and figures have nothing to do with each
 * other. One year and one place given for the whole text cannot be those of all, so each report speaks for itself.
 */
export function splitCollection(input: CheckInput, known: LineCache): ReportOfCollection[] {
  const lines = input.text.split('\n')
  const first = findReportStarts(lines, known)
  if (first.length < 2) return [{ start: 0, input }]
  const starts = offsetsOf(lines, first)
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? input.text.length
    const links = within(input.links ?? [], start, end)
    const carried = within(input.carried ?? [], start, end)
    const notes = (input.notes ?? [])
      .filter(({ at }) => at >= start && at < end)
      .map((note) => ({ ...note, at: note.at - start }))
    const text = input.text.slice(start, end)
    return { start, input: { ...input, text, year: null, place: null, links, carried, notes } }
  })
}

function within<Stretch extends { start: number; end: number }>(
  stretches: readonly Stretch[],
  from: number,
  to: number,
): Stretch[] {
  return stretches
    .filter(({ start, end }) => start >= from && end <= to)
    .map((stretch) => ({ ...stretch, start: stretch.start - from, end: stretch.end - from }))
}

/** Where the lines with these indices (ascending) begin in the text. */
function offsetsOf(lines: readonly string[], indices: readonly number[]): number[] {
  const wanted = new Set(indices)
  const offsets: number[] = []
  let at = 0
  lines.forEach((line, index) => {
    if (wanted.has(index)) offsets.push(at)
    at += line.length + 1
  })
  return offsets
}
