import { findAlikeNames, readKindWords, type AlikeName, type KindWord } from '../alike-names.ts'
import { bodiesOfOtherLevel, readLeadingBodies, type LeadingBody } from '../body-of-level.ts'
import type { Hit } from '../finding.ts'
import { findForeignPlaces, type ForeignPlace } from '../foreign-places.ts'
import { findNearNames, type NearName } from '../near-names.ts'
import { readGoverningNames, readOwnName, type OwnName } from '../own-names.ts'
import type { KnownNames, ParagraphReading, Placed, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 青和县人民政府 in the report of 青禾县: one character of the own name is another, in a few of its many mentions. A real
 * neighbour (青河县, another county) and a word that happens to differ in one character stay silent: see near-names. The
 * same of the names of villages, roads and firms (alike-names), and another place that acts for this one (foreign-places).
 */
export const placeName: ReportRule<FoundNames> = {
  id: 'place-name',
  kind: 'entity-inconsistency',
  severity: 'warning',
  read: readNames,
  checkReport(report, placed) {
    const governing = placed.flatMap(({ facts }) => facts.governing)
    const leading = placed.flatMap(({ start, facts }) =>
      facts.leading.map((body) => ({ ...body, start: body.start + start, end: body.end + start })),
    )
    const own = readOwnName(report, governing)
    return [
      ...(own ? [...misspelled(report, own), ...foreign(report, own)] : []),
      ...namedTwoWays(report, placed, own),
      ...bodiesOfOtherLevel(report, leading),
    ]
  },
}

/** Where names may stand in one paragraph. */
interface FoundNames {
  kindWords: readonly KindWord[]
  governing: readonly string[]
  leading: readonly LeadingBody[]
}

function readNames({ text }: ParagraphReading): FoundNames | undefined {
  const found = {
    kindWords: readKindWords(text),
    governing: readGoverningNames(text),
    leading: readLeadingBodies(text),
  }
  return found.kindWords.length + found.governing.length + found.leading.length > 0 ? found : undefined
}

function namedTwoWays(
  { text, names }: ReportView,
  placed: readonly Placed<FoundNames>[],
  own: OwnName | undefined,
): Hit[] {
  const kindWords = placed.map(({ start, facts }) => ({ start, facts: facts.kindWords }))
  return findAlikeNames(text, kindWords, own?.name ?? '')
    .filter(({ form }) => !isKnown(form, names))
    .flatMap((alike) => alike.places.map((at) => alikeHit(text, alike, at)))
}

function alikeHit(text: string, { form, name, places, namePlaces }: AlikeName, at: number): Hit {
  const first = namePlaces[0] ?? at
  return {
    messageId: 'namedTwoWays',
    values: { found: form, name, count: namePlaces.length },
    start: at,
    end: at + form.length,
    evidence: [
      evidenceOf(text, { start: at, end: at + form.length }),
      evidenceOf(text, { start: first, end: first + name.length }),
    ],
    repairs: [
      {
        messageId: 'changeNames',
        values: { value: name, count: places.length },
        edits: places.map((start) => ({ start, end: start + form.length, text: name })),
      },
    ],
  }
}

function foreign(report: ReportView, own: OwnName): Hit[] {
  return findForeignPlaces(report, own).flatMap((place) =>
    place.places.map((at) => foreignHit(report.text, own, place, at)),
  )
}

function foreignHit(text: string, own: OwnName, { name, places, unsure }: ForeignPlace, at: number): Hit {
  const spanAt = (start: number): { start: number; end: number } => ({ start, end: start + name.length })
  return {
    messageId: 'foreignPlace',
    values: { found: name, name: own.name },
    ...spanAt(at),
    ...(unsure && { severity: 'note' }),
    evidence: [evidenceOf(text, spanAt(at))],
    repairs: [
      {
        messageId: 'changeNames',
        values: { value: own.name, count: places.length },
        edits: places.map((place) => ({ ...spanAt(place), text: own.name })),
      },
    ],
  }
}

function misspelled({ text, names }: ReportView, own: OwnName): Hit[] {
  return findNearNames(text, own.name, own.places)
    .filter(({ form }) => !isKnown(form, names))
    .flatMap((near) => near.places.map((at) => hitOf(text, own, near, at)))
}

const isKnown = (form: string, { places, bodies }: KnownNames): boolean =>
  [...realPlaces, ...places, ...bodies].some((known) => known.includes(form))

function hitOf(text: string, own: OwnName, { form, places }: NearName, at: number): Hit {
  const spanAt = (start: number): { start: number; end: number } => ({ start, end: start + form.length })
  return {
    messageId: 'placeMisspelled',
    values: { found: form, name: own.name },
    ...spanAt(at),
    evidence: [evidenceOf(text, spanAt(at)), ...own.places.slice(0, 1).map((first) => evidenceOf(text, spanAt(first)))],
    repairs: [
      {
        messageId: 'changeNames',
        values: { value: own.name, count: places.length },
        edits: places.map((place) => ({ ...spanAt(place), text: own.name })),
      },
    ],
  }
}

/** Provinces and their like: neighbours that differ in one character are common among them (湖南 and 湖北). */
const realPlaces =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 香港 澳门 台湾'.split(
    ' ',
  )
