import { useEffect, useId, useRef, useState, type ReactElement } from 'react'

interface CheckedInputProps {
  id?: string | undefined
  label?: string | undefined
  className?: string
  text: string
  /** What is wrong with the text, as a sentence; '' where it can be taken. */
  problem: string
  numeric?: boolean
  onChange: (text: string) => void
  onLeave?: () => void
}

/**
 * A field whose words may not be what it asks for. The sentence stands below it once the field is left or the dialog is to
 * be closed; what was entered stays.
 */
export function CheckedInput(props: CheckedInputProps): ReactElement {
  const { id, label, className = '', text, problem, numeric = false, onChange, onLeave } = props
  const input = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const problemId = useId()
  const shown = asked && problem !== ''
  useEffect(() => input.current?.setCustomValidity(problem), [problem])
  return (
    <>
      <input
        ref={input}
        id={id}
        className={`input ${className}`}
        value={text}
        maxLength={20}
        autoComplete="off"
        inputMode={numeric ? 'numeric' : 'text'}
        aria-label={label}
        aria-invalid={problem !== ''}
        aria-describedby={shown ? problemId : undefined}
        onChange={(event) => onChange(event.target.value)}
        onInvalid={() => setAsked(true)}
        onFocus={() => problem === '' && setAsked(false)}
        onBlur={() => {
          setAsked(true)
          onLeave?.()
        }}
      />
      {shown && (
        <span className="field-problem" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

/** False: a field of the form says what is wrong with it and has the focus. */
export function isSound(form: HTMLFormElement | null): boolean {
  if (!form || form.checkValidity()) return true
  form.querySelector<HTMLElement>('input:invalid')?.focus()
  return false
}
