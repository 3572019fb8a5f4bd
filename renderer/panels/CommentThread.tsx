import type { TFunction } from 'i18next'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment, Opinion } from '../../shared/report/schema.ts'
import type { Thread } from '../../shared/comments/threads.ts'
import { commandOf } from '../app/commands.ts'
import { trackingState } from '../app/review.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { shownDate } from '../editor/elements/RevisedWords.tsx'
import { AuthorBadge } from './AuthorBadge.tsx'
import { CommentBox } from './CommentBox.tsx'
import { CommentQuote } from './CommentQuote.tsx'

interface ThreadProps {
  thread: Thread
  open: boolean
  place: string
}

/** One comment with what was answered; a resolved one is folded until it is opened. */
export function CommentThread({ thread, open, place }: ThreadProps): ReactElement {
  const { t } = useTranslation('comments')
  const { comments } = useController()
  const draft = useSession((session) => session.commentDraft)
  const card = useRef<HTMLElement>(null)
  const main = useRef<HTMLButtonElement>(null)
  const { root, replies } = thread
  useEffect(() => {
    if (!open) return
    card.current?.scrollIntoView({ block: 'nearest' })
    // The card that had the focus is gone.
    if (document.activeElement === document.body) main.current?.focus()
  }, [open])
  const back = (): void => main.current?.focus()
  const folded = root.done && !open
  const isReplying = draft?.kind === 'reply' && draft.thread === root.id
  const edited = draft?.kind === 'edit' ? draft.comment : undefined
  const box = (label: string): ReactElement => <CommentBox label={label} submit={t('keep')} after={back} />
  return (
    <article
      ref={card}
      className={`review-card comment-thread${open ? ' review-card-open' : ''}${root.done ? ' comment-done' : ''}`}
    >
      <button
        ref={main}
        type="button"
        className="review-card-main"
        aria-expanded={open}
        onClick={() => comments.visit(thread)}
      >
        <span className="unseen">{threadSentence(t, thread)}</span>
        <span className="review-card-head" aria-hidden="true">
          <Head comment={root} />
          <span className="grow" />
          {root.done ? <span className="tag">{t('done')}</span> : <span className="meta">{place}</span>}
        </span>
        <span className="comment-quoted" aria-hidden="true">
          {!thread.place || thread.place.point ? (
            <span className="meta">{t(thread.place ? 'quoteGone' : 'noPlaceLong')}</span>
          ) : (
            <CommentQuote words={thread.place.words} />
          )}
        </span>
        {edited !== root.id && <Words comment={root} folded={folded} />}
        {folded && replies.length > 0 && (
          <span className="meta" aria-hidden="true">
            {t('replies', { count: replies.length })}
          </span>
        )}
      </button>
      {edited === root.id && box(t('edit'))}
      {!folded && replies.length > 0 && (
        <ul className="comment-replies" aria-label={t('repliesOf', { name: root.author || t('unknown') })}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <span className="review-card-head">
                <Head comment={reply} />
              </span>
              {edited === reply.id ? box(t('edit')) : <Words comment={reply} folded={false} />}
              {open && edited !== reply.id && <Own thread={thread} comment={reply} />}
            </li>
          ))}
        </ul>
      )}
      {isReplying && box(t('writeReply'))}
      {open && !isReplying && edited === undefined && <Buttons thread={thread} />}
    </article>
  )
}

function Head({ comment: { author, date } }: { comment: Comment }): ReactElement {
  const { t } = useTranslation('comments')
  return (
    <>
      <AuthorBadge author={author} />
      <b>{author || t('unknown')}</b>
      <span className="meta number">{shownDate(date)}</span>
    </>
  )
}

function Words({ comment: { paragraphs }, folded }: { comment: Comment; folded: boolean }): ReactElement {
  return (
    <span className={folded ? 'comment-words comment-words-folded' : 'comment-words'} lang="zh-CN">
      {paragraphs.map((text, index) => (
        <span key={index}>{text}</span>
      ))}
    </span>
  )
}

