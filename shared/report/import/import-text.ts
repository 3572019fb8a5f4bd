import type { ImportSummary, Notice } from '../../desktop/results.ts'
import type { Report } from '../schema.ts'
import { assembleReport, type ImportSource } from './assemble-report.ts'
import { readMarkdown } from './read-markdown.ts'
import type { SourceBlock } from './source-block.ts'
import { splitRunTogether } from './split-run-together.ts'

export interface ImportedReport {
  report: Report
  summary: ImportSummary
}

/** A report from plain text or Markdown. The same words in the same order; only blanks around lines go. */
export function reportFromText(text: string, source: ImportSource): ImportedReport {
  const clean = text.replace(forbidden, '')
  const blocks = source.format === 'md' ? readMarkdown(clean) : readLines(clean)
  const split = splitRunTogether(blocks)
  const { report, brokenLines } = assembleReport(split, {}, source)
  const notices: Notice[] =
    split.length > blocks.length ? [{ messageId: 'import:splitAtNumbers', values: { count: split.length } }] : []
  return { report, summary: { notices, revisions: 0, comments: 0, brokenLines } }
}

/** Characters that XML 1.0 forbids, halves of surrogate pairs among them: no Word file could be written with them. */
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const forbidden = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff\ufeff]|\p{Surrogate}/gu

function readLines(text: string): SourceBlock[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => ({ type: 'line', children: [{ text: line }] }))
}
