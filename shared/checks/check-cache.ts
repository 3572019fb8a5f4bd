import type { StatementCache } from '../indicators/statement-cache.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { FormulationList, IndicatorEntry } from '../templates/templates.ts'
import type { Outcome, ParagraphView, PriorView } from './rule.ts'

/** What was found in one paragraph alone, by its text; offsets are those of the paragraph. */
export interface ReadParagraph {
  quantities: Quantity[]
  /** Outcomes of paragraph rules and facts of report rules, by rule id. */
  outcomes: Map<string, Outcome[]>
  facts: Map<string, unknown>
}

/**
 * Carries what depends on one paragraph alone from one check to the next. Handing it in or not never changes a result:
 * every entry is a function of the paragraph's text and of the two lists, and the cache is emptied when a list changes.
 */
export interface CheckCache {
  paragraphs: Map<string, ReadParagraph>
  /** The same by the paragraphs of a view: a long text is compared once for each check, not by every rule. */
  views: WeakMap<ParagraphView, ReadParagraph>
  statements: StatementCache
  /** Earlier reports by name and text. */
  prior: Map<string, PriorView>
  lists: { indicators: IndicatorEntry[]; formulations: FormulationList } | undefined
}

export function createCheckCache(): CheckCache {
  return { paragraphs: new Map(), views: new WeakMap(), statements: new Map(), prior: new Map(), lists: undefined }
}

/** Empties the cache when it was filled with other lists; they are compared by identity. */
export function openCache(cache: CheckCache, indicators: IndicatorEntry[], formulations: FormulationList): CheckCache {
  if (cache.lists?.indicators !== indicators || cache.lists.formulations !== formulations) {
    cache.paragraphs.clear()
    cache.views = new WeakMap()
    cache.statements.clear()
    cache.prior.clear()
    cache.lists = { indicators, formulations }
  }
  return cache
}

/** Paragraphs that are gone are dropped once they outnumber the living ones, so that a day of typing stays small. */
export function trimCache(cache: CheckCache, living: ReadonlySet<string>): void {
  if (cache.statements.size > 4 * living.size + 400) cache.statements.clear()
  if (cache.paragraphs.size <= 2 * living.size + 100) return
  for (const text of cache.paragraphs.keys()) if (!living.has(text)) cache.paragraphs.delete(text)
}
