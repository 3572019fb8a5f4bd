import { checkEvent, strict } from './strict.ts'

interface RequestDetails {
  url: string
  method: string
  resourceType: string
}
type RequestListener = (details: RequestDetails, callback: (response: { cancel?: boolean }) => void) => void
type PermissionHandler = (...args: never[]) => unknown

let requestListener: RequestListener | null = null

/** Permissions are never granted by the browser runtime, whatever a handler says: it must say no. */
function deniesOnly(handler: PermissionHandler | null): void {
  if (handler === null) throw new Error('the browser runtime grants no permission')
}

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: deniesOnly,
    setPermissionCheckHandler: deniesOnly,
    setDevicePermissionHandler: deniesOnly,
    /** The profile's preferences switch it off from the first start. */
    setSpellCheckerEnabled(enabled: boolean): void {
      if (enabled) throw new Error('the spell checker of the browser fetches dictionaries')
    },
    webRequest: strict('session.defaultSession.webRequest', {
      onBeforeRequest(listener: RequestListener | null): void {
        requestListener = listener
      },
    }),
    /** Downloads are refused at the start of the browser. */
    on(event: string, _listener: (event: { preventDefault(): void }) => void): void {
      checkEvent('session', ['will-download'], event)
    },
  }),
})

/** Asks the program's own listener, as Electron does, before a request is answered. */
export function isCancelled(details: RequestDetails): Promise<boolean> {
  const listener = requestListener
  if (!listener) return Promise.resolve(false)
  return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)))
}
