import { hanOrdinal } from '../report/numbering.ts'
import type { PlaceLevel, ReportKind, ReportMeta } from '../report/schema.ts'
import { nextMeeting } from '../templates/calendar.ts'
import type { RollChange, RollReason, RollSubject } from './rolled-report.ts'

/** 报告信息 of a report whose year is known. */
export type DatedMeta = ReportMeta & { year: number }

export interface RolledMeta {
  meta: DatedMeta
  meeting: NextMeeting
  changes: RollChange[]
}

/** The meeting that probably follows; certain only within a congress that meets once a year. */
export interface NextMeeting {
  probable: ReportMeta['meeting']
  reason: RollReason | ''
}

export function rollMeta(last: DatedMeta): RolledMeta {
  const meeting = findNextMeeting(last)
  const kind: ReportKind = last.kind === 'term' ? 'annual' : last.kind
  const { source: _, ...kept } = last
  const meta: DatedMeta = { ...kept, kind, year: last.year + 1, date: null, stage: firstStage, meeting: known(meeting) }
  const changes = [
    change('year', String(last.year), String(meta.year)),
    ...(kind === last.kind ? [] : [change('kind', last.kind, kind, 'termEnds')]),
    change('meeting', wordsOf(last.meeting), wordsOf(meeting.probable), meeting.reason),
    ...(last.date === null ? [] : [change('date', last.date, '', 'open')]),
    ...(last.stage === firstStage ? [] : [change('stage', last.stage, firstStage)]),
    ...(meeting.reason === 'newCongress' || isActing(last.speaker.office)
      ? [change('speaker', speakerOf(last), speakerOf(last), isActing(last.speaker.office) ? 'acting' : 'newCongress')]
      : []),
  ]
  return { meta, meeting, changes: changes.filter(({ before, after }) => before !== '' || after !== '') }
}

const firstStage = '初稿'

/** 代县长 is elected or not before the next report. */
const isActing = (office: string): boolean => /代(?:理)?[省市县区镇乡]长|代主任/.test(office)
const speakerOf = ({ speaker: { office, name } }: ReportMeta): string => `${office}${name}`

function change(what: RollSubject, before: string, after: string, reason: RollReason | '' = ''): RollChange {
  return { what, before, after, certain: reason === '', reason, place: { in: 'meta' } }
}

/** 第十九届第六次, as far as it is known. */
function wordsOf({ congress, session }: ReportMeta['meeting']): string {
  const ordinal = (value: number | null, unit: string): string =>
    value === null ? '' : `第${hanOrdinal(value)}${unit}`
  return ordinal(congress, '届') + ordinal(session, '次')
}

/** What is not certain is not written: the □ of the title block waits for it. */
function known({ probable, reason }: NextMeeting): ReportMeta['meeting'] {
  if (reason === '') return probable
  return { congress: reason === 'newCongress' ? null : probable.congress, session: null }
}

function findNextMeeting({ level, kind, year, meeting }: DatedMeta): NextMeeting {
  const next = year + 1
  if (meeting.session === null && meeting.congress === null) return { probable: meeting, reason: '' }
  if (opensCongress(level, next)) return { probable: nextMeeting(meeting, 'term'), reason: 'newCongress' }
  const probable = nextMeeting(meeting, 'annual')
  // A congress sits for five years: its sixth ordinary session is that of the next one.
  if (mayOpenCongress(level, next) || (meeting.session ?? 0) >= 5) return { probable, reason: 'newCongress' }
  // 地方组织法 2022: the congress of a town meets twice a year as a rule.
  if (kind === 'half-year' || small.has(level)) return { probable, reason: 'twoSessions' }
  return { probable, reason: '' }
}

const small: ReadonlySet<PlaceLevel> = new Set<PlaceLevel>(['township', 'town', 'subdistrict'])
const high: ReadonlySet<PlaceLevel> = new Set<PlaceLevel>(['province', 'nation'])

/** Provinces and the nation elect for 2023, 2028 …; places below them for 2022, 2027 …. */
const opensCongress = (level: PlaceLevel, year: number): boolean => year % 5 === (high.has(level) ? 3 : 2)
/** Where the elections come early. */
const mayOpenCongress = (level: PlaceLevel, year: number): boolean => !high.has(level) && year % 5 === 1
