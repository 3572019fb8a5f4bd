import type { Formula } from '../../shared/checks/finding.ts'

/** The larger number stands at the right of the scale, as on a ruler. */
export function impliedComesFirst({ printed, implied }: Formula): boolean {
  const [text, expected] = [firstNumber(printed), firstNumber(implied)]
  return text !== undefined && expected !== undefined && expected < text
}

/** = 1290万元 where sums come out even, ≈ 15.2% where the quotient is rounded; '' where the words cannot be reckoned. */
export function resultOf({ expression, printed, implied }: Formula): string {
  const value = reckon(expression)
  if (value === undefined) return ''
  const { magnitude, unit } = partsOf(printed)
  const ofHundred = unit === '%' && expression.includes('÷') ? 100 : 1
  const exact = (value * ofHundred) / magnitude.factor
  const decimals = Math.max(
    decimalsOf(printed),
    expression.includes('÷') ? decimalsOf(implied) : mostDecimals(expression),
  )
  const shown = exact.toFixed(Math.min(decimals, mostShown)).replace('-', '−')
  const even = Math.abs(Number(shown.replace('−', '-')) - exact) < 1e-9 * Math.max(1, Math.abs(exact))
  return ` ${even ? '=' : '≈'} ${shown}${magnitude.word}${unit}`
}

const mostShown = 4

const printedNumber = /([−-]?)(\d[\d,]*(?:\.\d+)?)(万亿|亿|万)?([^\s÷+−()～]*)/

const factors: Record<string, number> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 }

interface NumberParts {
  value: number
  magnitude: { word: string; factor: number }
  unit: string
}

function partsOf(words: string): NumberParts {
  const [, sign = '', digits = '', word = '', unit = ''] = printedNumber.exec(words) ?? []
  const magnitude = { word, factor: factors[word] ?? 1 }
  return { value: (sign === '' ? 1 : -1) * Number(digits.replaceAll(',', '')), magnitude, unit }
}

function firstNumber(words: string): number | undefined {
  if (!/\d/.test(words)) return undefined
  const { value, magnitude } = partsOf(words)
  return value * magnitude.factor
}

function decimalsOf(words: string): number {
  return /\.(\d+)/.exec(words)?.[1]?.length ?? 0
}

function mostDecimals(words: string): number {
  return Math.max(0, ...[...words.matchAll(/\.(\d+)/g)].map(([, digits = '']) => digits.length))
}

/** Sums, differences and quotients with brackets, in single units; undefined for anything else. */
function reckon(expression: string): number | undefined {
  const tokens = expression.match(/\d[\d,]*(?:\.\d+)?[^\s÷+−()]*|[÷+−()]/g) ?? []
  if (tokens.join('') !== expression.replaceAll(/\s/g, '')) return undefined
  let at = 0
  const factor = (): number => {
    const token = tokens[at++] ?? ''
    if (token !== '(') return /^\d/.test(token) ? (firstNumber(token) ?? NaN) : NaN
    const inner = sum()
    return tokens[at++] === ')' ? inner : NaN
  }
  const quotient = (): number => {
    let value = factor()
    while (tokens[at] === '÷') {
      at++
      value /= factor()
    }
    return value
  }
  const sum = (): number => {
    let value = quotient()
    while (tokens[at] === '+' || tokens[at] === '−') {
      value = tokens[at++] === '+' ? value + quotient() : value - quotient()
    }
    return value
  }
  const value = sum()
  return at === tokens.length && Number.isFinite(value) ? value : undefined
}
