import type { TFunction } from 'i18next'
import type { DesktopBridge } from '../../shared/desktop/calls.ts'
import type { Checker } from '../workers/check-client.ts'
import type { Announcer } from './announcer.ts'
import type { Store } from './store.ts'
import type { DialogState, Session, WindowState } from './window-state.ts'

/** What every group of actions works with. */
export interface Parts {
  store: Store<WindowState>
  desktop: DesktopBridge
  checker: Checker
  announcer: Announcer
  t: TFunction
}

export function changeSession({ store }: Pick<Parts, 'store'>, change: (session: Session) => Partial<Session>): void {
  store.set((state) => {
    if (!state.session) return state
    const changes = change(state.session)
    return Object.keys(changes).length === 0 ? state : { ...state, session: { ...state.session, ...changes } }
  })
}

export function showDialog(parts: Parts, dialog: DialogState | null): void {
  parts.store.set((state) => ({ ...state, dialog }))
}
