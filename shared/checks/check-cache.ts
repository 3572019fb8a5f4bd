import type { StatementCache } from '../indicators/statement-cache.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { LineCache } from '../report/structure.ts'
import type { FormulationList, IndicatorEntry, TermEntry, UsageList } from '../templates/templates.ts'
import type { Outcome, ParagraphView, PriorView } from './rule.ts'

/** The data that everything in a cache was read with. */
export interface CheckLists {
  indicators: IndicatorEntry[]
  formulations: FormulationList
  usage: UsageList
  terms: TermEntry[]
}

/** What was found in one paragraph alone, by its text; offsets are those of the paragraph. */
export interface ReadParagraph {
  quantities: Quantity[]
  /** The same where they stood last: from `start` on, as the `first` of their report and the following. */
  placed: { start: number; first: number; quantities: readonly Quantity[] } | undefined
  /** What the rules found in it, without those that found nothing; undefined until rules are run. */
  contributions: readonly Contribution[] | undefined
}

/** Outcomes of a paragraph rule, or facts for a rule that looks at the whole report. */
export type Contribution = { rule: string; outcomes: readonly Outcome[] } | { rule: string; facts: unknown }

/**
 * Carries what depends on one paragraph alone from one check to the next. Handing it in or not never changes a result:
 * every entry is a function of the paragraph's text and of the lists, and the cache is emptied when a list changes.
 */
export interface CheckCache {
  paragraphs: Map<string, ReadParagraph>
  /** The same for the paragraphs of a view, in their order: a text is looked up once for each check. */
  views: WeakMap<readonly ParagraphView[], readonly ReadParagraph[]>
  lines: LineCache
  statements: StatementCache
  /** Earlier reports by name and text. */
  prior: Map<string, PriorView>
  lists: CheckLists | undefined
}

export function createCheckCache(): CheckCache {
  return {
    paragraphs: new Map(),
    views: new WeakMap(),
    lines: new Map(),
    statements: new Map(),
    prior: new Map(),
    lists: undefined,
  }
}

/** Empties the cache when it was filled with other lists; they are compared by identity. */
export function openCache(cache: CheckCache, { indicators, formulations, usage, terms }: CheckLists): CheckCache {
  const { lists } = cache
  if (
    lists?.indicators !== indicators ||
    lists.formulations !== formulations ||
    lists.usage !== usage ||
    lists.terms !== terms
  ) {
    cache.paragraphs.clear()
    cache.views = new WeakMap()
    cache.statements.clear()
    cache.prior.clear()
    cache.lists = { indicators, formulations, usage, terms }
  }
  return cache
}

/** What is gone is dropped once it outnumbers the living, so that a day of typing stays small. */
export function trimCache(
  cache: CheckCache,
  living: readonly { lines: readonly unknown[]; paragraphs: readonly ParagraphView[] }[],
): void {
  const lines = living.reduce((sum, view) => sum + view.lines.length, 0)
  const paragraphs = living.reduce((sum, view) => sum + view.paragraphs.length, 0)
  if (cache.lines.size > 4 * lines + 400) cache.lines.clear()
  if (cache.statements.size > 4 * paragraphs + 400) cache.statements.clear()
  if (cache.paragraphs.size <= 2 * paragraphs + 100) return
  const texts = new Set(living.flatMap((view) => view.paragraphs.map(({ text }) => text)))
  for (const text of cache.paragraphs.keys()) if (!texts.has(text)) cache.paragraphs.delete(text)
}
