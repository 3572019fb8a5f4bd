import { ChevronDown, ChevronUp } from 'lucide-react'
import { useCallback, useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { filterThreads, readThreads, type Thread, type ThreadFilter } from '../../shared/comments/threads.ts'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { AuthorBadge } from './AuthorBadge.tsx'
import { CommentBox } from './CommentBox.tsx'
import { CommentThread } from './CommentThread.tsx'
import { CommentQuote } from './CommentQuote.tsx'
import { NearEnd } from './NearEnd.tsx'
import { placeWords } from './place-words.ts'

/** Threads built at first, and whenever the end of the list comes near. */
const threadsAtOnce = 40

/** 批注: every thread as a card, by person and whether it is resolved. */
export function Comments(): ReactElement {
  const comments = useSession((session) => session.report.review?.comments)
  const body = useSession((session) => session.reading.body)
  const draft = useSession((session) => session.commentDraft)
  const filter = useWindow((state) => state.threadFilter)
  const threads = useMemo(() => readThreads(comments ?? [], body), [comments, body])
  const shown = useMemo(() => filterThreads(threads, filter), [threads, filter])
  const isNew = draft?.kind === 'new'
  return (
    <>
      <div className="panel-body">
        {threads.length > 0 && <Filters threads={threads} />}
        <div className="review-list">
          {isNew && <NewComment quote={draft.quote} />}
          {threads.length > 0 ? <ThreadList threads={shown} /> : !isNew && <Empty />}
        </div>
      </div>
      {threads.length > 0 && <Foot threads={shown} />}
    </>
  )
}

function NewComment({ quote }: { quote: string }): ReactElement {
  const { t } = useTranslation('comments')
  const me = useWindow((state) => state.settings.userName)
  return (
    <section className="review-card review-card-open comment-new" aria-label={t('add')}>
      <div className="review-card-head">
        <AuthorBadge author={me} />
        <b>{me}</b>
      </div>
      <CommentQuote words={quote} />
      <CommentBox label={t('write')} submit={t('submit')} after="page" />
    </section>
  )
}

function Empty(): ReactElement {
  const { t } = useTranslation('comments')
  const { comments } = useController()
  const why = useWindow((state) => commandOf('addComment').why?.(state))
  const key = useWindow((state) => keyOfCommand(commandOf('addComment'), state.settings.keys))
  return (
    <div className="review-empty">
      <p>{t('empty', { key })}</p>
      <button
        type="button"
        className="button"
        aria-disabled={why !== undefined}
        {...(why !== undefined && { title: t(`window:reason.${why}`) })}
        onClick={() => why === undefined && comments.startNew()}
      >
        {t('add')}
      </button>
    </div>
  )
}

function ThreadList({ threads }: { threads: readonly Thread[] }): ReactElement {
  const { t } = useTranslation()
  const open = useSession((session) => session.openComment)
  const outline = useSession((session) => session.reading.outline)
  const [built, setBuilt] = useState(threadsAtOnce)
  const more = useCallback(() => setBuilt((count) => count + threadsAtOnce), [])
  const shown = threads.slice(0, Math.max(built, threads.findIndex(({ root }) => root.id === open) + 2))
  const place = (thread: Thread): string =>
    thread.place
      ? placeWords(thread.place.stretches[0]?.path, outline, t('review:place.table'), (kind) => t(`section.${kind}`))
      : t('comments:noPlace')
  if (threads.length === 0) return <p className="review-empty">{t('comments:noneShown')}</p>
  return (
    <ul aria-label={t('comments:list')}>
      {shown.map((thread, index) => (
        <li key={thread.root.id} aria-posinset={index + 1} aria-setsize={threads.length}>
          <CommentThread thread={thread} open={thread.root.id === open} place={place(thread)} />
        </li>
      ))}
      {shown.length < threads.length && <NearEnd key={shown.length} onSeen={more} />}
    </ul>
  )
}

function Filters({ threads }: { threads: readonly Thread[] }): ReactElement {
  const { t } = useTranslation('comments')
  const { comments } = useController()
  const { without, state } = useWindow((window) => window.threadFilter)
  const people = new Map<string, number>()
  for (const { root } of threads) people.set(root.author, (people.get(root.author) ?? 0) + 1)
  const open = threads.filter(({ root }) => !root.done).length
  const counts: Record<ThreadFilter['state'], number> = { all: threads.length, open, done: threads.length - open }
  return (
    <div className="panel-summary review-filters">
      <div className="filters" role="group" aria-label={t('states')}>
        {(['all', 'open', 'done'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="chip chip-filter"
            aria-pressed={state === one}
            onClick={() => comments.setFilter({ state: one })}
          >
            {t(`state.${one}`)}
            <span className="number">{counts[one]}</span>
          </button>
        ))}
      </div>
      {people.size > 1 && (
        <div className="filters" role="group" aria-label={t('review:people')}>
          {[...people].map(([author, count]) => (
            <button
              key={author}
              type="button"
              className="chip chip-filter"
              aria-pressed={!without.includes(author)}
              onClick={() =>
                comments.setFilter({
                  without: without.includes(author) ? without.filter((one) => one !== author) : [...without, author],
                })
              }
            >
              <AuthorBadge author={author} />
              {author || t('unknown')}
              <span className="number">{count}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function Foot({ threads }: { threads: readonly Thread[] }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const open = useSession((session) => session.openComment)
  const keys = useWindow((state) => state.settings.keys)
  const position = threads.findIndex(({ root }) => root.id === open) + 1
  const step = (id: 'previousComment' | 'nextComment', words: string, icon: ReactElement): ReactElement => (
    <button
      type="button"
      className="button quiet review-step"
      aria-label={words}
      title={[words, keyOfCommand(commandOf(id), keys)].join(' ').trim()}
      onClick={() => commandOf(id).run(controller)}
    >
      {icon}
    </button>
  )
  return (
    <div className="panel-foot">
      {step('previousComment', t('review:previous'), <ChevronUp className="icon" aria-hidden="true" />)}
      {step('nextComment', t('review:next'), <ChevronDown className="icon" aria-hidden="true" />)}
      <span className="number">{t('review:count', { count: position, all: threads.length })}</span>
      <span className="grow" />
      <button type="button" className="button" onClick={() => controller.showDialog({ kind: 'opinions' })}>
        {t('comments:opinions')}
      </button>
    </div>
  )
}
