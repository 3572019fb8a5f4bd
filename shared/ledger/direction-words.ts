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
  减产: '增产',
  减收: '增收',
  少收: '',
  压减: '',
  调减: '',
  核减: '',
  削减: '',
  下调: '',
  下挫: '',
  缩水: '',
  增产: '减产',
  增收: '减收',
  净增: '',
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
  '减产',
  '减收',
  '少收',
  '压减',
  '调减',
  '核减',
  '削减',
  '下调',
  '下挫',
  '缩水',
  '降幅',
  '减幅',
  '降',
  '跌',
])

const direct = new RegExp(
  `(${Object.keys(opposites)
    .sort((a, b) => b.length - a.length)
    .join('|')})((?:了|达到|达|为)?)[ \\u00a0\\u3000]*$`,
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
  /** 亏损, 逆差: the amount is one below nothing. */
  loss: boolean
  /** 减亏, 扭亏: so much less of it. */
  lossChanges: boolean
  /** The word leads to a level and tells of no change: 失业率下降为3.2%. */
  toLevel: boolean
}

/** 亏损 of so much, but not 减亏, which is a change of it. */
const losing = /(?<![减扭止增])(?:亏损?|赤字|逆差|倒挂)(?:总?额)?(?:约|近)?(?:了|达到|达|为)?$/

/** Words that only look like a fall or a minus: what they name is something to do or to bear. */
const neutral =
  /减[税排负免灾贫震噪压碳租费]|降[碳本费耗雨水温噪尘息准]|负[面债担责荷氧离]|[肩担抱自背正胜欠辜]负|少[年数儿先]|[至不多]少|亏待|滑[雪冰翔道]|空降|[浓压]缩机?|缩[影写]/g
const silent = (words: string): string => words.replace(neutral, (found) => '＿'.repeat(found.length))

/** Reads what stands before a figure: 下降3.2%, 增速为-3.2%. `start` is that of the whole expression with 约 or 近. */
export function readDirection(text: string, start: number): Direction {
  const near = text.slice(Math.max(0, start - 12), start)
  const minus = /[-－−﹣负]$/.test(silent(near))
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
    loss: losing.test(words),
    lossChanges: /[减扭止增]亏损?(?:了|达到|达|为)?$/.test(words),
    toLevel: match?.[2] === '为',
  }
}

function isDoubtful(words: string, word: string | undefined): boolean {
  const before = silent(words)
  if (word === undefined) return /(?:[降跌减缩少滑亏负]|回落)[^，。；\n增升涨提高]{0,4}$/.test(before)
  return /(?:未|不|没有?|少|负|无)$/.test(before)
}

/**
 * May the words before an amount speak of it as a level? 减少300人 is no number of people; in a row that is itself named after
 * a change (新增就业, 压减产能, 能耗下降率) it is what the row counts.
 */
export function speaksOfLevel({ word, toLevel, lossChanges }: Direction, indicator: string): boolean {
  if (lossChanges) return indicator.includes('亏')
  if (word === undefined || toLevel) return true
  return (falling.has(word) ? /[减降跌缩压滑落退脱少亏]/ : /[增涨升提扩]/).test(indicator)
}

export const namesLoss = (indicator: string): boolean => /亏|赤字|逆差|倒挂/.test(indicator)
