import type { Quantity } from '../../numbers/quantity.ts'
import { isAlike, type Breakdown, type OpeningWord } from './breakdown.ts'

/** 共220件，违法占地、违规建房、占道经营分别为126件、85件、9件: as many figures as names. */
export function partsInOrder(
  text: string,
  quantities: readonly Quantity[],
  from: number,
  { start, end }: OpeningWord,
): Breakdown | undefined {
  const total = quantities[from - 1]
  if (!total || !isSaidTotal(text, total)) return undefined
  const names = namesBetween(text, total, start) ?? namesBefore(text, total, start)
  const count = names?.split(/[、和及与]/).length ?? 0
  const parts = quantities.slice(from, from + count)
  const listed = parts.every((part, index) => {
    const before = text.slice(parts[index - 1]?.end ?? end, part.start)
    return isAlike(total, part) && /^(?:[、，,]|和|及|以及)?$/.test(before)
  })
  if (count < 2 || parts.length < count || !listed) return undefined
  return { total, parts, certain: count, unbroken: count, complete: true, closed: false, open: false, near: false }
}

/** 共220件，民事、刑事案件分别为…: the names stand behind the total. */
function namesBetween(text: string, { end }: Quantity, wordStart: number): string | undefined {
  return /^[\p{Script=Han}“”]{0,8}[，,：:（(]([^，,。；;：:\d]{3,60})$/u.exec(text.slice(end, wordStart))?.[1]
}

/** 民事、刑事案件共220件，分别为…: the names stand before it. */
function namesBefore(text: string, { start, end }: Quantity, wordStart: number): string | undefined {
  if (!/^[，,]$/.test(text.slice(end, wordStart))) return undefined
  return /[^，,。；;：:\d\n]{4,30}$/.exec(text.slice(Math.max(0, start - 30), start))?.[0]
}

/** 共126件, 总数96人: only such a figure is divided by a list of 分别. */
function isSaidTotal(text: string, { start }: Quantity): boolean {
  return /(?:共计?|总[数量计额]|合计)[^，,。；;\d]{0,6}$/.test(text.slice(Math.max(0, start - 10), start))
}
