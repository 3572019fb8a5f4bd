import type { TrimmedLine } from './line-structure.ts'

/**
 * Which lines go on in the next line that is not blank: copies from a PDF or a web page break sentences, also with a
 * blank line between the halves. A line is only called broken where the break cannot be meant: a heading is not.
 */
export function findBrokenLines(lines: readonly TrimmedLine[]): boolean[] {
  const width = wrapWidth(lines)
  const broken = new Array<boolean>(lines.length).fill(false)
  let previous = -1
  lines.forEach((line, index) => {
    if (line.text === '') return
    const before = lines[previous]
    if (before && isBroken(before, line, width)) broken[previous] = true
    previous = index
  })
  return broken
}

function isBroken(line: TrimmedLine, next: TrimmedLine, width: number): boolean {
  const { text } = line
  if (next.mark || isSalutation(next.text) || isSalutation(text)) return false
  if (/^[，、；。：！？％%）》”’』」]/.test(next.text)) return !/[。！？；]$/.test(text) && !/^[（(]?\d{4}年/.test(text)
  if (/[。！？!?；;：:…）)】※”]$/.test(text)) return false
  if (/[，、《（“‘(【]$/.test(text)) return true
  if (/^(?:来源|时间|发表|作者|责任|字号|浏览)/.test(text)) return false
  if (width > 0 && text.length >= width - 2) return true
  // 「……加以解决。2020年政府工作打算」: the next chapter's heading was pulled up, nothing goes on.
  if (/[。！]\s*(?:[12][09]\d\d年)?[^，。]{0,8}(?:工作)(?:打算|计划|安排|回顾|总结)$/.test(text)) return false
  if (line.mark?.level !== undefined && line.mark.level <= 2 && text.length <= 60) return false
  // A heading has no full stop inside; a text that stops after one stops in mid-sentence.
  if (/[。！？；!?;]/.test(text.slice(line.mark?.end ?? 0))) return text.length > 12
  return text.length >= 20 && /[，,]/.test(text) && /[的和与及在了对把为将以并就由从向]$|实施$|实现$|进一$/.test(text)
}

/** Whole-line salutation, wherever it stands. */
export function isSalutation(text: string): boolean {
  return /^(?:尊敬的)?(?:各位(?:代表|委员|领导|同志|来宾)|同志们|代表们)(?:[、，, \u3000]*(?:各位(?:代表|委员|领导|同志|来宾)|同志们))*[：:！!，,。]?$/.test(
    text,
  )
}

/** Width at which most lines end, for texts copied line by line; 0 where paragraphs have their own lengths. */
function wrapWidth(lines: readonly TrimmedLine[]): number {
  const lengths = lines.map((line) => line.text.length).filter((length) => length > 0)
  if (lengths.length < 12) return 0
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  const near = (length: number): number =>
    (counts.get(length) ?? 0) + (counts.get(length - 1) ?? 0) + (counts.get(length - 2) ?? 0)
  let best = 0
  for (const length of counts.keys()) if (near(length) > near(best)) best = length
  const longer = lengths.filter((length) => length > best + 2).length
  return best >= 16 && near(best) * 2 >= lengths.length && longer * 20 < lengths.length ? best : 0
}
