import type { CallName, DesktopBridge } from './calls.ts'

/**
 * The journal and the workspace are told of every second in which something changed, and mostly one block or one row has.
 * Their long lists travel as what the other side has not seen: a report as a whole holds the page up for longer than a key
 * may wait. Both sides keep what was sent last; where they do not agree on it, the whole is sent again.
 */
interface Sent {
  sent: {
    /** What both sides know this request by. */
    id: string
    /** The request that the lists begin from; null: they are whole. */
    since: string | null
    request: unknown
  }
}

/** An item, or the items `[start, end)` of the list before. Items are objects, never lists. */
type Entry = object | readonly [start: number, end: number]

type Lists = readonly (readonly object[])[]

const paths: Partial<Record<CallName, readonly (readonly [string] | readonly [string, string])[]>> = {
  journal: [['report', 'body'], ['prior'], ['ledger', 'rows']],
  keepLedger: [['ledger', 'rows']],
}

const sentCalls = ['journal', 'keepLedger'] as const

/** What the other side answers when it does not have what a request begins from. */
const unknownBase = { sendWhole: true } as const

/** Window side. Items that have not changed must be the same objects as before. */
export function sendingChanges(desktop: DesktopBridge, newId: () => string): DesktopBridge {
  const wrapped = sentCalls.map((name) => {
    const call = desktop[name] as (request: unknown) => Promise<unknown>
    let last: { id: string; lists: Lists } | undefined
    const send = async (request: object): Promise<unknown> => {
      const base = last
      const lists = listsOf(name, request)
      last = { id: newId(), lists }
      const entries = base ? lists.map((list, index) => entriesOf(list, base.lists[index] ?? [])) : lists
      const sent = { id: last.id, since: base?.id ?? null, request: withLists(name, request, entries) }
      try {
        const answer = await call({ sent } satisfies Sent)
        if (!isUnknownBase(answer)) return answer
      } catch (error) {
        last = undefined
        throw error
      }
      last = undefined
      return send(request)
    }
    return [name, send] as const
  })
  return { ...desktop, ...Object.fromEntries(wrapped) }
}

/** Main side: what was asked for, whole; or what to answer instead. */
export function receivingChanges(): (name: CallName, raw: unknown) => { request: unknown } | { answer: unknown } {
  const known = new Map<CallName, { id: string; lists: Lists }>()
  return (name, raw) => {
    if (!paths[name] || !isSent(raw)) return { request: raw }
    const { id, since, request } = raw.sent
    const base = known.get(name)
    known.delete(name)
    if (since !== null && base?.id !== since) return { answer: unknownBase }
    const lists = listsOf(name, request).map((entries, index) =>
      since === null ? entries : itemsOf(entries, base?.lists[index] ?? []),
    )
    known.set(name, { id, lists })
    return { request: withLists(name, request, lists) }
  }
}

function entriesOf(list: readonly object[], before: readonly object[]): Entry[] {
  const places = new Map(before.map((item, index) => [item, index]))
  const entries: Entry[] = []
  let run: [start: number, end: number] | undefined
  for (const item of list) {
    const at = places.get(item)
    if (at !== undefined && run?.[1] === at) run[1]++
    else if (at !== undefined) entries.push((run = [at, at + 1]))
    else {
      run = undefined
      entries.push(item)
    }
  }
  return entries
}

/** More blocks, rows or reports than anything holds. */
const mostItems = 1_000_000

function itemsOf(entries: readonly object[], before: readonly object[]): object[] {
  const items: object[] = []
  for (const entry of entries as readonly Entry[]) {
    if (Array.isArray(entry)) for (const item of before.slice(Number(entry[0]), Number(entry[1]))) items.push(item)
    else items.push(entry)
    if (items.length > mostItems) throw new TypeError('too many items')
  }
  return items
}

function listsOf(name: CallName, request: unknown): Lists {
  return (paths[name] ?? []).map((path) => {
    let inner = request
    for (const key of path) inner = (inner as Record<string, unknown> | null | undefined)?.[key]
    return Array.isArray(inner) ? (inner as object[]) : []
  })
}

/** What is no list where one is expected stays, to be refused by whoever looks the request over. */
function withLists(name: CallName, request: unknown, lists: readonly (readonly unknown[])[]): unknown {
  return (paths[name] ?? []).reduce<unknown>((changed, [key, inner], index) => {
    const holder = changed as Record<string, unknown> | null | undefined
    const value = holder?.[key]
    if (inner === undefined) return Array.isArray(value) ? { ...holder, [key]: lists[index] } : changed
    const part = value as Record<string, unknown> | null | undefined
    return Array.isArray(part?.[inner]) ? { ...holder, [key]: { ...part, [inner]: lists[index] } } : changed
  }, request)
}

function isSent(raw: unknown): raw is Sent {
  const sent = (raw as Partial<Sent> | null | undefined)?.sent
  return (
    typeof sent === 'object' && typeof sent.id === 'string' && (sent.since === null || typeof sent.since === 'string')
  )
}

function isUnknownBase(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'sendWhole' in answer
}
