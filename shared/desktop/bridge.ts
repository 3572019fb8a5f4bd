import { callNames, desktopCalls, type CallName, type Desktop, type DesktopBridge, type EventName } from './calls.ts'
import { receivingChanges } from './sent-lists.ts'

export type Invoke = (channel: string, request: unknown) => Promise<unknown>
export type Handle = (channel: string, answer: (request: unknown) => Promise<unknown>) => void
/** Hears what the main process sends on a channel; returns a function that stops hearing. */
export type Subscribe = (channel: string, hear: (event: unknown) => void) => () => void

/** Window side: turns Electron's `invoke`, or a fake of it, into the typed port. */
export function connectDesktop(invoke: Invoke, subscribe: Subscribe): DesktopBridge {
  const calls = callNames.map((name) => [name, (request: unknown) => invoke(callChannel(name), request)])
  const listen = (name: EventName, hear: (event: unknown) => void): (() => void) => subscribe(eventChannel(name), hear)
  return { ...Object.fromEntries(calls), listen } as DesktopBridge
}

/** Main side: answers every call and checks each request before its handler sees it. */
export function answerDesktop(handle: Handle, desktop: Desktop): void {
  const receive = receivingChanges()
  for (const name of callNames) {
    const answer = desktop[name] as (request: unknown) => Promise<unknown>
    handle(callChannel(name), async (raw) => {
      const received = receive(name, raw)
      return 'answer' in received ? received.answer : await answer(desktopCalls[name].parseRequest(received.request))
    })
  }
}

export function eventChannel(name: EventName): string {
  return `desktop-event:${name}`
}

function callChannel(name: CallName): string {
  return `desktop:${name}`
}
