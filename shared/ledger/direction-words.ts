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
  下滑: '增长',
  锐减: '增长',
  骤降: '增长',
  下行: '增长',
  萎缩: '增长',
  递减: '增长',
  滑落: '增长',
  缩减: '增长',
  净减: '增长',
  降幅: '增幅',
  减幅: '增幅',
  降: '增',
  跌: '涨',
}

const falling: ReadonlySet<string> = new Set([
  '下降',
  '减少',
  '降低',
  '回落',
  '下跌',
  '缩小',
  '缩短',
  '负增长',
  '下滑',
  '锐减',
  '骤降',
  '下行',
  '萎缩',
  '递减',
  '滑落',
  '缩减',
  '净减',
  '降幅',
  '减幅',
  '降',
  '跌',
])

const direct = new RegExp(
  `(${Object.keys(opposites)
    .sort((a, b) => b.length - a.length)
    .join('|')})((?:了|达到|达|为)?)$`,
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
  /** Words that may say the other direction, or that there was none: 未增长, 少增长, 减收. */
  doubtful: boolean
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
    doubtful: isDoubtful(match ? words.slice(0, match.index) : words, word),
    takesSign: noun.test(words),
    minus,
  }
}

function isDoubtful(before: string, word: string | undefined): boolean {
  if (word === undefined) return /(?:[降跌减缩少滑亏负]|回落)[^，。；\n增升涨提高]{0,4}$/.test(before)
  return /(?:未|不|没有?|少|负|无)$/.test(before)
}
