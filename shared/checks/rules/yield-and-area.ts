import type { Statement } from '../../indicators/statement.ts'
import { toBaseUnit } from '../../numbers/base-units.ts'
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  one,
  parseDecimal,
  subtract,
  type Fraction,
} from '../../numbers/decimal.ts'
import { baseIntervalOf, disjoint, product, quotient, scale, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { digitsLike, intervalLike, printedAmount } from '../amounts.ts'
import { earlierReports, evidenceIn } from '../earlier-reports.ts'
import type { Evidence, Hit } from '../finding.ts'
import type { Outcome, PriorView, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 黄桃种植面积1700亩，产量2550吨: what an area yields changes from year to year, but hardly by half; area, output or a unit is
 * wrong then. Compared are the year before, in this report or in last year's, and the yield that is printed beside them.
 */
export const yieldAndArea: ReportRule = {
  id: 'yield-and-area',
  kind: 'implausible-value',
  severity: 'note',
  checkReport(report) {
    const crops = readCrops(report, 0)
    if (crops.length === 0) return []
    const earlier = readEarlierCrops(report)
    return crops.flatMap((crop) => {
      const bases = [...crops, ...earlier].filter((base) => isYearBefore(base, crop))
      const outcomes = bases.flatMap((base) => judge(report, crop, base))
      const onYearBefore = outcomes.find((outcome) => 'holds' in outcome) ?? outcomes[0]
      return onYearBefore ? [onYearBefore, ...judgePrintedYield(report, crop)] : judgePrintedYield(report, crop)
    })
  },
}

/** What one crop grew on and brought in one year. */
interface Crop {
  name: string
  place: string
  /** Counted from the year of the checked report. */
  year: number
  area: Quantity
  output: Quantity
  /** Output of one 亩, where it is printed too. */
  perMu: Quantity | undefined
  /** The report it stands in, unless that is the checked one. */
  prior?: PriorView
}

const measures = {
  area: /^(.{1,8}?)(?:种植|播种|栽培|生产)?总?(?:面积|(?<=种植))$/,
  output: /^(.{1,8}?)年?(?:总产量|产量|总产)$/,
  perMu: /^(.{1,8}?)(?:平均)?(?:单产|亩产)$/,
}

type Measure = keyof typeof measures

/** 茶园面积 and 茶叶产量 are of one plant. */
const plantOf = (name: string): string => (name === '茶园' ? '茶叶' : name)

function readMeasure({ indicator, value }: Statement): { measure: Measure; name: string } | undefined {
  const wanted: Measure[] = value?.kind === 'area' ? ['area'] : value?.kind === 'mass' ? ['output', 'perMu'] : []
  for (const measure of wanted) {
    const name = measures[measure].exec(indicator)?.[1]
    if (name !== undefined) return { measure, name: plantOf(name) }
  }
  return undefined
}

/** Weather and young plants change a yield by any amount. */
const unusual = /受灾|旱灾|洪涝|水灾|冻害|冰雹|减产|绝收|挂果|初产|幼树|幼林|新植|试种/

function readCrops(view: Omit<PriorView, 'name'>, shift: number): Crop[] {
  const found = new Map<string, Partial<Record<Measure, Quantity[]>> & { name: string; place: string; year: number }>()
  for (const statement of view.statements) {
    const { value, place, period } = statement
    const read = readMeasure(statement)
    const year = relativeYear(statement, view.year)
    if (!read || !value || value.rangeWith !== undefined || year === null) continue
    if (period !== 'year' && period !== 'point') continue
    if (unusual.test(wordsAround(view.text, statement, value))) continue
    const key = [read.name, place, year].join('|')
    const crop = found.get(key) ?? { name: read.name, place, year: year + shift }
    crop[read.measure] = [...(crop[read.measure] ?? []), value]
    found.set(key, crop)
  }
  return [...found.values()].flatMap(({ name, place, year, area, output, perMu }) => {
    // Two areas of one name are two things: 春播 and 秋播, done and planned.
    if (area?.length !== 1 || output?.length !== 1 || !area[0] || !output[0]) return []
    return [{ name, place, year, area: area[0], output: output[0], perMu: perMu?.length === 1 ? perMu[0] : undefined }]
  })
}

/** The sentence, as far as it is near the figure. */
function wordsAround(text: string, { sentenceStart, sentenceEnd }: Statement, { start, end }: Quantity): string {
  return text.slice(Math.max(sentenceStart, start - 60), Math.min(sentenceEnd, end + 60))
}

function readEarlierCrops(report: ReportView): Crop[] {
  const ownYear = report.year
  if (ownYear === null) return []
  return earlierReports(report).flatMap(({ prior, year }) =>
    readCrops(prior, year - ownYear).map((crop) => ({ ...crop, prior })),
  )
}

const isYearBefore = (base: Crop, crop: Crop): boolean =>
  base.name === crop.name && base.place === crop.place && base.year === crop.year - 1

const half = fraction(1n, 2n)
/** Trees and shrubs that begin to bear multiply their yield. */
const perennial = /[桃李杏梨枣栗橘桔柑橙柚果茶茗葡萄莓梅椒榄桑核]/
const bearing = fraction(5n)

/** What the area would have brought with last year's yield, less a half and more by a half. */
function judge(report: ReportView, crop: Crop, base: Crop): Outcome[] {
  const rate = yieldOf(base)
  if (!rate || !yieldOf(crop)) return []
  const { low, high } = product(baseIntervalOf(crop.area, 'wide'), rate)
  const [most, band] = perennial.test(crop.name) ? [bearing, '× 50%～500%'] : [add(one, half), '± 50%']
  const implied = { low: low && multiply(low, subtract(one, half)), high: high && multiply(high, most) }
  const figures = base.prior ? [crop.area, crop.output] : [crop.area, crop.output, base.area, base.output]
  // A band as wide as this confirms no digit.
  if (!disjoint(implied, baseIntervalOf(crop.output, 'wide'))) return [{ holds: 'undecidable', figures }]
  const [here, before] = [shownYield(crop), shownYield(base)]
  const { prior } = base
  const elsewhere = [base.area, base.output].map((mark): Evidence =>
    prior ? evidenceIn(prior, mark) : evidenceOf(report.text, mark),
  )
  return [
    {
      ...placeOf(crop, `${printedAmount(crop.area)} × ${before} ${band}`, implied),
      messageId: 'yieldOffLastYear',
      values: { name: crop.name, here, before },
      evidence: [...ownEvidence(report, crop), ...elsewhere],
    },
  ]
}

function yieldOf({ area, output }: Crop): Interval | undefined {
  return quotient(baseIntervalOf(output, 'wide'), baseIntervalOf(area, 'wide'))
}

/** 每亩1.5吨, 每亩850斤: rounded, for the sentence only. */
function shownYield({ area, output }: Crop): string {
  const perMu = divide(multiply(inBaseUnit(output), toBaseUnit('亩').factor), inBaseUnit(area))
  return compare(perMu, fraction(1000n)) < 0
    ? `${digitsLike(perMu, 0)}公斤`
    : `${digitsLike(divide(perMu, fraction(1000n)), 2)}吨`
}

const inBaseUnit = ({ value, unit }: Quantity): Fraction => multiply(parseDecimal(value), toBaseUnit(unit).factor)

const narrowBand = fraction(3n, 100n)

/** 播种面积4440万亩, 单产1050斤, 总产466亿斤. */
function judgePrintedYield(report: ReportView, crop: Crop): Outcome[] {
  if (!crop.perMu) return []
  const mu = scale(baseIntervalOf(crop.area, 'wide'), divide(one, toBaseUnit('亩').factor))
  const { low, high } = product(mu, baseIntervalOf(crop.perMu, 'wide'))
  const implied = {
    low: low && multiply(low, subtract(one, narrowBand)),
    high: high && multiply(high, add(one, narrowBand)),
  }
  const figures = [crop.area, crop.perMu, crop.output]
  if (!disjoint(implied, baseIntervalOf(crop.output, 'wide'))) return [{ holds: 'yes', figures }]
  const [area, perMu] = [printedAmount(crop.area), printedAmount(crop.perMu)]
  return [
    {
      ...placeOf(crop, `${area} × ${perMu} ± 3%`, implied),
      messageId: 'outputOffYield',
      values: { name: crop.name },
      evidence: [...ownEvidence(report, crop), evidenceOf(report.text, crop.perMu)],
    },
  ]
}

/** The output with the range it may lie in. */
function placeOf({ output }: Crop, expression: string, implied: Interval): Pick<Hit, 'start' | 'end' | 'formula'> {
  const printedUnits = scale(implied, divide(one, toBaseUnit(output.unit).factor))
  return {
    start: output.start,
    end: output.end,
    formula: { expression, implied: intervalLike(printedUnits, output), band: true, printed: printedAmount(output) },
  }
}

const ownEvidence = ({ text }: ReportView, { area, output }: Crop): Evidence[] =>
  [area, output].map((mark) => evidenceOf(text, mark))
