import type { ReactElement } from 'react'
import { shortened } from '../../shared/opinions/shortened.ts'

/** Characters of the commented words that a card shows. */
const longestQuote = 60

/** The words that a comment stands on. */
export function CommentQuote({ words }: { words: string }): ReactElement {
  return (
    <span className="comment-quote" lang="zh-CN">
      {shortened(words, longestQuote)}
    </span>
  )
}
