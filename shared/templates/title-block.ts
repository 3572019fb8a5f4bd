import type { Block, PlaceLevel, ReportMeta, TextLeaf } from '../report/schema.ts'
import { fillFields } from './fields.ts'
import { governmentOf } from './offices.ts'

/** Title, meeting line and speaker line as they stand above every report (layout of GB/T 9704-2012 with the customs of reports). */
export function titleBlock(meta: ReportMeta): Block[] {
  return [
    { type: 'title', children: [{ text: reportTitle(meta) }] },
    ...meetingLines(meta).map((children): Block => ({ type: 'meeting', children })),
    { type: 'speaker', children: fillFields(`${speakerOffice(meta)}\u3000{speaker}`, meta) },
  ]
}

/** 政府工作报告 in counties and above, 青禾镇人民政府工作报告 below, 和平街道办事处工作报告. */
export function reportTitle({
  place,
  level,
  kind,
  year,
}: Pick<ReportMeta, 'place' | 'level' | 'kind' | 'year'>): string {
  const halfYear = kind === 'half-year' && year !== null ? `${year}年上半年` : ''
  if (place === '' || !smallLevels.has(level)) return `${halfYear}政府工作报告`
  return `${governmentOf(place, level)}${halfYear}工作报告`
}

/** 青禾镇第十九届人民代表大会第六次会议; what is not known is a □. */
export function meetingName(meta: ReportMeta): string {
  return text(fillFields(meetingFormula(meta.level).join(''), meta))
}

/** Reads congress and session back from words: 第十九届人民代表大会第六次会议 → 19, 6. */
export function readMeeting(words: string): ReportMeta['meeting'] {
  const ordinal = (unit: string): number | null => {
    const found = new RegExp(`第\\s*([〇零一二三四五六七八九十\\d]+)\\s*${unit}`).exec(words)?.[1]
    return found === undefined ? null : readOrdinal(found)
  }
  return { congress: ordinal('届'), session: ordinal('次') }
}

/** 青禾镇人民政府镇长; an office that names its government already stays as it is. */
function speakerOffice({ place, level, speaker }: ReportMeta): string {
  if (/政府|办事处/.test(speaker.office) || place === '') return speaker.office
  return governmentOf(place, level) + speaker.office
}

/**
 * ——2026年1月12日在青禾镇 / 第十九届人民代表大会第六次会议上: one line, or two where it is wider than 26 characters;
 * broken before 第N届, so that 会议上 never stands alone.
 */
function meetingLines(meta: ReportMeta): TextLeaf[][] {
  const [where, which] = meetingFormula(meta.level)
  const first = fillFields(`——{date}在${where}`, meta)
  const second = fillFields(`${which}上`, meta)
  if (width(text(first)) + width(text(second)) <= 26) return [fillFields(`——{date}在${where}${which}上`, meta)]
  return [first, second]
}

/** A 街道 has no congress of its own: its deputies and residents meet in a 居民议事会议. */
function meetingFormula(level: PlaceLevel): [where: string, which: string] {
  if (level === 'subdistrict') return ['{place}', '第{session}次居民议事会议']
  return ['{place}', '第{congress}届人民代表大会第{session}次会议']
}

const smallLevels: ReadonlySet<PlaceLevel> = new Set<PlaceLevel>(['township', 'town', 'subdistrict'])

const text = (leaves: TextLeaf[]): string => leaves.map((leaf) => leaf.text).join('')

/** In full-width characters: digits take half of one. */
function width(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (character <= '\u00FF' ? 0.5 : 1), 0)
}

/** 十九 → 19, 二十一 → 21, 6 → 6; null where it is no ordinal up to 99. */
function readOrdinal(words: string): number | null {
  if (/^\d{1,2}$/.test(words)) return Number(words) || null
  const parts = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(words)
  if (!parts || words === '') return null
  const digit = (han: string | undefined): number => (han === undefined ? 0 : '零一二三四五六七八九'.indexOf(han))
  const tens = parts[2] === undefined ? 0 : digit(parts[1]) || 1
  return tens * 10 + digit(parts[3]) || null
}
