import type { TextSpan } from './accounts.ts'

/**
 * Amounts that the reading of quantities leaves to the reader, since it has to be sure of unit and value: 五亿六千万元, 一成五,
 * 47名校长, 3300 余栋. Here it is enough that a number of last year stands there. The stretch is the number without its last
 * magnitude: 二十 of 二十万吨.
 */
export function findMissedAmounts(text: string): TextSpan[] {
  return [...amountsInCharacters(text), ...tenths(text), ...amountsInDigits(text)]
}

const numeral = '[零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]'
const measured = '元|美元|公顷|亩|平方米|平方公里|平方千米|立方米|吨|公斤|公里|千米|米|千瓦时|千瓦|个百分点|百分点|斤'
const counted =
  '人次|户次|车次|场次|批次|个|户|人|名|家|项|件|宗|起|座|条|所|处|套|台|辆|场|支|份|株|棵|间|栋|幢|块|只|头|羽|位|次|倍'
/** 十个方面 counts a list, 十二人大 and 十三次全会 are bodies. */
const noAmount =
  /^(?:个(?:方面|月|五年)|人[大民才]|次(?:[会會]|全|党代|人大|代表)|项(?:规定|原则|准则|制度)|家[庄店屯堡营沟坪子]|所[等，。；、])/
const inCharacters = new RegExp(
  `(?<![第“"‘「『《〈·+\\d.A-Za-z]|${numeral})(?<number>${numeral}+(?:点${numeral}+)?)[余多]?(?:(?<measured>${measured})|(?<counted>${counted}))`,
  'g',
)

function amountsInCharacters(text: string): TextSpan[] {
  return [...text.matchAll(inCharacters)].flatMap(({ index, groups }) => {
    const number = groups?.['number'] ?? ''
    // 百亿元, 千万元 without a digit name a class; 三元 and 两户 may be names.
    if (!/[一二两三四五六七八九廿卅壹贰叁肆伍陆柒捌玖]/.test(number) || !/[十百千万亿廿卅拾佰仟点]/.test(number))
      return []
    const end = index + number.length
    if (noAmount.test(text.slice(end, end + 12).replace(/^[余多]/, ''))) return []
    return [withoutMagnitude({ start: index, end }, number)]
  })
}

function withoutMagnitude({ start, end }: TextSpan, number: string): TextSpan {
  const magnitude = /(?<=.)(?:万亿|[万亿])$/.exec(number)?.[0].length ?? 0
  return { start, end: end - magnitude }
}

/** 一成五: the whole of it, for nobody writes 成 behind a figure in digits. */
function tenths(text: string): TextSpan[] {
  return [
    ...text.matchAll(
      /(?<![一二三四五六七八九十落组构建变])[一二三四五六七八九]成[一二三四五六七八九半](?![个项条月是员])/g,
    ),
  ].map(spanOf)
}

const people = '农户|贫困户|村民|群众|职工|居民|学生|师生|干部|党员|户|人'
const inDigits = new RegExp(
  `(?<![\\d.,A-Za-z第前后“"‘「『（(〔\\[+·\\-—#])(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:[ \\u00A0\\u3000]?[余多][ \\u00A0\\u3000]?[万亿]?(?:${measured}|${counted})|(?:[ \\u00A0\\u3000](?:[万亿](?:${measured}|${counted})?|${people}))|(?:${counted}|农户|部门))`,
  'g',
)

/** 47名校长: the measure word begins another word as well. */
function amountsInDigits(text: string): TextSpan[] {
  return [...text.matchAll(inDigits)].flatMap((match) => {
    const number = match.groups?.['number'] ?? ''
    const after = text.slice(match.index + number.length, match.index + number.length + 12)
    if (/^[ ]?(?:米[路街大线]|人(?:以上|及以上)?[^，。；]{0,8}上访)/.test(after) || noAmount.test(after)) return []
    return [{ start: match.index, end: match.index + number.length }]
  })
}

/** 4 5.2%, 8 9 8人: blanks of a conversion divide one number. A year, a rank or a number of order before it is another. */
export function startOfDivided(text: string, start: number): number {
  let from = start
  for (;;) {
    const before = /(?<![\d.,A-Za-z第前后+·-])(?<digits>\d[\d.]*)[ \u00A0\u2009\u202F]$/.exec(
      text.slice(Math.max(0, from - 12), from),
    )
    const digits = before?.groups?.['digits'] ?? ''
    const at = from - digits.length - 1
    if (
      digits === '' ||
      /^(?:19|20)\d\d$/.test(digits) ||
      /第\s*$|(?:^|[。；：:\n])\s*$/.test(text.slice(Math.max(0, at - 3), at))
    )
      return from
    from = at
  }
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length }
}
