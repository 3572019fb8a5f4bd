import { longestParagraph } from '../longest-paragraph.ts'
import type { ParagraphRule } from '../rule.ts'

/** A paragraph that no rule reads is said to be unread: silence would look like agreement. */
export const longParagraph: ParagraphRule = {
  id: 'long-paragraph',
  kind: 'layout',
  severity: 'warning',
  check(text) {
    if (text.length <= longestParagraph) return []
    const values = { length: text.length, most: longestParagraph }
    return [{ messageId: 'paragraphTooLong', values, start: 0, end: Math.min(text.length, 40) }]
  },
}
