import type { PeriodKind, Statement } from '../../indicators/statement.ts'
import { add, fraction, multiply, one, subtract, type Fraction } from '../../numbers/decimal.ts'
import { disjoint, intervalOf, productOf, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { intervalLike, printedAmount } from '../amounts.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 人均地区生产总值40476元, 常住人口77.60万人 and 地区生产总值316.8亿元 say one thing twice. The mean population of a year is not the one
 * at its end, and 户籍 is not 常住: only what neither explains is worth a note.
 */
export const perHeadTimesPopulation: ReportRule = {
  id: 'per-head-times-population',
  kind: 'implausible-value',
  severity: 'note',
  checkReport(report) {
    const perHead = report.statements.filter(isPerHead).slice(0, mostSaid)
    const populations = report.statements.filter(isPopulation).slice(0, mostSaid)
    return perHead.flatMap((statement) => judge(report, statement, populations))
  },
}

/** A report says its population and its product a few times. */
const mostSaid = 8

interface Amount extends Statement {
  value: Quantity
}

const isAmount = (statement: Statement): statement is Amount =>
  statement.value !== null && statement.value.rangeWith === undefined

/** In a stretch on five years it is still the level of its own year. */
function isPerHead(statement: Statement): statement is Amount {
  return statement.indicator.startsWith('人均') && isMoney(statement) && levels.has(statement.period)
}

const levels: ReadonlySet<PeriodKind> = new Set<PeriodKind>(['year', 'point', 'span'])

const isMoney = (statement: Statement): statement is Amount => isAmount(statement) && statement.value.kind === 'money'

function isPopulation(statement: Statement): statement is Amount {
  return (
    (statement.indicator === '常住人口' || statement.indicator === '总人口') &&
    isAmount(statement) &&
    statement.value.unit === '人' &&
    statement.place === ''
  )
}

/** The mean of a year and its end differ little; who is registered and who lives there may differ by half. */
const ofResidents = fraction(3n, 100n)
const ofRegistered = fraction(1n, 2n)

const toleranceOf = ({ indicator }: Statement): Fraction => (indicator === '常住人口' ? ofResidents : ofRegistered)

interface Product {
  population: Amount
  interval: Interval
}

function judge(report: ReportView, perHead: Amount, populations: readonly Amount[]): Outcome[] {
  const year = relativeYear(perHead, report.year)
  if (year === null || perHead.place !== '') return []
  const wholes = report.statements
    .filter(isMoney)
    .filter((whole) => isWholeOf(report, whole, perHead, year))
    .slice(0, mostSaid)
  const products = populations
    .filter((population) => {
      const counted = relativeYear(population, report.year)
      return counted === null || counted === year || counted === year - 1
    })
    .map((population) => ({ population, interval: widened(perHead.value, population) }))
  const [whole] = wholes
  const [product] = products
  if (!whole || !product) return []
  for (const { value } of wholes) {
    const fitting = products.find(({ interval }) => !disjoint(interval, intervalOf(value, 'wide')))
    if (!fitting) continue
    const holds = fitting.population.indicator === '常住人口' ? 'yes' : 'undecidable'
    return [{ holds, figures: [perHead.value, fitting.population.value, value] }]
  }
  return [hitOf(report, perHead, whole, product)]
}

/** The same indicator of the same year, without 人均. */
function isWholeOf(report: ReportView, whole: Amount, perHead: Amount, year: number): boolean {
  return (
    whole.indicator === perHead.indicator.replace('人均', '') &&
    whole.place === '' &&
    whole.value.unit === perHead.value.unit &&
    (whole.period === 'year' || whole.period === 'point') &&
    relativeYear(whole, report.year) === year
  )
}

function widened(perHead: Quantity, population: Amount): Interval {
  const tolerance = toleranceOf(population)
  const { low, high } = productOf(perHead, population.value, 'wide')
  return {
    low: low && multiply(low, subtract(one, tolerance)),
    high: high && multiply(high, add(one, tolerance)),
  }
}

function hitOf(report: ReportView, perHead: Amount, whole: Amount, { population, interval }: Product): Outcome {
  const [each, people, total] = [perHead.value, population.value, whole.value].map(printedAmount) as [
    string,
    string,
    string,
  ]
  const percent = population.indicator === '常住人口' ? '3' : '50'
  return {
    messageId: 'perHeadOffTotal',
    values: { name: perHead.indicator, whole: whole.indicator },
    start: perHead.value.start,
    end: perHead.value.end,
    evidence: [perHead, population, whole].map(({ value }) => evidenceOf(report.text, value)),
    formula: {
      expression: `${each} × ${people} ± ${percent}%`,
      implied: intervalLike(interval, whole.value),
      band: true,
      printed: total,
    },
  }
}
