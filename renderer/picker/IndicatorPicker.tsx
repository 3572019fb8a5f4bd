import { Search } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import type { LedgerRow } from '../../shared/ledger/ledger.ts'
import type { Phrasing } from '../../shared/ledger/phrasing.ts'
import { useLedgerContext } from '../app/use-ledger-context.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { sourceWords } from '../ledger/source-words.ts'
import { placeNear } from './place-near.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { bodyOf } from '../editor/body-of.ts'
import {
  atStart,
  fieldList,
  movePicker,
  pickerList,
  rowNumbers,
  type PickerChoice,
  type PickerMove,
  type PickerState,
} from './picker-model.ts'

interface PickerProps {
  query: string
  /** Told what the keys of the page do while the picker is open; true: the key was used up. */
  listen: (hear: ((event: KeyboardEvent) => boolean) | undefined) => void
  /** Told which option stands for the caret, for screen readers. */
  onActive: (option: string | undefined) => void
}

/** 插入指标 under the caret: the caret stays in the page, where what is typed filters the list. */
export function IndicatorPicker({ query: typed, listen, onActive }: PickerProps): ReactElement {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const { reader, context, level } = useLedgerContext()
  const editor = useSession((session) => session.editor)
  const place = useWindow((store) => store.picker?.field)
  const [own, setOwn] = useState({ place, words: '' })
  const query = place ? (own.place === place ? own.words : '') : typed
  const [state, setState] = useState<PickerState>(atStart)
  const [filtered, setFiltered] = useState(query)
  if (filtered !== query) {
    setFiltered(query)
    setState(atStart)
  }
  const list = useMemo(() => {
    if (!place) return pickerList(query, state, reader, context, level)
    return fieldList(query, state, reader, context, level, { place, text: plainText(bodyOf(editor)).text })
  }, [query, state, reader, context, level, place, editor])
  const choose = (chosen: PickerChoice): void => (chosen.fill ? bound.pickFill(chosen.fill) : bound.pick(chosen.leaves))
  const { rows, row, phrasings, units } = list
  const pop = useRef<HTMLDivElement>(null)
  const hear = useRef<(event: KeyboardEvent) => boolean>(undefined)
  usePlace(pop)
  const active = state.phrasing === undefined ? row && `picker-row-${state.row}` : `picker-phrasing-${state.phrasing}`

  useEffect(() => onActive(active), [onActive, active])
  useEffect(() => {
    pop.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  useEffect(() => {
    const use = (event: KeyboardEvent): boolean => {
      const move = moves[event.key]
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
      // In the field of a query ← and → are the caret's own.
      if (place && query !== '' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return false
      if (event.key === 'Escape') bound.closePicker({ back: true })
      else if (event.key === 'Enter') {
        const chosen = phrasings[state.phrasing ?? 0]
        if (chosen?.fill) bound.pickFill(chosen.fill)
        else if (chosen) bound.pick(chosen.leaves)
      } else if (move && row) setState(movePicker(state, move, list))
      else return false
      return true
    }
    hear.current = use
    listen(use)
    return () => listen(undefined)
  }, [listen, bound, state, list, phrasings, row, place, query])

  return (
    <div
      ref={pop}
      className="picker"
      role="dialog"
      aria-label={t('picker.title')}
      // The caret stays in the page.
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
      }}
    >
      <div className="picker-query">
        <Search className="icon" aria-hidden="true" />
        {place ? (
          <input
            className="grow picker-input"
            aria-label={t('picker.fieldHint')}
            placeholder={t('picker.fieldHint')}
            aria-controls="picker-rows picker-phrasings"
            aria-activedescendant={active}
            autoFocus
            value={query}
            onChange={(event) => setOwn({ place, words: event.target.value })}
            onKeyDown={(event) => {
              if (!event.nativeEvent.isComposing && hear.current?.(event)) event.preventDefault()
            }}
            onBlur={() => bound.closePicker()}
          />
        ) : (
          <span className={query === '' ? 'grow picker-hint' : 'grow'}>{query === '' ? t('picker.hint') : query}</span>
        )}
        <span className="meta">{t('picker.count', { count: list.count })}</span>
      </div>
      {rows.length === 0 ? (
        <p className="picker-none">{query === '' ? t('picker.empty') : t('picker.none', { query })}</p>
      ) : (
        <>
          <div className="picker-head">
            <span className="grow">{t('picker.rows')}</span>
            <span className="picker-value">{t('picker.year', { year: context.resultYear })}</span>
            <span className="picker-change">{t('picker.change')}</span>
          </div>
          <ul className="picker-rows" role="listbox" id="picker-rows" aria-label={t('picker.rows')}>
            {rows.map((one, index) => (
              <Row
                key={one.indicator}
                row={one}
                index={index}
                chosen={index === state.row}
                active={state.phrasing === undefined}
                onChoose={() => setState({ ...atStart, row: index })}
              />
            ))}
          </ul>
          {row && (
            <div className="picker-head picker-head-line">
              <span className="grow">{t('picker.phrasings')}</span>
              {units.length > 1 &&
                units.map((unit, index) => (
                  <button
                    key={unit}
                    type="button"
                    tabIndex={-1}
                    className="picker-unit"
                    aria-pressed={index === state.unit}
                    onClick={() => setState({ ...state, unit: index })}
                  >
                    {unit}
                  </button>
                ))}
              {units.length > 1 && <kbd>Tab</kbd>}
              <kbd>→</kbd>
            </div>
          )}
          <ul className="picker-phrasings" role="listbox" id="picker-phrasings" aria-label={t('picker.phrasings')}>
            {phrasings.map((phrasing, index) => (
              <PhrasingOption
                key={`${phrasing.id}${phrasing.kind}${phrasing.year}`}
                phrasing={phrasing}
                index={index}
                chosen={index === (state.phrasing ?? 0)}
                active={state.phrasing !== undefined}
                onChoose={() => choose(phrasing)}
              />
            ))}
          </ul>
          {row && phrasings.length === 0 && <p className="picker-none">{t('field.none')}</p>}
          {phrasings[0]?.id === 'waiting' && <p className="picker-none">{t('picker.noNumber')}</p>}
        </>
      )}
      <PickerFoot row={row} />
    </div>
  )
}

const moves: Record<string, PickerMove> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
  Tab: 'unit',
}

