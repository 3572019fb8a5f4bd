import { currentFormat, type Report } from '../../../shared/report/schema.ts'
import { paragraph } from '../../support/blocks.ts'
import { reportMeta } from '../../support/report-meta.ts'

/** A small report whose paragraphs are the given texts. */
export function smallReport(id: string, ...texts: string[]): Report {
  return {
    format: currentFormat,
    id,
    meta: reportMeta(),
    body: (texts.length > 0 ? texts : ['正文']).map((text) => paragraph(text)),
    notes: {},
    checks: { ignored: [] },
  }
}
