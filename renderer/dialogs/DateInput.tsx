import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { longDate } from '../../shared/templates/fields.ts'
import { CheckedInput } from './CheckedInput.tsx'
import { looksLikeDate, readDate } from './read-date.ts'

interface DateInputProps {
  id: string
  /** `YYYY-MM-DD`. */
  value: string | null
  onChange: (date: string | null) => void
}

/** A day as reports write it; the browser's own field would follow the system's language, not the window's. */
export function DateInput({ id, value, onChange }: DateInputProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(() => longDate(value))
  const sound = text.trim() === '' || readDate(text) !== null
  return (
    <CheckedInput
      id={id}
      text={text}
      problem={sound ? '' : t(looksLikeDate(text) ? 'meta.noSuchDay' : 'meta.noDate')}
      onChange={(entered) => {
        setText(entered)
        onChange(readDate(entered))
      }}
      onLeave={() => {
        if (value !== null) setText(longDate(value))
      }}
    />
  )
}
