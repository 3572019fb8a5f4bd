import { hanOrdinal } from '../report/numbering.ts'
import type { ReportMeta, TextLeaf } from '../report/schema.ts'
import { placeInPlan, readPlan } from './calendar.ts'
import { committeeWord, governmentOf, governmentWord, levelWord } from './offices.ts'

/** Fields of a template's text that the report's meta fills. */
export const metaFields = [
  'place',
  'government',
  'governmentWord',
  'committee',
  'level',
  'whole',
  'office',
  'speaker',
  'date',
  'congress',
  'session',
  'year',
  'lastYear',
  'firstYear',
  'baseYear',
  'plan',
  'lastPlan',
  'planYear',
  'lastTermYear',
] as const
export type MetaField = (typeof metaFields)[number]

/** What stands in the text where a figure or a word is still missing; the check of leftovers finds it. */
const missing = '□'

/**
 * The text of a template as leaves: {fields} filled from meta, [[指标|value]] a □ that waits for its figure. What meta does
 * not know becomes a □ that waits too.
 */
export function fillFields(text: string, meta: ReportMeta): TextLeaf[] {
  const leaves: TextLeaf[] = []
  const add = (leaf: TextLeaf): void => {
    const last = leaves.at(-1)
    if (last && !last.field && !leaf.field) last.text += leaf.text
    else leaves.push(leaf)
  }
  let end = 0
  for (const match of text.matchAll(/\{(\w+)\}|\[\[([^|\]]+)\|(value|growth|text)\]\]/g)) {
    if (match.index > end) add({ text: text.slice(end, match.index) })
    end = match.index + match[0].length
    const [, name, indicator, part] = match
    if (indicator !== undefined)
      add({ text: missing, field: { indicator: fillText(indicator, meta), part: part as 'value' | 'growth' | 'text' } })
    else add(metaLeaf(name ?? '', meta))
  }
  if (end < text.length || leaves.length === 0) add({ text: text.slice(end) })
  return leaves
}

/** The same as plain words, for guidance and for lines that are measured. */
export function fillText(text: string, meta: ReportMeta): string {
  return fillFields(text, meta)
    .map((leaf) => leaf.text)
    .join('')
}

function metaLeaf(name: string, meta: ReportMeta): TextLeaf {
  if (!isMetaField(name)) throw new Error(`no field of that name: ${name}`)
  const value = readField(name, meta)
  if (value !== '') return { text: value }
  return {
    text: name === 'date' ? `${missing}年${missing}月${missing}日` : missing,
    field: { indicator: name, part: 'text' },
  }
}

export function isMetaField(name: string): name is MetaField {
  return (metaFields as readonly string[]).includes(name)
}

/** `''` where meta does not say. */
function readField(name: MetaField, meta: ReportMeta): string {
  const { place, level, year, meeting, speaker } = meta
  switch (name) {
    case 'place':
      return place
    case 'government':
      return place && governmentOf(place, level)
    case 'governmentWord':
      return governmentWord(level)
    case 'committee':
      return committeeWord(level)
    case 'level':
      return levelWord(level)
    case 'whole':
      return `全${levelWord(level)}`
    case 'office':
      return speaker.office
    case 'speaker':
      return speaker.name
    case 'date':
      return longDate(meta.date)
    case 'congress':
      return meeting.congress === null ? '' : hanOrdinal(meeting.congress)
    case 'session':
      return meeting.session === null ? '' : hanOrdinal(meeting.session)
    case 'year':
      return yearText(year, 0)
    case 'lastYear':
      return yearText(year, -1)
    // A report at the end of a term looks back on the five years before its own, against the year before those.
    case 'firstYear':
      return yearText(year, -5)
    case 'baseYear':
      return yearText(year, -6)
    case 'plan':
      return year === null ? '' : (readPlan(year) ?? '')
    case 'lastPlan':
      return year === null ? '' : (readPlan(year - 5) ?? '')
    case 'planYear':
      return year === null ? '' : planYear(year)
    case 'lastTermYear':
      return yearText(year, 4)
  }
}

/** How a text calls the year's place in its plan. */
function planYear(year: number): string {
  switch (placeInPlan(year)) {
    case 'first':
      return '开局之年'
    case 'middle':
      return '实施之年'
    case 'last':
      return '收官之年'
  }
}

function yearText(year: number | null, difference: number): string {
  return year === null ? '' : String(year + difference)
}

/** 2026-01-12 → 2026年1月12日. */
export function longDate(date: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  return parts ? `${parts[1] ?? ''}年${Number(parts[2])}月${Number(parts[3])}日` : ''
}
