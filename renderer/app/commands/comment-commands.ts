import type { Command } from '../command.ts'
import { trackingState } from '../review.ts'
import type { WindowState } from '../window-state.ts'
import { notOnPage, notWritable, withoutReport } from './reasons.ts'

const onPage = (state: WindowState): string | undefined => notWritable(state) ?? notOnPage(state)

/** A thread is open, or the caret stands in one. */
function withoutComment(state: WindowState): string | undefined {
  const { session } = state
  const none = (session?.report.review?.comments.length ?? 0) === 0
  return onPage(state) ?? (none ? 'noComments' : undefined)
}

export const commentCommands: readonly Command[] = [
  { id: 'addComment', key: 'Ctrl+Alt+M', why: onPage, run: ({ comments }) => comments.startNew() },
  {
    id: 'replyComment',
    why: withoutComment,
    run({ comments, showTab }) {
      const thread = comments.current()
      if (thread) {
        showTab('comments')
        comments.startReply(thread.root.id)
      } else comments.step(1)
    },
  },
  {
    id: 'resolveComment',
    why: withoutComment,
    run({ comments }) {
      const thread = comments.current()
      if (thread) comments.setDone(thread, !thread.root.done)
      else comments.step(1)
    },
  },
  {
    id: 'removeComment',
    why: withoutComment,
    run({ comments, store }) {
      const thread = comments.current()
      const isLocked = trackingState(store.get().session) === 'locked'
      if (thread && isLocked && !comments.isMine(thread.root)) comments.refuseOthers()
      else if (thread) comments.remove(thread.root)
      else comments.step(1)
    },
  },
  {
    id: 'removeComments',
    why: (state) => withoutComment(state) ?? (trackingState(state.session) === 'locked' ? 'trackingLocked' : undefined),
    run: ({ comments }) => comments.removeAll(),
  },
  {
    id: 'previousComment',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: ({ comments }) => comments.step(-1),
  },
  {
    id: 'nextComment',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: ({ comments }) => comments.step(1),
  },
  { id: 'showComments', why: withoutReport, run: (window) => window.showTab('comments') },
  { id: 'showOpinions', why: withoutReport, run: (window) => window.showDialog({ kind: 'opinions' }) },
]
