import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { namespaces, sentences, type Language } from '../../shared/locales/locales.ts'

/** All sentences are in memory, so the instance is ready when this returns. */
export function createTranslations(language: Language): i18n {
  const translations = createInstance()
  void translations.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: sentences,
    ns: [...namespaces],
    defaultNS: 'window',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return translations
}
