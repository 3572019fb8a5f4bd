import type { Hit } from '../finding.ts'
import { movedMark, readMarks, type Mark } from '../list-marks.ts'
import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * An announced number with the list that follows it: 以下五个方面 before （一）…（五）, 三项工作：一是…, “四铁”精神（…，…，…，…）.
 * Open lists (等7个村) and examples announce no complete list.
 */
export const countAndItems: ReportRule<CountFacts> = {
  id: 'count-and-items',
  kind: 'count-mismatch',
  severity: 'warning',
  read(paragraph) {
    const marks = readMarks(paragraph) ?? []
    const announced = readAnnouncements(paragraph)
    const enumerated = readEnumerations(paragraph)
    return marks.length + announced.length + enumerated.length > 0 ? { marks, announced, enumerated } : undefined
  },
  checkReport(report, placed) {
    const marks = placed.flatMap(({ start, facts }) => facts.marks.map((mark) => movedMark(mark, start)))
    return placed.flatMap(({ start, facts }) => [
      ...facts.announced.flatMap((count) => judgeList(report, moved(count, start), marks)),
      ...facts.enumerated.flatMap((count) => judgeEnumeration(report.text, moved(count, start))),
    ])
  },
}

interface CountFacts {
  marks: Mark[]
  announced: Announced[]
  enumerated: Enumerated[]
}

interface Announced {
  /** 五个方面 */
  start: number
  end: number
  count: number
  /** Where the list has to begin. */
  until: number
  /** Other numbers of the sentence: in 一个目标、三项任务、五个方面 any of them may be meant. */
  others: number[]
}

interface Enumerated {
  start: number
  end: number
  count: number
  itemsStart: number
  itemsEnd: number
}

const number = '([二两三四五六七八九十]|十[一二三四五六七八九]|\\d{1,2})'
const counted = '(?:个方面|方面|项|件|条|大|个|点)'
const announcement = new RegExp(
  `(?<![第十百千“\\d.一二三四五六七八九至到几—～-])${number}${counted}[^，。；：:！？\\n“”（）\\d]{0,14}(?<after>[。：:！!]|$)`,
  'g',
)

/** A count that nothing announces (占道经营9件。) is a result. */
const announcing = /以下|下列|如下|抓好|做好|办好|打好|突出|着力|重点|围绕|聚焦|实施|推进|落实|坚持|开展|要抓/

/** Sentences such as 重点抓好五个方面工作。 that a list can follow at once. */
function readAnnouncements({ text }: ParagraphReading): Announced[] {
  return [...text.matchAll(announcement)].flatMap((match) => {
    const count = valueOf(match[1] ?? '')
    const end = match.index + match[0].length
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index)
    if (
      !announcing.test(sentence.slice(-24)) ||
      count < 2 ||
      /等$|其中|之一|前$|近$|超$|约$|新增|完成|实施了|共/.test(sentence.slice(-6))
    )
      return []
    const others = [...sentence.matchAll(new RegExp(`${number}${counted}`, 'g'))].map((other) =>
      valueOf(other[1] ?? ''),
    )
    return [{ start: match.index, end: end - (match.groups?.['after'] ?? '').length, count, until: end, others }]
  })
}

const bracketed = new RegExp(
  `(?:${number}(?:个|大|项|种|条)[^，。；：（）“”\\d]{1,8}(?<![省市县区镇乡村])|“([二三四五六七八九十])[^”，。一二三四五六七八九十]{1,4}”[^，。；：（）“”]{0,6})（([^（）\\n]{4,80})）`,
  'dg',
)

function readEnumerations({ text }: ParagraphReading): Enumerated[] {
  return [...text.matchAll(bracketed)].flatMap((match) => {
    const count = valueOf(match[1] ?? match[2] ?? '')
    const [itemsStart, itemsEnd] = match.indices?.[3] ?? [0, 0]
    if (count < 2 || /等$|例如|比如|：|:|\d/.test(match[3] ?? '')) return []
    return [{ start: match.index, end: itemsStart - 1, count, itemsStart, itemsEnd }]
  })
}

