import type { Quantity } from '../../numbers/quantity.ts'
import { printedDigits } from '../amounts.ts'
import { earlierReports } from '../earlier-reports.ts'
import type { LineView, Outcome, ParagraphReading, ParagraphView, Placed, PriorView, ReportRule } from '../rule.ts'
import { paragraphAround } from '../text-spans.ts'

/**
 * Sentences of the review that stand in an earlier report with the same figures: the year was changed and the figures were
 * not. What does not change from year to year (area, villages, standards, what the text itself calls steady) is left alone.
 */
export const unchangedFromLastYear: ReportRule<FiguredSentence[]> = {
  id: 'unchanged-from-last-year',
  kind: 'duplicated-sentence',
  severity: 'warning',
  read: ({ text, quantities }) => {
    const found = readSentences({ text, quantities })
    return found.length > 0 ? found : undefined
  },
  checkReport(report, placed) {
    const { year } = report
    const reports = earlierReports(report)
    if (year === null || reports.length === 0) return []
    const own = inReview(report, placed, year - 1)
    return reports
      .reduceRight<Repeat[]>((found, { prior, year: given }) => {
        const known = sentencesOf(prior, given - 1)
        const repeats = own.flatMap((sentence) => {
          const of = known.get(sentence.key)
          return of ? [{ sentence, of, prior }] : []
        })
        // A newer report says more of where a sentence comes from than an older one.
        const said = new Set(repeats.map(({ sentence }) => sentence))
        return [...repeats, ...found.filter(({ sentence }) => !said.has(sentence))]
      }, [])
      .sort((a, b) => a.sentence.start - b.sentence.start)
      .reduce<Repeat[]>(joinNeighbours, [])
      .map((repeat) => hitOf(report.text, repeat))
  },
}

interface FiguredSentence {
  /** The words without list mark, blanks and punctuation; year words but for printed years are left out. */
  key: string
  /** Years that the sentence speaks of; a base (是2015年的1.4倍) is none. */
  years: number[]
  start: number
  end: number
}

interface PlacedSentence extends FiguredSentence {
  /** Counts the figured sentences of a report, with a gap after each paragraph. */
  order: number
}

interface Repeat {
  sentence: PlacedSentence
  of: PlacedSentence
  prior: PriorView
}

const shortest = 8
/** Two small counts, or one figure of three digits: 新建卫生室2个 may well come true twice. */
const fewestDigits = 3

function readSentences({ text, quantities }: Pick<ParagraphReading, 'text' | 'quantities'>): FiguredSentence[] {
  if (!quantities.some(tells)) return []
  let next = 0
  return [...text.matchAll(/[^。！？；;\n]+[。！？；;]?/g)].flatMap((match) => {
    const end = match.index + match[0].length
    let digits = 0
    for (let figure = quantities[next]; figure && figure.start < end; figure = quantities[++next]) {
      if (tells(figure) && !steady.test(clauseAround(text, figure))) digits += significantDigits(figure)
    }
    if (digits < fewestDigits || standing.test(match[0])) return []
    const key = keyOf(match[0])
    if (key.length < shortest) return []
    const start = match.index + match[0].search(/\S/)
    const years = [...match[0].matchAll(/(?<![\d比较是从由])((?:19|20)\d\d)年/g)].map((found) => Number(found[1]))
    return [{ key, years, start, end }]
  })
}

/** Dates, spans of time and full rates (参保率100%) say the same every year. */
function tells({ kind, value }: Quantity): boolean {
  if (kind === 'date' || kind === 'listcount' || kind === 'duration') return false
  return !(kind === 'pct' && value === '100')
}

function significantDigits(quantity: Quantity): number {
  return printedDigits(quantity)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length
}

/** Where the place lies and what belongs to it; spans of years, which two reports may have in common. */
const standing = /辖|总面积|国土面积|版图|幅员|地处|位于|境内|海拔|距|(?<!一)年来|期间|时期|以来|上届|五年/
/** What the text itself calls steady, and rates that are set by others. */
const steady =
  /稳定在|保持在|稳定保持|维持|耕地面积|(?:总|户籍|常住)人口|全长|标准(?:为|是|达|提高|统一|由|\d)|每[人户亩名月天次]/

