/** 以上 不少于 · 余 多 超 突破 · 以内 不超过 · 近 · 约 左右; '' = exact. */
export type Qualifier = '' | '>=' | '>' | '<=' | '<~' | '~'

export type QuantityKind =
  | 'money'
  | 'pct'
  | 'permille'
  | 'pp'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'energy'
  | 'count'
  /** A count word that announces a list (十个方面): used against the list, never in arithmetic. */
  | 'listcount'
  | 'duration'
  | 'date'

/** A number of the text with its unit, as printed. Offsets are UTF-16 units, half-open, of the text that was read. */
export interface Quantity {
  /** The whole expression with qualifier and unit: 近3000万元. */
  start: number
  end: number
  text: string
  /** Decimal string, magnitude multiplied out, never passed through a float: 3000万 → `30000000`. */
  value: string
  /** Measure word without magnitude; `%`, `‰` and `百分点` are three units; '' = none. */
  unit: string
  qualifier: Qualifier
  kind: QuantityKind
  /** Digits after the decimal point as printed. */
  decimals: number
  /** '' 百 千 万 十万 百万 千万 亿 千亿 万亿. */
  magnitude: string
  /** Where the digits alone stand (3000), for repairs that keep the unit. */
  digitsStart: number
  digitsEnd: number
  /** The other end of a range (3—5个): index in the list of quantities. */
  rangeWith?: number
  /** Written with Han numerals. */
  han?: true
}

/** The same quantity in a text that begins `by` units earlier: from a paragraph to its report. */
export function movedQuantity(quantity: Quantity, by: number): Quantity {
  return {
    ...quantity,
    start: quantity.start + by,
    end: quantity.end + by,
    digitsStart: quantity.digitsStart + by,
    digitsEnd: quantity.digitsEnd + by,
  }
}
