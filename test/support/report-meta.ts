import type { ReportMeta } from '../../shared/report/schema.ts'

/** Meta of a made-up town, with what a test changes. */
export function reportMeta(changes: Partial<ReportMeta> = {}): ReportMeta {
  return {
    place: '穗桥镇',
    level: 'town',
    kind: 'annual',
    year: 2026,
    meeting: { congress: 19, session: 6 },
    speaker: { office: '镇长', name: '程远山' },
    date: '2026-01-12',
    stage: '初稿',
    classification: '',
    ...changes,
  }
}
