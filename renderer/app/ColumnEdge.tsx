import type { KeyboardEvent, PointerEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWindow } from './window-context.ts'

type Column = 'outline' | 'panel'

const limits: Record<Column, [number, number]> = { outline: [200, 420], panel: [320, 640] }
/** Pixels of one arrow key. */
const step = 16

/** The border of a side column: dragged with the mouse, moved with the arrow keys. */
export function ColumnEdge({ column }: { column: Column }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const stored = useWindow(({ settings }) => (column === 'outline' ? settings.outlineWidth : settings.panelWidth))
  const [least, most] = limits[column]

  const set = (width: number): void => {
    const value = Math.round(Math.min(most, Math.max(least, width)))
    controller.changeSettings(column === 'outline' ? { outlineWidth: value } : { panelWidth: value })
  }
  const widthAt = (event: PointerEvent): number =>
    column === 'outline' ? event.clientX : document.documentElement.clientWidth - event.clientX

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    set(widthOf(column) + direction * step * (column === 'outline' ? 1 : -1))
  }

  return (
    <div
      className={`column-edge column-edge-${column}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={t(`layout.${column}Edge`)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={stored || least}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(widthAt(event))
      }}
      onDoubleClick={() => controller.changeSettings(column === 'outline' ? { outlineWidth: 0 } : { panelWidth: 0 })}
    />
  )
}

function widthOf(column: Column): number {
  return document.querySelector(`.column-${column}`)?.getBoundingClientRect().width ?? limits[column][0]
}