interface OptionProps {
  index: number
  chosen: boolean
  /** The list that the keys walk through. */
  active: boolean
  onChoose: () => void
}

function Row({ row, index, chosen, active, onChoose }: OptionProps & { row: LedgerRow }): ReactElement {
  const { t } = useTranslation('bound')
  const { reader, context } = useLedgerContext()
  const { value, change } = rowNumbers(row, reader, context)
  return (
    <li
      id={`picker-row-${index}`}
      role="option"
      className={`picker-option ${chosen ? 'picker-on' : ''}`}
      aria-selected={chosen}
      data-active={chosen && active}
      onClick={onChoose}
    >
      <span className="grow picker-name">{row.indicator}</span>
      <span className="number picker-value">{value === '' ? t('picker.missing') : value}</span>
      <span className="number picker-change">{change}</span>
    </li>
  )
}

function PhrasingOption({
  phrasing,
  index,
  chosen,
  active,
  onChoose,
}: OptionProps & { phrasing: Phrasing }): ReactElement {
  const { t } = useTranslation('bound')
  return (
    <li
      id={`picker-phrasing-${index}`}
      role="option"
      className={`picker-option ${chosen ? (active ? 'picker-on' : 'picker-next') : ''}`}
      aria-selected={chosen && active}
      data-active={chosen && active}
      onClick={onChoose}
    >
      <span className="grow picker-words" lang="zh-CN">
        {phrasing.leaves.map(({ text, indicator }, at) => (indicator === undefined ? text : <b key={at}>{text}</b>))}
      </span>
      <span className="meta">{t(`picker.kind.${phrasing.kind}`, { year: phrasing.year })}</span>
    </li>
  )
}

function PickerFoot({ row }: { row: LedgerRow | undefined }): ReactElement {
  const { t } = useTranslation('bound')
  const { reader, context } = useLedgerContext()
  const figure = row && rowNumbers(row, reader, context).figure
  return (
    <div className="picker-foot">
      <span className="meta grow picker-source">{figure ? sourceWords(t, figure) : ''}</span>
      <kbd>Enter</kbd>
      <span className="meta">{t('picker.enter')}</span>
      <kbd>Esc</kbd>
      <span className="meta">{t('picker.escape')}</span>
    </div>
  )
}

/** Under the place where the query begins, above it near the bottom of the window. */
function usePlace(pop: React.RefObject<HTMLDivElement | null>): void {
  const editor = useSession((session) => session.editor)
  const anchor = useWindow((state) => state.picker?.anchor)
  useLayoutEffect(() => {
    const put = (): void => {
      const point = anchor?.current
      const line = point && ReactEditor.isMounted(editor) ? rectAt(editor, point) : undefined
      if (pop.current && line) placeNear(pop.current, line)
    }
    put()
    window.addEventListener('scroll', put, true)
    window.addEventListener('resize', put)
    return () => {
      window.removeEventListener('scroll', put, true)
      window.removeEventListener('resize', put)
    }
  })
}

function rectAt(editor: ReactEditor, point: { path: number[]; offset: number }): DOMRect | undefined {
  try {
    const range = ReactEditor.toDOMRange(editor, { anchor: point, focus: point })
    const rect = range.getClientRects()[0] ?? range.startContainer.parentElement?.getBoundingClientRect()
    return rect && rect.height > 0 ? rect : range.startContainer.parentElement?.getBoundingClientRect()
  } catch {
    // The line has not reached the screen yet; the next render puts it right.
    return undefined
  }
}
