import { Editor, Range, Text } from 'slate'
import {
  carriedOut,
  initialsOf,
  paragraphsOf,
  problemOf,
  takenBack,
  withDone,
  withNewComment,
  withoutComments,
  withWords,
  type CommentProblem,
} from '../../shared/comments/edit-comments.ts'
import { filterThreads, readThreads, type Thread, type ThreadFilter } from '../../shared/comments/threads.ts'
import { noReview, type Comment, type Opinion, type Review } from '../../shared/report/schema.ts'
import { reviewersIn } from '../../shared/revisions/reviewers.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { jumpToRange } from '../editor/commands/jump-to.ts'
import { wordAround } from '../editor/commands/word-around.ts'
import { inOneStepBeside } from '../editor/plugins/with-beside-changes.ts'
import { commentRange, removeAnchors } from '../editor/plugins/with-comments.ts'
import { takeSelection } from '../editor/take-selection.ts'
import type { CommentDraft } from './comment-draft.ts'
import { readCaret } from './caret.ts'
import { rangeOfPlaces } from './card-place.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { localTime } from './local-time.ts'
import type { SavingActions } from './saving.ts'
import type { Session } from './window-state.ts'

export interface CommentActions {
  /** Of the text as it is now, in its order. */
  threads: () => readonly Thread[]
  shownThreads: () => readonly Thread[]
  setFilter: (change: Partial<ThreadFilter>) => void
  /** On the selected words, else on the word at the caret; asks for a name first where there is none. */
  startNew: () => void
  startReply: (thread: string) => void
  startEdit: (thread: string, comment: Comment) => void
  write: (text: string) => void
  drop: () => void
  /** Why the draft cannot be kept; undefined: it is. */
  submit: () => CommentProblem | undefined
  /** The first comment of a thread takes its replies with it. */
  remove: (comment: Comment) => void
  removeAll: () => void
  setDone: (thread: Thread, done: boolean) => void
  open: (thread: string | null) => void
  /** Opens a thread and shows its place on the page. */
  visit: (thread: Thread) => void
  /** Opens a thread, past a filter that hides it. */
  show: (thread: string) => void
  /** Somebody clicked words with comments. */
  openAt: (ids: readonly string[]) => void
  step: (direction: 1 | -1) => void
  /** The open thread, else the one at the caret. */
  current: () => Thread | undefined
  setOpinion: (id: string, opinion: Opinion | undefined) => void
  isMine: (comment: Comment) => boolean
  /** Says that somebody else's comment stays under 锁定修订. */
  refuseOthers: () => void
}

export interface CommentPorts {
  /** The text has other comments. */
  changed: () => void
  showPanel: () => void
  /** The panel is in view. */
  isPanelShown: () => boolean
}

