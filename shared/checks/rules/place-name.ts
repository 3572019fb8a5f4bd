import { bodiesOfOtherLevel } from '../body-of-level.ts'
import type { Hit } from '../finding.ts'
import { findNearNames, type NearName } from '../near-names.ts'
import { readOwnName, type OwnName } from '../own-names.ts'
import type { KnownNames, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 青和县人民政府 in the report of 青禾县: one character of the own name is another, in a few of its many mentions. A real
 * neighbour (青河县, another county) and a word that happens to differ in one character stay silent: see near-names.
 */
export const placeName: ReportRule = {
  id: 'place-name',
  kind: 'entity-inconsistency',
  severity: 'warning',
  checkReport(report) {
    const own = readOwnName(report)
    return [...(own ? misspelled(report, own) : []), ...bodiesOfOtherLevel(report)]
  },
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
