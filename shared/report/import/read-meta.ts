import { readPlace } from '../../checks/read-place.ts'
import { readYear } from '../../checks/read-year.ts'
import { readHanOrdinal } from '../line-marks.ts'
import type { PlaceLevel, ReportKind, ReportMeta } from '../schema.ts'
import { opensSpeech } from '../section-words.ts'
import { simplified } from '../simplified.ts'
import type { LineStructure } from '../structure.ts'

/** What the title block, the opening and the headings say of the report: place, level, year, meeting, speaker, date. */
export function readMeta(texts: readonly string[], structure: readonly LineStructure[], fileName: string): ReportMeta {
  const lines = texts.map((text, index) => ({
    ...(structure[index] ?? { role: 'body' as const, section: null }),
    start: 0,
    end: text.length,
    text: simplified(text),
  }))
  const head = readHead(texts, structure)
  const place = readOwnPlace(texts, readPlace(lines)?.replace(/^.*会议上/, '') ?? null) ?? placeOfOpening(texts) ?? ''
  return {
    place,
    level: levelOf(place, `${head}\n${texts.find((text) => opensSpeech(simplified(text))) ?? ''}`),
    kind: readKind(texts, structure, head),
    year: readYear(lines) ?? yearOfTitle(head),
    meeting: readMeeting(head),
    speaker: readSpeaker(texts, structure),
    date: readDate(head),
    stage: readStage(`${head}\n${fileName}`),
    classification: readClassification(texts),
  }
}

/** Lines above the body, in simplified characters, and the opening sentence. */
function readHead(texts: readonly string[], structure: readonly LineStructure[]): string {
  const lines = texts.filter((_, index) =>
    ['title', 'meeting', 'speaker', 'date'].includes(structure[index]?.role ?? ''),
  )
  return simplified(lines.slice(0, 8).join('\n'))
}

/** The place in the script of the text itself, found by its place in the folded text. */
function readOwnPlace(texts: readonly string[], place: string | null): string | undefined {
  if (place === null || /[xX×]|某/.test(place)) return undefined
  for (const text of texts) {
    const at = simplified(text).indexOf(place)
    if (at >= 0) return text.slice(at, at + place.length)
  }
  return place
}

/** 「我代表青禾镇人民政府」. */
function placeOfOpening(texts: readonly string[]): string | undefined {
  for (const text of texts.slice(0, 12)) {
    const folded = simplified(text)
    const match = /代表(?!大会)(\p{Script=Han}{1,12}?(?:自治[县区州]|街道|[乡镇县区市省旗]))(?:人民政府|办事处)/u.exec(
      folded,
    )
    if (!match?.[1] || /^[镇乡县区市省全我本]+$/.test(match[1])) continue
    const start = match.index + 2
    return text.slice(start, start + match[1].length)
  }
  return undefined
}

const levels: [RegExp, PlaceLevel][] = [
  [/自治区$|省$|^(?:北京|天津|上海|重庆)市$/, 'province'],
  [/街道(?:办事处)?$/, 'subdistrict'],
  [/镇$/, 'town'],
  [/乡$|苏木$/, 'township'],
  [/[县旗]$/, 'county'],
  [/区$/, 'district'],
  [/[市州盟]$/, 'city'],
]

const offices: [RegExp, PlaceLevel][] = [
  [/总理|国务院/, 'nation'],
  [/省长|自治区(?:人民政府)?主席/, 'province'],
  [/[市州盟]长/, 'city'],
  [/[县旗]长/, 'county'],
  [/区长/, 'district'],
  [/镇长/, 'town'],
  [/乡长/, 'township'],
  [/街道办事处/, 'subdistrict'],
]

function levelOf(place: string, head: string): PlaceLevel {
  const folded = simplified(place)
  const own = levels.find(([suffix]) => suffix.test(folded)) ?? offices.find(([office]) => office.test(head))
  return own?.[1] ?? 'town'
}

function readKind(texts: readonly string[], structure: readonly LineStructure[], head: string): ReportKind {
  const chapters = texts.filter((_, index) => structure[index]?.role === 'heading' && structure[index].level === 1)
  const said = `${head}\n${simplified(chapters.join('\n'))}`
  if (/半年(?!.{0,2}内)|下半年工作/.test(said)) return 'half-year'
  return /(?:过去|近|这)五年|五年来|五年(?:工作)?回顾|今后五年|未来五年/.test(said) ? 'term' : 'annual'
}

/** A title alone names the year it looks back on or the one it plans for; 计划 and 要点 plan. */
function yearOfTitle(head: string): number | null {
  const years = [...head.matchAll(/(?<!\d)((?:19|20)\d\d)\s*年/g)].map((match) => Number(match[1]))
  return years.length === 0 ? null : Math.max(...years)
}

function readMeeting(head: string): ReportMeta['meeting'] {
  const congress = /第?([一二三四五六七八九十]{1,3})届/.exec(head)?.[1]
  const session = /(?:大会|人大|届)第?([一二三四五六七八九十]{1,3})次/.exec(head)?.[1]
  return { congress: ordinal(congress), session: ordinal(session) }
}

function ordinal(text: string | undefined): number | null {
  return readHanOrdinal(text ?? '') ?? null
}

/** Office and name, on one line or on two; question marks stand for a blank that a conversion lost. */
function readSpeaker(texts: readonly string[], structure: readonly LineStructure[]): ReportMeta['speaker'] {
  const lines = texts.filter((_, index) => structure[index]?.role === 'speaker').slice(0, 2)
  const words = lines
    .join(' ')
    .replace(/[?？：:]+/g, ' ')
    .trim()
  const folded = simplified(words)
  const office = /^.*?(?:总理|[省市州盟县区旗镇乡]长|主席|主任|书记)/.exec(folded)?.[0] ?? ''
  return {
    office: words.slice(0, office.length).replace(/[\s\u3000]+/g, ''),
    name: words.slice(office.length).replace(/[\s\u3000]+/g, ''),
  }
}

function readDate(head: string): string | null {
  const arabic = /((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(head)
  const han =
    /([一二][〇○零Ｏ0O一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(
      head,
    )
  const [year, month, day] = arabic
    ? arabic.slice(1).map(Number)
    : [hanYear(han?.[1]), readHanOrdinal(han?.[2] ?? ''), readHanOrdinal(han?.[3] ?? '')]
  if (!year || !month || !day || month > 12 || day > daysOf(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function hanYear(text: string | undefined): number {
  return Number(
    (text ?? '').replace(/./g, (digit) =>
      String('〇一二三四五六七八九'.indexOf(/[〇○零Ｏ0O]/.test(digit) ? '〇' : digit)),
    ),
  )
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function readStage(said: string): string {
  return /征求意见稿|送审稿|讨论稿|审议稿|审定稿|公开稿|定稿|修改稿|初稿|提纲|清样/.exec(simplified(said))?.[0] ?? ''
}

/** 密级 stands on a line of its own at the top, with or without a term: 秘密★1年. */
function readClassification(texts: readonly string[]): ReportMeta['classification'] {
  for (const text of texts.slice(0, 4)) {
    const match = /^(绝密|机密|秘密|内部)(?:资料|材料|文件)?(?:★.*)?$/.exec(
      simplified(text).replace(/[\s\u3000]+/g, ''),
    )
    if (match) return match[1] as ReportMeta['classification']
  }
  return ''
}
