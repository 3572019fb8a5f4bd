import type { Revision } from '../../report/schema.ts'
import type { SourceElement } from '../revisions/source-tree.ts'

export interface Wrapper {
  kind: 'ins' | 'del'
  /** The file's own element, where the revision is one of the file. */
  source?: SourceElement
  revision?: Revision | undefined
}

/** A piece of a line to be written: a character of text or an element, and what stands around it. */
export interface WrittenItem {
  node: SourceElement
  /** The character, for text. */
  text?: string | undefined
  /** The run of the file it comes from; undefined beside `node` without properties: it stands beside runs. */
  run?: SourceElement | undefined
  properties?: SourceElement | undefined
  holders: SourceElement[]
  wrappers: Wrapper[]
  /** It stands beside runs and not in one. */
  beside?: boolean
}
