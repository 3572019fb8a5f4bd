import type { TFunction } from 'i18next'
import type { TemplateField } from '../../shared/report/schema.ts'

/** What a □ waits for: 待填：财政总收入的增速; 待填 alone where a phrase has left it without a name. */
export function waitingWords(t: TFunction, { indicator, part }: TemplateField): string {
  if (indicator === '') return t('templates:waiting.unnamed')
  return t(`templates:waiting.${part}`, { name: t(`templates:field.${indicator}`, indicator) })
}
