import type { Block, Report } from '../../shared/report/schema.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { mergeCopies, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { heading, paragraph, reportOf } from './blocks.ts'

/** A body of lines; ＃ in front of a heading. */
export const linesOf = (text: string): Block[] =>
  text.split('\n').map((line) => (line.startsWith('＃') ? heading(1, line.slice(1)) : paragraph(line)))

/** A copy with a mark on every change. */
export function markedCopy(reviewer: string, base: Block[], body: Block[], date = '2026-01-07T10:00:00'): ReviewedCopy {
  const signed = compareBodies({ body: base, notes: {} }, { body, notes: {} }, { author: reviewer, date })
  return { report: { body: signed, notes: {} }, reviewer, knownAs: reviewer, date, formats: true }
}

/** Two write another number in one place, and agree about a word in another. */
export function reportInConflict(): Report {
  const words = '＃穗桥镇政府工作报告\n栽植黄桃3480亩，新建冷库两座。\n办好民生实事。'
  const base = reportOf(linesOf(words))
  const copy = (reviewer: string, now: string, date: string): ReviewedCopy =>
    markedCopy(reviewer, base.body, linesOf(words.replace('3480', now).replace('两座', '三座')), date)
  const copies = [copy('王书记', '3840', '2026-01-07T10:00:00'), copy('李镇长', '3580', '2026-01-08T11:30:00')]
  return mergeCopies(base, copies, 'm').report
}

/** A copy that was edited without marks. */
export function unmarkedCopy(reviewer: string, body: Block[], date = '2026-01-07T10:00:00'): ReviewedCopy {
  return { report: { body, notes: {} }, reviewer, knownAs: undefined, date, formats: true }
}
