import { createCheckCache, type CheckCache } from '../checks/check-cache.ts'
import { entryOf } from '../checks/entry-of.ts'
import { readOne } from '../checks/read-report.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { Statement } from '../indicators/statement.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import type { LedgerPeriod } from './ledger.ts'
import type { TextSpan } from './proposal.ts'
import { isLevelByNature, statedFigures, type StatedFigure } from './stated-figure.ts'

/** 'several': of more years than one, or of the first of them, without a figure of the ledger that is meant for certain. */
export type SaidPeriod = { year: number; period: LedgerPeriod } | 'several'

/** Of which years a □ is; undefined: its words say nothing but what its section says. */
export type PeriodOfWaiting = (place: TextSpan) => SaidPeriod | undefined

interface Read {
  year: number
  place: string | null
  indicators: IndicatorEntry[]
}

/** The sentences are read as those of a past report are, each □ taken for a number. */
export function waitingPeriods(
  text: string,
  { year, place, indicators }: Read,
  cache: CheckCache = createCheckCache(),
): PeriodOfWaiting {
  if (!text.includes('□')) return () => undefined
  const view = readOne(withNumbers(text), year, place, indicators, cache)
  return (at) => {
    const statement = view.statements.find(({ value, valueMax, growth }) =>
      [value, valueMax, growth].some((one) => isIn(at, one)),
    )
    // What is not read goes with the sentence it stands in.
    if (!statement)
      return view.statements.some((one) => isInSentence(at, one) && isOfYears(one)) ? 'several' : undefined
    const lead = view.text.slice(statement.sentenceStart, at.start)
    if (isSinceEver(lead)) return 'several'
    const figures = statedFigures(view, '', statement, indicators)
    const own = figures.find(({ value, growth }) => isIn(at, value) || isIn(at, growth))
    if (!own) return isOfYears(statement) ? 'several' : undefined
    if (own.cell.kind === 'target' && own.cell.period === 'year') return undefined
    const { year: ends, period } = own.cell
    if (period === 'term' && otherTerm(view.text.slice(0, at.start))) return 'several'
    return isCertain(own, lead, indicators) ? { year: ends, period } : 'several'
  }
}

/** The ledger's term has five years: 这四年 is no such. */
function otherTerm(before: string): boolean {
  const said = [
    ...before
      .slice(-longestStretch)
      .matchAll(/(?:过去的?|这|近)(?<two>[两三四五六七八九十])年|(?<one>[两三四五六七八九十])年(?:来|间)/g),
  ]
  const { one, two } = said.at(-1)?.groups ?? {}
  const years = one ?? two
  return years !== undefined && years !== '五'
}

/** Characters that a stretch on several years is looked back through for its beginning. */
const longestStretch = 4000

/** As many characters as before; 20□□年 and □月□日 stay. */
function withNumbers(text: string): string {
  return text.replace(/(?<![\d□])□+(?![年月日届□])/g, (blank) => '1'.repeat(blank.length))
}

const isIn = ({ start, end }: TextSpan, span: TextSpan | Quantity | null | undefined): boolean =>
  span !== null && span !== undefined && span.start <= start && end <= span.end

const isInSentence = ({ start, end }: TextSpan, { sentenceStart, sentenceEnd }: Statement): boolean =>
  sentenceStart <= start && end <= sentenceEnd

const isOfYears = ({ period, growthBase, role }: Statement): boolean =>
  period === 'span' || growthBase !== 'last-year' || role === 'prior'

/** 累计建成□公里: since when is not said; 全年累计 is the year. */
const isSinceEver = (lead: string): boolean =>
  /累计[^，,；;]*$/.test(lead) && !/全年|年初|当年|去年|上年|今年|(?:19|20)\d\d年|[两三四五六七八九十]年/.test(lead)

/** 五年来固定资产投资达到□亿元: of the last year or of all, where it does not say from what it rose to that. */
function isCertain({ loose, cell }: StatedFigure, lead: string, indicators: readonly IndicatorEntry[]): boolean {
  return (
    !loose ||
    cell.period === 'term' ||
    isLevelByNature(entryOf(indicators, cell.indicator)) ||
    /[加增升高降少低大长][^，,；;\d]{0,2}[到至]$/.test(lead)
  )
}
