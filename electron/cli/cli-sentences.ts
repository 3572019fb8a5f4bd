import i18next, { type TFunction } from 'i18next'
import { sentences } from '../../shared/locales/locales.ts'

/** The command line speaks simplified Chinese, whatever the computer's language. */
export async function cliSentences(): Promise<TFunction<'documents'>> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': sentences['zh-CN'] },
    defaultNS: 'documents',
    interpolation: { escapeValue: false },
  })
  return instance.getFixedT('zh-CN', 'documents')
}
