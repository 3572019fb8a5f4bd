/**
 * What a copy holds that a clean one may not: `review` and `names` of people, `hidden` and `inserted` text, `pictures`
 * with notes, ways `outside`, and whatever nobody here `knows`.
 */
export type TraceKind = 'review' | 'hidden' | 'inserted' | 'names' | 'pictures' | 'outside' | 'unknown'

export interface Trace {
  kind: TraceKind
  part: string
  /** The technical word for it: an element, an attribute, a setting. */
  what: string
  /** Words of the paragraph around it. */
  near?: string
}
