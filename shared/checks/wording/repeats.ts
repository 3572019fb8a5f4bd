import { mostInParagraph } from './most-in-paragraph.ts'

/** A stretch that stands twice in a row. */
export interface Repeat {
  start: number
  end: number
  /** Of one of the two. */
  length: number
  /** The characters alone say that it is a slip; otherwise the report has to. */
  certain: boolean
}

/** A character twice, or a stretch of two to eight of them. */
const twice = /([\u4e00-\u9fff])(?:\1|([\u4e00-\u9fff]{1,7}?)\1\2)/g

/** Everything that stands twice in a row and is not known to be right: 服务服务, 张张, 的的. */
export function findRepeats(text: string): Repeat[] {
  const found: Repeat[] = []
  for (const { index: start, 0: both } of text.matchAll(twice)) {
    const length = both.length / 2
    const certain = length === 1 ? isNoWord(text, start) : length > 2
    if ((length > 1 || !certain) && isRight(text, start, length)) continue
    found.push({ start, end: start + both.length, length, certain })
    if (found.length === mostInParagraph) break
  }
  return found
}

const isHan = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** No word when doubled; the two may only meet after the first list and before the second (目的的, 为了了解). */
const noWords: Record<string, [after: string, before: string]> = {
  的: ['目标端', '确'],
  了: ['为目', '解结然之却望断'],
  和: ['总饱温泰缓平共祥谐柔中调附', '美睦谐气平声顺县'],
  在: ['存现所实正内潜外旨好重自何尚都还仍常健', '建校岗职编册线读外位任场座家'],
  与: ['参赠给授付赋准', '会时众'],
  及: ['以涉普顾危波触埃惠提言论谈', '时其早格'],
  我: ['自大小本唯忘', '行'],
  以: ['可所足加得予难何是给借致用', '及来上下后内外往便免致为色'],
  从: ['服听遵跟依无顺盲', '业严重快优轻容速事'],
  们: ['', ''],
  于: ['勇敢善乐关对由等高低小大优位至归属限基鉴急用居处置立便易利有忠致终过介源见近出难在同陷宽严贵重落寓长', ''],
}

function isNoWord(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  const next = text.charAt(start + 2)
  // 今年年入园率: of 今年年底 the second 年 belongs to 年底
  if (text.charAt(start) === '年')
    return /[今去明前]/.test(before) && !/[初末底中度均内产收轻报终审级货检会]/.test(next)
  const lists = noWords[text.charAt(start)]
  if (!lists) return false
  return !(before && lists[0].includes(before)) && !(next && lists[1].includes(next))
}

/** Doubled by custom, alone or as part of a longer word (方方面面, 扎扎实实, 村村通). */
const oftenDoubled = new Set(
  '牢紧久刚时事等村扎处层巷实干大人县蒸钉五天市美九谢默真框往听涓点三超年兢千踏心户周项水组绵源谆殷清步渐常个家月种件渔条次座栋样代世祖子孙满轻重慢深远高长短早晚好快明白红火绿青蓝黑亮热暖冷凉甜香酸苦辣密稀疏纷缓徐习勃滚腾融欣熠棒杠团伙宝娃妈爸爷奶哥姐弟妹叔伯舅姑婶星泱洋茫漫浩滔潺淙叮咚嗡哗沙隆轰噼呼乎喳唠絮喋侃娓孜汲惴栗战仆碌急匆忙悄静空荡晃悠飘翩袅婷楚历朗昭灼郁葱苍莽蓁萋菲芊丝缕片块粒颗滴行排队面方角边门窗楼街路河湖山岭岗地环圈区乡镇省国回遍趟双对想看说谈走问试学笑乐哈嘻嘿呵哦啊嗯呀曲折弯堂老少多仅恰偏频屡芸林莘循彬恂谦冉渺细甸沉累赫巍峨皑皎粼漾澄莹晶闪烁耿拳款依脉惺卿念跃蠢津'.split(
    '',
  ),
)
/** Verbs that are doubled when something is done for a while. */
const doubledWords = new Set(['研究', '讨论', '商量', '考虑', '打听', '琢磨', '各位', '意思', '马虎'])
const numerals = /[一二三四五六七八九十百千万两几半]/

