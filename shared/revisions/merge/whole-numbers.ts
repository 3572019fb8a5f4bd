import { findQuantities } from '../../numbers/find-quantities.ts'
import type { Revision } from '../../report/schema.ts'
import { textOf, type Atom } from './atoms.ts'
import { inOrder, type Changes, type Inserted } from './changes.ts'

/**
 * The changes of all copies, those of several to one number made to changes of the whole number with its unit: whoever
 * accepts what two have written gets two numbers, and never one made of digits of both, which nobody wrote.
 */
export function withWholeNumbers(base: readonly Atom[], copies: readonly Changes[]): readonly Changes[] {
  if (copies.length < 2) return copies
  const numbers = new Numbers(base)
  const sides = new Map<number, Set<number>>()
  copies.forEach(({ dels, inserts }, side) => {
    for (const map of [dels, inserts])
      for (const at of map.keys()) {
        const line = numbers.lineOf(at)
        sides.set(line, (sides.get(line) ?? new Set()).add(side))
      }
  })
  const made = [...copies]
  for (const [line, by] of sides) {
    if (by.size < 2) continue
    for (const [start, end] of numbers.around(line)) widen(base, made, { start, end })
  }
  return made
}

interface Stretch {
  start: number
  end: number
}

function widen(base: readonly Atom[], copies: Changes[], number: Stretch): void {
  const touching = copies.flatMap((changes, side) => (touches(changes, number) ? [side] : []))
  const isWhole = (side: number): boolean => {
    const changes = copies[side]
    return changes !== undefined && replacesWhole(changes, number)
  }
  if (touching.length < 2 || touching.every(isWhole)) return
  const stretch = withNeighbour(base, copies, touching, number)
  for (const side of touching) {
    const changes = copies[side]
    if (changes) copies[side] = rewritten(base, changes, stretch)
  }
}

function touches({ dels, inserts }: Changes, { start, end }: Stretch): boolean {
  for (let at = start; at < end; at++) if (dels.has(at) || (at > start && inserts.has(at))) return true
  return goesOn(inserts.get(start)?.at(-1)) || goesOn(inserts.get(end)?.[0])
}

function replacesWhole({ dels, inserts }: Changes, { start, end }: Stretch): boolean {
  for (let at = start; at < end; at++) if (!dels.has(at) || (at > start && inserts.has(at))) return false
  return true
}

/** Whether a number would go on with it. */
function goesOn(item: Inserted | undefined): boolean {
  return item?.atom.kind === 'words' && isNumeral(item.atom.key)
}

export function isNumeral(character: string): boolean {
  return /^[\d０-９.．零〇一二三四五六七八九十百千万亿两]$/.test(character)
}

/** Where what a side writes ends without a unit, a word beside the number goes along, so that two do not run into each other. */
function withNeighbour(
  base: readonly Atom[],
  copies: readonly Changes[],
  touching: number[],
  number: Stretch,
): Stretch {
  const others = copies.filter((_, side) => !touching.includes(side))
  const isFree = (at: number): boolean =>
    base[at]?.kind === 'words' && !isNumeral(base[at].key) && others.every(({ dels }) => !dels.has(at))
  const endsOpen = (stretch: Stretch): boolean =>
    touching.some((side) => {
      const made = copies[side] && rewritten(base, copies[side], stretch).inserts.get(stretch.end)
      return goesOn(made?.at(-1))
    })
  const { start } = number
  let { end } = number
  for (; end - number.end < mostNeighbours && endsOpen({ start, end }); end++) if (!isFree(end)) break
  if (!endsOpen({ start, end })) return { start, end }
  return { start: isFree(start - 1) ? start - 1 : start, end: number.end }
}

/** A few are enough where the nearest is one that a side takes away. */
const mostNeighbours = 4

/** All of the stretch goes, and what the copy makes of it comes behind. */
function rewritten(base: readonly Atom[], changes: Changes, { start, end }: Stretch): Changes {
  const dels = new Map(changes.dels)
  const inserts = new Map(changes.inserts)
  const hand = handIn(changes, { start, end })
  if (!hand) return changes
  const { comes, goes } = hand
  const isOwn = ({ author }: Revision): boolean => author === comes.author
  const items: Inserted[] = []
  for (let at = start; at <= end; at++) {
    const list = inserts.get(at) ?? []
    if (at > start || dels.has(at) || goesOn(list.at(-1))) {
      items.push(...list.map((item) => (isOwn(item.ins) ? { ...item, ins: comes } : item)))
      inserts.delete(at)
    }
    const atom = base[at]
    if (at === end || !atom) continue
    const del = dels.get(at)
    const isGone = del !== undefined || (atom.kind === 'words' && atom.child.del !== undefined)
    if (!isGone) items.push({ ins: comes, atom, comments: [] })
    if (!del || isOwn(del)) dels.set(at, goes)
  }
  if (items.length > 0) inserts.set(end, items)
  return { ...changes, dels: inOrder(dels), inserts: inOrder(inserts) }
}

/** What one person makes of a stretch is one deletion and one insertion. */
export function handIn(
  { dels, inserts }: Changes,
  { start, end }: Stretch,
): Record<'comes' | 'goes', Revision> | undefined {
  let [comes, goes]: (Revision | undefined)[] = []
  for (let at = start; at <= end; at++) {
    if (at < end) goes ??= dels.get(at)
    comes ??= inserts.get(at)?.[0]?.ins
  }
  const known = comes ?? goes
  if (!known) return undefined
  const { move: _, ...rest } = known
  return { comes: comes ?? { ...rest, id: `${rest.id}-new` }, goes: goes ?? { ...rest, id: `${rest.id}-old` } }
}

/** The numbers of the base with their units, as stretches of atoms; each line is read when it is first asked for. */
export class Numbers {
  readonly #base: readonly Atom[]
  readonly #starts: Int32Array
  readonly #known = new Map<number, [number, number][]>()

  constructor(base: readonly Atom[]) {
    this.#base = base
    this.#starts = new Int32Array(base.length + 1)
    for (let at = 1; at <= base.length; at++)
      this.#starts[at] = base[at - 1]?.kind === 'words' ? (this.#starts[at - 1] ?? 0) : at
  }

  /** Where the line begins in which the gap lies. */
  lineOf(gap: number): number {
    return this.#starts[gap] ?? 0
  }

  /** Of the line in which the gap lies. */
  around(gap: number): readonly [number, number][] {
    const from = this.lineOf(gap)
    let known = this.#known.get(from)
    if (!known) this.#known.set(from, (known = this.#read(from)))
    return known
  }

  #read(from: number): [number, number][] {
    let text = ''
    const atoms = new Map<number, number>()
    for (let at = from; ; at++) {
      atoms.set(text.length, at)
      const atom = this.#base[at]
      if (atom?.kind !== 'words') break
      text += textOf(atom)
    }
    return numbersIn(text).flatMap(({ start, end }): [number, number][] => {
      const [first, last] = [atoms.get(start), atoms.get(end)]
      return first === undefined || last === undefined ? [] : [[first, last]]
    })
  }
}

/** Quantities, and digits that are none: the number of a document, a telephone. What overlaps is one. */
function numbersIn(text: string): Stretch[] {
  if (!/[\d０-９一二三四五六七八九十百千万亿]/.test(text)) return []
  const runs = [...text.matchAll(/[\d０-９][\d０-９.．]*/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
  const united: Stretch[] = []
  for (const { start, end } of [...findQuantities(text), ...runs].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else united.push({ start, end })
  }
  return united
}
