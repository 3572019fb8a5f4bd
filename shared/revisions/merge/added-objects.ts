import type { Translate } from '../../checks/finding-sentence.ts'
import { opinionPlace } from '../../opinions/opinion-place.ts'
import { placeLines } from '../../opinions/opinion-words.ts'
import type { OutlineNode } from '../../report/outline.ts'
import { isTextLeaf, type Block, type OpinionPlace, type Table } from '../../report/schema.ts'
import { atomsOf, pendingOn, type Atom } from './atoms.ts'
import type { Changes, Inserted } from './changes.ts'

/** A picture or another object of a copy whose contents lie in that copy's file alone. */
export interface AddedObject {
  /** What it shows, for people. */
  label: string
  /** Where the words before it stand in the report. */
  place: OpinionPlace
  /** The last words before it; '' = none. */
  before: string
}

/** 一、工作回顾 第 2 段“……18.6公里”之后：图片. */
export function objectWords({ label, place, before }: AddedObject, t: Translate): string {
  const [where = ''] = placeLines(place, t)
  return t(before === '' ? 'merge:object.there' : 'merge:object.behind', { label, where, before })
}

/** Attributes of the namespace by which XML points to other parts of its file. */
const pointer =
  /xmlns:(\w+)="(?:http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships|http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships)"/

/** In the file of another report a pointer would lead nowhere, or to something else. */
export function pointsElsewhere(xml: string): boolean {
  const prefix = pointer.exec(xml)?.[1]
  return prefix !== undefined && xml.includes(` ${prefix}:`)
}

/** The body of a copy with the objects that the base's file has not got as mere places, for people to see and to fill. */
export function withoutForeignObjects(body: Block[], base: readonly Block[]): Block[] {
  const text = JSON.stringify(body)
  if (!text.includes('/relationships')) return body
  const known = JSON.stringify(base)
  return JSON.parse(text, (key, value: unknown) => {
    const isForeign = key === 'xml' && typeof value === 'string' && pointsElsewhere(value)
    return isForeign && !known.includes(JSON.stringify(value)) ? '' : value
  }) as Block[]
}

/** The objects that were left out, in the order of the text. */
export function addedObjects(
  base: { body: readonly Block[]; outline: readonly OutlineNode[]; atoms: readonly Atom[] },
  changes: Changes,
): AddedObject[] {
  const { body, outline, atoms } = base
  const blocks = blocksOf(atoms)
  const placeAt = (at: number, inTable = false): OpinionPlace => {
    const index = Math.min(blocks[at] ?? 0, body.length - 1)
    const place = opinionPlace(body, outline, { path: [index], start: 0, end: 0 })
    return { ...place, sentence: '', ...(inTable && { inTable }) }
  }
  const found: { at: number; object: AddedObject }[] = []
  for (const [gap, list] of changes.inserts)
    list.forEach((item, index) => {
      const labels = emptyIn(item)
      if (labels.length === 0) return
      const { before, at } = wordsBefore(atoms, changes, gap, list.slice(0, index))
      const place = placeAt(at, item.atom.kind === 'table')
      for (const label of labels) found.push({ at: gap, object: { label, place, before } })
    })
  for (const [at, { rowInserts, cells }] of changes.tables) {
    for (const { row } of [...rowInserts.values()].flat())
      for (const label of emptyInTable({ type: 'table', children: [row] } as unknown as Table))
        found.push({ at, object: { label, place: placeAt(at, true), before: '' } })
    const atom = atoms[at]
    if (atom?.kind !== 'table') continue
    for (const [row, list] of cells)
      list.forEach((cell, column) => {
        const inner = atomsOf(atom.table.children[row]?.children[column]?.children ?? [], {})
        for (const { label, before } of addedObjects({ body: [], outline: [], atoms: inner }, cell))
          found.push({ at, object: { label, place: placeAt(at, true), before } })
      })
  }
  return found.sort((a, b) => a.at - b.at).map(({ object }) => object)
}

/** For each atom the block that it belongs to. */
function blocksOf(atoms: readonly Atom[]): number[] {
  let block = 0
  return atoms.map(({ kind }) => (kind === 'words' ? block : block++))
}

const isEmpty = ({ type, xml }: { type?: string; xml?: string }): boolean => type === 'opaque-inline' && xml === ''

function emptyIn({ atom }: Inserted): string[] {
  if (atom.kind === 'table') return emptyInTable(atom.table)
  if (atom.kind === 'words')
    return !isTextLeaf(atom.child) && 'label' in atom.child && isEmpty(atom.child) ? [atom.child.label] : []
  if (atom.kind !== 'block' || atom.block.type !== 'opaque') return []
  const { xml, words, chart, label } = atom.block
  return xml === '' && !words && !chart ? [label] : []
}

function emptyInTable({ children }: Table): string[] {
  const inlines = children
    .flatMap((row) => row.children)
    .flatMap((cell) => cell.children.flatMap((line) => line.children))
  return inlines.flatMap((child) => ('label' in child && isEmpty(child) ? [child.label] : []))
}

const longestBefore = 14

/** Back from an object: what its copy wrote before it, then the report; an object that has a line of its own stands behind the line above. */
function wordsBefore(
  atoms: readonly Atom[],
  changes: Changes,
  gap: number,
  written: readonly Inserted[],
): { before: string; at: number } {
  const stays = atoms.map((atom, at) => ({ atom, at })).slice(Math.max(0, gap - furthest), gap)
  const kept = stays.filter(({ atom, at }) => !changes.dels.has(at) && !pendingOn(atom).del)
  const stream = [...kept, ...written.map(({ atom }) => ({ atom, at: gap }))]
  let before = ''
  let at = Math.max(0, gap - 1)
  for (const piece of stream.toReversed()) {
    const { atom } = piece
    const word = atom.kind === 'words' && isTextLeaf(atom.child) ? atom.key : ''
    if (atom.kind !== 'words' && before !== '') break
    if (word.trim() === '' && before === '') continue
    if (before === '') at = Math.min(piece.at, Math.max(0, atoms.length - 1))
    before = word + before
    if (Array.from(before).length >= longestBefore) break
  }
  return { before: before.trim(), at }
}

/** Atoms that are looked through for words. */
const furthest = 400
