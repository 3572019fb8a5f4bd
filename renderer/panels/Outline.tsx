import { PanelLeftClose } from 'lucide-react'
import { memo, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { focusIn } from '../app/panes.ts'
import { SeverityShape, StateShape } from '../app/shapes.tsx'
import { Tip } from '../app/Tip.tsx'
import { useShownFindings } from '../app/use-shown-findings.ts'
import { useController, useSession } from '../app/window-context.ts'
import { jumpToBlock } from '../editor/commands/jump-to.ts'
import { moveSection } from '../editor/commands/move-section.ts'
import { OutlineMenu, type OutlineMenuPlace } from './OutlineMenu.tsx'
import {
  findingBlocks,
  gravest,
  outlineRows,
  readsTheSame,
  rowOfBlock,
  shownState,
  type OutlineRow,
} from './outline-rows.ts'
import { rowDetails, shownTitle } from './outline-names.ts'
import { OutlineFoot } from './OutlineFoot.tsx'

export function Outline({ narrow }: { narrow: boolean }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <nav
      className={`column column-outline ${narrow ? 'column-over' : ''}`}
      aria-label={t('outline.label')}
      data-pane="outline"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        if (narrow) controller.setOverlay('none')
        focusIn('page')
      }}
    >
      <div className="column-head">
        <h2 className="grow">{t('outline.label')}</h2>
        <Tip text={t('outline.fold')}>
          <button
            type="button"
            className="icon-button"
            aria-label={t('outline.fold')}
            onClick={() => controller.toggleColumn('outline')}
          >
            <PanelLeftClose className="icon" aria-hidden="true" />
          </button>
        </Tip>
      </div>
      <Tree />
      <OutlineFoot />
    </nav>
  )
}

function Tree(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const outline = useSession((session) => session.reading.outline)
  const checked = useSession((session) => session.checking.plain)
  const editor = useSession((session) => session.editor)
  const readOnly = useSession((session) => session.readOnly !== null)
  const caret = useSession((session) => session.caret.block)
  const findings = useShownFindings()
  const rows = useMemo(() => outlineRows(outline, findingBlocks(findings, checked)), [outline, findings, checked])
  const current = rowOfBlock(rows, caret)
  const [focused, setFocused] = useState(0)
  const [menu, setMenu] = useState<OutlineMenuPlace | null>(null)
  const drag = useSectionDrag(rows, (from, before) => {
    moveSection(editor, from.node.start, from.node.end, before)
  })
  const tree = useRef<HTMLUListElement>(null)

  const focusRow = (index: number): void => {
    if (index < 0 || index >= rows.length) return
    setFocused(index)
    tree.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus()
  }
  const go = (row: OutlineRow): void => {
    jumpToBlock(editor, row.node.start)
    controller.setOverlay('none')
  }
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow, index: number): void => {
    const next = rowForKey(event.key, rows, index)
    if (next !== undefined) focusRow(next)
    else if (event.key === 'Enter' || event.key === ' ') go(row)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const { left, bottom } = event.currentTarget.getBoundingClientRect()
      setMenu({ row, x: left + 24, y: bottom })
    } else return
    event.preventDefault()
  }

  if (rows.length === 0) return <p className="column-empty">{t('outline.empty')}</p>
  return (
    <>
      <ul className="tree" role="tree" aria-label={t('outline.label')} ref={tree}>
        {rows.map((row, index) => (
          <li
            key={`${row.node.start}-${row.depth}`}
            className={rowClass(row, index === current, drag.classOf(index))}
            role="treeitem"
            aria-level={row.depth}
            aria-posinset={row.position}
            aria-setsize={row.size}
            aria-selected={index === current}
            tabIndex={index === Math.min(focused, rows.length - 1) ? 0 : -1}
            data-row={index}
            {...(index === Math.min(focused, rows.length - 1) && { 'data-pane-focus': true })}
            onClick={() => go(row)}
            onFocus={() => setFocused(index)}
            onKeyDown={(event) => onKeyDown(event, row, index)}
            onContextMenu={(event) => {
              event.preventDefault()
              setMenu({ row, x: event.clientX, y: event.clientY })
            }}
            draggable={!readOnly}
            {...drag.handlers(index)}
          >
            <RowWords row={row} />
          </li>
        ))}
      </ul>
      {menu && <OutlineMenu place={menu} rows={rows} onClose={() => setMenu(null)} />}
    </>
  )
}

/** Every pause of typing brings new rows; drawn again are those that read otherwise. */
const RowWords = memo(function RowWords({ row }: { row: OutlineRow }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <StateShape state={shownState(row)} />
      <span className="row-title" lang={row.node.title === '' ? undefined : 'zh-CN'}>
        {shownTitle(t, row.node)}
      </span>
      <span className="unseen">{rowDetails(t, row)}</span>
      <RowFinding row={row} />
      <span className="row-count number" aria-hidden="true">
        {row.node.characters.toLocaleString('zh-CN')}
      </span>
    </>
  )
}, readsTheSame)

function RowFinding({ row }: { row: OutlineRow }): ReactElement | null {
  const severity = gravest(row.findings)
  return severity ? <SeverityShape severity={severity} silent /> : null
}

function rowClass(row: OutlineRow, current: boolean, drop: string): string {
  return `row row-depth-${Math.min(row.depth, 4)} ${row.node.heading ? '' : 'row-plain'} ${current ? 'row-current' : ''} ${drop}`
}

function rowForKey(key: string, rows: readonly OutlineRow[], index: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, rows.length - 1)
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return rows.length - 1
    case 'ArrowLeft':
      return rows[index]?.parent ?? undefined
    case 'ArrowRight':
      return rows[index + 1]?.parent === index ? index + 1 : undefined
    default:
      return undefined
  }
}

interface SectionDrag {
  handlers(index: number): {
    onDragStart(event: DragEvent): void
    onDragOver(event: DragEvent): void
    onDragEnd(): void
    onDrop(event: DragEvent): void
  }
  classOf(index: number): string
}

/** A row is dropped before or after another one; a line shows where. */
function useSectionDrag(rows: readonly OutlineRow[], move: (from: OutlineRow, before: number) => void): SectionDrag {
  const [from, setFrom] = useState<number | null>(null)
  const [over, setOver] = useState<{ row: number; after: boolean } | null>(null)
  const end = (): void => {
    setFrom(null)
    setOver(null)
  }
  return {
    handlers: (index) => ({
      onDragStart(event) {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('application/x-zhenggao-section', String(index))
        setFrom(index)
      },
      onDragOver(event) {
        if (from === null || !mayDrop(rows, from, index)) return
        event.preventDefault()
        const { top, height } = event.currentTarget.getBoundingClientRect()
        setOver({ row: index, after: event.clientY > top + height / 2 })
      },
      onDragEnd: end,
      onDrop(event) {
        event.preventDefault()
        const moved = from === null ? undefined : rows[from]
        const target = over && rows[over.row]
        if (moved && target) move(moved, over.after ? target.node.end : target.node.start)
        end()
      },
    }),
    classOf(index) {
      if (index === from) return 'row-dragged'
      if (over?.row !== index) return ''
      return over.after ? 'row-drop-after' : 'row-drop-before'
    },
  }
}

/** Not into itself, and only beside a row of the same depth: a chapter never lands inside a chapter. */
function mayDrop(rows: readonly OutlineRow[], from: number, onto: number): boolean {
  const moved = rows[from]
  const target = rows[onto]
  if (!moved || !target || from === onto || moved.depth !== target.depth) return false
  return target.node.start < moved.node.start || target.node.start >= moved.node.end
}
