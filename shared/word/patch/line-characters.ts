import { isTextLeaf, type Inline, type LineBlock, type PageBreak, type TextLeaf } from '../../report/schema.ts'
import type { RevisedNumber } from '../../revisions/revised-numbers.ts'
import { diff } from '../../revisions/compare/diff.ts'
import { objectCharacter } from './line-items.ts'

/** A line or a page break of the model, with its printed number. */
export interface NumberedPiece {
  block: LineBlock | PageBreak
  number: RevisedNumber
}

/** One character of what the model shows of a paragraph. */
export interface LineCharacter {
  shown: string
  /** The leaf or object it belongs to; undefined for returns. */
  inline?: Inline
  /** It belongs to a printed number or a page break: its leaf only says what is pending. */
  onlyPending?: true
}

/** Lines that one paragraph gave are parted by returns in it; `withNumbers` false leaves their printed numbers out. */
export function lineCharacters(pieces: readonly NumberedPiece[], withNumbers: boolean): LineCharacter[] {
  const characters: LineCharacter[] = []
  let previous: NumberedPiece | undefined
  for (const piece of pieces) {
    const { block, number } = piece
    if (block.type === 'page-break') characters.push({ shown: '\f', inline: pendingLeaf(block), onlyPending: true })
    else {
      if (previous && previous.block.type !== 'page-break') characters.push({ shown: '\n' })
      for (const inline of withNumbers ? numberLeaves(number) : [])
        for (const shown of inline.text) characters.push({ shown, inline, onlyPending: true })
      for (const inline of block.children) {
        if (!isTextLeaf(inline)) characters.push({ shown: objectCharacter, inline })
        else for (const shown of inline.text) characters.push({ shown, inline })
      }
    }
    previous = piece
  }
  return characters
}

const pendingLeaf = ({ ins, del }: PageBreak): TextLeaf => ({ text: '', ...(ins && { ins }), ...(del && { del }) })

/** A number that another one takes the place of is a revision of its own, as the words beside it are. */
function numberLeaves(number: RevisedNumber): TextLeaf[] {
  if (number.old === number.new) return [{ text: number.new }]
  const { del, ins } = number
  return [
    { text: number.old, ...(del && { del }) },
    { text: number.new, ...(ins && { ins }) },
  ]
}

interface Shown {
  shown: string
}

/** For each of `b` the index of its equal in `a`, −1 for none; what shows nothing has no equal. */
export function matchShown(a: readonly Shown[], b: readonly Shown[]): Int32Array {
  const numbers = new Map<string, number>()
  let unique = -1
  const numberOf = ({ shown }: Shown): number => {
    if (shown === '') return unique--
    const known = numbers.get(shown) ?? numbers.size
    numbers.set(shown, known)
    return known
  }
  const matched = new Int32Array(b.length).fill(-1)
  let [from, to] = [0, 0]
  const equalUpTo = (end: number): void => {
    for (; from < end; from++, to++) matched[to] = from
  }
  for (const hunk of diff(Int32Array.from(a, numberOf), Int32Array.from(b, numberOf))) {
    equalUpTo(hunk.aStart)
    ;[from, to] = [hunk.aEnd, hunk.bEnd]
  }
  equalUpTo(a.length)
  return matched
}
