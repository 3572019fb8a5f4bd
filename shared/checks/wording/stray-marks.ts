/** A mark that belongs in another form, and what it should read; `''` takes it away. */
export interface StrayMark {
  start: number
  end: number
  right: string
  kind: StrayKind
}

export type StrayKind = 'halfWidth' | 'blank' | 'halfWidthBracket' | 'straightQuote' | 'smallLetters'

const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。' }

const han = '\\u4e00-\\u9fff'
/** After a word of Chinese: a character, or a mark that closes one. */
const afterWord = `(?<=[${han}”）》〕］%％])`
/** A comma between figures may belong to one number; a question mark inside a sentence is a lost character. */
const halfWidth = new RegExp(
  `${afterWord}[,;:](?=[${han}“（《\\d\\s]|$)|(?<=[\\dA-Za-z])[,;:](?=[${han}“（《])|${afterWord}[!](?!=)|${afterWord}[?](?=\\s*$|[”）])|(?<=[${han}])(?<![一二三四五六七八九十])\\.(?=\\s*$|[${han}])`,
  'g',
)
const markAround = '，。；：、！？'
/** Inside a word or a sentence, not at its head. */
const blank = new RegExp(
  `(?<=[${han}${markAround}])[ \\t\\u3000]+(?=[${han}“‘《（])|(?<=[${han}”）\\d%])[ \\t\\u3000]+(?=[${markAround}”’》）])`,
  'g',
)
const hasHan = new RegExp(`[${han}]`)
const bracketPair = /\(([^()\n]{1,60})\)/g
const opensWord = new RegExp(`[${han}A-Za-z0-9《]`)
const straightQuote = /"/g
const smallLetters =
  /(?<![A-Za-z0-9./@_-])(?:gdp|cpi|ppi|wto|ppp|led|pvc|lng|cng|pm2\.5|rcep|gep|[2-5]a(?=级|景|国家|旅游|[，。、；）]|$))(?![A-Za-z0-9./@_-])/g

/** Marks of another script and blanks where Chinese has none; a paragraph without a sentence may space its characters. */
export function findStrayMarks(text: string): StrayMark[] {
  if (!hasHan.test(text)) return []
  const isSentence = /[，。；,;]/.test(text)
  return [
    ...found(text, halfWidth, 'halfWidth', (mark) => fullWidth[mark] ?? mark),
    ...(isSentence ? found(text, blank, 'blank', () => '').filter((mark) => !isWanted(text, mark)) : []),
    ...brackets(text),
    ...straightQuotes(text),
    ...found(text, smallLetters, 'smallLetters', (letters) => letters.toUpperCase()),
  ]
}

function found(text: string, pattern: RegExp, kind: StrayKind, right: (mark: string) => string): StrayMark[] {
  return [...text.matchAll(pattern)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    right: right(mark),
    kind,
  }))
}

/**
 * Between 一、 or （一）加强领导 and the sentence in the same line, around a name (记者 某某 摄), and between the halves of a motto
 * (“山水相连 人心相通”).
 */
function isWanted(text: string, { start, end }: StrayMark): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 14)
  if (/(?:记者|通讯员|[长席理])[\s\u3000]*$|(?:记者|通讯员)[\s\u3000]*\S{1,3}[\s\u3000]*\S{0,2}$/.test(before))
    return true
  if (/[“《][^”》，。]{2,12}$/.test(before) && /^[^“《，。]{2,12}[”》]/.test(after)) return true
  return isTitle.test(before)
}

const isTitle =
  /^[\s\u3000-]*(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节])[^，。；：,;]{0,30}$/

function brackets(text: string): StrayMark[] {
  return [...text.matchAll(bracketPair)].flatMap(({ index, 0: pair, 1: inside = '' }): StrayMark[] => {
    if (!hasHan.test(inside) || /[A-Za-z]/.test(text.charAt(index - 1))) return []
    const last = index + pair.length - 1
    return [
      { start: index, end: index + 1, right: '（', kind: 'halfWidthBracket' },
      { start: last, end: last + 1, right: '）', kind: 'halfWidthBracket' },
    ]
  })
}

/** Straight marks open and close in turn; an odd number tells nothing of which is which. */
function straightQuotes(text: string): StrayMark[] {
  const marks = found(text, straightQuote, 'straightQuote', () => '')
  const sure =
    marks.length % 2 === 0 && marks.every(({ start }, at) => at % 2 === 1 || opensWord.test(text.charAt(start + 1)))
  return marks.map((mark, at) => ({ ...mark, right: sure ? (at % 2 === 0 ? '“' : '”') : '"' }))
}
