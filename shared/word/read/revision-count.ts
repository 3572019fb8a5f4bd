import type { ImportTally } from './import-tally.ts'
import { isWord, type XmlElement } from './xml-tree.ts'

/**
 * Counts revisions as a reader sees them: neighbours of one kind, author and minute in a paragraph are one
 * (ECMA-376 part 1, 17.13.5 lets producers cut them at will).
 */
export class RevisionCount {
  readonly #tally: ImportTally
  #last = ''
  #depth = 0

  constructor(tally: ImportTally) {
    this.#tally = tally
  }

  /** A new paragraph: nothing joins over its border. */
  startParagraph(): void {
    this.#last = ''
  }

  /** Counts a wrapper of runs; what `read` meets is inside it. */
  wrapper(element: XmlElement, read: () => void): void {
    const key = [element.name, element.attributes['author'], element.attributes['date']?.slice(0, 16)].join('|')
    if (key !== this.#last) this.#tally.revisions++
    this.#last = key
    this.#depth++
    read()
    this.#depth--
  }

  /** Words outside revisions stand between two of them. */
  plainText(): void {
    if (this.#depth === 0) this.#last = ''
  }

  /** Changes of formatting, of paragraph marks, of rows and cells below a property element. */
  properties(properties: XmlElement | undefined): void {
    for (const element of properties?.children ?? []) {
      if (typeof element === 'string') continue
      if (isPropertyChange(element)) this.#tally.revisions++
      else this.properties(element)
    }
  }
}

const changes = new Set([
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'numberingChange',
  'cellIns',
  'cellDel',
  'cellMerge',
])

function isPropertyChange(element: XmlElement): boolean {
  return changes.has(element.name) && isWord(element, element.name)
}
