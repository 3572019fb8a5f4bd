import type { StatementCache } from '../indicators/statement-cache.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { FormulationList, IndicatorEntry, UsageList } from '../templates/templates.ts'
import type { Outcome, ParagraphView, PriorView } from './rule.ts'

/** The data that everything in a cache was read with. */
export interface CheckLists {
  indicators: IndicatorEntry[]
  formulations: FormulationList
  usage: UsageList
}

/** What was found in one paragraph alone, by its text; offsets are those of the paragraph. */
export interface ReadParagraph {
  quantities: Quantity[]
  /** Outcomes of paragraph rules and facts of report rules, by rule id. */
  outcomes: Map<string, Outcome[]>
  facts: Map<string, unknown>
}

/**
 * Carries what depends on one paragraph alone from one check to the next. Handing it in or not never changes a result:
 * every entry is a function of the paragraph's text and of the three lists, and the cache is emptied when a list changes.
 */
export interface CheckCache {
  paragraphs: Map<string, ReadParagraph>
  /** The same by the paragraphs of a view: a long text is compared once for each check, not by every rule. */
  views: WeakMap<ParagraphView, ReadParagraph>
  statements: StatementCache
  /** Earlier reports by name and text. */
  prior: Map<string, PriorView>
  lists: CheckLists | undefined
}

export function createCheckCache(): CheckCache {
  return { paragraphs: new Map(), views: new WeakMap(), statements: new Map(), prior: new Map(), lists: undefined }
}

/** Empties the cache when it was filled with other lists; they are compared by identity. */
export function openCache(cache: CheckCache, { indicators, formulations, usage }: CheckLists): CheckCache {
  const { lists } = cache
  if (lists?.indicators !== indicators || lists.formulations !== formulations || lists.usage !== usage) {
    cache.paragraphs.clear()
    cache.views = new WeakMap()
    cache.statements.clear()
    cache.prior.clear()
    cache.lists = { indicators, formulations, usage }
  }
  return cache
}

/** Paragraphs that are gone are dropped once they outnumber the living ones, so that a day of typing stays small. */
export function trimCache(cache: CheckCache, living: ReadonlySet<string>): void {
  if (cache.statements.size > 4 * living.size + 400) cache.statements.clear()
  if (cache.paragraphs.size <= 2 * living.size + 100) return
  for (const text of cache.paragraphs.keys()) if (!living.has(text)) cache.paragraphs.delete(text)
}
