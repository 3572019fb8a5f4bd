import type { ReportMeta } from '../../shared/report/schema.ts'
import { usualOffice } from '../../shared/templates/offices.ts'

/** From September on, reports of the next year are written. */
export function firstMeta(): ReportMeta {
  const today = new Date()
  return {
    place: '',
    level: 'town',
    kind: 'annual',
    year: today.getFullYear() + (today.getMonth() >= 8 ? 1 : 0),
    meeting: { congress: null, session: null },
    speaker: { office: usualOffice('town'), name: '' },
    date: null,
    stage: '',
    classification: '',
  }
}
