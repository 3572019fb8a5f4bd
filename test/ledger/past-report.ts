import { readFileSync } from 'node:fs'
import type { FigureContent, FigurePlace } from '../../shared/ledger/ledger.ts'
import type { GivenReport } from '../../shared/ledger/proposal.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'

export const indicators = JSON.parse(
  readFileSync(new URL('../../templates/indicators.json', import.meta.url), 'utf8'),
) as IndicatorEntry[]

/** A report of 青禾县: sentences of its review and of its plan. */
export function pastReport(year: number, review: string, plan = '', place = '青禾县'): GivenReport {
  const text = [
    `${place}${year}年政府工作报告`,
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    review,
    `二、${year}年工作安排`,
    ...(plan === '' ? [] : [`${year}年全县经济社会发展的主要预期目标是：${plan}`]),
  ].join('\n')
  return { file: `${place}${year}.txt`, text, year: null, place: null }
}

/** One figure in one line: 地区生产总值 2025 86.4亿元 +6.1%; what is usual is left out. */
export function shownFigure(cell: FigurePlace, content: FigureContent): string {
  const { value, unit, growth, growthUnit, bound, settlement } = content
  const signed = growth === null ? '' : growth.startsWith('-') ? growth : `+${growth}`
  return [
    cell.indicator,
    String(cell.year),
    cell.period === 'year' ? '' : cell.period,
    cell.kind === 'target' ? '目标' : '',
    value === null ? '' : value + unit,
    signed && signed + (growthUnit === 'value' ? unit : growthUnit),
    bound,
    settlement,
  ]
    .filter((word) => word !== '')
    .join(' ')
}
