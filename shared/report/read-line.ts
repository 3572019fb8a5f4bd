import { readMark } from './line-marks.ts'
import type { LineCache, TrimmedLine } from './line-structure.ts'
import { isAnnexHeading } from './section-words.ts'
import { simplified } from './simplified.ts'
import { opensReport } from './title-lines.ts'

/** A line that is known already is not read again; that never changes what is read. */
export function readLine(line: string, known: LineCache): TrimmedLine {
  let read = known.get(line)
  if (!read) {
    const folded = simplified(line)
    const text = folded.trim()
    read = {
      line,
      text,
      folded,
      mark: readMark(folded),
      isAnnexHeading: isAnnexHeading(text),
      opensReport: opensReport(text),
      kinds: new Map(),
    }
    known.set(line, read)
  }
  return read
}