export function commentActions(parts: Parts, saving: SavingActions, ports: CommentPorts): CommentActions {
  const { store, announcer } = parts
  const say = (key: string, values: Record<string, unknown> = {}): void =>
    announcer.tell(parts.t(`comments:${key}`, values))

  const withName = (then: () => void): void => {
    if (store.get().settings.userName !== '') then()
    else showDialog(parts, { kind: 'reviewer', then, purpose: 'comments' })
  }
  const me = (): string => store.get().settings.userName

  const setReview = (change: (review: Review) => Review): void => {
    changeSession(parts, ({ report, reviewers, editor }) => {
      const review = change(report.review ?? noReview)
      return { report: { ...report, review }, reviewers: reviewersIn(bodyOf(editor), review.comments, reviewers) }
    })
    saving.changed()
  }

  /** One step of undo: what becomes of the comments, and of the places they stand at. */
  const carryOut = (session: Session, after: readonly Comment[], told: string, act?: () => void): void => {
    const step = { before: session.report.review?.comments ?? [], after }
    const put = (change: typeof carriedOut): void => {
      setReview((review) => ({ ...review, comments: change(review.comments, step) }))
      // A reply is a step in which the page hears of nothing.
      const { canUndo, canRedo } = readCaret(session.editor)
      changeSession(parts, ({ caret }) => ({ caret: { ...caret, canUndo, canRedo } }))
      ports.changed()
    }
    let undone = false
    inOneStepBeside(
      session.editor,
      {
        onPage: true,
        redo() {
          put(carriedOut)
          if (undone) say('redone')
        },
        undo() {
          undone = true
          put(takenBack)
          say('undone')
        },
      },
      act,
    )
    say(told)
  }

  const setDraft = (commentDraft: CommentDraft | null): void => {
    const before = store.get().session?.commentDraft
    if (before?.kind === 'new' && commentDraft?.kind !== 'new') before.range.unref()
    changeSession(parts, () => ({ commentDraft }))
  }

  const threads = (): readonly Thread[] => {
    const { session } = store.get()
    return session ? readThreads(session.report.review?.comments ?? [], bodyOf(session.editor)) : []
  }

  const open = (openComment: string | null): void =>
    changeSession(parts, (session) => (session.openComment === openComment ? {} : { openComment }))

  const newComment = (text: string, parent?: Comment): Comment => ({
    id: crypto.randomUUID(),
    author: me(),
    initials: initialsOf(me()),
    date: localTime(),
    paragraphs: paragraphsOf(text),
    ...(parent && { parent: parent.id }),
    done: parent?.done ?? false,
  })

  const actions: CommentActions = {
    threads,
    shownThreads: () => filterThreads(threads(), store.get().threadFilter),
    setFilter(change) {
      store.set((state) => ({ ...state, threadFilter: { ...state.threadFilter, ...change } }))
    },
    startNew() {
      const { session } = store.get()
      if (!session) return
      const { editor } = session
      takeSelection(editor)
      const range = commentableRange(session)
      if (!range) {
        announcer.alarm(parts.t('comments:noWords'))
        return
      }
      const ref = Editor.rangeRef(editor, range, { affinity: 'inward' })
      withName(() => {
        ports.showPanel()
        setDraft({ kind: 'new', text: '', range: ref, quote: Editor.string(editor, range) })
      })
    },
    startReply: (thread) =>
      withName(() => {
        open(thread)
        setDraft({ kind: 'reply', thread, text: '' })
      }),
    startEdit: (thread, { id, paragraphs }) =>
      setDraft({ kind: 'edit', thread, comment: id, text: paragraphs.join('\n') }),
    write(text) {
      changeSession(parts, ({ commentDraft }) => (commentDraft ? { commentDraft: { ...commentDraft, text } } : {}))
    },
    drop: () => setDraft(null),
    submit() {
      const { session } = store.get()
      const draft = session?.commentDraft
      if (!session || !draft) return undefined
      const comments = session.report.review?.comments ?? []
      const problem = problemOf(comments, draft.text, draft.kind !== 'edit')
      if (problem) return problem
      if (draft.kind === 'new') {
        const range = draft.range.current
        if (!range || Range.isCollapsed(range)) {
          announcer.alarm(parts.t('comments:wordsGone'))
          return 'wordsGone'
        }
        const comment = newComment(draft.text)
        carryOut(session, withNewComment(comments, comment), 'added', () =>
          commentRange(session.editor, range, comment.id),
        )
        open(comment.id)
      } else if (draft.kind === 'reply') {
        const root = comments.find(({ id }) => id === draft.thread)
        if (root) carryOut(session, withNewComment(comments, newComment(draft.text, root)), 'replied')
      } else carryOut(session, withWords(comments, draft.comment, paragraphsOf(draft.text)), 'changed')
      setDraft(null)
      return undefined
    },
    remove(comment) {
      const { session } = store.get()
      if (!session) return
      const before = actions.shownThreads()
      const thread = threads().find(({ root }) => root.id === comment.id)
      const ids = new Set(thread ? [thread.root.id, ...thread.replies.map(({ id }) => id)] : [comment.id])
      const comments = withoutComments(session.report.review?.comments ?? [], ids)
      carryOut(session, comments, thread ? 'removed' : 'replyRemoved', () => removeAnchors(session.editor, ids))
      if (!thread) return
      const at = before.findIndex(({ root }) => root.id === comment.id)
      open((before[at + 1] ?? before[at - 1])?.root.id ?? null)
    },
    removeAll() {
      const { session } = store.get()
      if (!session) return
      const ids = new Set((session.report.review?.comments ?? []).map(({ id }) => id))
      carryOut(session, [], 'removedAll', () => removeAnchors(session.editor, ids))
      open(null)
    },
    setDone(thread, done) {
      const { session } = store.get()
      if (!session) return
      const ids = new Set([thread.root.id, ...thread.replies.map(({ id }) => id)])
      carryOut(session, withDone(session.report.review?.comments ?? [], ids, done), done ? 'resolved' : 'reopened')
    },
    open,
    visit(thread) {
      open(thread.root.id)
      const { session } = store.get()
      const range = session && thread.place && rangeOfPlaces(session.editor, thread.place.stretches)
      if (range) jumpToRange(session.editor, range, { keepFocus: true })
    },
    show(id) {
      const thread = threads().find(({ root }) => root.id === id)
      if (!thread) return
      const { state, without } = store.get().threadFilter
      const isShown = filterThreads([thread], { state, without }).length > 0
      if (!isShown) actions.setFilter({ state: 'all', without: without.filter((one) => one !== thread.root.author) })
      open(id)
    },
    openAt(ids) {
      const thread = threads().findLast(({ root, replies }) =>
        [root, ...replies].some((comment) => ids.includes(comment.id)),
      )
      if (!thread) return
      actions.show(thread.root.id)
      // A folded panel stays folded: the click was for the caret.
      if (ports.isPanelShown()) ports.showPanel()
    },
    step(direction) {
      const { session } = store.get()
      const shown = actions.shownThreads()
      const next = session && neighbour(session, shown, direction)
      if (!next) {
        say('none')
        return
      }
      ports.showPanel()
      actions.visit(next)
      announcer.say(parts.t('comments:position', { position: shown.indexOf(next) + 1, count: shown.length }))
    },
    current() {
      const { session } = store.get()
      if (!session) return undefined
      const all = threads()
      return all.find(({ root }) => root.id === session.openComment) ?? threadAtCaret(session, all)
    },
    setOpinion(id, opinion) {
      setReview((review) => {
        const { [id]: _, ...others } = review.opinions
        return { ...review, opinions: opinion ? { ...others, [id]: opinion } : others }
      })
    },
    refuseOthers: () => announcer.tell(parts.t('reason.notYours')),
    isMine: ({ author }) => author !== '' && author === me(),
  }
  return actions
}

