/** A stretch that stands twice in a row. */
export interface Repeat {
  start: number
  end: number
  /** Of one of the two. */
  length: number
  /** The characters alone say that it is a slip; otherwise the report has to. */
  certain: boolean
}

/** Longest stretch that is looked for twice in a row. */
const longest = 8

/** Everything that stands twice in a row and is not known to be right: 服务服务, 张张, 的的. */
export function findRepeats(text: string): Repeat[] {
  const found: Repeat[] = certainCharacters(text)
  for (let length = longest; length >= 1; length--) {
    let run = 0
    for (let at = 0; at + length < text.length; at++) {
      run = text.charCodeAt(at) === text.charCodeAt(at + length) && isHan(text, at) ? run + 1 : 0
      if (run < length) continue
      const start = at - length + 1
      const end = at + length + 1
      run = 0
      if (isRight(text, start, length) || found.some((repeat) => repeat.start < end && start < repeat.end)) continue
      found.push({ start, end, length, certain: length > 2 })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const isHan = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** Characters that are no word when doubled, and the words around them that end and begin with them (目的的, 为了了解). */
const doubledCharacter =
  /(?<!目|标|端)的的(?!确)|(?<!为|一目|了)了了(?!解|结|然|之|却|望|断|了)|(?<!总|饱|温|泰|缓|平|共|祥|谐|柔|中|调|附)和和(?!美|睦|谐|气|平|声|顺|县)|(?<!存|现|所|实|正|内|潜|外|旨|好|重|自|何|尚|都|还|仍|常|健)在在(?!建|校|岗|职|编|册|线|读|外|位|任|场|座|家)|(?<!参|赠|给|授|付|赋|准)与与(?!会|时|众)|(?<!以|涉|普|顾|危|波|触|埃|惠|提|言|论|谈)及及(?!时|其|早|格)|(?<!自|大|小|本|唯|忘)我我(?!行)|(?<!服|听|遵|跟|依|无|顺|盲)从从(?!业|严|重|快|优|轻|容|速|事)|(?<!我|他|她|它|人|咱|你)们们|我们们|[今去明前]年年(?![初末底中度均内产收轻报终审级货检会])|(?<!勇|敢|善|乐|关|对|由|等|高|低|小|大|优|位|至|归|属|限|基|鉴|急|用|居|处|置|立|便|易|利|有|忠|致|终|过|介|源|见|近|出|难|在|同|陷|宽|严|贵|重|落|寓|长)于于/g

function certainCharacters(text: string): Repeat[] {
  return [...text.matchAll(doubledCharacter)].map(({ index, 0: words }) => {
    const start = index + words.length - 2
    return { start, end: start + 2, length: 1, certain: true }
  })
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
  // 一张张, 行行行
  if (text.charAt(start - 1) === '一') return true
  return oftenDoubled.has(word) || text.charAt(start + 2) === word || text.charAt(start - 1) === word
}

const isOneCharacter = (word: string): boolean => word.split('').every((character) => character === word.charAt(0))

/**
 * Two words may meet in the same characters (纪委监委监督, 员工工资). Of two characters in a row the report shows elsewhere
 * that they are a word; of a single one it shows the same words without the second (张家店 beside 张张家店).
 */
export function isSlip(text: string, { start, end, length, certain }: Repeat): boolean {
  if (certain) return true
  const rest = `${text.slice(0, start)}\n${text.slice(end)}`
  if (length === 2) return isWord(rest, text.slice(start, start + length))
  const before = hanBefore(text, start)
  const character = text.charAt(start)
  const after = hanAfter(text, end)
  if (before === '') return after.length === 2 && occurs(rest, character + after, character)
  if (before.length < 2 || after.length < 2) return false
  return rest.includes(before + character + after.charAt(0)) && rest.includes(before.charAt(1) + character + after)
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

/** Stands somewhere between the marks of a sentence at its beginning or end, as words do and chance pairs (委监) do not. */
const isWord = (text: string, word: string): boolean => beginsPhrase(text, word) || endsPhrase(text, word)

const beginsPhrase = (text: string, word: string): boolean => stands(text, word, (at) => !isHan(text, at - 1))
const endsPhrase = (text: string, word: string): boolean => stands(text, word, (at) => !isHan(text, at + word.length))
const occurs = (text: string, word: string, after: string): boolean =>
  stands(text, word, (at) => text.charAt(at - 1) !== after)

function stands(text: string, word: string, where: (at: number) => boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (where(at)) return true
  return false
}
