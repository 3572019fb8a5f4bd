import type { ReactNode } from 'react'
import { linesOf } from '../../shared/comments/lines-of.ts'
import { readThreads, type Thread } from '../../shared/comments/threads.ts'
import { isTextLeaf, type Block, type Comment, type Inline } from '../../shared/report/schema.ts'
import { unknownReviewer } from '../../shared/word/write/page-layout.ts'
import { redlineWords } from '../../shared/word/write/redline-words.ts'

/** What is still under discussion, numbered in the order of the text; closed threads are settled and stay out. */
export interface PrintedComments {
  threads: readonly Thread[]
  /** Numbers of the threads that end with these words. */
  numbersAt: ReadonlyMap<Inline, readonly number[]>
}

export function readPrintedComments(body: readonly Block[], comments: readonly Comment[]): PrintedComments {
  const threads = readThreads(comments, body).filter(({ root }) => !root.done)
  const ends = lastWords(body)
  const numbersAt = new Map<Inline, number[]>()
  threads.forEach(({ root, replies }, index) => {
    const end = [root, ...replies].map(({ id }) => ends.get(id)).find((leaf) => leaf !== undefined)
    if (end) numbersAt.set(end, [...(numbersAt.get(end) ?? []), index + 1])
  })
  return { threads, numbersAt }
}

/** The last words that each comment stands on, by its id. */
function lastWords(body: readonly Block[]): Map<string, Inline> {
  const ends = new Map<string, Inline>()
  for (const [{ children }] of linesOf(body))
    for (const child of children)
      if (isTextLeaf(child) && child.text !== '') child.comments?.forEach((id) => ends.set(id, child))
  return ends
}

/** Behind the words that comments stand on. */
export function commentMarks(item: Inline, { numbersAt }: PrintedComments): ReactNode {
  const numbers = numbersAt.get(item)
  return numbers && <span className="zg-review-mark">{redlineWords.commentMark(numbers)}</span>
}

/** Paper has no balloons: the comments follow the text. */
export function CommentList({ comments: { threads } }: { comments: PrintedComments }): ReactNode {
  if (threads.length === 0) return null
  return (
    <section className="zg-comments">
      <p className="zg-keep">{redlineWords.comments}</p>
      {threads.map(({ root, replies, place }, index) => (
        <div key={root.id}>
          <p>{`${redlineWords.commentMark([index + 1])} ${place ? '' : redlineWords.withoutPlace}${said(root)}`}</p>
          {replies.map((reply) => (
            <p key={reply.id} className="zg-reply">
              {redlineWords.reply + said(reply)}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function said({ author, date, paragraphs }: Comment): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  return `${author || unknownReviewer}${day === undefined ? '' : ` ${day}`}：${paragraphs.join('\n')}`
}
