import i18next, { type TFunction } from 'i18next'
import { sentences, type Language } from '../../shared/locales/locales.ts'

/** A sentence of the locale `documents`; other rooms' sentences by `room:key`. */
export type Say = TFunction<'documents'>

export async function sentencesIn(language: Language): Promise<Say> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    resources: { [language]: sentences[language] },
    defaultNS: 'documents',
    interpolation: { escapeValue: false },
  })
  return instance.getFixedT(language, 'documents')
}
