import type { Atom } from './atoms.ts'
import { compete } from './alike.ts'
import type { Changes, Inserted } from './changes.ts'
import { isNumeral, Numbers } from './whole-numbers.ts'

/** One change that one or several copies make: neighbouring atoms that go, and what comes among them. */
export interface MergedHunk {
  /** Copies that make it, counted from 0. */
  sides: number[]
  /** Atoms of the base that go; empty for a mere insertion. */
  start: number
  end: number
  /** In the order of the text. */
  inserts: { gap: number; list: readonly Inserted[] }[]
  /** Names of the moves that it is an end of. */
  moves: Set<string>
  /** Same for all that exclude each other; undefined: it disturbs nobody. */
  conflict?: string
  /** Number of the first copy among the sides of a conflict; those before it came with the base. */
  firstSide?: number
}

/** The changes of all copies to one stretch of the base, equal ones as one, those that exclude each other named. */
export function mergeHunks(
  base: readonly Atom[],
  copies: readonly Changes[],
  nameConflict: () => string,
): MergedHunk[] {
  const merged = uniteEqual(copies.flatMap((changes, side) => hunksOf(changes, side)))
  nameConflicts(base, merged, nameConflict)
  return merged
}

export function hunksOf({ dels, inserts }: Pick<Changes, 'dels' | 'inserts'>, side: number): MergedHunk[] {
  const places = [...new Set([...dels.keys(), ...inserts.keys()])].sort((a, b) => a - b)
  const hunks: MergedHunk[] = []
  let last: MergedHunk | undefined
  for (const at of places) {
    const list = inserts.get(at)
    const goes = dels.has(at)
    const goesOn = last !== undefined && last.end === at && last.end > last.start
    if (!goesOn || !last) {
      last = { sides: [side], start: at, end: at, inserts: [], moves: new Set() }
      hunks.push(last)
    }
    if (list) last.inserts.push({ gap: at, list })
    if (goes) last.end = at + 1
    for (const { move } of [dels.get(at), ...(list?.map(({ ins }) => ins) ?? [])].filter((rev) => rev !== undefined))
      if (move !== undefined) last.moves.add(move)
  }
  return hunks
}

