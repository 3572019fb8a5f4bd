import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { giveBackFocus } from '../app/give-back-focus.ts'
import { useController } from '../app/window-context.ts'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Left of the buttons: a path, a hint. */
  hint?: ReactNode
  /** Buttons, the primary one last. */
  buttons?: ReactNode
  className?: string
  /** The title is shown elsewhere in the dialog. */
  bare?: boolean
}

/** Modal; Esc closes it and the focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactElement {
  const { title, onClose, children, hint, buttons, className = '', bare = false } = props
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { store } = useController()

  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const opener = document.activeElement
    element.showModal()
    element.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      element.close()
      giveBackFocus(opener, store.get().session?.editor)
    }
  }, [store])

  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={bare ? 'unseen' : 'dialog-head'}>
        <h2 id={titleId} className="grow">
          {title}
        </h2>
        {!bare && (
          <button type="button" className="icon-button" aria-label={t('dialog.close')} onClick={onClose}>
            <X className="icon" aria-hidden="true" />
          </button>
        )}
      </div>
      {children}
      {(hint !== undefined || buttons !== undefined) && (
        <div className="dialog-foot">
          <span className="dialog-hint grow">{hint}</span>
          {buttons}
        </div>
      )}
    </dialog>
  )
}

interface DialogButtonProps {
  children: ReactNode
  onClick: () => void
  primary?: boolean
  disabled?: boolean
  first?: boolean
}

export function DialogButton({ children, onClick, primary, disabled, first }: DialogButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={`button big ${primary ? 'primary' : ''}`}
      disabled={disabled}
      onClick={onClick}
      {...(first && { 'data-first-focus': true })}
    >
      {children}
    </button>
  )
}
