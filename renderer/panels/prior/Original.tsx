import { X } from 'lucide-react'
import { Fragment, memo, useEffect, useMemo, useRef, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextSpan } from '../../../shared/carry-over/accounts.ts'
import { plainText, type PlainLine } from '../../../shared/report/plain-text.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { giveBackFocus } from '../../app/give-back-focus.ts'
import { useController, useSession } from '../../app/window-context.ts'
import type { Comparison } from '../../workers/carry-over-messages.ts'
import { useSynchronisedScroll } from './use-synchronised-scroll.ts'

interface OriginalProps {
  comparison: Comparison
  title: string
  /** The place that is shown first; null: the section that the page shows. */
  at: TextSpan | null
}

/** 并排查看原文: an earlier report beside the page, to be read. */
export function Original({ comparison, title, at }: OriginalProps): ReactElement {
  const { t } = useTranslation()
  const { priorYears, store } = useController()
  const editor = useSession((session) => session.editor)
  const box = useRef<HTMLDivElement>(null)
  const { last, sections, unchanged } = comparison
  useSynchronisedScroll({ original: box, editor, sections, waits: at !== null })
  useEffect(() => {
    const opener = document.activeElement
    box.current?.focus({ preventScroll: true })
    return () => giveBackFocus(opener, store.get().session?.editor)
  }, [store])
  useEffect(() => {
    if (at) box.current?.querySelector('.original-at')?.scrollIntoView({ block: 'center' })
  }, [at])
  return (
    <section
      className="original"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        priorYears.closeOriginal()
      }}
    >
      <div className="original-head">
        <h3 className="grow">{title}</h3>
        <button
          type="button"
          className="icon-button"
          aria-label={t('carry-over:original.close')}
          title={t('carry-over:original.close')}
          onClick={() => priorYears.closeOriginal()}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </div>
      <div className="original-text" ref={box} tabIndex={0} role="document" aria-label={title} lang="zh-CN">
        <Lines body={last.body} at={at} unchanged={unchanged} />
      </div>
      <p className="panel-foot original-foot">{t('carry-over:original.hint')}</p>
    </section>
  )
}

interface LinesProps {
  body: readonly Block[]
  at: TextSpan | null
  unchanged: Comparison['unchanged']
}

const Lines = memo(function Lines({ body, at, unchanged }: LinesProps): ReactElement {
  const plain = useMemo(() => plainText(body), [body])
  const same = useMemo(() => unchanged.map(({ last }) => last).sort((a, b) => a.start - b.start), [unchanged])
  return (
    <>
      {plain.lines.map((line, number) => {
        const index = line.path[0] ?? 0
        const block = body[index]
        const opens = index !== plain.lines[number - 1]?.path[0]
        return (
          <p
            key={line.start}
            className={`original-line original-${nameOf(block)}`}
            {...(opens && { 'data-block': index })}
            {...(block?.type === 'heading' && { role: 'heading', 'aria-level': block.level + 3 })}
          >
            {marked(plain.text, line, at, same)}
          </p>
        )
      })}
    </>
  )
})

/** A heading with its text in one line is read as text. */
function nameOf(block: Block | undefined): string {
  if (block?.type === 'heading' && block.runIn) return 'run-in'
  return block?.type ?? 'paragraph'
}

/** The words of a line; the place that was asked for, and what stands in this year's report too, are marked. */
function marked(text: string, line: PlainLine, at: TextSpan | null, same: readonly TextSpan[]): ReactNode[] {
  const within = [
    ...(at ? [{ ...at, name: 'original-at' }] : []),
    ...same.map((one) => ({ ...one, name: 'original-same' })),
  ]
    .filter(({ start, end }) => start < line.end && end > line.start)
    .sort((a, b) => a.start - b.start)
  const parts: ReactNode[] = []
  let from = line.start
  for (const { start, end, name } of within) {
    if (start < from) continue
    parts.push(text.slice(from, start))
    from = Math.min(end, line.end)
    parts.push(
      <mark key={start} className={name}>
        {text.slice(start, from)}
      </mark>,
    )
  }
  return [...parts, text.slice(from, line.end)].map((part, index) => <Fragment key={index}>{part}</Fragment>)
}
