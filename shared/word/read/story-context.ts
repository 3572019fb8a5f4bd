import type { Note } from '../../report/schema.ts'
import type { ImportTally } from './import-tally.ts'
import type { ListNumbers } from './list-numbers.ts'
import type { Relationship } from './package-parts.ts'
import type { OpenComments } from './read-comments.ts'
import type { RevisionReader } from './revision-reader.ts'
import type { Styles } from './styles.ts'
import type { XmlElement } from './xml-tree.ts'

/** What every reader of a piece of the document needs. */
export interface StoryContext {
  styles: Styles
  /** Style of the paragraph that is being read. */
  paragraphStyle?: string | undefined
  numbers: ListNumbers
  relationships: ReadonlyMap<string, Relationship>
  tally: ImportTally
  revisions: RevisionReader
  comments: OpenComments
  /** What the rows, cells and paragraphs of tables, breaks and unknown blocks were read from. */
  origins: Map<object, XmlElement[]>
  /** Text of the note with this kind and id, registered in the report when it is asked for. */
  useNote(kind: Note['kind'], id: string): string | undefined
}
