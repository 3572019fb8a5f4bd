import type { FigurePart } from '../../shared/ledger/figure-key.ts'

/**
 * A second reading of a bound figure, with other means than the product: what a person sees around the words, held against
 * the ledger with whole numbers. Undefined: the words say more than a plain number with its unit, and prove nothing here.
 */
export function visiblySame(
  line: string,
  { start, end }: { start: number; end: number },
  part: FigurePart,
  ledger: { value: string; unit: string },
): boolean | undefined {
  const tokens = [...line.matchAll(/\d[\d,.]*\s*(?:亿元|万元|元|%|个百分点|[^\d\s，。、]{0,2})/g)].filter(
    (match) => match.index < end && match.index + match[0].length > start,
  )
  const [token] = tokens
  if (!token || tokens.length > 1) return false
  const parts = /^(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元|%|个百分点)/.exec(token[0])
  if (!parts) return false
  const before = line.slice(0, token.index)
  const after = line.slice(token.index + parts[0].length)
  if (/[近约超破余多达逾过]$|[\d.]\s*$/.test(before) || /^(?:以上|以下|以内|左右|多|余|—|-|至|到|～)/.test(after)) {
    return undefined
  }
  if (/(?:—|-|至|到|～)\s*$/.test(before.slice(0, -1)) || /[—至到～]\s*$/.test(before)) return undefined
  const [, digits = '', unit = ''] = parts
  const decimals = digits.split('.')[1]?.length ?? 0
  const minus = /[-－负]$/.test(before)
  const words = minus ? before.slice(0, -1) : before
  const falls = part === 'growth' && /(?:下降|减少|降低|回落|下跌|缩小|缩短|负增长)了?$/.test(words)
  const sign = minus !== falls ? -1n : 1n
  const power: Record<string, number> = { 亿元: 8, 万元: 4, 元: 0, '%': 0, 个百分点: 0, 百分点: 0 }
  const kind = (name: string): string => (name.endsWith('元') ? '元' : name.replace('个', ''))
  if (kind(unit) !== kind(ledger.unit)) return false
  const seen = sign * whole(digits.replaceAll(',', ''), (power[unit] ?? 0) + 12)
  const known = whole(ledger.value, (power[ledger.unit] ?? 0) + 12)
  const step = 10n ** BigInt((power[unit] ?? 0) + 12 - decimals)
  const distance = seen > known ? seen - known : known - seen
  return distance * 2n <= step
}

/** `12.5` with exponent 2 → 1250n. */
function whole(text: string, exponent: number): bigint {
  const [int = '', fraction = ''] = text.split('.')
  return BigInt(int + fraction.padEnd(exponent, '0').slice(0, exponent))
}
