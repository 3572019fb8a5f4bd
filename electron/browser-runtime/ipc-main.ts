import { strict } from './strict.ts'

/** The frame a message comes from, with the address that the program knows it by. */
export interface SenderFrame {
  url: string
  parent: SenderFrame | null
}

export interface InvokeEvent {
  sender: unknown
  senderFrame: SenderFrame | null
}

type Listener = (event: InvokeEvent, request: unknown) => unknown

const listeners = new Map<string, Listener>()

export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: Listener): void {
    if (listeners.has(channel)) throw new Error(`${channel} has a handler already`)
    listeners.set(channel, listener)
  },
  /** Messages without an answer: pages send none, the store registers for one all the same. */
  on(_channel: string, _listener: Listener): void {
    return
  },
})

export function answerInvoke(channel: string, event: InvokeEvent, request: unknown): unknown {
  const listener = listeners.get(channel)
  if (!listener) throw new Error(`no handler for ${channel}`)
  return listener(event, request)
}
