import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import type { Quantity } from '../../shared/numbers/quantity.ts'

/** The only quantity of a few words: 近3000万元. */
export function quantityOf(words: string): Quantity {
  const [found, ...others] = findQuantities(words)
  if (!found || others.length > 0) throw new Error(`not one quantity: ${words}`)
  return found
}
