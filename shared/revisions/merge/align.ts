import type { Revision } from '../../report/schema.ts'
import { diffWords } from '../compare/diff.ts'
import { readableHunks } from '../compare/readable-hunks.ts'
import { cutsOf, type Token } from '../compare/tokens.ts'
import { markKey, pendingOn, textOf, type Atom } from './atoms.ts'

/** Where lines are cut: the base is cut once, however many copies are held against it. */
export type Cuts = Map<string, readonly number[]>

export interface Alignment {
  places: Int32Array
  /** Atoms of the base that the copy's text was made without; undefined: it was made with all of them. */
  hidden?: ReadonlySet<number>
}

/**
 * The same where changes are pending in the base. Of changes whose marks the copy does not have, it may have been made
 * before them, with them accepted, or with those of one person: it is held against the text that it fits best.
 */
export function alignPending(
  base: readonly Atom[],
  copy: readonly Atom[],
  cuts: Cuts,
  isSeen: (revision: Revision) => boolean,
): Alignment {
  let best: Alignment = { places: alignAtoms(base, copy, cuts) }
  let cost = unmatched(best.places, base.length)
  const isUnseen = (revision: Revision | undefined): revision is Revision => revision !== undefined && !isSeen(revision)
  for (const isTaken of textsWithout(base, isUnseen)) {
    if (cost === 0) break
    const hidden = new Set<number>()
    base.forEach((atom, index) => {
      const { ins, del } = pendingOn(atom)
      if ((isUnseen(ins) && !isTaken(ins)) || (isUnseen(del) && isTaken(del))) hidden.add(index)
    })
    const kept = base.flatMap((_, index) => (hidden.has(index) ? [] : [index]))
    const view = kept.flatMap((index) => base[index] ?? [])
    const places = alignAtoms(view, copy, cuts)
    const its = unmatched(places, view.length)
    if (its >= cost) continue
    cost = its
    best = { places: places.map((at) => (at < 0 ? at : (kept[at] ?? -1))), hidden }
  }
  return best
}

/** Which changes are in each text that the copy may have been made from. */
function textsWithout(
  base: readonly Atom[],
  isUnseen: (revision: Revision | undefined) => boolean,
): ((revision: Revision) => boolean)[] {
  const authors = new Set<string>()
  for (const atom of base) {
    const { ins, del } = pendingOn(atom)
    for (const revision of [ins, del])
      if (revision && isUnseen(revision)) for (const name of namesOf(revision)) authors.add(name)
  }
  if (authors.size === 0) return []
  return [
    () => false,
    () => true,
    ...[...authors].map((name) => (revision: Revision) => namesOf(revision).includes(name)),
  ]
}

function namesOf({ author, also = [] }: Revision): string[] {
  return [author, ...also.map((other) => other.author)]
}

/** Atoms of both sides that the other does not have. */
function unmatched(places: Int32Array, length: number): number {
  const matched = places.reduce((count, at) => (at < 0 ? count : count + 1), 0)
  return places.length + length - 2 * matched
}

/**
 * For each atom of the copy the index of the base's atom that it is, −1 for one that the base does not have. Rising. The
 * marks that end both are the same one: nothing follows that their lines could join.
 */
export function alignAtoms(base: readonly Atom[], copy: readonly Atom[], cuts: Cuts): Int32Array {
  const places = new Int32Array(copy.length).fill(-1)
  const bothEnd = base.at(-1)?.kind === 'mark' && copy.at(-1)?.kind === 'mark'
  if (bothEnd) places[copy.length - 1] = base.length - 1
  const [n, m] = bothEnd ? [base.length - 1, copy.length - 1] : [base.length, copy.length]
  let same = 0
  while (same < n && same < m && base[same]?.key === copy[same]?.key) places[same] = same++
  if (same === n && same === m) return places
  // Back to the start of the line, so that its words are cut as a whole.
  while (same > 0 && base[same - 1]?.key !== markKey) same--
  const a = tokensOf(base, same, n, cuts)
  const b = tokensOf(copy, same, m, cuts)
  const hunks = diffWords(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )
  let [aAt, bAt] = [same, same]
  let token = 0
  const skip = (tokens: readonly AtomToken[], from: number, to: number): number =>
    tokens.slice(from, to).reduce((count, { atoms }) => count + atoms, 0)
  const end = { aStart: a.length, aEnd: a.length, bStart: b.length, bEnd: b.length }
  places.fill(-1, same, m)
  for (const { aStart, aEnd, bStart, bEnd } of [...readableHunks(hunks, a, b), end]) {
    const equal = skip(a, token, aStart)
    for (let step = 0; step < equal; step++) places[bAt + step] = aAt + step
    aAt += equal + skip(a, aStart, aEnd)
    bAt += equal + skip(b, bStart, bEnd)
    token = aEnd
  }
  return places
}

type AtomToken = Token & { atoms: number }

function tokensOf(atoms: readonly Atom[], from: number, to: number, cuts: Cuts): AtomToken[] {
  const tokens: AtomToken[] = []
  let line: Atom[] = []
  const endLine = (): void => {
    tokens.push(...wordsOf(line, cuts))
    line = []
  }
  for (const atom of atoms.slice(from, to)) {
    if (atom.kind === 'words') {
      line.push(atom)
      continue
    }
    endLine()
    const border = atom.kind === 'mark' ? { mark: { type: atom.line.type } } : { fixed: fixedOf(atom) }
    tokens.push({ key: atom.key, text: '', children: [], atoms: 1, ...border })
  }
  endLine()
  return tokens
}

function fixedOf(atom: Extract<Atom, { kind: 'table' | 'block' }>): NonNullable<Token['fixed']> {
  return atom.kind === 'table' ? atom.table : atom.block
}

function wordsOf(line: readonly Atom[], known: Cuts): AtomToken[] {
  if (line.length === 0) return []
  const text = line.map(textOf).join('')
  let cuts = known.get(text)
  if (!cuts) known.set(text, (cuts = cutsOf(text)))
  const tokens: AtomToken[] = []
  let [at, offset] = [0, 0]
  for (const cut of cuts.slice(1)) {
    const start = at
    while (offset < cut) offset += textOf(line[at++] as Atom).length
    const part = line.slice(start, at)
    const words = part.map(textOf).join('')
    tokens.push({ key: part.map(({ key }) => key).join(''), text: words, children: [], atoms: part.length })
  }
  return tokens
}
