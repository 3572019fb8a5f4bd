import type { Atom } from './atoms.ts'
import { isBareWords, type Changes } from './changes.ts'
import { handIn } from './whole-numbers.ts'

/** The words of one line, without its end. */
interface Line {
  start: number
  end: number
}

/** The changes of all copies; those that make one line the same are marked as the first of them has it. */
export function withSameLines(base: readonly Atom[], copies: readonly Changes[]): readonly Changes[] {
  const made = [...copies]
  for (const line of linesOfSeveral(base, copies)) {
    const first = new Map<string, number>()
    copies.forEach((changes, side) => {
      const text = touches(changes, line) ? textWith(base, changes, line) : undefined
      if (text === undefined) return
      const pattern = first.get(text)
      if (pattern === undefined) first.set(text, side)
      else made[side] = asIn(made[side] ?? changes, copies[pattern] ?? changes, line)
    })
  }
  return made
}

function linesOfSeveral(base: readonly Atom[], copies: readonly Changes[]): Line[] {
  const lines: Line[] = []
  let start = 0
  base.forEach((atom, at) => {
    if (atom.kind === 'words') return
    lines.push({ start, end: at })
    start = at + 1
  })
  if (start < base.length) lines.push({ start, end: base.length })
  return lines.filter((line) => copies.filter((changes) => touches(changes, line)).length > 1)
}

function touches({ dels, inserts }: Changes, { start, end }: Line): boolean {
  for (let at = start; at <= end; at++) if ((at < end && dels.has(at)) || inserts.has(at)) return true
  return false
}

/** What the copy makes of the line; undefined where more than words comes and goes, or something is pending. */
function textWith(base: readonly Atom[], { dels, inserts }: Changes, { start, end }: Line): string | undefined {
  const keys: string[] = []
  for (let at = start; at <= end; at++) {
    const list = inserts.get(at) ?? []
    if (!list.every((item) => isBareWords(item) && item.ins.move === undefined)) return undefined
    keys.push(...list.map(({ atom }) => atom.key))
    const atom = base[at]
    if (at === end || !atom) continue
    if (atom.kind !== 'words' || atom.child.ins || atom.child.del || dels.get(at)?.move !== undefined) return undefined
    if (!dels.has(at)) keys.push(atom.key)
  }
  return JSON.stringify(keys)
}

/** What several did cannot be told apart any more when it is marked in another way. */
function authorsIn({ dels, inserts }: Changes, { start, end }: Line): Set<string> {
  const authors = new Set<string>()
  for (let at = start; at <= end; at++) {
    for (const { ins } of inserts.get(at) ?? []) authors.add(ins.author)
    const del = at < end ? dels.get(at) : undefined
    if (del) authors.add(del.author)
  }
  return authors
}

function asIn(own: Changes, pattern: Changes, line: Line): Changes {
  const hand = handIn(own, line)
  if (!hand || authorsIn(own, line).size > 1) return own
  const dels = new Map([...own.dels].filter(([at]) => at < line.start || at >= line.end))
  const inserts = new Map([...own.inserts].filter(([gap]) => gap < line.start || gap > line.end))
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && pattern.dels.has(at)) dels.set(at, hand.goes)
    const list = pattern.inserts.get(at)
    if (list)
      inserts.set(
        at,
        list.map((item) => ({ ...item, ins: hand.comes })),
      )
  }
  return { ...own, dels, inserts }
}