function uniteEqual(hunks: readonly MergedHunk[]): MergedHunk[] {
  const known = new Map<string, MergedHunk>()
  const united: MergedHunk[] = []
  for (const hunk of hunks) {
    const key = keyOf(hunk)
    const same = known.get(key)
    if (!same) {
      known.set(key, hunk)
      united.push(hunk)
      continue
    }
    same.sides.push(...hunk.sides)
    for (const move of hunk.moves) same.moves.add(move)
    same.inserts = same.inserts.map(({ gap, list }, index) => ({
      gap,
      list: list.map((item, at) => madeByBoth(item, hunk.inserts[index]?.list[at])),
    }))
  }
  return united.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The same is listed once, with the names and the comments of all. */
function madeByBoth(item: Inserted, other: Inserted | undefined): Inserted {
  if (!other) return item
  return { ...item, alike: [...(item.alike ?? []), other.ins], comments: [...item.comments, ...other.comments] }
}

export function keyOf({ start, end, inserts }: MergedHunk): string {
  const words = inserts.map(({ gap, list }) => `${gap}:${list.map(insertedKey).join('')}`)
  return [start, end, ...words].join('|')
}

/** A table is the same only where all of it is, an end of a line where the line is of the same kind. */
function insertedKey({ atom, del }: Inserted): string {
  const own = atom.kind === 'table' ? JSON.stringify(atom.table.children.map(wordsOfRow)) : atom.key
  const kind = atom.kind === 'mark' ? `${atom.line.type}${'level' in atom.line ? atom.line.level : ''}` : ''
  return `${del ? '-' : ''}${own}${kind}`
}

function wordsOfRow({ children }: { children: { children: { children: object[] }[] }[] }): string[] {
  return children.flatMap((cell) =>
    cell.children.map((line) =>
      line.children.map((child) => ('text' in child ? String(child.text) : '\uFFFC')).join(''),
    ),
  )
}

function nameConflicts(base: readonly Atom[], hunks: readonly MergedHunk[], nameConflict: () => string): void {
  const groups = new Groups(hunks.length)
  const numbers = new Numbers(base)
  const wide = hunks.map((hunk) => widened(numbers, hunk))
  hunks.forEach((one, index) => {
    for (let other = index + 1; other < hunks.length; other++) {
      const second = hunks[other]
      if (!second || second.start > (wide[index]?.end ?? one.end)) break
      if (excludes(one, second, wide[index], wide[other])) groups.unite(index, other)
    }
  })
  uniteMoves(hunks, groups)
  for (const list of groups.lists()) {
    const name = nameConflict()
    for (const index of list) {
      const hunk = hunks[index]
      if (hunk) hunk.conflict = name
    }
  }
}

export interface Wide {
  start: number
  end: number
  /** It changes a part of a number: whoever changes another part of it changes the same number. */
  cuts: boolean
}

export function excludes(one: MergedHunk, other: MergedHunk, a: Wide | undefined, b: Wide | undefined): boolean {
  if (!a || !b) return false
  if (one.sides.every((side) => other.sides.includes(side))) return false
  // What comes strictly inside of what another takes away lies in its stretch as well.
  const overlap = a.start < b.end && b.start < a.end
  const onlyGoes = one.inserts.length === 0 && other.inserts.length === 0
  return (
    (overlap && (!onlyGoes || a.cuts || b.cuts || one.moves.size + other.moves.size > 0)) ||
    runTogether(one, other) ||
    compete(one, other)
  )
}

/** Digits that two write at one place would be read as one number. */
function runTogether(one: MergedHunk, other: MergedHunk): boolean {
  return one.inserts.some(({ gap, list }) =>
    other.inserts.some(
      (second) =>
        second.gap === gap &&
        ((isDigit(list.at(-1)) && isDigit(second.list[0])) || (isDigit(second.list.at(-1)) && isDigit(list[0]))),
    ),
  )
}

function isDigit(item: Inserted | undefined): boolean {
  return item?.atom.kind === 'words' && isNumeral(item.atom.key)
}

/** The two ends of a move stay together; two copies that move the same to different places exclude each other. */
function uniteMoves(hunks: readonly MergedHunk[], groups: Groups): void {
  const ends = new Map<string, number[]>()
  hunks.forEach(({ moves }, index) => {
    for (const move of moves) ends.set(move, [...(ends.get(move) ?? []), index])
  })
  for (const list of ends.values()) {
    const sides = new Set(list.map((index) => hunks[index]?.sides.join()))
    const [first = 0, ...rest] = list
    if (sides.size > 1 || list.some((index) => groups.isTaken(index)))
      for (const index of rest) groups.unite(first, index)
  }
}

/** A number is one thing: 3480 → 3840 and 3480 → 3485 exclude each other although they change different digits. */
export function widened(numbers: Numbers, { start, end }: MergedHunk): Wide {
  let wide: Wide = { start, end, cuts: false }
  for (const [first, last] of [...numbers.around(start), ...(start === end ? [] : numbers.around(end))]) {
    const inside = start === end ? first < start && start < last : first < end && start < last
    if (!inside || (start <= first && last <= end)) continue
    wide = { start: Math.min(wide.start, first), end: Math.max(wide.end, last), cuts: true }
  }
  return wide
}

/** Which of several belong together, by pairs. */
class Groups {
  readonly #leaders: number[]

  constructor(size: number) {
    this.#leaders = Array.from({ length: size }, (_, index) => index)
  }

  unite(a: number, b: number): void {
    const [first, second] = [this.#leader(a), this.#leader(b)]
    this.#leaders[Math.max(first, second)] = Math.min(first, second)
  }

  isTaken(index: number): boolean {
    const leader = this.#leader(index)
    return this.#leaders.some((_, other) => other !== index && this.#leader(other) === leader)
  }

  /** Of two or more. */
  lists(): number[][] {
    const lists = new Map<number, number[]>()
    this.#leaders.forEach((_, index) => {
      const leader = this.#leader(index)
      lists.set(leader, [...(lists.get(leader) ?? []), index])
    })
    return [...lists.values()].filter(({ length }) => length > 1)
  }

  #leader(index: number): number {
    let at = index
    while (this.#leaders[at] !== at) at = this.#leaders[at] ?? at
    return at
  }
}
