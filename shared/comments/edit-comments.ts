import type { Comment } from '../report/schema.ts'

/** Characters of one comment, and comments of one report: more is not read by anybody, and Word shows no more of it. */
export const longestComment = 2000
export const mostComments = 2000

/** `wordsGone`: what it was to stand on was deleted while it was written. */
export type CommentProblem = 'empty' | 'tooLong' | 'tooMany' | 'wordsGone'

/** Why these words can be no comment; undefined: they can. */
export function problemOf(comments: readonly Comment[], words: string, isNew: boolean): CommentProblem | undefined {
  if (words.trim() === '') return 'empty'
  if (Array.from(words.trim()).length > longestComment) return 'tooLong'
  return isNew && comments.length >= mostComments ? 'tooMany' : undefined
}

/** Words as they were typed, without the blank lines around them. */
export function paragraphsOf(words: string): string[] {
  return words.trim().split(/\r?\n/)
}

/** 周书记 → 周: what Word shows beside the number of a comment. */
export function initialsOf(author: string): string {
  const latin = author.trim().match(/\b[A-Za-z]/g)
  return latin && /^[A-Za-z .'-]+$/.test(author.trim())
    ? latin.join('').toUpperCase()
    : (Array.from(author.trim())[0] ?? '')
}

/** A reply stands behind the others of its thread, anything else at the end. */
export function withNewComment(comments: readonly Comment[], comment: Comment): Comment[] {
  const last = comments.findLastIndex(({ id, parent }) => id === comment.parent || parent === comment.parent)
  if (comment.parent === undefined || last < 0) return [...comments, comment]
  return comments.toSpliced(last + 1, 0, comment)
}

export function withWords(comments: readonly Comment[], id: string, paragraphs: string[]): Comment[] {
  return comments.map((comment) => (comment.id === id ? { ...comment, paragraphs } : comment))
}

/** 解决 or 重新打开: a whole thread, because programs differ in whose state they read. */
export function withDone(comments: readonly Comment[], thread: ReadonlySet<string>, done: boolean): Comment[] {
  return comments.map((comment) => (thread.has(comment.id) ? { ...comment, done } : comment))
}

export function withoutComments(comments: readonly Comment[], ids: ReadonlySet<string>): Comment[] {
  return comments.filter(({ id }) => !ids.has(id))
}

/** One step between two states of the comments, told by comment, so that it can be taken back among other changes. */
export interface CommentStep {
  before: readonly Comment[]
  after: readonly Comment[]
}

/** The comments as they are, with what the step did to some of them taken back. */
export function takenBack(now: readonly Comment[], { before, after }: CommentStep): Comment[] {
  return carriedOut(now, { before: after, after: before })
}

export function carriedOut(now: readonly Comment[], { before, after }: CommentStep): Comment[] {
  const old = new Map(before.map((comment) => [comment.id, comment]))
  const wanted = new Map(after.map((comment) => [comment.id, comment]))
  const kept = now.flatMap((comment) => {
    const next = wanted.get(comment.id)
    if (!next) return old.has(comment.id) ? [] : [comment]
    return [old.get(comment.id) === next ? comment : next]
  })
  const present = new Set(kept.map(({ id }) => id))
  after.forEach((comment, index) => {
    if (present.has(comment.id) || old.get(comment.id) === comment) return
    const previous = after.slice(0, index).findLast(({ id }) => present.has(id))
    const at = previous ? kept.findIndex(({ id }) => id === previous.id) + 1 : 0
    kept.splice(at, 0, comment)
    present.add(comment.id)
  })
  return kept
}
