import { useSyncExternalStore } from 'react'

export interface Store<State> {
  get: () => State
  set: (change: (state: State) => State) => void
  subscribe: (listener: () => void) => () => void
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      const next = change(state)
      if (Object.is(next, state)) return
      state = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `select` must return the same object while its part of the state is unchanged. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  const read = (): Part => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