/** The words between two commas, near the figure: a paragraph may be very long and without any. */
function clauseAround(text: string, { start, end }: Quantity): string {
  let from = start
  let to = end
  while (from > Math.max(0, start - reach) && !clauseEnd.test(text.charAt(from - 1))) from--
  while (to < Math.min(text.length, end + reach) && !clauseEnd.test(text.charAt(to))) to++
  return text.slice(from, to)
}

const reach = 30
const clauseEnd = /[，,。！？；;\n]/
const yearWords = /[去今本当]年|全年|年内|过去的?一年|一年来/g
const listMark = /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、.．](?!\d)|是)|[①-⑳])/

/** The same for a sentence of this year and of last: list marks, words for the year and punctuation are left out. */
export function keyOf(words: string): string {
  return words
    .replace(listMark, '')
    .replace(yearWords, '')
    .replace(/[\s\u3000“”"'‘’，,。；;：:、！!？?（）()《》]/g, '')
}

/** A sentence that names other years and not the year of its review speaks of a fact that stays. */
function inReview(
  report: { lines: readonly LineView[]; paragraphs: readonly ParagraphView[] },
  placed: readonly Placed<FiguredSentence[]>[],
  reviewed: number,
): PlacedSentence[] {
  let order = 0
  return placed.flatMap(({ start: at, facts }) => {
    const paragraph = paragraphAround(report.paragraphs, { start: at, end: at })
    const line = paragraph && report.lines[paragraph.firstLine]
    if (line?.section !== 'review') return []
    order++
    const titleEnd = line.role === 'heading' ? line.start + (line.leadEnd ?? line.text.length) : 0
    return facts.flatMap((sentence) => {
      const { years } = sentence
      const [start, end] = [sentence.start + at, sentence.end + at]
      order++
      if (start < titleEnd || (years.length > 0 && !years.includes(reviewed))) return []
      return [{ key: sentence.key.replaceAll(`${reviewed}年`, ''), years, start, end, order }]
    })
  })
}

const read = new WeakMap<PriorView, { reviewed: number; sentences: Map<string, PlacedSentence> }>()

/** The figured sentences of an earlier report by their key, read once for each report. */
function sentencesOf(prior: PriorView, reviewed: number): Map<string, PlacedSentence> {
  const kept = read.get(prior)
  if (kept?.reviewed === reviewed) return kept.sentences
  let next = 0
  const placed = prior.paragraphs.map(({ start, end, text }) => {
    const quantities: Quantity[] = []
    for (let figure = prior.quantities[next]; figure && figure.start < end; figure = prior.quantities[++next])
      quantities.push(movedBack(figure, start))
    return { start, facts: readSentences({ text, quantities }) }
  })
  const sentences = new Map(inReview(prior, placed, reviewed).map((sentence) => [sentence.key, sentence]))
  read.set(prior, { reviewed, sentences })
  return sentences
}

function movedBack(figure: Quantity, by: number): Quantity {
  return {
    ...figure,
    start: figure.start - by,
    end: figure.end - by,
    digitsStart: figure.digitsStart - by,
    digitsEnd: figure.digitsEnd - by,
  }
}

/** What follows each other in one paragraph of both reports is one finding. */
function joinNeighbours(joined: Repeat[], next: Repeat): Repeat[] {
  const last = joined.at(-1)
  const follows = (a: PlacedSentence, b: PlacedSentence): boolean => b.order === a.order + 1
  if (last?.prior === next.prior && follows(last.sentence, next.sentence) && follows(last.of, next.of)) {
    last.sentence = { ...next.sentence, start: last.sentence.start }
    last.of = { ...next.of, start: last.of.start }
  } else joined.push({ ...next })
  return joined
}

function hitOf(text: string, { sentence: { start, end }, of, prior }: Repeat): Outcome {
  return {
    messageId: 'unchangedFromLastYear',
    values: { report: prior.name, words: text.slice(start, Math.min(end, start + 24)) },
    start,
    end,
    evidence: [
      { sentence: { start, end }, marks: [] },
      { sentence: { start: of.start, end: of.end, file: prior.name }, marks: [] },
    ],
  }
}
