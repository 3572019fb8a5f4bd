import { blockBefore } from '../report/deleted.ts'
import { numberBlocks } from '../report/numbering.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock, type Revision } from '../report/schema.ts'
import { decideOrigins, type Decision } from './decide.ts'

/** What a line prints before its words while its revisions are pending; '' for no number. */
export interface RevisedNumber {
  /** Once everything is rejected, and once everything is accepted. */
  old: string
  new: string
  /** Where they differ: the revision that takes the old one away, and the one that brings the new one. */
  del?: Revision
  ins?: Revision
}

export const noNumber: RevisedNumber = { old: '', new: '' }

/**
 * The printed number of every block as the original and as the final text have it. A number stands where its line begins:
 * at the first block that gives words to it, not at the last, whose kind it has. `isPrinted` tells which lines count.
 */
export function revisedNumbers(body: readonly Block[], isPrinted: (line: LineBlock) => boolean): RevisedNumber[] {
  const olds = numbersAfter(body, 'reject', isPrinted)
  const news = numbersAfter(body, 'accept', isPrinted)
  let structural: Revision | undefined
  return body.map((block, index): RevisedNumber => {
    const number = { old: olds[index] ?? '', new: news[index] ?? '' }
    const own = isLineBlock(block) ? revisionsOf(block, blockBefore(body, index)) : {}
    structural = own.del ?? own.ins ?? structural
    if (isLineBlock(block) && block.mark) structural = block.mark.del ?? block.mark.ins ?? structural
    if (number.old === number.new) return number
    const cause = unmoved(structural ?? anyRevision(body))
    return {
      ...number,
      ...(number.old !== '' && withRevision('del', own.del ?? own.ins ?? cause)),
      ...(number.new !== '' && withRevision('ins', own.ins ?? own.del ?? cause)),
    }
  })
}

function numbersAfter(
  body: readonly Block[],
  decision: Decision,
  isPrinted: (line: LineBlock) => boolean,
): (string | undefined)[] {
  const decided = decideOrigins(body, decision).filter(({ block }) => !isLineBlock(block) || isPrinted(block))
  const labels = numberBlocks(decided.map(({ block }) => block))
  const numbers = new Map<number, string | undefined>()
  decided.forEach(({ from }, index) => {
    const begins = from.find((at) => hasWords(body[at], decision)) ?? from.at(-1)
    if (begins !== undefined) numbers.set(begins, labels[index])
  })
  return body.map((_, index) => numbers.get(index))
}

function hasWords(block: Block | undefined, decision: Decision): boolean {
  if (!block || !isLineBlock(block)) return false
  return block.children.some((child) => isWord(child) && !(decision === 'accept' ? child.del : child.ins))
}

function isWord(child: Inline): boolean {
  return !isTextLeaf(child) || child.text !== ''
}

/** What a person did to the line: struck it out or added it whole, changed what it is, or joined or parted it before. */
function revisionsOf(line: LineBlock, before: Block | undefined): { ins?: Revision; del?: Revision } {
  const words = line.children.filter(isWord)
  const [first] = words
  const ins = words.every((child) => child.ins) ? first?.ins : undefined
  const del = words.every((child) => child.del) ? first?.del : undefined
  const mark = before && isLineBlock(before) ? before.mark : undefined
  const changed = unmoved(line.pFmt?.rev ?? mark?.del ?? mark?.ins)
  return { ...withRevision('ins', ins ?? changed), ...withRevision('del', del ?? changed) }
}

/** Only words that move are between the borders of a move. */
function unmoved(revision: Revision | undefined): Revision | undefined {
  if (revision?.move === undefined) return revision
  const { move: _, ...rest } = revision
  return rest
}

function withRevision(side: 'ins' | 'del', revision: Revision | undefined): { ins?: Revision; del?: Revision } {
  return revision ? { [side]: revision } : {}
}

/** A number may change before the first line that a revision makes another: a table of the annex, an imported block. */
function anyRevision(body: readonly Block[]): Revision | undefined {
  for (const block of body) {
    if (isLineBlock(block)) {
      const { ins, del } = block.children.find((child) => child.ins ?? child.del) ?? {}
      const found = ins ?? del
      if (found) return found
    } else if (block.type === 'table') {
      const row = block.children.find((one) => one.ins ?? one.del)
      const found = row?.ins ?? row?.del
      if (found) return found
    } else if (block.ins ?? block.del) return block.ins ?? block.del
  }
  return undefined
}
