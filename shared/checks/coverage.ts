import type { Statement } from '../indicators/statement.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { entryOf } from './entry-of.ts'
import type { Hit } from './finding.ts'
import type { Outcome, ReportView } from './rule.ts'

/**
 * What became of a figure: 已核对 (stands in a relation that holds), 有疑问 (in a finding), 精度不足 (its digits are too few to
 * decide), 无可核对 (nothing to hold it against).
 */
export type FigureState = 'agreeing' | 'doubtful' | 'undecidable' | 'alone'

/** Why nothing could be held against a figure; the first that fits is said. */
export type AloneReason = 'approximate' | 'realPrices' | 'withoutBase' | 'target' | 'single'
const aloneReasons: readonly AloneReason[] = ['withoutBase', 'realPrices', 'approximate', 'target', 'single']

export interface FigureResult {
  figure: Quantity
  state: FigureState
}

export interface Coverage {
  quantities: number
  /** Agreeing, doubtful and undecidable together. */
  checkable: number
  agreeing: number
  doubtful: number
  undecidable: number
  /** Of the figures that stand alone, in a fixed order, without those that are none. */
  reasons: { reason: AloneReason; count: number }[]
}

/** Of a text without figures. */
export const noCoverage: Coverage = {
  quantities: 0,
  checkable: 0,
  agreeing: 0,
  doubtful: 0,
  undecidable: 0,
  reasons: [],
}

/** Dates and count words that announce a list are no figures. */
export function isFigure({ kind }: Quantity): boolean {
  return kind !== 'date' && kind !== 'listcount'
}

/** The state of every figure, in the order of the text; a finding weighs more than agreement, and that more than doubt of digits. */
export function readFigures(outcomes: readonly Outcome[], quantities: readonly Quantity[]): FigureResult[] {
  const figures = quantities.filter(isFigure)
  const states = figures.map((): FigureState => 'alone')
  for (const state of ['undecidable', 'agreeing', 'doubtful'] as const) {
    const named = outcomes.flatMap((outcome) => spansOf(outcome, state)).sort((a, b) => a.start - b.start)
    let next = 0
    let reach = 0
    figures.forEach((figure, index) => {
      for (let span = named[next]; span && span.start < figure.end; span = named[++next])
        reach = Math.max(reach, span.end)
      if (reach > figure.start) states[index] = state
    })
  }
  return figures.map((figure, index) => ({ figure, state: states[index] ?? 'alone' }))
}

type Span = { start: number; end: number }

function spansOf(outcome: Outcome, state: FigureState): readonly Span[] {
  if ('messageId' in outcome) return state === 'doubtful' ? marksOf(outcome) : []
  return (outcome.holds === 'yes') === (state === 'agreeing') && state !== 'doubtful' ? outcome.figures : []
}

/** Kinds of findings that are about the size of figures; a leftover beside a figure says nothing of it. */
const aboutFigures: ReadonlySet<string> = new Set(['twoValues', 'linkStale', 'linkStaleByHand', 'againstLedger'])

/** Figures of a finding are the marks of its evidence in this text. */
function marksOf(hit: Hit): Span[] {
  if (!hit.formula && !aboutFigures.has(hit.messageId)) return []
  return (hit.evidence ?? []).flatMap(({ marks }) => marks.filter((mark) => mark.file === undefined))
}

/** Counts the states of all reports of a text; the reasons come from what their statements say of the figures. */
export function readCoverage(
  results: readonly FigureResult[],
  views: readonly { view: ReportView; start: number }[],
): Coverage {
  const count = (state: FigureState): number => results.filter((result) => result.state === state).length
  const alone = results.filter(({ state }) => state === 'alone')
  const reasonOf = readReasons(views)
  const counts = new Map<AloneReason, number>()
  for (const { figure } of alone) {
    const reason = reasonOf(figure)
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return {
    quantities: results.length,
    checkable: results.length - alone.length,
    agreeing: count('agreeing'),
    doubtful: count('doubtful'),
    undecidable: count('undecidable'),
    reasons: aloneReasons.flatMap((reason) => {
      const times = counts.get(reason)
      return times === undefined ? [] : [{ reason, count: times }]
    }),
  }
}

function readReasons(views: readonly { view: ReportView; start: number }[]): (figure: Quantity) => AloneReason {
  const byStart = new Map<number, { statement: Statement; view: ReportView }>()
  for (const { view, start } of views) {
    for (const statement of view.statements) {
      for (const figure of [statement.value, statement.growth])
        if (figure) byStart.set(figure.start + start, { statement, view })
    }
  }
  return (figure) => {
    const said = byStart.get(figure.start)
    if (figure.qualifier !== '' || figure.rangeWith !== undefined) return 'approximate'
    if (!said) return 'single'
    const { statement, view } = said
    if (statement.growth && entryOf(view.indicators, statement.indicator)?.basis === 'real') return 'realPrices'
    if (statement.role === 'target') return 'target'
    return statement.growth ? 'withoutBase' : 'single'
  }
}
