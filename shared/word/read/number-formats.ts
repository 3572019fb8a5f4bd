import { hanOrdinal } from '../../report/numbering.ts'

/** A count in the form that `w:numFmt` names (ECMA-376 part 1, 17.18.59); unknown forms print digits. */
export function formatNumber(format: string, count: number): string {
  if (count < 1 && format !== 'none' && format !== 'bullet') return String(count)
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return hanCounting(count)
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return count <= 10 ? hanOrdinal(count) : digits(count, '〇一二三四五六七八九')
    case 'chineseLegalSimplified':
      return legal(count)
    case 'ideographLegalTraditional':
      return legal(count, '零壹貳參肆伍陸柒捌玖', '拾佰仟')
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'.charAt((count - 1) % 10)
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'.charAt((count - 1) % 12)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digits(count, '０１２３４５６７８９')
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count <= 20 ? String.fromCharCode(0x245f + count) : String(count)
    case 'decimalEnclosedParen':
      return `（${count}）`
    case 'decimalEnclosedFullstop':
      return `${count}.`
    case 'ideographEnclosedCircle':
      return count <= 10 ? String.fromCharCode(0x327f + count) : String(count)
    case 'upperLetter':
      return letters(count)
    case 'lowerLetter':
      return letters(count).toLowerCase()
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    default:
      return String(count)
  }
}

function digits(count: number, characters: string): string {
  return String(count).replace(/\d/g, (digit) => characters.charAt(Number(digit)))
}

/** 一 … 九十九, then 一百, 一百零五; no list goes on beyond 999. */
function hanCounting(count: number): string {
  if (count < 100 || count > 999) return hanOrdinal(count)
  const rest = count % 100
  const hundreds = `${hanOrdinal(Math.floor(count / 100))}百`
  if (rest === 0) return hundreds
  if (rest < 10) return `${hundreds}零${hanOrdinal(rest)}`
  return hundreds + (rest < 20 ? '一' : '') + hanOrdinal(rest)
}

function legal(count: number, characters = '零壹贰叁肆伍陆柒捌玖', units = '拾佰仟'): string {
  if (count > 9999) return String(count)
  const figures = String(count)
  let text = ''
  for (let place = 0; place < figures.length; place++) {
    const digit = Number(figures.charAt(place))
    if (digit > 0) text += characters.charAt(digit) + units.charAt(figures.length - place - 2)
    else if (!text.endsWith(characters.charAt(0)) && /[1-9]/.test(figures.slice(place))) text += characters.charAt(0)
  }
  return text
}

/** A … Z, AA, BB: Word repeats the letter. */
function letters(count: number): string {
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(10, Math.ceil(count / 26)))
}

function roman(count: number): string {
  if (count > 3999) return String(count)
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = count
  let text = ''
  for (const [value, letter] of steps) {
    while (rest >= value) {
      text += letter
      rest -= value
    }
  }
  return text
}
