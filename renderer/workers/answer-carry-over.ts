import { accountForPledges } from '../../shared/carry-over/account-for-pledges.ts'
import { accountForTargets } from '../../shared/carry-over/account-for-targets.ts'
import { alignSections } from '../../shared/carry-over/align-sections.ts'
import { findUnchanged } from '../../shared/carry-over/find-unchanged.ts'
import { readSide, type ReadSide } from '../../shared/carry-over/read-side.ts'
import { rollReport } from '../../shared/carry-over/roll-report.ts'
import { createCheckCache, type CheckCache } from '../../shared/checks/check-cache.ts'
import { readLines } from '../../shared/checks/read-report.ts'
import { readYear } from '../../shared/checks/read-year.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import { readOutline, type OutlineNode } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { opensSpeech } from '../../shared/report/section-words.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'
import type {
  CarryOverSetting,
  CompareRequest,
  Comparison,
  FromCarryOver,
  LastYear,
  ToCarryOver,
} from './carry-over-messages.ts'

/** The worker's side: last year's report is understood once and kept. */
export function createCarryOverAnswerer(): (message: ToCarryOver) => FromCarryOver | undefined {
  const own = createCheckCache()
  let setting: CarryOverSetting | undefined
  let known: KnownYear | undefined
  let years: Comparison['years'] = {}

  const compare = (request: CompareRequest): FromCarryOver => {
    const report = setting?.prior.find(({ name }) => name === request.chosen)
    if (!setting || !report) return { failed: 'no earlier report of this name' }
    if (known?.report !== report || known.place !== request.place)
      known = readLastYear(report, request.place, setting.indicators)
    return { compared: { ...comparison(known, request, setting, { cache: own, years }), years } }
  }

  return (message) => {
    try {
      if ('roll' in message) return { rolled: rollReport(message.roll.last, message.roll.setting) ?? null }
      if ('compare' in message) return compare(message.compare)
    } catch (error) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    setting = message.setting
    years = Object.fromEntries(setting.prior.map(({ name, text }) => [name, readYear(readLines(text))]))
    return undefined
  }
}

interface KnownYear {
  report: PriorReport
  place: string | null
  last: LastYear
  side: ReadSide
  outline: OutlineNode[]
}

function readLastYear(report: PriorReport, place: string | null, indicators: IndicatorEntry[]): KnownYear {
  const { body } = reportFromText(report.text, { id: 'last-year', name: report.name, format: 'txt' }).report
  const { text } = plainText(body)
  const side = readSide({ name: report.name, text, year: null, place }, indicators)
  return { report, place, side, outline: readOutline(body), last: { name: report.name, year: side.year, body } }
}

function comparison(
  { last, side, outline }: KnownYear,
  request: CompareRequest,
  { indicators, ledger, prior }: CarryOverSetting,
  { cache, years }: { cache: CheckCache; years: Comparison['years'] },
): Omit<Comparison, 'years'> {
  const { text, year, place } = request
  const own = readSide({ name: '', text, year, place }, indicators, cache)
  const accounts = (answer: ReadSide): Accounts => ({
    targets: accountForTargets({ last: side, own: answer, ledger }),
    pledges: accountForPledges(side, answer),
  })
  const isLastYear = last.year === null || own.year === null || last.year + 1 === own.year
  const next = isLastYear ? undefined : prior.find(({ name }) => years[name] === (last.year ?? 0) + 1)
  const answered = isLastYear
    ? { ...accounts(own), answer: 'own' as const }
    : next
      ? {
          ...elsewhere(accounts(readSide({ name: next.name, text: next.text, year: null, place }, indicators))),
          answer: 'prior' as const,
        }
      : { targets: [], pledges: [], answer: 'none' as const }
  return {
    last,
    ...answered,
    // What is said at every meeting in the same words is no matter of last year.
    unchanged: findUnchanged(side, own).filter((one) => !opensSpeech(text.slice(one.own.start, one.own.end))),
    sections: alignSections(outline, request.outline),
  }
}

type Accounts = Pick<Comparison, 'targets' | 'pledges'>

/** What another report says stands nowhere on the page. */
function elsewhere({ targets, pledges }: Accounts): Accounts {
  return {
    targets: targets.map(({ result, ...target }) => ({
      ...target,
      mentioned: [],
      ...(result && { result: { ...result, span: null, sentence: null } }),
    })),
    pledges: pledges.map((account) => ({ ...account, span: null, said: null })),
  }
}