/** Why comments cannot be changed here; a reviewer under 锁定修订 may only change what is his own. */
function useWhy(comment: Comment): { write: string | undefined; change: string | undefined } {
  const { comments } = useController()
  const write = useWindow((state) => commandOf('addComment').why?.(state))
  const isLocked = useSession((session) => trackingState(session) === 'locked')
  return { write, change: write ?? (isLocked && !comments.isMine(comment) ? 'notYours' : undefined) }
}

interface ActProps {
  name: string
  /** Names the comment for those who hear the button. */
  of?: string
  why: string | undefined
  act: () => void
}

function Act({ name, of, why, act }: ActProps): ReactElement {
  const { t } = useTranslation('comments')
  return (
    <button
      type="button"
      className="link"
      aria-disabled={why !== undefined}
      {...(of !== undefined && { 'aria-label': of })}
      {...(why !== undefined && { title: t(`window:reason.${why}`) })}
      onClick={() => why === undefined && act()}
    >
      {name}
    </button>
  )
}

function Own({ thread, comment }: { thread: Thread; comment: Comment }): ReactElement {
  const { t } = useTranslation('comments')
  const { comments } = useController()
  const { write, change } = useWhy(comment)
  const isRoot = comment === thread.root
  const mine = comments.isMine(comment)
  const of = (what: string): string => t(what, { name: comment.author || t('unknown') })
  return (
    <span className="comment-acts">
      {mine && (
        <Act name={t('edit')} of={of('editOf')} why={write} act={() => comments.startEdit(thread.root.id, comment)} />
      )}
      <Act
        name={t(isRoot ? 'remove' : 'removeReply')}
        of={of(isRoot ? 'removeOf' : 'removeReplyOf')}
        why={change}
        act={() => comments.remove(comment)}
      />
    </span>
  )
}

function Buttons({ thread }: { thread: Thread }): ReactElement {
  const { t } = useTranslation('comments')
  const { comments } = useController()
  const { root } = thread
  const { write } = useWhy(root)
  return (
    <div className="comment-foot">
      <Act name={t('reply')} why={write} act={() => comments.startReply(root.id)} />
      <Act name={t(root.done ? 'reopen' : 'resolve')} why={write} act={() => comments.setDone(thread, !root.done)} />
      <Own thread={thread} comment={root} />
      <span className="grow" />
      <OpinionChoice id={root.id} why={write} />
    </div>
  )
}

const answers: readonly Opinion['answer'][] = ['adopted', 'partly', 'declined']

/** 意见：采纳 / 部分采纳 / 不采纳; the table 意见采纳情况 has the reason beside it. */
function OpinionChoice({ id, why }: { id: string; why: string | undefined }): ReactElement {
  const { t } = useTranslation('opinions')
  const { comments } = useController()
  const opinion = useSession((session) => session.report.review?.opinions[id])
  return (
    <label className="comment-opinion">
      {t('label')}
      <select
        className="input"
        value={opinion?.answer ?? ''}
        disabled={why !== undefined}
        onChange={({ target }) => {
          const answer = answers.find((one) => one === target.value)
          comments.setOpinion(id, answer && { answer, reason: opinion?.reason ?? '' })
        }}
      >
        <option value="">{t('answer.open')}</option>
        {answers.map((answer) => (
          <option key={answer} value={answer}>
            {t(`answer.${answer}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** For those who hear it: 周书记批注“青禾稻米”：请核一下时间，未解决，2026-01-05 16:31，1条答复. */
function threadSentence(t: TFunction<'comments'>, { root, replies, place }: Thread): string {
  const words = root.paragraphs.join(' ')
  const name = root.author || t('unknown')
  const sentence =
    place && !place.point
      ? t('sentence', { name, quote: place.words.slice(0, 40), words })
      : t('sentenceWithoutPlace', { name, words })
  const date = shownDate(root.date)
  const parts = [
    sentence,
    t(root.done ? 'done' : 'open'),
    date,
    replies.length > 0 ? t('replies', { count: replies.length }) : '',
  ]
  return parts.filter((part) => part !== '').join(t('window:listSeparator'))
}