function isRight(text: string, start: number, length: number): boolean {
  const word = text.slice(start, start + length)
  // 一步一步, 一天一天
  if (length > 1) return numerals.test(word) || doubledWords.has(word) || isOneCharacter(word)
  // 一桩桩
  return text.charAt(start - 1) === '一' || oftenDoubled.has(word)
}

const isOneCharacter = (word: string): boolean => word.split('').every((character) => character === word.charAt(0))

/**
 * Two words may meet in the same characters (纪委监委监督, 员工工资). Of two characters in a row the report shows elsewhere
 * that they are a word; of a single one it shows the same words without the second (张家店 beside 张张家店), or that the
 * character never ends what stands before it (项目建建设: 目建 is always 目建设) or never begins what follows.
 */
export function isSlip(text: string, { start, end, length, certain }: Repeat): boolean {
  if (certain) return true
  const rest = `${text.slice(0, start)}\n${text.slice(end)}`
  if (length === 2) return isWord(rest, text.slice(start, start + length))
  const before = hanBefore(text, start)
  const character = text.charAt(start)
  const after = hanAfter(text, end)
  if (before === '')
    return after.length === 2 && (occurs(rest, character + after, character) || alwaysBegins(rest, character, after))
  if (before.length < 2 || after.length < 2)
    return before.length === 1 && after.length === 2 && rest.includes(before + character + after)
  const joinedBefore = rest.includes(before + character + after.charAt(0))
  const joinedAfter = rest.includes(before.charAt(1) + character + after)
  return (
    (joinedBefore && joinedAfter) ||
    (joinedBefore && beginsWord(rest, before.charAt(1), character, after.charAt(0))) ||
    (joinedAfter && endsWord(rest, before.charAt(1), character, after.charAt(0)))
  )
}

/** 群群众: every phrase that begins with 群 goes on with 众, and more than one does. */
function alwaysBegins(text: string, character: string, after: string): boolean {
  const begins = placesWhere(text, character, (at) => !isHan(text, at - 1))
  return begins.length > 1 && begins.every((at) => text.startsWith(after.charAt(0), at + 1))
}

/** 项目建建设: 建设 is a word, and 目建 never goes on otherwise. */
function beginsWord(text: string, before: string, character: string, after: string): boolean {
  const joined = placesWhere(text, before + character, () => true)
  return joined.every((at) => text.charAt(at + 2) === after) && isWord(text, character + after)
}

/** 群众众满: 群众 is a word, and nothing else stands before 众满. */
function endsWord(text: string, before: string, character: string, after: string): boolean {
  const joined = placesWhere(text, character + after, () => true)
  return joined.every((at) => text.charAt(at - 1) === before) && isWord(text, before + character)
}

function hanBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 2 && isHan(text, start - 1)) start--
  return text.slice(start, end)
}

function hanAfter(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < 2 && isHan(text, end)) end++
  return text.slice(start, end)
}

/**
 * Stands somewhere between the marks of a sentence at its beginning or end, or among different words, as words do and
 * chance pairs (委监) do not.
 */
function isWord(text: string, word: string): boolean {
  if (placesWhere(text, word, (at) => !isHan(text, at - 1) || !isHan(text, at + word.length), 1).length > 0) return true
  const places = placesWhere(text, word, () => true, mostMentions)
  const different = (offset: number): number => new Set(places.map((at) => text.charAt(at + offset))).size
  return different(-1) > 1 && different(word.length) > 1
}

/** As many mentions of a word tell what stands beside it. */
const mostMentions = 50

const occurs = (text: string, word: string, after: string): boolean =>
  placesWhere(text, word, (at) => text.charAt(at - 1) !== after, 1).length > 0

function placesWhere(text: string, word: string, where: (at: number) => boolean, most = Infinity): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0 && places.length < most; at = text.indexOf(word, at + 1))
    if (where(at)) places.push(at)
  return places
}
