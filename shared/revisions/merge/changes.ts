import type { Pending, Revision, TableRow } from '../../report/schema.ts'
import type { Atom } from './atoms.ts'

/** What one copy does to a stretch of the base: its body, or a cell. Indices are those of the base's atoms. */
export interface Changes {
  dels: Map<number, Revision>
  /** Before the atom with this index. */
  inserts: Map<number, Inserted[]>
  formats: Map<number, FormatPatch>
  tables: Map<number, TableChanges>
  /** Ids of the comments that stand on an atom. */
  comments: Map<number, readonly string[]>
  /** Atoms that the text of the copy was made without. */
  hidden: ReadonlySet<number>
  /** Atoms with a pending change that the copy knows nothing of. */
  unseen: ReadonlySet<number>
  /** Of those the ones that are deleted, and that the copy deletes as well. */
  agreed: Map<number, Revision>
}

/** An atom that the base does not have. */
export interface Inserted extends Pending {
  ins: Revision
  atom: Atom
  comments: readonly string[]
  /** Of the other copies that have it too. */
  alike?: readonly Revision[]
}

/** Properties that are set; undefined takes one away. */
export interface FormatPatch {
  rev: Revision
  leaf?: Readonly<Record<string, unknown>>
  line?: Readonly<Record<string, unknown>>
}

export interface TableChanges {
  rowDels: Map<number, Revision>
  /** Before the row with this index. */
  rowInserts: Map<number, { row: TableRow; rev: Revision }[]>
  /** By row, then by cell. */
  cells: Map<number, Changes[]>
}

/** Words with nothing else pending on them, and no comment that would lose its place. */
export function isBareWords({ atom, del, comments }: Inserted): boolean {
  return atom.kind === 'words' && !del && comments.length === 0
}

/** In the order of the text. */
export function inOrder<Value>(places: ReadonlyMap<number, Value>): Map<number, Value> {
  return new Map([...places].sort(([a], [b]) => a - b))
}

export function noChanges(): Changes {
  return {
    dels: new Map(),
    inserts: new Map(),
    formats: new Map(),
    tables: new Map(),
    comments: new Map(),
    hidden: new Set(),
    unseen: new Set(),
    agreed: new Map(),
  }
}

export function isUnchanged({ dels, inserts, formats, tables, comments, agreed }: Changes): boolean {
  return dels.size + inserts.size + formats.size + tables.size + comments.size + agreed.size === 0
}

/** Changes of the words, comments left aside. */
export function hasEdits({ dels, inserts, formats, tables }: Changes): boolean {
  return dels.size + inserts.size + formats.size > 0 || [...tables.values()].some(tableHasEdits)
}

export function tableHasEdits({ rowDels, rowInserts, cells }: TableChanges): boolean {
  return rowDels.size + rowInserts.size > 0 || [...cells.values()].some((row) => row.some(hasEdits))
}

export function addTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
