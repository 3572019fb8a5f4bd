import type { CoAuthor, Pending, Revision } from '../../report/schema.ts'
import { pendingOn, type Atom } from './atoms.ts'
import type { Changes } from './changes.ts'
import { excludes, hunksOf, widened, type MergedHunk } from './hunks.ts'
import { asChanges, inPlaces, isUnseen, range, runsOf, viewOf, type Run } from './pending-runs.ts'
import { saysSame } from './same-words.ts'
import { Numbers } from './whole-numbers.ts'

/** What becomes of changes that are pending in the base when copies come in that were made without them. */
export interface PendingChanges {
  /** By atom of the base: its revisions with those who did the same, and with the conflict that they are now part of. */
  revised: Map<number, Pending>
  /** Hunks that say what is pending already: they are not written once more. */
  repeated: ReadonlySet<MergedHunk>
}

/**
 * A copy that knows nothing of a pending change stands beside it as if both had come in at once: the same change gets a
 * further name, one that excludes it is a conflict with it. `hunks` get the names of such conflicts.
 */
export function meetPending(
  base: readonly Atom[],
  copies: readonly Changes[],
  hunks: readonly MergedHunk[],
  nameConflict: () => string,
): PendingChanges {
  const found: PendingChanges & { repeated: Set<MergedHunk> } = { revised: new Map(), repeated: new Set() }
  if (copies.every(({ unseen }) => unseen.size === 0)) return found
  const meeting = new Meeting(base, copies, hunks)
  copies.forEach((_, side) => meeting.meet(side))
  meeting.settle(found, nameConflict)
  return found
}

class Meeting {
  readonly #base: readonly Atom[]
  readonly #copies: readonly Changes[]
  readonly #hunks: readonly MergedHunk[]
  readonly #runs: readonly Run[]
  /** Runs and hunks that exclude each other. */
  readonly #pairs: { run: Run; hunks: MergedHunk[] }[] = []
  /** Runs that a copy repeats, as its own revisions. */
  readonly #same: { run: Run; side: number; ins: Revision | undefined; del: Revision | undefined }[] = []
  readonly #repeatedBy = new Map<MergedHunk, Set<number>>()

  constructor(base: readonly Atom[], copies: readonly Changes[], hunks: readonly MergedHunk[]) {
    this.#base = base
    this.#copies = copies
    this.#hunks = hunks
    this.#runs = runsOf(base)
  }

