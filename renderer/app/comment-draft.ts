import type { RangeRef } from 'slate'

/** A comment that is being written. */
export type CommentDraft = { text: string } & (
  | { kind: 'new'; range: RangeRef; quote: string }
  | { kind: 'reply'; thread: string }
  | { kind: 'edit'; comment: string; thread: string }
)
