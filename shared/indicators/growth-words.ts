/** A verb of change directly before a number: 同比增长12%, 比上年提高2.4个百分点, 年均下降3%. */
export interface Growth {
  /** Where the verb begins in the clause. */
  at: number
  verb: string
  sign: 1 | -1
  base: 'last-year' | 'average' | number
}

const downward = /^(?:下降|减少|降低|缩短|回落|压减|下滑|负增长|下跌|降|减|净减少|少)/

const verbs =
  '负增长|增长|增速|增幅|涨幅|降幅|上升|上涨|提高|提升|下降|下滑|下跌|减少|降低|缩短|回落|增加|净增加|净增|净减少|递增|递减|压减|扩大|拓展|延伸|攀升|' +
  '(?<=^|[比较][^，,。；;]{1,12})[多少]|(?<![新净倍猛激])增|(?<![升])降|(?<![削])减'

/** After the verb nothing but these; 提高到, 降至 lead to a value and are none. */
const after =
  '率|速度|速率|幅度|幅|面积|了|达到|达|为|约|近|超过|超|逾|不低于|不少于|高于|控制在|保持在|稳定在|维持在|在|均|都|各|分别|左右|同比|比重|\\ue000|[“”：:]'

const verbAtEnd = new RegExp(`(?<verb>${verbs})(?:${after})*$`)

export function findGrowth(clause: string): Growth | undefined {
  const match = verbAtEnd.exec(clause)
  const verb = match?.groups?.['verb']
  if (!match || verb === undefined) return undefined
  const before = clause.slice(0, match.index)
  return { at: match.index, verb, sign: downward.test(verb) || verb === '降幅' ? -1 : 1, base: readBase(before) }
}

/** 比2015年增长 and 较2019年 compare with that year, 年均 is an average; everything else is against last year. */
function readBase(before: string): Growth['base'] {
  if (/年均|平均每年|年平均|年递/.test(before)) return 'average'
  const year = /(?:比|较|与|按)(\d{4})年?(?:底|末)?(?:同期)?(?:相比)?[^，。；]{0,6}$/.exec(before)
  return year?.[1] === undefined ? 'last-year' : Number(year[1])
}

const comparison = new RegExp(
  '^(?:同比|环比|比(?=增|$)|(?:比|较|与)(?:上年|去年|前年|上一年|年初|上年末|去年末|年初数|同期|\\d{4}年)(?:同期|底|末)?(?:相比|数)?|去年同期|上年同期|同期|' +
    '同口径(?:相比)?|按?可比(?:价|口径|价格)(?:计算)?|可比|名义|实际|分别|均|都|各|也|又|年均|平均|平均每年|连续|预计|预期|累计|保持|实现|完成|且|其|总体|整体|力争|确保|年|' +
    '扣除(?:物价|价格)因素后?|自然口径|剔除[^，。；]{0,10}因素后?|不变价|本年|全年|\\ue000|[、，,：:（(“”])*$',
)

/** True where nothing but a comparison stands before the verb: the growth belongs to the figure before. */
export function isComparison(words: string): boolean {
  return words.length <= 24 && comparison.test(words)
}
