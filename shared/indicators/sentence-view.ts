import type { Catalogue, NameMatch } from './catalogue.ts'
import type { Figure } from './raw-statement.ts'

/** One sentence with its figures and the catalogue names in it; offsets are those of the compact paragraph. */
export interface SentenceView {
  text: string
  sentence: { start: number; end: number }
  figures: readonly Figure[]
  names: readonly NameMatch[]
  catalogue: Catalogue
}

/** What stands around a figure. */
export interface Place {
  figure: Figure
  index: number
  /** Beginning of the words since the last figure that was read. */
  leftStart: number
  /** Beginning of the clause the figure stands in. */
  clauseStart: number
  /** Where the noun behind the figure begins: 312户905名【低保对象】. */
  behind: number
  /** Beginning of the next figure, or end of the sentence. */
  rightEnd: number
}
