import { useState, type ReactElement } from 'react'

interface ChangedTextProps {
  value: string
  readOnly: boolean
  onChange: (value: string) => void
}

/** A line of text that counts once it is left or Enter is pressed: one step of undo, not one for each key. */
export function ChangedText({ value, readOnly, onChange }: ChangedTextProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  const done = (): void => {
    const text = typed?.trim()
    setTyped(null)
    if (text !== undefined && text !== value) onChange(text)
  }
  return (
    <input
      className="input"
      value={typed ?? value}
      readOnly={readOnly}
      maxLength={60}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') done()
        else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          event.stopPropagation()
          setTyped(null)
        }
      }}
    />
  )
}
