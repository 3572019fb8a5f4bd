import { currentFormat, type Block, type Report, type ReportMeta } from './schema.ts'

/** What a table inherits from the report it speaks of: as secret, and not to be written over its source. */
export type OfReport = Partial<Pick<ReportMeta, 'classification' | 'source'>>

/** A table as a document of its own, so that Word, PDF and print lay it out the way they lay out reports. */
export function ownDocument(id: string, body: Block[], { classification = '', source }: OfReport = {}): Report {
  return {
    format: currentFormat,
    id,
    meta: {
      place: '',
      level: 'town',
      kind: 'blank',
      year: null,
      meeting: { congress: null, session: null },
      speaker: { office: '', name: '' },
      date: null,
      stage: '',
      classification,
      ...(source ? { source } : {}),
    },
    body,
    notes: {},
    checks: { ignored: [] },
  }
}
