import { useState, type ReactElement } from 'react'
import { readDate } from './read-date.ts'

interface DateInputProps {
  id: string
  /** `YYYY-MM-DD`. */
  value: string | null
  onChange: (date: string | null) => void
}

/** A day as reports write it; the browser's own field would follow the system's language, not the window's. */
export function DateInput({ id, value, onChange }: DateInputProps): ReactElement {
  const [text, setText] = useState(() => (value === null ? '' : writeDate(value)))
  return (
    <input
      id={id}
      className="input"
      value={text}
      maxLength={20}
      autoComplete="off"
      aria-invalid={text.trim() !== '' && readDate(text) === null}
      onChange={(event) => {
        setText(event.target.value)
        onChange(readDate(event.target.value))
      }}
      onBlur={() => {
        if (value !== null) setText(writeDate(value))
      }}
    />
  )
}

/** `2026-01-12` → `2026-1-12`, read again by the same field. */
function writeDate(date: string): string {
  return date.split('-').map(Number).join('-')
}
