import { existsSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { noChoices, noNames, type CheckInput } from '../../shared/checks/rule.ts'
import type { Translate } from '../../shared/checks/finding-sentence.ts'
import { namespaces, sentences, type Language } from '../../shared/locales/locales.ts'
import type { FormulationList, IndicatorEntry, TermEntry, UsageList } from '../../shared/templates/templates.ts'

/** The lists of `templates/` that checks need, as the program loads them. */
export const checkLists = {
  indicators: readJson('indicators.json') as IndicatorEntry[],
  formulations: readJson('formulations.json') as FormulationList,
  usage: readJson('usage.json') as UsageList,
  terms: readJson('terms.json') as TermEntry[],
}

export function checkInput(text: string, given: Partial<CheckInput> = {}): CheckInput {
  return { text, year: null, place: null, prior: [], names: noNames, ...noChoices, ...checkLists, ...given }
}

/** The product's own sentences, looked up as the window does; a missing key comes back as its name. */
export function translator(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    resources: sentences,
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  void instance.init()
  return (key, values) => instance.t(key, values ?? {})
}

function readJson(name: string): unknown {
  if (!existsSync(new URL(`../../templates/${name}`, import.meta.url))) return []
  return JSON.parse(readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8'))
}
