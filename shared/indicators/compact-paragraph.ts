/**
 * A paragraph without blanks and line feeds, because both stand inside words of real reports (重 点, 粮⏎⏎食产量), and the
 * way back to the offsets of the text.
 */
export interface CompactParagraph {
  text: string
  /** The same with brackets that hold no number blanked out: 预算收入（同口径）完成. */
  masked: string
  /** Offset in the report of a compact offset. */
  toText(at: number): number
  /** Compact offset of an offset in the report. */
  fromText(at: number): number
}

export function compactParagraph(text: string, start: number): CompactParagraph {
  const blanks = /\s/g
  if (!blanks.test(text)) {
    return { text, masked: mask(text), toText: (at) => at + start, fromText: (at) => at - start }
  }
  const places: number[] = []
  let compact = ''
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (/\s/.test(character)) continue
    places.push(at)
    compact += character
  }
  places.push(text.length)
  return {
    text: compact,
    masked: mask(compact),
    toText: (at) => start + (places[at] ?? text.length),
    fromText: (at) => firstAtLeast(places, at - start),
  }
}

/** Stands for a character of a blanked bracket; fillers accept it. */
export const blanked = '\ue000'

function mask(text: string): string {
  if (!/[（([〔［]/.test(text)) return text
  return text.replace(/[（([](?!下同)[^（()）\]\d。；]{0,20}[)）\]]|[[〔［]\d{1,2}[\]〕］]/g, (bracket) =>
    blanked.repeat(bracket.length),
  )
}

function firstAtLeast(places: readonly number[], wanted: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
