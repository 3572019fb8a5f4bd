import { createCheckCache, openCache, trimCache } from '../../shared/checks/check-cache.ts'
import { readReport } from '../../shared/checks/read-report.ts'
import { noNames, type ReportView } from '../../shared/checks/rule.ts'
import type { Block } from '../../shared/report/schema.ts'
import { readIndicatorChanges, type IndicatorChange } from '../../shared/revisions/card-indicators.ts'
import { cardsOf } from './review-cards.ts'
import type { Store } from './store.ts'
import type { WindowState } from './window-state.ts'

export interface CardIndicators {
  /** The number of an indicator that a card of the text as it was last read changes. */
  of: (card: string) => IndicatorChange | undefined
  /** Those of all cards of a body. */
  in: (body: readonly Block[]) => ReadonlyMap<string, IndicatorChange>
}

/** Which cards are about numbers of indicators; read when it is first asked for, and once for each body. */
export function cardIndicators(store: Store<WindowState>): CardIndicators {
  let read: { body: readonly Block[]; changes: ReadonlyMap<string, IndicatorChange> } | undefined

  /** Of every body but the first only what has changed is read. */
  const cache = createCheckCache()

  const viewOf = (text: string): ReportView => {
    const { session, startUp, formulations } = store.get()
    const { indicators, usage, terms } = startUp.templates
    const { year, place } = session?.report.meta ?? { year: null, place: '' }
    const lists = { indicators, formulations: formulations.list, usage, terms, names: noNames }
    return readReport({ text, year, place: place || null, prior: [], ...lists }, openCache(cache, lists))
  }

  const readIn: CardIndicators['in'] = (body) => {
    if (read?.body === body) return read.changes
    const views: ReportView[] = []
    const changes = readIndicatorChanges(body, cardsOf(body), (text) => {
      const view = viewOf(text)
      views.push(view)
      return view.statements
    })
    trimCache(cache, views)
    read = { body, changes }
    return changes
  }

  return {
    of(card) {
      const { session } = store.get()
      return session ? readIn(session.reading.body).get(card) : undefined
    },
    in: readIn,
  }
}
