import type { TFunction } from 'i18next'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import { tablePlace, tableWords } from '../app/table-place.ts'
import { wordsAround } from '../app/words-around.ts'
import { readFigureKey } from '../../shared/ledger/figure-key.ts'
import type { LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import { boundStretches, readLinks } from '../../shared/ledger/links.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { commandOf } from '../app/commands.ts'
import { useLedgerContext } from '../app/use-ledger-context.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { bodyOf } from '../editor/body-of.ts'
import { sourceWords } from '../ledger/source-words.ts'
import { placeNear } from './place-near.ts'

/** The card of a bound figure: a short one under the pointer, the whole one once it was clicked or asked for. */
export function BoundFigure(): ReactElement | null {
  const source = useWindow((state) => state.source)
  const hovered = useHovered()
  if (source) return <SourceCard key={`${source.stretch.start} ${source.stretch.key}`} focus={source.focus} />
  return hovered ? <HoverCard {...hovered} /> : null
}

interface Hovered {
  figure: string
  left: number
  top: number
}

/** Milliseconds that the pointer rests on a figure before its card shows. */
const restFor = 350

function useHovered(): Hovered | undefined {
  const editor = useSession((session) => session.editor)
  const [hovered, setHovered] = useState<Hovered>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over: Element | null = null
    const hear = ({ target }: Event): void => {
      const element = target instanceof Element ? target.closest('.zg-text [data-indicator]') : null
      if (element === over) return
      over = element
      clearTimeout(timer)
      setHovered(undefined)
      const figure = element?.getAttribute('data-indicator')
      if (!element || !figure) return
      timer = setTimeout(() => {
        if (ReactEditor.isComposing(editor) || !element.isConnected) return
        const { left, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect()
        setHovered({ figure, left, top: bottom + 4 })
      }, restFor)
    }
    const hide = (): void => {
      clearTimeout(timer)
      over = null
      setHovered(undefined)
    }
    document.addEventListener('pointerover', hear)
    document.addEventListener('keydown', hide, true)
    document.addEventListener('scroll', hide, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', hear)
      document.removeEventListener('keydown', hide, true)
      document.removeEventListener('scroll', hide, true)
    }
  }, [editor])
  return hovered
}

function HoverCard({ figure, left, top }: Hovered): ReactElement {
  const { t } = useTranslation('bound')
  const { reader } = useLedgerContext()
  const said = useFigure(figure, reader)
  return (
    <div className="figure-hover" role="tooltip" style={{ left: Math.min(left, window.innerWidth - 340), top }}>
      <b>{said.name}</b> <span className="number">{said.number ?? t('source.unknown')}</span>
      <p className="meta">{[said.year, said.source].filter((part) => part !== '').join(' · ')}</p>
    </div>
  )
}

interface Said {
  name: string
  number: string | undefined
  year: string
  source: string
  sentence: string
}

function useFigure(key: string, reader: LedgerReader): Said {
  const { t } = useTranslation('bound')
  const reference = readFigureKey(key)
  const number = reference && reader.number(reference)
  const year = reference ? t(`source.year.${reference.kind}`, { year: reference.year }) : ''
  if (!number || typeof number === 'string') {
    return { name: reference?.indicator ?? '', number: undefined, year, source: '', sentence: '' }
  }
  const { row, figure, value, unit, implied } = number
  const sign = reference.part === 'growth' && !value.startsWith('-') ? '+' : ''
  return {
    name: row.indicator,
    number: `${sign}${value}${unit}`,
    year,
    source: implied ? t('source.computed') : sourceWords(t, figure),
    sentence: figure.source.sentence,
  }
}

function SourceCard({ focus }: { focus: boolean }): ReactElement | null {
  const { t } = useTranslation('bound')
  const controller = useController()
  const { bound, checking } = controller
  const editor = useSession((session) => session.editor)
  const readOnly = useSession((session) => session.readOnly !== null)
  const stretch = useWindow((state) => state.source?.stretch)
  const { reader } = useLedgerContext()
  const said = useFigure(stretch?.key ?? '', reader)
  const card = useRef<HTMLDivElement>(null)
  usePlaceAtCaret(card, editor)
  useEffect(() => {
    if (focus) card.current?.focus()
  }, [focus])
  const { link, others } = useMemo(() => {
    const body = bodyOf(editor)
    const plain = plainText(body)
    const links = readLinks(body, reader, plain)
    return {
      link: links.find(({ start }) => start === stretch?.start),
      others: boundStretches(body, plain)
        .filter(({ key }) => key === stretch?.key)
        .map(({ start, end }) => ({
          start,
          end,
          words: tableWords(t as TFunction, tablePlace(body, plain, start)) + wordsAround(plain.text, start, end),
        })),
    }
  }, [editor, reader, stretch, t])
  if (!stretch) return null
  const close = (): void => {
    bound.closeSource()
    ReactEditor.focus(editor)
  }
  return (
    <div
      ref={card}
      className="figure-card"
      role="dialog"
      aria-label={t('source.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className="figure-card-head">
        <b className="grow">{said.name}</b>
        <b className="number">{said.number ?? t('source.unknown')}</b>
      </div>
      <p className="meta">{[said.year, said.source].filter((part) => part !== '').join(' · ')}</p>
      {said.sentence !== '' && (
        <p className="figure-card-sentence" lang="zh-CN">
          {said.sentence}
        </p>
      )}
      {link?.state === 'stale' && link.printed && said.number !== undefined && (
        <p className="figure-card-stale">
          {t('source.stale', { printed: link.printed.quantity.text, ledger: said.number })}
        </p>
      )}
      <p className="meta">{t('source.others', { count: others.length })}</p>
      {others.length > 1 && (
        <ul className="figure-card-places">
          {others.map((other) => (
            <li key={other.start}>
              <button type="button" className="link" onClick={() => checking.locate(other.start, other.end)}>
                {other.words}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="figure-card-foot">
        <button type="button" className="link" onClick={() => commandOf('showLedger').run(controller)}>
          {t('source.ledger')}
        </button>
        <span className="grow" />
        {!readOnly && (
          <button type="button" className="link" onClick={bound.unlink}>
            {t('source.unlink')}
          </button>
        )}
      </div>
    </div>
  )
}

/** Under the caret, above it near the bottom of the window; a click elsewhere or a scroll closes it. */
function usePlaceAtCaret(card: RefObject<HTMLDivElement | null>, editor: ReactEditor): void {
  const { bound } = useController()
  useLayoutEffect(() => {
    const at = editor.selection
    if (!at || !ReactEditor.isMounted(editor)) return
    const line = ReactEditor.toDOMRange(editor, at).getClientRects()[0]
    if (card.current && line) placeNear(card.current, line)
  }, [card, editor])
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      const inside = target instanceof Node && card.current?.contains(target)
      const onFigure = target instanceof Element && target.closest('[data-indicator]')
      if (!inside && !onFigure) bound.closeSource()
    }
    const scrolled = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.classList.contains('desk-scroll'))) return
      const hadFocus = card.current?.contains(document.activeElement)
      bound.closeSource()
      if (hadFocus) ReactEditor.focus(editor)
    }
    document.addEventListener('pointerdown', leave, true)
    document.addEventListener('scroll', scrolled, true)
    return () => {
      document.removeEventListener('pointerdown', leave, true)
      document.removeEventListener('scroll', scrolled, true)
    }
  }, [card, bound, editor])
}
