/** A stand-in says at once what it cannot do: reading a member that it lacks is an error, never `undefined`. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key) {
      // `then` is read by every await, symbols by the runtime itself.
      if (typeof key === 'string' && key !== 'then' && !(key in object)) throw notProvided(`${name}.${key}`)
      const value: unknown = Reflect.get(object, key, object)
      // Private fields are reached through the object itself, not through the proxy around it.
      return typeof value === 'function' ? (value.bind(object) as unknown) : value
    },
  })
}

/** `on` for events that can happen here; listening for another one would wait for ever. */
export function checkEvent(owner: string, known: readonly string[], event: string | symbol): void {
  if (typeof event === 'string' && !known.includes(event)) throw notProvided(`the event ${event} of ${owner}`)
}

export function notProvided(what: string): Error {
  return new Error(`the browser runtime does not provide ${what}`)
}
