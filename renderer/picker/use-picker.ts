import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Path, Range } from 'slate'
import { ReactEditor } from 'slate-react'
import { fieldAtSelection } from '../editor/commands/fields.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { typedQuery, typedSlash } from './typed-slash.ts'

type Hear = (event: KeyboardEvent) => boolean

export interface Picker {
  /** What is looked for; undefined: the picker is closed. */
  query: string | undefined
  changed: () => void
  moved: () => void
  onKey: Hear
  listen: (hear: Hear | undefined) => void
  setOption: (option: string | undefined) => void
  activeOption: { lists: string; option: string | undefined }
}

const lists = 'picker-rows picker-phrasings'

/** Opens the picker for a `/` that was typed, and follows what is typed behind it. */
export function usePicker(editor: ReportEditor): Picker {
  const { bound, store } = useController()
  const open = useWindow((state) => state.picker)
  const [typed, setTyped] = useState({ anchor: open?.anchor, query: '' })
  const [option, setOption] = useState<string>()
  const hear = useRef<Hear>(undefined)

  const follow = useCallback((): void => {
    const { picker } = store.get()
    if (!picker) return
    if (picker.field) {
      const at = fieldAtSelection(editor)
      if (!at || !Path.equals(at, picker.field.path)) bound.closePicker()
      return
    }
    const query = typedQuery(editor, picker.anchor, picker.slash)
    if (query === undefined) bound.closePicker()
    else setTyped({ anchor: picker.anchor, query })
  }, [bound, store, editor])

  /** `/` over a □ that is selected. */
  const opensForField = useCallback((): boolean => {
    const { session } = store.get()
    if (!session || session.readOnly || session.ledger.rows.length === 0) return false
    if (!editor.selection || Range.isCollapsed(editor.selection) || !fieldAtSelection(editor)) return false
    bound.openPicker()
    return true
  }, [bound, store, editor])

  const actions = useMemo(
    () => ({
      changed(): void {
        const { picker, session } = store.get()
        if (picker) {
          follow()
          return
        }
        if (!session || session.readOnly || session.ledger.rows.length === 0 || ReactEditor.isReadOnly(editor)) return
        const anchor = typedSlash(editor)
        if (anchor) bound.openPickerAt(anchor)
      },
      moved: follow,
      onKey(event: KeyboardEvent): boolean {
        const { picker, source } = store.get()
        // Whatever else happens, Enter breaks no paragraph while a list is open.
        if (picker) return (hear.current?.(event) ?? false) || event.key === 'Enter'
        if (event.key === '/' && opensForField()) return true
        if (!source || event.key !== 'Escape') return false
        bound.closeSource()
        return true
      },
      listen(next: Hear | undefined): void {
        hear.current = next
      },
    }),
    [bound, store, editor, follow, opensForField],
  )
  const query = open === null ? undefined : typed.anchor === open.anchor ? typed.query : ''
  const activeOption = useMemo(() => ({ lists, option }), [option])
  return { ...actions, query, setOption, activeOption }
}
