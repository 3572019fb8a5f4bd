import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { longestComment, type CommentProblem } from '../../shared/comments/edit-comments.ts'
import { focusPage } from '../app/give-back-focus.ts'
import { useController, useSession } from '../app/window-context.ts'

interface CommentBoxProps {
  label: string
  submit: string
  /** Where the focus goes when the box does. */
  after: 'page' | (() => void)
}

/** Where a comment is written: Ctrl+Enter keeps it, Esc drops it, Enter is a new line. */
export function CommentBox({ label, submit, after }: CommentBoxProps): ReactElement {
  const { t } = useTranslation('comments')
  const { comments, store } = useController()
  const text = useSession((session) => session.commentDraft?.text ?? '')
  const [problem, setProblem] = useState<CommentProblem | undefined>()
  const field = useRef<HTMLTextAreaElement>(null)
  const length = Array.from(text.trim()).length
  const shownProblem = length > longestComment ? 'tooLong' : problem
  useEffect(() => {
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    element?.scrollIntoView({ block: 'nearest' })
  }, [])
  const leave = (): void => {
    // The words that the comment stands on are drawn with the next frame.
    if (after === 'page') requestAnimationFrame(() => focusPage(store.get().session?.editor))
    else after()
  }
  const keep = (): void => {
    const refused = comments.submit()
    setProblem(refused)
    if (refused) field.current?.focus()
    else leave()
  }
  const drop = (): void => {
    comments.drop()
    leave()
  }
  const press = (event: KeyboardEvent): void => {
    // Esc and Enter under an input method are the input method's.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      drop()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      keep()
    }
  }
  return (
    <div className="comment-box">
      <textarea
        ref={field}
        className="input"
        lang="zh-CN"
        rows={3}
        value={text}
        aria-label={label}
        aria-invalid={shownProblem !== undefined}
        aria-describedby="comment-problem"
        placeholder={label}
        onChange={({ target }) => {
          setProblem(undefined)
          comments.write(target.value)
        }}
        onKeyDown={press}
      />
      <p id="comment-problem" className="comment-problem" role="status">
        {shownProblem && t(`problem.${shownProblem}`, { length, longest: longestComment })}
      </p>
      <div className="comment-buttons">
        <span className="meta grow">{t('boxKeys')}</span>
        <button type="button" className="button" onClick={drop}>
          {t('window:dialog.cancel')}
        </button>
        <button type="button" className="button primary" onClick={keep}>
          {submit}
        </button>
      </div>
    </div>
  )
}
