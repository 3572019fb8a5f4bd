import { createContext, useContext } from 'react'
import type { WindowController } from './controller.ts'
import { useStore } from './store.ts'
import type { Session, WindowState } from './window-state.ts'

export const WindowContext = createContext<WindowController | null>(null)

export function useController(): WindowController {
  const controller = useContext(WindowContext)
  if (!controller) throw new Error('outside of the window')
  return controller
}

export function useWindow<Part>(select: (state: WindowState) => Part): Part {
  return useStore(useController().store, select)
}

/** For parts that are only shown while a report is open. */
export function useSession<Part>(select: (session: Session) => Part): Part {
  return useWindow((state) => {
    if (!state.session) throw new Error('no report is open')
    return select(state.session)
  })
}
