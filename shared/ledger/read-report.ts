import { createCheckCache, type CheckCache } from '../checks/check-cache.ts'
import { entryOf } from '../checks/entry-of.ts'
import { readOne } from '../checks/read-report.ts'
import { compare } from '../numbers/decimal.ts'
import { baseIntervalOf, disjoint, printedGrowth, widthOf } from '../numbers/interval.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { departmentAt, levelOfPlace } from './department.ts'
import { noBasis, type Basis, type FigurePlace } from './ledger.ts'
import type { GivenReport, OtherValue, Proposal, ReportReading } from './proposal.ts'
import { statedFigures, type StatedFigure } from './stated-figure.ts'

/** What a report offers for the ledger of its place: one proposal for each cell it speaks of, in the order of the text. */
export function readLedgerReport(
  report: GivenReport,
  indicators: IndicatorEntry[],
  cache: CheckCache = createCheckCache(),
): ReportReading {
  const { file, text, place } = report
  const read = (year: number | null) => readOne(text, year, place, indicators, cache)
  const said = read(report.year)
  const view = said.year === null ? read(yearOfName(file)) : said
  const figures = view.statements.flatMap((statement) => statedFigures(view, file, statement, indicators))
  const byCell = new Map<string, StatedFigure[]>()
  for (const figure of figures) {
    const key = cellKey(figure.cell)
    const list = byCell.get(key)
    if (list) list.push(figure)
    else byCell.set(key, [figure])
  }
  const proposals = [...byCell.values()].map((list) =>
    proposalOf(list, { year: view.year ?? 0, place: view.place }, indicators),
  )
  proposals.sort((a, b) => a.sentence.start - b.sentence.start || startOf(a) - startOf(b))
  return { file, text, year: view.year, place: view.place, proposals }
}

/** 政府工作报告2024.txt: where neither the text nor anybody says the year, the one year in the file's name. */
function yearOfName(file: string): number | null {
  const years = new Set(file.match(/(?<!\d)(?:19[5-9]|20\d)\d(?!\d)/g))
  return years.size === 1 ? Number([...years][0]) : null
}

export function cellKey({ indicator, year, period, kind }: FigurePlace): string {
  return [indicator, year, period, kind].join('|')
}

const startOf = ({ value, growth, sentence }: Proposal): number => (value ?? growth ?? sentence).start

/** Of several figures of one cell the first that has a value, in its sharpest wording; what contradicts it is listed. */
function proposalOf(
  figures: readonly StatedFigure[],
  report: { year: number; place: string | null },
  indicators: IndicatorEntry[],
): Proposal {
  const ordered = [...figures].sort((a, b) => rankOf(a) - rankOf(b))
  const first = ordered.find(({ quantity }) => quantity) ?? ordered[0]
  if (!first) throw new Error('a cell without figures')
  const best = sharpestLike(first, ordered)
  const chosen = withGrowthOf(best, ordered)
  const entry = entryOf(indicators, chosen.cell.indicator)
  return {
    cell: chosen.cell,
    content: chosen.content,
    row: {
      unit: chosen.content.unit,
      group: entry?.group ?? '',
      department: departmentAt(levelOfPlace(report.place), entry?.department ?? ''),
      basis: basisOf(chosen, entry),
    },
    reportYear: report.year,
    known: entry !== undefined,
    headline: entry?.headline === true || entry?.customary === true,
    surface: chosen.statement.surface,
    sentence: chosen.sentence,
    value: chosen.value,
    growth: chosen.growth,
    others: othersThan(chosen, ordered),
  }
}

/** The sentence of targets names those of the whole place; later sections those of single tasks. */
function rankOf({ loose, statement: { role, section } }: StatedFigure): number {
  if (role === 'prior' || loose) return 3
  if (role !== 'target') return section === 'review' ? 0 : 1
  return section === 'targets' ? 0 : section === 'guidance' ? 1 : 2
}

/** 完成10.3亿元，突破10亿元大关: of values that agree the one that says most. */
function sharpestLike(first: StatedFigure, all: readonly StatedFigure[]): StatedFigure {
  if (!first.quantity) return first
  const own = baseIntervalOf(first.quantity)
  return all
    .filter(({ quantity }) => quantity && !disjoint(own, baseIntervalOf(quantity)))
    .reduce((best, one) => (isSharper(one, best) ? one : best), first)
}

function isSharper(a: StatedFigure, b: StatedFigure): boolean {
  const [own, other] = [a, b].map(({ quantity }) => quantity && widthOf(baseIntervalOf(quantity)))
  return own !== undefined && own !== null && (other === undefined || other === null || compare(own, other) < 0)
}

/** A value may stand in one sentence and its growth in another one. */
function withGrowthOf(best: StatedFigure, all: readonly StatedFigure[]): StatedFigure {
  if (best.growth) return best
  const grown = all.find((one) => one.growth && one.content.growthUnit !== 'value' && agrees(best, one))
  if (!grown) return best
  const { growth, growthUnit, bound } = grown.content
  const content = { ...best.content, growth, growthUnit, bound: best.content.bound || (best.quantity ? '' : bound) }
  return {
    ...best,
    content,
    growth: grown.growth,
    statement: {
      ...best.statement,
      growth: grown.statement.growth,
      growthSign: grown.statement.growthSign,
      growthKind: grown.statement.growthKind,
    },
  }
}

/** Nothing that one of them says is contradicted by the other. */
function agrees(a: StatedFigure, b: StatedFigure): boolean {
  if (a.quantity && b.quantity && disjoint(baseIntervalOf(a.quantity), baseIntervalOf(b.quantity))) return false
  const [rate, other] = [a.statement.growth, b.statement.growth]
  if (!a.growth || !b.growth || !rate || !other || a.content.growthUnit !== b.content.growthUnit) return true
  return !disjoint(printedGrowth(rate, a.statement.growthSign), printedGrowth(other, b.statement.growthSign))
}

function othersThan(chosen: StatedFigure, all: readonly StatedFigure[]): OtherValue[] {
  return all
    .filter((one) => !agrees(chosen, one))
    .map(({ content, statement: { surface }, sentence, value, growth }) => ({
      content,
      surface,
      sentence,
      value,
      growth,
    }))
}

const scopeWords = /全口径|大口径|同口径|地方级|县级|区级|镇级|本级|不含农户|含农户|全部|全社会|限额以上|规模以上|规上/

/** 口径 that the wording adds to the name: 全部财政收入 for 财政总收入. */
function basisOf({ statement: { surface, indicator } }: StatedFigure, entry: IndicatorEntry | undefined): Basis {
  const scope = scopeWords.exec(surface)?.[0] ?? ''
  const prices = entry?.basis === 'real' || entry?.basis === 'nominal' ? entry.basis : ''
  return { ...noBasis, prices, scope: indicator.includes(scope) ? '' : scope }
}
