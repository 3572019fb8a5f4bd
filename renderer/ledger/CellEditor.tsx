import { useEffect, useRef, useState, type ReactElement } from 'react'

/** Where the selection goes when an edit is done. */
export type Step = 'stay' | 'down' | 'up' | 'right' | 'left'

interface CellEditorProps {
  label: string
  /** What stands in the cell when the edit begins: its figure, or the key that began it. */
  text: string
  /** Select all, so that typing replaces it. */
  whole: boolean
  /** False: the words are no figure of the row; the cell stays open. */
  onDone: (text: string, step: Step) => boolean
  onCancel: () => void
}

/** An input in the place of a cell. Enter and Tab take what was typed, Esc leaves the cell as it was. */
export function CellEditor({ label, text, whole, onDone, onCancel }: CellEditorProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [value, setValue] = useState(text)
  const [refused, setRefused] = useState(false)
  const closed = useRef(false)
  useEffect(() => {
    input.current?.focus()
    if (whole) input.current?.select()
  }, [whole])

  const done = (step: Step): void => {
    if (closed.current) return
    closed.current = true
    if (onDone(value, step)) return
    closed.current = false
    setRefused(true)
  }

  return (
    <input
      ref={input}
      className={`cell-editor ${refused ? 'cell-refused' : ''}`}
      aria-label={label}
      aria-invalid={refused}
      value={value}
      maxLength={80}
      autoComplete="off"
      onChange={(event) => {
        setRefused(false)
        setValue(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const step = stepOf(event.key, event.shiftKey)
        if (event.key === 'Escape') {
          closed.current = true
          onCancel()
        } else if (step) done(step)
        else {
          event.stopPropagation()
          return
        }
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={() => {
        // A figure that cannot be read is not kept: the cell shows what it was.
        if (!closed.current && !onDone(value, 'stay')) onCancel()
        closed.current = true
      }}
    />
  )
}

function stepOf(key: string, shift: boolean): Step | undefined {
  if (key === 'Enter') return shift ? 'up' : 'down'
  if (key === 'Tab') return shift ? 'left' : 'right'
  return undefined
}
