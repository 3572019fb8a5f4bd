import type { Hit, Span } from '../finding.ts'
import type { ReportRule, ReportView } from '../rule.ts'
import { paragraphAround } from '../text-spans.ts'

/**
 * What 转结 took over from last year's report and nobody has touched since. The sentences come in with the text: which they are
 * is a matter of the file, not of words. Neighbours in one paragraph are one finding.
 */
export const carriedOver: ReportRule = {
  id: 'carried-over',
  kind: 'duplicated-sentence',
  severity: 'warning',
  checkReport(report) {
    return report.carried
      .reduce<Span[][]>((runs, { start, end }) => {
        const last = runs.at(-1)
        const before = last?.at(-1)
        if (last && before && isNext(report, before, { start, end })) last.push({ start, end })
        else runs.push([{ start, end }])
        return runs
      }, [])
      .map((run) => hitOf(report.text, run))
  },
}

/** Nothing but blanks between them, and no end of a paragraph. */
function isNext(report: ReportView, before: Span, { start, end }: Span): boolean {
  if (report.text.slice(before.end, start).trim() !== '') return false
  return paragraphAround(report.paragraphs, { start: before.start, end }) !== undefined
}

function hitOf(text: string, run: readonly Span[]): Hit {
  const start = run[0]?.start ?? 0
  const end = run.at(-1)?.end ?? start
  return {
    messageId: run.length === 1 ? 'carriedOver' : 'carriedOverMany',
    values: { count: run.length, words: text.slice(start, Math.min(end, start + 24)) },
    start,
    end,
    evidence: run.map((sentence) => ({ sentence, marks: [] })),
  }
}
