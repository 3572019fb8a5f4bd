import type { CarriedStretch } from '../../report/carried.ts'
import type { Hit, Span } from '../finding.ts'
import type { ReportRule, ReportView } from '../rule.ts'
import { paragraphAround } from '../text-spans.ts'

/**
 * What 转结 took over from last year's report and nobody has touched since. The stretches come in with the text: which they are
 * is a matter of the file, not of words. Neighbouring sentences of one paragraph are one finding; so is all that one changed
 * sentence kept.
 */
export const carriedOver: ReportRule = {
  id: 'carried-over',
  kind: 'duplicated-sentence',
  severity: 'warning',
  checkReport(report) {
    return report.carried
      .reduce<CarriedStretch[][]>((runs, one) => {
        const last = runs.at(-1)
        const before = last?.at(-1)
        if (last && before && isNext(report, before, one)) last.push(one)
        else runs.push([one])
        return runs
      }, [])
      .map((run) => (run[0]?.part ? partsHit(report.text, run) : hitOf(report.text, run)))
  },
}

function isNext({ text, paragraphs }: ReportView, before: CarriedStretch, one: CarriedStretch): boolean {
  if (before.part !== one.part) return false
  const between = text.slice(before.end, one.start)
  if (one.part) return !endOfSentence.test(between)
  // Nothing but blanks between them, and no end of a paragraph.
  return between.trim() === '' && paragraphAround(paragraphs, { start: before.start, end: one.end }) !== undefined
}

const endOfSentence = /[。！？；;\n]/

function hitOf(text: string, run: readonly Span[]): Hit {
  const start = run[0]?.start ?? 0
  const end = run.at(-1)?.end ?? start
  return {
    messageId: run.length === 1 ? 'carriedOver' : 'carriedOverMany',
    values: { count: run.length, words: text.slice(start, Math.min(end, start + 24)) },
    start,
    end,
    evidence: run.map((one) => ({ sentence: { start: one.start, end: one.end }, marks: [] })),
  }
}

function partsHit(text: string, run: readonly Span[]): Hit {
  const marks = run.map(({ start, end }) => ({ start, end }))
  const start = marks[0]?.start ?? 0
  const end = marks.at(-1)?.end ?? start
  let [from, to] = [start, end]
  while (from > 0 && !endOfSentence.test(text.charAt(from - 1))) from--
  while (to < text.length && !endOfSentence.test(text.charAt(to))) to++
  return {
    messageId: run.length === 1 ? 'carriedPart' : 'carriedParts',
    values: { count: run.length, words: marks.map((mark) => text.slice(mark.start, mark.end)).join('、') },
    start,
    end,
    evidence: [{ sentence: { start: from, end: to }, marks }],
  }
}
