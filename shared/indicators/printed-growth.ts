import { exactDecimal, fraction, multiply, negate, one, parseDecimal, subtract } from '../numbers/decimal.ts'
import type { Statement } from './statement.ts'

/**
 * The growth of a statement as a signed decimal string: percent for 同比% (翻一番 is 100, 1.5倍 is 150), points for 百分点,
 * the amount in its unit for 绝对. Null where there is none.
 */
export function growthValue({ growth, growthSign, growthKind }: Statement): string | null {
  if (!growth) return null
  const printed = parseDecimal(growth.value)
  const value =
    growthKind !== '同比%' || growth.unit === '%'
      ? printed
      : growth.unit === '‰'
        ? multiply(printed, fraction(1n, 10n))
        : multiply(growth.text.includes('番') ? subtract(printed, one) : printed, fraction(100n))
  return exactDecimal(growthSign === 1 ? value : negate(value)) ?? null
}
