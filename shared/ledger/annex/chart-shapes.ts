import type { TrendChart } from '../../report/schema.ts'

/** A trend chart as shapes on a plane, y downwards: what the window and print draw, like the chart of the Word file. */
export interface ChartShapes {
  width: number
  height: number
  title: { x: number; y: number; text: string }
  /** Zero, from edge to edge. */
  zero: number
  bars: ChartBar[]
}

export interface ChartBar {
  x: number
  y: number
  width: number
  height: number
  /** As published. */
  value: { x: number; y: number; text: string }
  year: { x: number; y: number; text: string }
}

const plane = { width: 590, height: 295, top: 40, bottom: 30, side: 20, letters: 14 }

/** Columns start at zero; floats are good enough for where a line is drawn. */
export function chartShapes({ title, points }: TrendChart): ChartShapes {
  const { width, height, top, bottom, side, letters } = plane
  const numbers = points.map(({ value }) => Number(value))
  const highest = Math.max(0, ...numbers)
  const lowest = Math.min(0, ...numbers)
  const room = height - top - bottom - 2 * letters
  const scale = highest === lowest ? 0 : room / (highest - lowest)
  const zero = rounded(top + letters + highest * scale)
  const step = (width - 2 * side) / points.length
  const thick = rounded(Math.min(step * 0.56, 60))
  const bars = points.map(({ year, value }, index): ChartBar => {
    const middle = rounded(side + step * (index + 0.5))
    const size = rounded(Math.abs(Number(value)) * scale)
    const below = value.startsWith('-')
    return {
      x: rounded(middle - thick / 2),
      y: below ? zero : rounded(zero - size),
      width: thick,
      height: size,
      value: { x: middle, y: rounded(below ? zero + size + letters : zero - size - 5), text: value },
      year: { x: middle, y: height - 10, text: String(year) },
    }
  })
  return { width, height, title: { x: width / 2, y: 22, text: title }, zero, bars }
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10
}
