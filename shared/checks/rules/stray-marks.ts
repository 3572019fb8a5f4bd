import type { Evidence, Hit, Severity } from '../finding.ts'
import { findStrayMarks, type StrayKind, type StrayMark } from '../wording/stray-marks.ts'
import type { LineStructure } from '../../report/structure.ts'
import type { Placed, ReportRule } from '../rule.ts'
import { sentenceAround } from '../text-spans.ts'

/** Half-width marks, blanks inside the text, straight quotation marks: one finding for each kind, however many places it has. */
export const strayMarks: ReportRule<StrayMark[]> = {
  id: 'stray-marks',
  kind: 'punctuation',
  severity: 'warning',
  read({ text }) {
    const marks = findStrayMarks(text)
    return marks.length > 0 ? marks : undefined
  },
  checkReport(report, placed) {
    const roles = new Map(report.lines.map(({ start, role }) => [start, role]))
    const marks = placed.flatMap((paragraph) => marksOf(roles.get(paragraph.start) ?? 'body', paragraph))
    return kinds.flatMap(({ kind, ...hit }) => {
      const own = marks.filter((mark) => mark.kind === kind)
      return own.length > 0 ? [hitOf(report.text, own, hit)] : []
    })
  },
}

const kinds: { kind: StrayKind; messageId: string; severity: Severity; defect?: string }[] = [
  { kind: 'halfWidth', messageId: 'halfWidthMarks', severity: 'warning' },
  { kind: 'blank', messageId: 'blanksInText', severity: 'warning', defect: 'whitespace' },
  { kind: 'halfWidthBracket', messageId: 'halfWidthBrackets', severity: 'note' },
  { kind: 'straightQuote', messageId: 'straightQuotes', severity: 'note' },
  { kind: 'smallLetters', messageId: 'smallLetters', severity: 'note' },
]

/** Lines that are set by design: 政 府 工 作 报 告, 镇长 某某. */
const setByDesign: ReadonlySet<LineStructure['role']> = new Set(['title', 'meeting', 'speaker', 'date'])

function marksOf(role: LineStructure['role'], { start, facts }: Placed<StrayMark[]>): StrayMark[] {
  return facts
    .filter(({ kind }) => kind !== 'blank' || !setByDesign.has(role))
    .map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }))
}

function hitOf(text: string, marks: StrayMark[], hit: { messageId: string; severity: Severity; defect?: string }): Hit {
  const [first] = marks
  const { start, end } = first ?? { start: 0, end: 0 }
  const edits = marks
    .filter((mark) => mark.right !== text.slice(mark.start, mark.end))
    .map(({ start, end, right }) => ({ start, end, text: right }))
  return {
    messageId: hit.messageId,
    values: { count: marks.length },
    severity: hit.severity,
    ...(hit.defect && { kind: hit.defect }),
    start,
    end,
    evidence: evidenceBySentence(text, marks),
    repairs: edits.length > 0 ? [{ messageId: 'changeAll', values: { count: edits.length }, edits }] : [],
  }
}

/** The sentences of the marks, each once. */
function evidenceBySentence(text: string, marks: readonly StrayMark[]): Evidence[] {
  const evidence: Evidence[] = []
  for (const { start, end } of marks) {
    const last = evidence.at(-1)
    if (last && start < last.sentence.end) last.marks.push({ start, end })
    else evidence.push({ sentence: sentenceAround(text, start, end), marks: [{ start, end }] })
  }
  return evidence
}
