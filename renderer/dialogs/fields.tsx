import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckedInput } from './CheckedInput.tsx'
import { readCount } from './read-count.ts'

interface FieldProps {
  label: string
  hint?: string | undefined
  /** Several inputs under one label. */
  group?: boolean
  children: (id: string) => ReactNode
}

export function Field({ label, hint, group = false, children }: FieldProps): ReactElement {
  const id = useId()
  const content = (
    <>
      {children(id)}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </>
  )
  if (group) {
    return (
      <div className="field" role="group" aria-labelledby={id}>
        <span className="field-label" id={id}>
          {label}
        </span>
        {content}
      </div>
    )
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {content}
    </div>
  )
}

interface TextInputProps {
  id?: string
  label?: string
  value: string
  placeholder?: string
  list?: string
  narrow?: boolean
  first?: boolean
  onChange: (value: string) => void
}

export function TextInput({ label, narrow, first, onChange, ...input }: TextInputProps): ReactElement {
  return (
    <input
      className={`input ${narrow ? 'input-narrow' : ''}`}
      aria-label={label}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      {...(first && { 'data-first-focus': true })}
      {...input}
    />
  )
}

interface NumberInputProps {
  id?: string
  label?: string
  value: number | null
  least: number
  most: number
  onChange: (value: number | null) => void
}

/** Whole numbers, in digits or as reports write them; an empty field is “not known”. */
export function NumberInput({ id, label, value, least, most, onChange }: NumberInputProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(value === null ? '' : String(value))
  const sound = text.trim() === '' || readCount(text, least, most) !== null
  return (
    <CheckedInput
      id={id}
      label={label}
      className="input-number"
      numeric
      text={text}
      problem={sound ? '' : t('dialog.wholeNumber', { least, most })}
      onChange={(entered) => {
        setText(entered)
        onChange(readCount(entered, least, most))
      }}
    />
  )
}

/** Years that a report or a figure can be of. */
export const years = { least: 1949, most: 2100 }

export function YearInput(input: Omit<NumberInputProps, 'least' | 'most'>): ReactElement {
  return <NumberInput {...input} {...years} />
}

interface SegmentsProps<Value extends string> {
  label: string
  options: readonly { value: Value; name: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, side by side; one tab stop, arrow keys choose. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactElement {
  const { label, options, value, onChange } = props
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const here = options.findIndex((option) => option.value === value)
    const next = (here + direction + options.length) % options.length
    const chosen = options[next]
    if (!chosen) return
    onChange(chosen.value)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus()
  }
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      <div className="segments" role="radiogroup" aria-labelledby={id} ref={group} onKeyDown={onKeyDown}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={option.value === value}
            tabIndex={option.value === value ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            {option.name}
          </button>
        ))}
      </div>
    </div>
  )
}
