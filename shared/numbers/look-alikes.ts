/**
 * Numbers that only look like quantities: names of roads, plans, meetings, models, idioms. Each test sees the folded text
 * (simplified, half-width) and where the numeral stands.
 */

/** What was read so far of a possible quantity. */
export interface Candidate {
  text: string
  /** Where the digits stand. */
  start: number
  digitsEnd: number
  /** End with magnitude and unit. */
  end: number
  digits: string
  magnitude: string
  unit: string
  han: boolean
  /** 余, 多 or 几 inside, or a qualifier around it. */
  qualified: boolean
}

export function isLookAlike(candidate: Candidate): boolean {
  if (isRank(candidate)) return true
  return candidate.han ? isHanLookAlike(candidate) : isDigitLookAlike(candidate)
}

/** 前三名, 后5位. */
function isRank({ text, start, unit }: Candidate): boolean {
  return (unit === '名' || unit === '位') && /[前后]$/.test(text.slice(Math.max(0, start - 1), start))
}

function isDigitLookAlike({ text, start, digitsEnd, end, digits, magnitude, unit }: Candidate): boolean {
  const previous = text[start - 1] ?? ''
  if (/第\s{1,3}$/.test(text.slice(Math.max(0, start - 4), start))) return true
  const next = text[digitsEnd] ?? ''
  if (previous === '第' || /[+＋·•*/\\_#$=×]/.test(previous) || /[+＋·•*\\_×]/.test(next)) return true
  if (/[xX×□○]/.test(next)) return true
  if (/[A-Za-z]/.test(previous) && (unit === '' || !/[A-Za-z]{3}$/.test(text.slice(start - 3, start)))) return true
  if (/[A-Za-z]/.test(next) && !/^[A-Za-z㎡%]/.test(unit)) return true
  if (/[/]/.test(next) && unit === '') return true
  if (unit === '米' && /^(?:路|大道|大街|街|线)/.test(text.slice(end))) return true
  if (unit === '人' && /^(?:以上|及以上)?[^，。；]{0,8}上访/.test(text.slice(end, end + 14))) return true
  if (unit === '年' && /^以上[^，。；]{0,4}(?:信访)?积案/.test(text.slice(end, end + 12))) return true
  if (unit === '' && magnitude === '')
    return !standsAlone(text, start, digitsEnd, digits) && !isRatioPart(text, start, digitsEnd)
  if (unit === '' && /^(?:里长城|向|能|物|里)/.test(text.slice(end))) return true
  return unit === '页' && /^[共第]/.test(previous)
}

/** Characters on either side of a number that its ratio can have: five shares with two decimals each. */
const longestRatio = 40

/** 12.4︰41.3︰46.3, 1.86∶1; not a time of day (8:30). */
function isRatioPart(text: string, start: number, end: number): boolean {
  if (!/[:：︰∶]/.test(text.charAt(start - 1) + text.charAt(end))) return false
  let from = start
  let to = end
  while (from > start - longestRatio && from > 0 && /[\d.:：︰∶]/.test(text.charAt(from - 1))) from--
  while (to < end + longestRatio && to < text.length && /[\d.:：︰∶]/.test(text.charAt(to))) to++
  const parts = text.slice(from, to).split(/[:：︰∶]/)
  if (parts.some((part) => !/^\d+(?:\.\d+)?$/.test(part))) return false
  return (
    parts.some((part) => part.includes('.')) ||
    (parts.length > 2 && !/^\d\d?$/.test(parts[0] ?? '')) ||
    /比[例重值]?[为是达到至调整]*$/.test(text.slice(Math.max(0, from - 6), from))
  )
}

/** 数据为0。 指数达102.5， : a number without unit counts only as the whole object of its clause. */
function standsAlone(text: string, start: number, end: number, digits: string): boolean {
  if (digits.length > 9) return false
  if (!/(?:[为达到至过约近于有]|指数|得分|评分|系数|分别)$/.test(text.slice(Math.max(0, start - 2), start)))
    return false
  return /^\s*(?:[，,。；;、！!）)]|$|以上|以内|以下|左右)/.test(text.slice(end, end + 4))
}

/** By measure word, what may not follow it: 三个代表, 二次创业, 九年一贯制, 三棵树 and 五家渠 are names. */
const hanNames: Record<string, RegExp> = {
  个: /^(?:代表|维护|确立|意识|自信|全面|大局|百年|一百年|统筹|文明|不|没有|必须|率先|坚持|更加|一|务必|离不开|认同|结合|转变|突出|着力|严禁|决不|坚决|就是|凡是|狠抓|倍增)/,
  年: /^(?:级|制|一贯|义务|禁|期间?规划|攻坚|巩固|毛入|保留|规划|行动|提升|倍增|计划)/,
  次: /^(?:全体|党代|代表|人代|消费|产业|创业|供水|性|元|函数|分配|转移|开发|污染|能源|工业|污水|审议|会议|全会|方程|党员)/,
  位: /^(?:一体|数)/,
  元: /^(?:[村区镇乡化论桥店路]|结构|经济|体制)/,
  家: /^[子渠店庄镇乡屯堡营村河湾洼沟坪坝口]/,
  台: /^[河县山区镇乡村]/,
  户: /^[镇村乡屯营]/,
  所: /^[镇村]/,
  座: /^[店窑庄]/,
  间: /^房[镇乡村]/,
  条: /^[岭山龙]/,
  头: /^[沟山桥]/,
  棵: /^[树松柳][^，。；]/,
  种: /^(?:形态|人)/,
  项: /^(?:制度改革|规定)/,
  类: /^分子/,
  人: /^(?:大|民|才|制|转|行|团)/,
}

/** 一 is a number only with these nouns' measure words; 一个, 一批, 一项, 一起, 一条 are language. */
const countedOne = new Set([
  '座',
  '所',
  '家',
  '辆',
  '栋',
  '幢',
  '台',
  '艘',
  '架',
  '倍',
  '成',
  '百分点',
  '个百分点',
  '元',
  '%',
])

function isHanLookAlike({ text, start, digitsEnd, end, digits, magnitude, unit, qualified }: Candidate): boolean {
  const previous = text[start - 1] ?? ''
  if (/[第“‘"「『《〈#+·•每首逐再]/.test(previous) || /[+·•”’"」』]/.test(text[digitsEnd] ?? '')) return true
  if (/[A-Za-z\d]/.test(previous)) return true
  if (unit === '' && !(qualified && magnitude !== '')) return true
  // 万亩油茶林, 百里画廊, 千名干部: a magnitude without a digit is part of a name unless something bounds it.
  if (/^十?[百千万亿]+$/.test(digits + magnitude) && !qualified) return true
  if (unit === '次' && isSession(text, start, end)) return true
  if (digits === '一' && magnitude === '' && !isCountedOne(text, start, end, unit)) return true
  // 三元、五元 are villages; a price in words has a magnitude or says more.
  if (unit === '元' && magnitude === '' && digits.length === 1 && !qualified) return true
  if (/^[一二三四五六七八九]{2,3}$/.test(digits) && !/[十百千]/.test(digits)) return true
  return hanNames[unit]?.test(text.slice(end, end + 4)) === true || insideQuotation(text, start)
}

/** 十二届五次、六次全会. */
function isSession(text: string, start: number, end: number): boolean {
  return (
    /届$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /^[、和及](?:[一二三四五六七八九十]+次)?[一二三四五六七八九十]+次.{0,3}(?:全会|会议|全体)/.test(
      text.slice(end, end + 14),
    )
  )
}

function isCountedOne(text: string, start: number, end: number, unit: string): boolean {
  if (!countedOne.has(unit)) return false
  if (unit === '家' && /^(?:人|之|一|独)/.test(text.slice(end))) return false
  return !/[统唯同专惟]/.test(text[start - 1] ?? '') && text[end] !== text[end - 1]
}

/** “一个中心，六个青禾”: a Han numeral inside a short quotation is part of a slogan. */
function insideQuotation(text: string, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 24); back--) {
    const character = text[back] ?? ''
    if (/[”’」』》\n。；]/.test(character)) return false
    if (/[“‘「『《]/.test(character)) return true
  }
  return false
}
