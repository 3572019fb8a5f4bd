import type { CheckCache, Contribution } from './check-cache.ts'
import { longestParagraph } from './longest-paragraph.ts'
import { readParagraphs } from './read-report.ts'
import type {
  CollectionRule,
  Outcome,
  ParagraphReading,
  ParagraphRule,
  Placed,
  ReportRule,
  ReportView,
} from './rule.ts'
import { rules } from './rules/index.ts'
import { longParagraph } from './rules/long-paragraph.ts'

/** What the paragraphs of a report contribute to each rule, in the order of the text. */
export interface Contributions {
  outcomes(rule: ParagraphRule): readonly Placed<readonly Outcome[]>[]
  facts(rule: ReportRule | CollectionRule): readonly Placed<unknown>[]
}

/**
 * Most rules find nothing in most paragraphs. Only what was found is kept and sorted by rule, so that a check after a
 * changed paragraph need not ask each paragraph for each rule.
 */
export function contributionsTo(view: ReportView, cache: CheckCache): Contributions {
  const outcomes = new Map<string, Placed<readonly Outcome[]>[]>()
  const facts = new Map<string, Placed<unknown>[]>()
  for (const [index, paragraph] of readParagraphs(view.paragraphs, cache).entries()) {
    const { text = '', start = 0 } = view.paragraphs[index] ?? {}
    paragraph.contributions ??= contributionsOf({ ...listsOf(view), text, quantities: paragraph.quantities })
    for (const found of paragraph.contributions) {
      if ('outcomes' in found) add(outcomes, found.rule, { start, facts: found.outcomes })
      else add(facts, found.rule, { start, facts: found.facts })
    }
  }
  return { outcomes: ({ id }) => outcomes.get(id) ?? [], facts: ({ id }) => facts.get(id) ?? [] }
}

function add<Item>(lists: Map<string, Item[]>, rule: string, item: Item): void {
  const known = lists.get(rule)
  if (known) known.push(item)
  else lists.set(rule, [item])
}

/** Rules that are switched off are asked too: what was found stays true when they are switched on. */
function contributionsOf(paragraph: ParagraphReading): Contribution[] {
  const asked = paragraph.text.length > longestParagraph ? [longParagraph] : rules
  return asked.flatMap((rule): Contribution[] => {
    if ('check' in rule) {
      const outcomes = rule.check(paragraph.text, paragraph)
      return outcomes.length > 0 ? [{ rule: rule.id, outcomes }] : []
    }
    const facts = rule.read?.(paragraph)
    return facts === undefined ? [] : [{ rule: rule.id, facts }]
  })
}

function listsOf(view: ReportView): Omit<ParagraphReading, 'text' | 'quantities'> {
  return {
    formulations: view.formulations.items,
    usage: view.usage.items,
    powers: view.usage.powers,
    terms: view.terms,
  }
}