  meet(side: number): void {
    const changes = this.#copies[side]
    if (!changes || changes.unseen.size === 0) return
    const { view, placeOf } = viewOf(this.#base, changes)
    const numbers = new Numbers(view)
    const own = hunksOf(inPlaces(changes, placeOf), side)
    for (const run of this.#runs) {
      if (!isUnseen(run, changes)) continue
      const [pending] = hunksOf(asChanges(this.#base, run, placeOf), -1)
      if (!pending) continue
      for (const one of own) {
        if (one.start > pending.end + widest) break
        if (saysSame(view, one, pending)) this.#repeat(run, one, side, placeOf)
        else if (excludes(one, pending, widened(numbers, one), widened(numbers, pending)))
          this.#pairs.push({ run, hunks: this.#partsOf(one, side, placeOf) })
      }
    }
  }

  #partsOf(whole: MergedHunk, side: number, placeOf: (at: number) => number): MergedHunk[] {
    return this.#hunks.filter(
      ({ sides, start, end }) => sides.includes(side) && placeOf(start) >= whole.start && placeOf(end) <= whole.end,
    )
  }

  #repeat(run: Run, whole: MergedHunk, side: number, placeOf: (at: number) => number): void {
    const changes = this.#copies[side]
    const items = whole.inserts.flatMap(({ list }) => list)
    const agreed = range(run).flatMap((at) => changes?.agreed.get(at) ?? [])
    this.#same.push({ run, side, ins: items[0]?.ins, del: agreed[0] })
    for (const hunk of this.#partsOf(whole, side, placeOf))
      this.#repeatedBy.set(hunk, (this.#repeatedBy.get(hunk) ?? new Set()).add(side))
    // What was said of the words is said of those that stand already.
    const written = range(run).filter((at) => this.#pendingAt(at)?.ins)
    written.forEach((at, index) => {
      const comments = items[index]?.comments ?? []
      if (comments.length > 0) changes?.comments.set(at, comments)
    })
  }

  settle(found: PendingChanges & { repeated: Set<MergedHunk> }, nameConflict: () => string): void {
    for (const [hunk, sides] of this.#repeatedBy)
      if (hunk.sides.every((side) => sides.has(side))) found.repeated.add(hunk)
    const names = this.#names(nameConflict)
    const known = 1 + Math.max(-1, ...this.#runs.flatMap(({ revision }) => revision.conflict?.sides ?? []))
    const authors = [...new Set(this.#runs.flatMap(({ revision }) => (revision.conflict ? [] : [revision.author])))]
    // Who has something pending came before the copies, and stands before them.
    const nextSide = known + authors.length
    const sideOf = (author: string): number => known + authors.indexOf(author)
    for (const hunk of this.#hunks) hunk.firstSide = nextSide
    for (const run of this.#runs)
      for (const at of range(run)) this.#revise(found.revised, at, run, { name: names.get(run), nextSide, sideOf })
    keepIds(this.#base, found.revised)
  }

  /** Runs in one conflict, and the hunks in it, have one name. */
  #names(nameConflict: () => string): Map<Run, string> {
    const names = new Map<Run, string>()
    const rename = (old: string, name: string): void => {
      for (const hunk of this.#hunks) if (hunk.conflict === old) hunk.conflict = name
      for (const [run, known] of names) if (known === old) names.set(run, name)
    }
    for (const run of this.#runs) if (run.revision.conflict) names.set(run, run.revision.conflict.name)
    for (const { run, hunks } of this.#pairs) {
      const known = hunks.flatMap(({ conflict }) => conflict ?? [])
      const name = names.get(run) ?? known[0] ?? nameConflict()
      for (const old of known) if (old !== name) rename(old, name)
      for (const hunk of hunks) hunk.conflict = name
      names.set(run, name)
    }
    return names
  }

  #revise(revised: Map<number, Pending>, at: number, run: Run, { name, nextSide, sideOf }: Naming): void {
    const { ins, del } = this.#pendingAt(at) ?? {}
    const same = this.#same.filter((one) => one.run === run)
    const alike = ins
      ? same.flatMap((one) => (one.ins ? [{ side: one.side, revision: one.ins }] : []))
      : this.#copies.flatMap(({ agreed }, side) => {
          const revision = agreed.get(at)
          return revision ? [{ side, revision }] : []
        })
    const joins = name !== undefined && (name !== run.revision.conflict?.name || alike.length > 0)
    if (alike.length === 0 && !joins) return
    const more = (revision: Revision): Revision => {
      const also = [...(revision.also ?? []), ...alike.map((one) => personOf(one.revision))]
      const own = revision.conflict?.sides ?? [sideOf(revision.author)]
      const others = alike.map(({ side }) => nextSide + side)
      return {
        ...revision,
        ...(also.length > 0 && { also: withoutTwice(revision, also, name !== undefined) }),
        ...(name !== undefined && { conflict: { name, sides: [...own, ...others] } }),
      }
    }
    revised.set(at, { ...(ins && { ins: more(ins) }), ...(del && { del: more(del) }) })
  }

  #pendingAt(at: number): Pending | undefined {
    const atom = this.#base[at]
    return atom && pendingOn(atom)
  }
}

interface Naming {
  name: string | undefined
  /** Number of the first copy among the sides of this conflict. */
  nextSide: number
  /** Number of somebody who has something pending that was no conflict. */
  sideOf: (author: string) => number
}

/** Numbers reach as far beyond a change as this at most. */
const widest = 40

function personOf({ author, date }: Revision): CoAuthor {
  return { author, date }
}

/** In a conflict names and sides stand beside each other; otherwise each name is listed once. */
function withoutTwice({ author }: Revision, also: readonly CoAuthor[], all: boolean): CoAuthor[] {
  if (all) return [...also]
  const seen = new Set([author])
  return also.filter((one) => !seen.has(one.author) && seen.add(one.author))
}

/** A revision that is another one at some of its atoms is two: each part is decided for itself. */
function keepIds(base: readonly Atom[], revised: Map<number, Pending>): void {
  const variants = new Map<string, string[]>()
  const meet = (revision: Revision | undefined): number => {
    if (!revision) return 0
    const key = JSON.stringify([revision.also, revision.conflict])
    const known = variants.get(revision.id) ?? []
    if (!known.includes(key)) variants.set(revision.id, [...known, key])
    return (variants.get(revision.id) ?? []).indexOf(key)
  }
  // Those that stay as they are come first and keep their id.
  base.forEach((atom, at) => {
    if (revised.has(at)) return
    const { ins, del } = pendingOn(atom)
    meet(ins)
    meet(del)
  })
  const taken = new Set<string>()
  for (const atom of base) {
    const { ins, del } = pendingOn(atom)
    for (const revision of [ins, del]) if (revision) taken.add(revision.id)
  }
  const fresh = new Map<string, string>()
  const named = (revision: Revision): Revision => {
    const index = meet(revision)
    if (index === 0) return revision
    const key = `${revision.id} ${index}`
    let id = fresh.get(key)
    if (id === undefined) {
      let count = 2
      do id = `${revision.id}-${count++}`
      while (taken.has(id))
      taken.add(id)
      fresh.set(key, id)
    }
    return { ...revision, id }
  }
  for (const [at, { ins, del }] of revised)
    revised.set(at, { ...(ins && { ins: named(ins) }), ...(del && { del: named(del) }) })
}