function judgeList(
  report: ReportView,
  { start, end, count, until, others }: Announced,
  marks: readonly Mark[],
): Outcome[] {
  const first = marks.find((mark) => mark.start >= until)
  if (first?.count !== 1 || !isBlank(report.text.slice(until, first.start))) return []
  const items = readList(marks, first)
  if (items.length < 2 || others.includes(items.length)) return []
  if (hasListOf(marks, count, first, items.at(-1) ?? first)) return []
  const evidence = items.slice(0, 12).map((mark) => {
    const feed = report.text.indexOf('\n', mark.start)
    const line = { start: mark.start, end: itemEnd(report.text, mark.start, feed < 0 ? report.text.length : feed) }
    return { sentence: line, marks: [{ start: mark.start, end: mark.end }] }
  })
  return [hitOf(report.text, start, end, count, items.length, evidence)]
}

/** An item is shown up to its first stop: words cut anywhere would show half a figure. */
function itemEnd(text: string, start: number, lineEnd: number): number {
  const stop = text.slice(start, lineEnd).search(/[。；;，,！？]/)
  return stop < 1 ? lineEnd : start + stop
}

/** Bullets and blank lines may stand between the announcement and its first item. */
const isBlank = (between: string): boolean => /^[\s\u3000\-*•●▪]*$/.test(between)

/** Marks of the same style that count on from the first, lists inside its items passed over. */
function readList(marks: readonly Mark[], first: Mark): Mark[] {
  const items = [first]
  const inner = new Set<string>()
  for (const mark of marks.slice(marks.indexOf(first) + 1)) {
    if (mark.bare) continue
    if (mark.style === first.style) {
      if (mark.count !== items.length + 1) break
      items.push(mark)
    } else if (mark.head && mark.style === 'chapter') {
      break
    } else if (mark.count === 1) {
      inner.add(mark.style)
    } else if (mark.head && !inner.has(mark.style)) {
      break
    }
  }
  return items
}

/** A complete list of the announced length: the one that follows, or one inside it or right after it. */
function hasListOf(marks: readonly Mark[], count: number, first: Mark, last: Mark): boolean {
  const from = marks.indexOf(first)
  const to = marks.indexOf(last)
  return marks.slice(from, to + 1).some((mark) => mark.count === 1 && readList(marks, mark).length === count)
}

function judgeEnumeration(text: string, { start, end, count, itemsStart, itemsEnd }: Enumerated): Outcome[] {
  const items = text.slice(itemsStart, itemsEnd)
  const least = items.split(/[、，,；;]/).length
  const most = items.split(/[、，,；;]|和(?![谐平美睦善])|与|及(?!时)/).length
  if (most < 2 || (count >= least && count <= most)) return []
  const span = { start: itemsStart, end: itemsEnd }
  return [hitOf(text, start, end, count, count < least ? least : most, [evidenceOf(text, span)])]
}

function hitOf(
  text: string,
  start: number,
  end: number,
  count: number,
  found: number,
  evidence: NonNullable<Hit['evidence']>,
): Hit {
  return {
    messageId: 'countMismatch',
    values: { words: text.slice(start, end), count, found },
    start,
    end,
    evidence: [evidenceOf(text, { start, end }), ...evidence],
  }
}

function valueOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '两') return 2
  const ones = '一二三四五六七八九'.indexOf(text.slice(-1)) + 1
  return text.startsWith('十') ? 10 + ones : ones
}

function moved<T extends Announced | Enumerated>(facts: T, by: number): T {
  const shifted = { ...facts, start: facts.start + by, end: facts.end + by }
  if ('until' in shifted) shifted.until += by
  if ('itemsStart' in shifted) {
    shifted.itemsStart += by
    shifted.itemsEnd += by
  }
  return shifted
}
