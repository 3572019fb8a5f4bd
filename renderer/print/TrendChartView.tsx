import { chartShapes } from '../../shared/ledger/annex/chart-shapes.ts'
import type { TrendChart } from '../../shared/report/schema.ts'

/**
 * The chart as it goes to paper; readers of the screen hear its numbers. Its words have the ink around them, which is black on
 * paper and light on a dark page; where a sheet of style says so, the bars too.
 */
export function TrendChartView({ chart }: { chart: TrendChart }) {
  const { width, height, title, zero, bars } = chartShapes(chart)
  const spoken = chart.points.map(({ year, value }) => `${year} ${value}`).join('，')
  return (
    <svg
      className="zg-trend"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={`${chart.title} ${spoken}`}
    >
      <text x={title.x} y={title.y} textAnchor="middle" fill="currentColor" fontSize="16">
        {title.text}
      </text>
      {bars.map((bar) => (
        <g key={bar.year.text}>
          <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} fill="#44546a" />
          <text x={bar.value.x} y={bar.value.y} textAnchor="middle" fill="currentColor" fontSize="12">
            {bar.value.text}
          </text>
          <text x={bar.year.x} y={bar.year.y} textAnchor="middle" fill="currentColor" fontSize="12">
            {bar.year.text}
          </text>
        </g>
      ))}
      <line x1="0" x2={width} y1={zero} y2={zero} stroke="#808080" />
    </svg>
  )
}
