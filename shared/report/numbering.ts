import { isDeletedBlock } from './deleted.ts'
import type { Block, HeadingLevel, ListMarker } from './schema.ts'

/**
 * Printed number of every block of the body, by index; undefined where a block has none.
 * Headings count within their parent (GB/T 9704-2012, 7.3.3: 一、（一）1.（1）), also within one that prints no number; a heading
 * with a label of its own still takes its place in the count. List items count within a run of neighbours with the same marker.
 */
export function numberBlocks(body: readonly Block[]): (string | undefined)[] {
  const counts = [0, 0, 0, 0]
  let run = 0
  let previous: Block | undefined
  return body.map((block) => {
    let label: string | undefined
    if (block.type === 'heading') {
      const counted = block.label !== ''
      if (counted) counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1
      counts.fill(0, block.level)
      label = block.label ?? headingLabel(block.level, counts[block.level - 1] ?? 1)
    } else if (block.type === 'list-item') {
      run = previous?.type === 'list-item' && previous.marker === block.marker ? run + 1 : 1
      label = block.label ?? listLabel(block.marker, run)
    }
    previous = block
    return label
  })
}

/** The same of the final text: what is deleted as a whole is printed no more and takes no number. */
export function finalNumbers(body: readonly Block[]): (string | undefined)[] {
  if (!body.some(isDeletedBlock)) return numberBlocks(body)
  const counted = numberBlocks(body.filter((block) => !isDeletedBlock(block)))
  let next = 0
  return body.map((block) => (isDeletedBlock(block) ? undefined : counted[next++]))
}

/** 一、 （一） 1. （1）. */
export function headingLabel(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `${hanOrdinal(count)}、`
    case 2:
      return `（${hanOrdinal(count)}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
  }
}

/** 一是 / 1. / ① / ——; circled numbers end at 50. */
export function listLabel(marker: ListMarker, count: number): string {
  switch (marker) {
    case 'ordinal':
      return `${hanOrdinal(count)}是`
    case 'decimal':
      return `${count}.`
    case 'circled':
      return circled(count)
    case 'dash':
      return '——'
  }
}

/** 1 … 99 as 一 … 九十九; larger numbers in digits, since no report numbers that far. */
export function hanOrdinal(count: number): string {
  if (count < 1 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  return (tens > 1 ? digit(tens) : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digit(ones) : '')
}

const digit = (value: number): string => '〇一二三四五六七八九'.charAt(value)

function circled(count: number): string {
  if (count <= 20) return String.fromCodePoint(0x2460 + count - 1)
  if (count <= 35) return String.fromCodePoint(0x3251 + count - 21)
  if (count <= 50) return String.fromCodePoint(0x32b1 + count - 36)
  return `（${count}）`
}
