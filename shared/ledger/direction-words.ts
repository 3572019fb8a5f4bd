/** Words right before a figure of growth that say its direction, with their opposites; '' = none that is certain. */
const opposites: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  提高: '下降',
  上升: '下降',
  提升: '下降',
  上涨: '下跌',
  回升: '',
  扩大: '缩小',
  比增: '',
  下降: '增长',
  减少: '增加',
  降低: '提高',
  回落: '',
  下跌: '上涨',
  缩小: '扩大',
  缩短: '',
  负增长: '增长',
}

const falling: ReadonlySet<string> = new Set(['下降', '减少', '降低', '回落', '下跌', '缩小', '缩短', '负增长'])

const direct = new RegExp(
  `(${Object.keys(opposites)
    .sort((a, b) => b.length - a.length)
    .join('|')})(了?)$`,
)
const noun = /(?:增长率|增速|增幅|增长速度)(?:为|达|达到|是)?$/

export interface Direction {
  sign: 1 | -1
  /** Where the word begins; undefined: the figure stands without one. */
  wordStart?: number
  word?: string
  opposite?: string
  /** After 增速 or 增幅, which take a figure with its sign. */
  takesSign: boolean
  /** A minus stands right before the digits. */
  minus: boolean
}

/** Reads what stands before a figure: 下降3.2%, 增速为-3.2%. `start` is that of the whole expression with 约 or 近. */
export function readDirection(text: string, start: number): Direction {
  const near = text.slice(Math.max(0, start - 12), start)
  const minus = /[-－−﹣负]$/.test(near)
  const words = minus ? near.slice(0, -1) : near
  const match = direct.exec(words)
  const word = match?.[1]
  const own: 1 | -1 = word !== undefined && falling.has(word) ? -1 : 1
  const sign = (minus ? -own : own) as 1 | -1
  const opposite = word === undefined ? undefined : opposites[word]
  return {
    sign,
    ...(match && word !== undefined && { wordStart: start - (near.length - match.index), word }),
    ...(opposite !== undefined && opposite !== '' && { opposite }),
    takesSign: noun.test(words),
    minus,
  }
}
