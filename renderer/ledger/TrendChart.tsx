import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

interface TrendChartProps {
  points: readonly { year: number; value: string; height: number }[]
  unit: string
}

const [width, height] = [300, 128]
const [head, foot, most] = [18, 18, 8]

/** The years as bars with their values; the last one stands out. Of a long row the newest years are shown. */
export function TrendChart({ points, unit }: TrendChartProps): ReactElement {
  const { t } = useTranslation()
  const shown = points.slice(-most)
  if (shown.length === 0) return <p className="drawer-small">{t('ledger:trend.none')}</p>
  const top = Math.max(...shown.map((point) => point.height), 0)
  const bottom = Math.min(...shown.map((point) => point.height), 0)
  const scale = (height - head - foot) / (top - bottom || 1)
  const step = width / shown.length
  const bar = Math.min(38, step * 0.72)
  const base = head + top * scale
  const name = t('ledger:trend.name', { values: shown.map(({ year, value }) => `${year}：${value}${unit}`).join('，') })
  return (
    <svg className="trend-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {shown.map(({ year, value, height: amount }, index) => {
        const x = index * step + (step - bar) / 2
        const y = amount >= 0 ? base - amount * scale : base
        const centre = x + bar / 2
        return (
          <g key={year} className={index === shown.length - 1 ? 'trend-last' : ''}>
            <rect x={x} y={y} width={bar} height={Math.max(1, Math.abs(amount) * scale)} rx="2" />
            <text x={centre} y={Math.min(y, base) - 4}>
              {value}
            </text>
            <text x={centre} y={height - 4}>
              {year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
