import type { Coverage } from '../coverage.ts'
import type { Translate } from '../finding-sentence.ts'

/** How far the checks reached. `reasons` say why figures had nothing to be checked against, as far as the kernel tells. */
export interface SheetCoverage {
  quantities: number
  checkable: number
  reasons?: Coverage['reasons']
}

/** 本报告 n 个数字，m 个可核对，k 个未能核对, and why. */
export function coverageSentences(
  { quantities, checkable, reasons = [] }: SheetCoverage,
  withPrior: boolean,
  t: Translate,
): string[] {
  if (quantities === 0) return [t('sheets:noFigures')]
  const unchecked = quantities - checkable
  const sentence = t('sheets:coverage', { quantities, checkable, unchecked })
  if (unchecked === 0) return [sentence, t('sheets:limit')]
  const given = reasons.filter(({ count }) => count > 0)
  const why = given.map(({ reason, count }) => t('sheets:reason', { reason: t(`findings:unchecked.${reason}`), count }))
  return [
    sentence,
    why.length > 0
      ? t('sheets:reasons', { reasons: why.join(t('sheets:reasonSeparator')) })
      : t(withPrior ? 'sheets:unchecked' : 'sheets:uncheckedAlone'),
    t('sheets:limit'),
  ]
}
