import type { TFunction } from 'i18next'
import type { Translate } from '../../shared/checks/finding-sentence.ts'

/** i18next's `t` in the shape the sentences of findings are made with. */
export function findingTranslate(t: TFunction): Translate {
  return (key, values) => t(key, { ...values })
}
