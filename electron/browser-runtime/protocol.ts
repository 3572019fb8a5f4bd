import { strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  scheme: string
  privileges?: { standard?: boolean; secure?: boolean; bypassCSP?: boolean }
}

const handlers = new Map<string, Handler>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP) throw new Error(`${scheme} must not bypass the content security policy`)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    handlers.set(scheme, handler)
  },
})

/** Undefined: no handler was registered for the address's scheme. */
export async function answerOf(address: string, method: string): Promise<Response | undefined> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')))
  return handler && handler(new Request(address, { method }))
}
