import type { Atom } from './atoms.ts'
import { addTo, noChanges, type Changes, type Inserted } from './changes.ts'
import { asChanges, inPlaces, isUnseen, runsOf, viewOf, type Run, type View } from './pending-runs.ts'
import { withSameWords } from './same-words.ts'

/** Of copies that know nothing of what is pending: what comes to the same words as that is made to the same change. */
export function withPendingWords(base: readonly Atom[], copies: readonly Changes[]): readonly Changes[] {
  if (copies.every(({ unseen }) => unseen.size === 0)) return copies
  const runs = runsOf(base)
  return copies.map((changes) => (changes.unseen.size === 0 ? changes : beside(base, changes, runs)))
}

function beside(base: readonly Atom[], changes: Changes, runs: readonly Run[]): Changes {
  const seen = viewOf(base, changes)
  const own = inPlaces(changes, seen.placeOf)
  const pending = noChanges()
  for (const run of runs) {
    if (!isUnseen(run, changes)) continue
    const { dels, inserts } = asChanges(base, run, seen.placeOf)
    for (const [at, revision] of dels) pending.dels.set(at, revision)
    for (const [gap, list] of inserts) for (const item of list) addTo(pending.inserts, gap, item)
  }
  const [, split] = withSameWords(seen.view, [pending, own])
  return !split || split === own ? changes : inBase(changes, split, seen)
}

/** Back among the atoms of the base; an insertion that is what it was stays on its side of what is pending there. */
function inBase(changes: Changes, split: Changes, { placeOf, atoms }: View): Changes {
  const dels: Changes['dels'] = new Map()
  for (const [place, revision] of split.dels) {
    const at = atoms[place]
    if (at !== undefined && !changes.agreed.has(at)) dels.set(at, revision)
  }
  const agreed = new Map([...changes.agreed].filter(([at]) => split.dels.has(placeOf(at))))
  const inserts = new Map<number, Inserted[]>()
  for (const [place, list] of split.inserts) {
    const known = [...changes.inserts].filter(([gap]) => placeOf(gap) === place)
    const were = known.flatMap(([, items]) => items)
    if (were.length === list.length && were.every((item, index) => item === list[index]))
      for (const [gap, items] of known) inserts.set(gap, items)
    else inserts.set(place === 0 ? 0 : (atoms[place - 1] ?? 0) + 1, [...list])
  }
  return { ...changes, dels, inserts, agreed }
}
