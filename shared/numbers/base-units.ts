import { fraction, one, type Fraction } from './decimal.ts'

interface BaseUnit {
  unit: string
  /** How many base units one printed unit is. */
  factor: Fraction
}

const areaPerMu = fraction(2000n, 3n)

/** Only to compare figures, never to print them: 1 公顷 = 15 亩 = 10⁴ 平方米, 1 斤 = 0.5 千克. */
const baseUnits: Record<string, BaseUnit> = {
  亩: { unit: '平方米', factor: areaPerMu },
  公顷: { unit: '平方米', factor: fraction(10_000n) },
  平方公里: { unit: '平方米', factor: fraction(1_000_000n) },
  平方米: { unit: '平方米', factor: one },
  公里: { unit: '米', factor: fraction(1000n) },
  里: { unit: '米', factor: fraction(500n) },
  华里: { unit: '米', factor: fraction(500n) },
  延米: { unit: '米', factor: one },
  延长米: { unit: '米', factor: one },
  厘米: { unit: '米', factor: fraction(1n, 100n) },
  吨: { unit: '千克', factor: fraction(1000n) },
  公斤: { unit: '千克', factor: one },
  千克: { unit: '千克', factor: one },
  斤: { unit: '千克', factor: fraction(1n, 2n) },
  克: { unit: '千克', factor: fraction(1n, 1000n) },
  担: { unit: '千克', factor: fraction(50n) },
  度: { unit: '千瓦时', factor: one },
  兆瓦时: { unit: '千瓦时', factor: fraction(1000n) },
  兆瓦: { unit: '千瓦', factor: fraction(1000n) },
  吉瓦: { unit: '千瓦', factor: fraction(1_000_000n) },
  升: { unit: '立方米', factor: fraction(1n, 1000n) },
  名: { unit: '人', factor: one },
  千分点: { unit: '百分点', factor: fraction(1n, 10n) },
  '‰': { unit: '%', factor: fraction(1n, 10n) },
}

export function toBaseUnit(unit: string): BaseUnit {
  return baseUnits[unit] ?? { unit, factor: one }
}
