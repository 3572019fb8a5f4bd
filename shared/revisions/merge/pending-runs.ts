import type { Revision } from '../../report/schema.ts'
import { isOneAct } from '../cards.ts'
import { pendingOn, type Atom } from './atoms.ts'
import { addTo, noChanges, type Changes, type Inserted } from './changes.ts'

/** A pending change of one person: neighbouring atoms. */
export interface Run {
  start: number
  end: number
  revision: Revision
}

/** The pending changes of a base, each of one person. */
export function runsOf(base: readonly Atom[]): Run[] {
  const runs: Run[] = []
  base.forEach((atom, at) => {
    const { ins, del } = pendingOn(atom)
    const revision = ins ?? del
    // What is deleted in what is inserted, and rows of a table, stand for themselves.
    if (!revision || (ins && del) || atom.kind === 'table') return
    const last = runs.at(-1)
    if (last?.end === at && goesOn(last.revision, revision)) last.end = at + 1
    else runs.push({ start: at, end: at + 1, revision })
  })
  return runs
}

function goesOn(a: Revision, b: Revision): boolean {
  return a.author === b.author && a.conflict?.name === b.conflict?.name && isOneAct(a, b)
}

/** A copy was made without it. */
export function isUnseen(run: Run, { unseen }: Changes): boolean {
  return range(run).every((at) => unseen.has(at))
}

export function range({ start, end }: Run): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}

/** Changes with their places counted in the text that the copy was made from. */
export function inPlaces({ dels, agreed, inserts }: Changes, placeOf: (at: number) => number): Changes {
  const changes = noChanges()
  for (const map of [dels, agreed]) for (const [at, revision] of map) changes.dels.set(placeOf(at), revision)
  const all = new Map<number, Inserted[]>()
  for (const [at, list] of [...inserts].sort(([a], [b]) => a - b))
    all.set(placeOf(at), [...(all.get(placeOf(at)) ?? []), ...list])
  return { ...changes, inserts: all }
}

/** What is pending as if a copy had brought it, places counted in the text of another copy. */
export function asChanges(base: readonly Atom[], run: Run, placeOf: (at: number) => number): Changes {
  const changes = noChanges()
  for (const at of range(run)) {
    const atom = base[at]
    if (!atom) continue
    const { ins, del } = pendingOn(atom)
    if (del) changes.dels.set(placeOf(at), del)
    if (ins) addTo(changes.inserts, placeOf(at), { ins, atom, comments: [] })
  }
  return changes
}

/** The text that a copy was made from, the place in it of every atom of the base, and the atom at every place. */
export function viewOf(base: readonly Atom[], { hidden }: Changes): View {
  const places = new Int32Array(base.length + 1)
  const atoms: number[] = []
  for (let at = 0; at < base.length; at++) {
    if (!hidden.has(at)) atoms.push(at)
    places[at + 1] = atoms.length
  }
  return { view: atoms.map((at) => base[at] as Atom), placeOf: (at) => places[at] ?? 0, atoms }
}

export interface View {
  view: Atom[]
  placeOf: (at: number) => number
  atoms: number[]
}