/** The selected words, else the word at the caret; undefined where nothing stands that a comment could be on. */
function commentableRange({ editor }: Session): Range | undefined {
  const { selection } = editor
  if (!selection) return undefined
  const range = Range.isExpanded(selection) ? selection : wordAround(editor, selection.anchor)
  if (!range || Editor.string(editor, range).trim() === '') return undefined
  const [start, end] = Range.edges(range)
  return { anchor: start, focus: end }
}

function threadAtCaret({ editor }: Session, threads: readonly Thread[]): Thread | undefined {
  if (!editor.selection) return undefined
  const [leaf] = Editor.node(editor, Range.start(editor.selection))
  const ids = Text.isText(leaf) ? (leaf.comments ?? []) : []
  return threads.findLast(({ root }) => ids.includes(root.id))
}

/** From the open thread, else from the caret; the last is followed by the first. */
function neighbour(session: Session, threads: readonly Thread[], direction: 1 | -1): Thread | undefined {
  const open = threads.findIndex(({ root }) => root.id === session.openComment)
  if (open >= 0) return threads[(open + direction + threads.length) % threads.length]
  const block = session.editor.selection ? (Range.start(session.editor.selection).path[0] ?? 0) : 0
  const isBehind = ({ place }: Thread): boolean => (place?.stretches[0]?.path[0] ?? Infinity) >= block
  return direction > 0
    ? (threads.find(isBehind) ?? threads[0])
    : (threads.findLast((thread) => !isBehind(thread)) ?? threads.at(-1))
}
