import * as v from 'valibot'
import { formulationListSchema } from './parse.ts'
import type { FormulationList } from './templates.ts'

/** A user's own list stands in the place of the delivered one, or adds to it. */
export type FormulationMode = 'replace' | 'extend'

export interface OwnFormulations {
  mode: FormulationMode
  /** File the list was read from, for the settings. */
  name: string
  list: FormulationList
}

/** More is no list that a person keeps up to date; each entry costs time in every check. */
const most = 2000

/** Reads a user's file of the shape of `templates/formulations.json`; `problem` names the place that does not fit. */
export function parseFormulations(raw: unknown): { ok: true; list: FormulationList } | { ok: false; problem: string } {
  const parsed = v.safeParse(formulationListSchema, raw)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    return { ok: false, problem: [v.getDotPath(issue), issue.message].filter((part) => part !== null).join('：') }
  }
  const { items } = parsed.output
  if (items.length === 0 || items.length > most) return { ok: false, problem: `items：${items.length}` }
  const ids = items.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice === undefined ? { ok: true, list: parsed.output } : { ok: false, problem: `id：${twice}` }
}

/** The list in force. An own entry goes before a delivered one with its id or its text. */
export function formulationsInForce(delivered: FormulationList, own: OwnFormulations | null): FormulationList {
  if (!own) return delivered
  if (own.mode === 'replace') return own.list
  const ids = new Set(own.list.items.map(({ id }) => id))
  const texts = new Set(own.list.items.map(({ text }) => text))
  const kept = delivered.items.filter(({ id, text }) => !ids.has(id) && !texts.has(text))
  const asOf = own.list.asOf > delivered.asOf ? own.list.asOf : delivered.asOf
  return { asOf, items: [...kept, ...own.list.items] }
}
