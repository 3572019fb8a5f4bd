import { useState, type ReactElement } from 'react'
import { longDate } from '../../shared/templates/fields.ts'
import { readDate } from './read-date.ts'

interface DateInputProps {
  id: string
  /** `YYYY-MM-DD`. */
  value: string | null
  onChange: (date: string | null) => void
}

/** A day as reports write it; the browser's own field would follow the system's language, not the window's. */
export function DateInput({ id, value, onChange }: DateInputProps): ReactElement {
  const [text, setText] = useState(() => longDate(value))
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
        if (value !== null) setText(longDate(value))
      }}
    />
  )
}
