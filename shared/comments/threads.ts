import type { Block, Comment } from '../report/schema.ts'
import { readCommentPlaces, type CommentPlace } from './comment-places.ts'

/** A comment with the replies to it. */
export interface Thread {
  root: Comment
  replies: Comment[]
  /** Undefined: it stands nowhere in the text. */
  place: CommentPlace | undefined
}

/** In the order of the text; those that stand nowhere come last. */
export function readThreads(comments: readonly Comment[], body: readonly Block[]): Thread[] {
  const places = readCommentPlaces(body)
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const roots = new Map<string, Thread>()
  for (const comment of comments)
    if (rootOf(byId, comment) === comment)
      roots.set(comment.id, { root: comment, replies: [], place: places.get(comment.id) })
  for (const comment of comments) {
    const thread = roots.get(rootOf(byId, comment).id)
    if (!thread || thread.root === comment) continue
    thread.replies.push(comment)
    thread.place ??= places.get(comment.id)
  }
  const placed = [...roots.values()].filter(({ place }) => place)
  return [...placed.sort(byPlace), ...[...roots.values()].filter(({ place }) => !place)]
}

/** The first comment of a thread: files of early Word 2013 builds have replies to replies, and a broken one may have rings. */
function rootOf(byId: ReadonlyMap<string, Comment>, comment: Comment): Comment {
  const passed = new Set<Comment>()
  let root = comment
  for (;;) {
    passed.add(root)
    const parent = root.parent === undefined ? undefined : byId.get(root.parent)
    if (!parent) return root
    // In a ring each is a thread of its own.
    if (passed.has(parent)) return comment
    root = parent
  }
}

function byPlace(a: Thread, b: Thread): number {
  const [first, second] = [a.place?.stretches[0], b.place?.stretches[0]]
  if (!first || !second) return 0
  for (let index = 0; index < Math.max(first.path.length, second.path.length); index++) {
    const order = (first.path[index] ?? -1) - (second.path[index] ?? -1)
    if (order !== 0) return order
  }
  return first.start - second.start
}

/** Which threads are listed. */
export interface ThreadFilter {
  /** People whose threads are left out; a thread is of whoever began it. */
  without: readonly string[]
  state: 'all' | 'open' | 'done'
}

export const allThreads: ThreadFilter = { without: [], state: 'all' }

export function filterThreads(threads: readonly Thread[], { without, state }: ThreadFilter): readonly Thread[] {
  return threads.filter(
    ({ root }) => !without.includes(root.author) && (state === 'all' || root.done === (state === 'done')),
  )
}
