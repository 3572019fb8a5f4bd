import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Editor, Range } from 'slate'
import { ReactEditor } from 'slate-react'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { jumpTo } from '../editor/commands/jump-to.ts'
import { replaceHits } from '../editor/commands/replace.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { offsetOf } from '../editor/offsets.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { useSearch, type SearchOptions } from './use-search.ts'

/** 查找 and 替换 above the page: the text stays in view, the places found are marked in it. */
export function FindBar(): ReactElement | null {
  const find = useWindow((state) => state.find)
  return find ? <OpenFindBar replacing={find.mode === 'replace'} /> : null
}

const choices = ['matchCase', 'matchWidth', 'wholeWord', 'regularExpression'] as const

function OpenFindBar({ replacing }: { replacing: boolean }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const editor = useSession((session) => session.editor)
  const readOnly = useSession((session) => session.readOnly !== null)
  const opened = useWindow((state) => state.find)
  const [query, setQuery] = useState(() => selectedWords(editor))
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState<SearchOptions>({})
  /** What 全部替换 did: without it the bar would only say that nothing is found any more. */
  const [replaced, setReplaced] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { result, current, setCurrent } = useSearch(query, replacing ? replacement : undefined, options)
  const hits = result?.ok ? result.hits : []

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [opened])

  const close = (): void => {
    controller.setFind(null)
    ReactEditor.focus(editor)
  }
  const step = (direction: 1 | -1): void => {
    if (hits.length === 0) return
    setReplaced(null)
    const next = current < 0 ? hitAtCaret(editor, hits, direction) : (current + direction + hits.length) % hits.length
    const hit = hits[next]
    if (!hit) return
    setCurrent(next)
    jumpTo(editor, plainText(bodyOf(editor)), hit, { keepFocus: true })
  }
  const replaceOne = (): void => {
    const hit = hits[current]
    if (!hit) step(1)
    else if (replaceHits(editor, [hit]) > 0) setCurrent(-1)
    // The button may be disabled by now, and a disabled button hears no key.
    input.current?.focus()
  }
  const replaceAll = (): void => {
    const count = replaceHits(editor, hits)
    setCurrent(-1)
    setReplaced(count)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      step(event.shiftKey ? -1 : 1)
    } else return
    event.preventDefault()
  }

  return (
    <div className="find-bar" role="search" aria-label={t('find.label')} onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          ref={input}
          type="text"
          className="input"
          aria-label={t('find.find')}
          placeholder={t('find.find')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setReplaced(null)
          }}
        />
        <span className="find-count number" role="status">
          {query === '' ? '' : result?.ok === false ? t(`find.${result.reason}`) : foundWords()}
        </span>
        <button type="button" className="icon-button" aria-label={t('find.previous')} onClick={() => step(-1)}>
          <ChevronUp className="icon" aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" aria-label={t('find.next')} onClick={() => step(1)}>
          <ChevronDown className="icon" aria-hidden="true" />
        </button>
      </div>
      {replacing && !readOnly && (
        <div className="find-line">
          <input
            type="text"
            className="input"
            aria-label={t('find.replaceWith')}
            placeholder={t('find.replaceWith')}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <button type="button" className="button" disabled={hits.length === 0} onClick={replaceOne}>
            {t('find.replace')}
          </button>
          <button type="button" className="button" disabled={hits.length === 0} onClick={replaceAll}>
            {t('find.replaceAll')}
          </button>
        </div>
      )}
      <div className="find-line find-options">
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="checkbox"
              checked={options[choice] ?? false}
              onChange={(event) => setOptions({ ...options, [choice]: event.target.checked })}
            />
            {t(`find.${choice}`)}
          </label>
        ))}
      </div>
      <span className="grow" />
      <button type="button" className="icon-button" aria-label={t('find.close')} onClick={close}>
        <X className="icon" aria-hidden="true" />
      </button>
    </div>
  )

  function foundWords(): string {
    if (replaced !== null) return t('find.replaced', { count: replaced })
    if (hits.length === 0) return t('find.none')
    if (current < 0) return t('find.count', { count: hits.length })
    return t('find.position', { current: current + 1, count: hits.length })
  }
}

/** Longest selection that is taken over as the words to look for. */
const longestQuery = 60

function selectedWords(editor: ReportEditor): string {
  const { selection } = editor
  if (!selection || Range.isCollapsed(selection)) return ''
  const words = Editor.string(editor, selection)
  return words.length <= longestQuery ? words : ''
}

/** The first hit behind the caret, or the last one before it. */
function hitAtCaret(editor: ReportEditor, hits: readonly { start: number; end: number }[], direction: 1 | -1): number {
  const point = editor.selection && Range.start(editor.selection)
  const plain = plainText(bodyOf(editor))
  const caret = point ? (offsetOf(editor.children, plain, point) ?? 0) : 0
  if (direction === 1)
    return Math.max(
      0,
      hits.findIndex(({ start }) => start >= caret),
    )
  const before = hits.findLastIndex(({ end }) => end <= caret)
  return before < 0 ? hits.length - 1 : before
}
