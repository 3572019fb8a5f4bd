import { noNumber, revisedNumbers, type RevisedNumber } from '../../revisions/revised-numbers.ts'
import { objectCharacter } from '../plain-text.ts'
import { isTextLeaf, type Block, type Inline, type LineBlock, type LineFormat } from '../schema.ts'
import { bare, type PrintedParagraph, type RevisedLines } from './revised-lines.ts'

/** So often one paragraph after the other is read in another way; then all that are wrong; at last all that are left. */
const rounds = { single: 16, all: 4 }

/**
 * For every line the best reading with which the report prints what the file prints. Numbers only depend on what stands
 * before them, so the first paragraph that is wrong is at fault: the line that begins it, which has the number among its
 * words, or the one that ends it and gives it its kind. Counting is what costs, so it is done a limited number of times.
 */
export function chooseReadings(revised: RevisedLines, usual: readonly Block[]): Map<number, LineBlock> {
  const readings = new Readings(revised, usual)
  for (let round = 0; revised.lines.size > 0; round++) {
    const numbers = readings.count()
    const wrong = readings.wrongWith(numbers)
    const [first] = wrong
    if (!first) break
    if (round < rounds.single) readings.change(first)
    else if (round < rounds.single + rounds.all) readings.change(wrong.flat())
    else readings.giveUpFrom(Math.min(...first))
  }
  return readings.chosen()
}

type Side = 'old' | 'new'

/** The readings that are tried at the moment. */
class Readings {
  readonly #revised: RevisedLines
  /** Paragraphs that have revised lines; all others are what they are. */
  readonly #paragraphs: (PrintedParagraph & { side: Side })[]
  readonly #at = new Map<number, number>()
  readonly #body: Block[]
  readonly #words = new Map<number, Record<Side, string>>()
  /** Lines that have a label beside the reading in the body. */
  #labelled: ReadonlyMap<number, LineBlock> = new Map()

  constructor(revised: RevisedLines, usual: readonly Block[]) {
    const { lines } = revised
    this.#revised = revised
    this.#body = [...usual]
    this.#paragraphs = (['old', 'new'] as const).flatMap((side) =>
      revised[side].filter(({ from }) => from.some((index) => lines.has(index))).map((one) => ({ ...one, side })),
    )
    this.#paragraphs.sort((a, b) => a.begins - b.begins)
    for (const index of lines.keys()) this.#read(index, 0)
  }

  chosen(): Map<number, LineBlock> {
    const { lines } = this.#revised
    return new Map([...lines.keys()].map((index) => [index, this.#labelled.get(index) ?? this.#line(index)]))
  }

  /** The number of every block; lines whose paragraphs print others than the report counts have them as labels. */
  count(): RevisedNumber[] {
    const numbers = revisedNumbers(this.#body, hasWords)
    // A label takes its place in the count as its number does: the others are not counted again.
    const labels = new Map<number, Partial<Record<Side, string>>>()
    for (const { side, ends, number, from } of this.#paragraphs) {
      if (!this.#isCounted(ends) || number === '' || bare(printedNumber(numbers, from, side)) === bare(number)) continue
      labels.set(ends, { ...labels.get(ends), [side]: number })
    }
    this.#labelled = new Map([...labels].map(([index, label]) => [index, withLabels(this.#line(index), label)]))
    for (const { side, ends, begins, from } of this.#paragraphs) {
      const line = this.#labelled.get(ends)
      const number = line && labelOf(line, side)
      const at = from.find((index) => (numbers[index]?.[side] ?? '') !== '') ?? begins
      if (number !== undefined) numbers[at] = { ...(numbers[at] ?? noNumber), [side]: number }
    }
    return numbers
  }

  /** For every paragraph that is printed otherwise: the lines that can be read in another way. */
  wrongWith(numbers: readonly RevisedNumber[]): number[][] {
    return this.#paragraphs.flatMap(({ side, from, begins, ends, text }) => {
      const words = from.map((index) => this.#wordsOf(index)[side]).join('')
      if (bare(printedNumber(numbers, from, side)) + words === text) return []
      const open = from.filter((index) => this.#hasOther(index))
      const likely = open.filter((index) => index === begins || index === ends)
      return open.length === 0 ? [] : [likely.length > 0 ? likely : open]
    })
  }

  change(indices: readonly number[]): void {
    for (const index of new Set(indices)) this.#read(index, (this.#at.get(index) ?? 0) + 1)
  }

  /** With the number as words a line prints what the file prints in any case. */
  giveUpFrom(first: number): void {
    for (const [index, { readings }] of this.#revised.lines) if (index >= first) this.#read(index, readings.length - 1)
  }

  #line(index: number): LineBlock {
    return this.#body[index] as LineBlock
  }

  #read(index: number, reading: number): void {
    const block = this.#revised.lines.get(index)?.readings[reading]
    if (!block) return
    this.#at.set(index, reading)
    this.#body[index] = block
    this.#words.delete(index)
  }

  #wordsOf(index: number): Record<Side, string> {
    const known = this.#words.get(index)
    if (known) return known
    const { children } = this.#line(index)
    const words = { old: wordsOf(children, 'ins'), new: wordsOf(children, 'del') }
    this.#words.set(index, words)
    return words
  }

  #hasOther(index: number): boolean {
    const line = this.#revised.lines.get(index)
    return line !== undefined && (this.#at.get(index) ?? 0) < line.readings.length - 1
  }

  #isCounted(index: number): boolean {
    return this.#revised.lines.get(index)?.counted === true && this.#at.get(index) === 0
  }
}

function printedNumber(numbers: readonly RevisedNumber[], from: readonly number[], side: Side): string {
  return from.map((index) => numbers[index]?.[side] ?? '').join('')
}

function wordsOf(children: readonly Inline[], gone: 'ins' | 'del'): string {
  return bare(children.map((child) => (child[gone] ? '' : isTextLeaf(child) ? child.text : objectCharacter)).join(''))
}

/** A line whose kind is revised has a label of its own on either side. */
function withLabels(line: LineBlock, label: Partial<Record<Side, string>>): LineBlock {
  const { pFmt } = line
  if (!pFmt) return labelled(line, label.new ?? label.old)
  return { ...labelled(line, label.new), pFmt: { ...pFmt, prev: labelled(pFmt.prev, label.old) } }
}

function labelled<Item extends { type: string }>(item: Item, label: string | undefined): Item {
  return label !== undefined && isNumbered(item) ? { ...item, label } : item
}

function labelOf(line: LineBlock, side: Side): string | undefined {
  const format = side === 'old' && line.pFmt ? line.pFmt.prev : (line as unknown as LineFormat)
  return isNumbered(format) ? (format as { label?: string }).label : undefined
}

function isNumbered({ type }: { type: string }): boolean {
  return type === 'heading' || type === 'list-item'
}

/** Only such lines are printed and counted. */
export const hasWords = ({ children }: LineBlock): boolean =>
  children.some((child) => !isTextLeaf(child) || child.text.trim() !== '')
