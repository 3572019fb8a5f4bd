import type { Pending, Revision } from '../../report/schema.ts'
import type { ImportTally } from './import-tally.ts'
import { isWord, type XmlElement } from './xml-tree.ts'

const dateUtc = '{http://schemas.microsoft.com/office/word/2023/wordml/word16du}dateUtc'

/**
 * Gives revisions their identity. Producers cut them at will and write ids twice (ECMA-376 part 1, 17.13.5 leaves both
 * open), so neighbours of one kind, author and date in a paragraph are one, and ids are counted here.
 */
export class RevisionReader {
  readonly #tally: ImportTally
  #count = 0
  /** The wrappers that ended where the text stands, and those that are open. */
  #last = new Map<string, Revision>()
  #open: string[] = []
  readonly #moves = new Map<string, string>()

  constructor(tally: ImportTally) {
    this.#tally = tally
  }

  /** A new paragraph: nothing joins over its border. */
  startParagraph(): void {
    this.#last = new Map()
  }

  /** A border of a move; between them its revisions belong to it. */
  moveRange({ name, attributes }: XmlElement): void {
    const found = /^move(From|To)Range(Start|End)$/.exec(name)
    const key = `${found?.[1] ?? ''} ${attributes['id'] ?? ''}`
    if (found?.[2] === 'Start') this.#moves.set(key, attributes['name'] ?? '')
    else this.#moves.delete(key)
  }

  /** A wrapper of runs; what `read` meets is inside it. */
  wrapper(element: XmlElement, read: (revision: Revision) => void): void {
    const key = [element.name, element.attributes['author'], element.attributes['date']].join('|')
    const revision = this.#last.get(key) ?? this.read(element)
    this.#open.push(key)
    read(revision)
    this.#open.pop()
    this.#last.set(key, revision)
  }

  /** Words stand between two revisions: only those around them go on. */
  words(): void {
    for (const key of this.#last.keys()) if (!this.#open.includes(key)) this.#last.delete(key)
  }

  /** The revision that an element of its own says. */
  read({ name, attributes }: XmlElement): Revision {
    this.#tally.revisions++
    const revision: Revision = {
      id: `r${++this.#count}`,
      author: attributes['author'] ?? '',
      date: attributes['date'] ?? '',
    }
    const side = /^move(From|To)$/.exec(name)?.[1]
    const move = side && [...this.#moves].findLast(([key]) => key.startsWith(side))?.[1]
    if (move) revision.move = move
    if (attributes[dateUtc] !== undefined) revision.dateUtc = attributes[dateUtc]
    return revision
  }

  /** Insertion and deletion among the properties of a paragraph mark, a row, a cell. */
  marks(properties: XmlElement | undefined): Pending {
    const marks: Pending = {}
    for (const element of properties?.children ?? []) {
      if (typeof element === 'string') continue
      if (isWord(element, 'ins') || isWord(element, 'moveTo')) marks.ins ??= this.read(element)
      if (isWord(element, 'del') || isWord(element, 'moveFrom')) marks.del ??= this.read(element)
    }
    return marks
  }

  /** Changes that the model does not hold: of tables, sections, list numbers. They are counted; the file keeps them. */
  kept(properties: XmlElement | undefined): void {
    for (const element of properties?.children ?? []) {
      if (typeof element === 'string') continue
      if (keptChanges.some((name) => isWord(element, name))) this.#tally.revisions++
      else if (!element.name.endsWith('Change')) this.kept(element)
    }
  }
}

const keptChanges = [
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'numberingChange',
]
