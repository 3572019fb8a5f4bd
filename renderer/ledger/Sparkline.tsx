import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

const [width, height, margin] = [76, 22, 3]

/** The years of one indicator as a line; its name says the numbers. */
export function Sparkline({
  points,
}: {
  points: readonly { year: number; value: string; height: number }[]
}): ReactElement | null {
  const { t } = useTranslation()
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const heights = points.map((point) => point.height)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const [first, years] = [points[0]?.year ?? 0, last.year - (points[0]?.year ?? 0)]
  const at = ({ year, height: value }: (typeof points)[number]): [number, number] => [
    margin + ((year - first) / Math.max(1, years)) * (width - 2 * margin),
    height - margin - (high === low ? 0.5 : (value - low) / (high - low)) * (height - 2 * margin),
  ]
  const name = t('ledger:trend.name', { values: points.map(({ year, value }) => `${year}：${value}`).join('，') })
  const [x, y] = at(last)
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={name}>
      <polyline points={points.map((point) => at(point).map(Math.round).join()).join(' ')} />
      <circle cx={x} cy={y} r="2.5" />
    </svg>
  )
}
