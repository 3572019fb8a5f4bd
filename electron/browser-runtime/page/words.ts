import english from '../../../shared/locales/en/documents.json' with { type: 'json' }
import simplified from '../../../shared/locales/zh-CN/documents.json' with { type: 'json' }
import traditional from '../../../shared/locales/zh-TW/documents.json' with { type: 'json' }

export type Words = typeof simplified.chooser

/** In the language of the page. */
export function wordsOfPage(): Words {
  const language = document.documentElement.lang
  if (language.startsWith('en')) return english.chooser
  return language === 'zh-TW' ? traditional.chooser : simplified.chooser
}

export function withName(sentence: string, name: string): string {
  return sentence.replace('{{name}}', name)
}

export function withCount(sentence: string, count: number): string {
  return sentence.replace('{{count}}', String(count))
}
