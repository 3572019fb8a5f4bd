import { readings } from './characters/readings.ts'
import { shapes } from './characters/shapes.ts'

/** Are the two read alike but for the tone (屯 and 囤, 乔 and 桥), or written with one component (枨 and 张)? */
export function areAlike(one: string, other: string): boolean {
  groups ??= readGroups()
  const known = groups.get(other)
  return known !== undefined && (groups.get(one)?.some((group) => known.includes(group)) ?? false)
}

/** Read when the first name needs it. */
let groups: ReadonlyMap<string, readonly number[]> | undefined

function readGroups(): ReadonlyMap<string, readonly number[]> {
  const of = new Map<string, number[]>()
  const lists = [readings.replace(/[a-zê]/g, ''), shapes].flatMap((list) => list.trim().split(/\s+/))
  for (const [group, characters] of lists.entries()) {
    for (const character of characters) {
      const known = of.get(character)
      if (known) known.push(group)
      else of.set(character, [group])
    }
  }
  return of
}
