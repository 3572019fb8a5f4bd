import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCarryOver, type CarryOverPort } from '../../renderer/workers/carry-over-client.ts'
import type {
  CarryOverSetting,
  Comparison,
  FromCarryOver,
  ToCarryOver,
} from '../../renderer/workers/carry-over-messages.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'

/** A worker that is answered by hand. */
interface FakePort extends CarryOverPort {
  sent: ToCarryOver[]
  ended: boolean
}

let ports: FakePort[] = []
const open = (): CarryOverPort => {
  const port: FakePort = {
    sent: [],
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (message) => port.sent.push(message),
    terminate: () => (port.ended = true),
  }
  ports.push(port)
  return port
}
const say = (message: FromCarryOver): void =>
  ports.at(-1)?.onmessage?.({ data: message } as MessageEvent<FromCarryOver>)

const setting: CarryOverSetting = { indicators: [], prior: [], ledger: emptyLedger('') }
const request = (text: string) => ({ chosen: '去年', text, year: null, place: null, outline: [] })
const compared = (year: number): { compared: Comparison } => ({
  compared: {
    last: { name: '去年', year, body: [] },
    years: {},
    answer: 'own',
    targets: [],
    pledges: [],
    unchanged: [],
    sections: [],
  },
})

beforeEach(() => {
  ports = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('the worker of 往年', () => {
  test('is not started before it is needed, and gets what seldom changes once', async () => {
    const client = createCarryOver(open)
    expect(ports).toHaveLength(0)
    const first = client.compare(setting, request('甲'))
    say(compared(2025))
    expect((await first)?.last.year).toBe(2025)
    const second = client.compare(setting, request('乙'))
    say(compared(2025))
    await second
    const third = client.compare({ ...setting, prior: [{ name: '去年', text: '' }] }, request('乙'))
    say(compared(2025))
    await third
    expect(ports[0]?.sent.map((message) => Object.keys(message)[0])).toEqual([
      'setting',
      'compare',
      'compare',
      'setting',
      'compare',
    ])
  })

  test('a comparison that waits gives way to a newer one; what runs is answered', async () => {
    const client = createCarryOver(open)
    const [first, second, third] = ['甲', '乙', '丙'].map((text) => client.compare(setting, request(text)))
    await expect(second).resolves.toBeUndefined()
    say(compared(1))
    say(compared(3))
    expect((await first)?.last.year).toBe(1)
    expect((await third)?.last.year).toBe(3)
    expect(JSON.stringify(ports[0]?.sent)).not.toContain('乙')
  })

  test('a roll is never dropped', async () => {
    const client = createCarryOver(open)
    const first = client.compare(setting, request('甲'))
    const roll = client.roll({ last: {} as never, setting: {} as never })
    const second = client.compare(setting, request('乙'))
    say(compared(1))
    say({ rolled: null })
    say(compared(2))
    expect(await roll).toBeNull()
    expect((await first)?.last.year).toBe(1)
    expect((await second)?.last.year).toBe(2)
  })

  test.each([
    ['falls over', () => ports[0]?.onerror?.({ message: 'gone' } as ErrorEvent)],
    ['says that it failed', () => say({ failed: 'no' })],
    ['takes too long', () => vi.advanceTimersByTime(20_001)],
  ])('one that %s is replaced', async (_what, happen) => {
    const client = createCarryOver(open)
    const first = client.compare(setting, request('甲'))
    happen()
    await expect(first).rejects.toThrow()
    expect(ports[0]?.ended).toBe(true)
    const second = client.compare(setting, request('乙'))
    say(compared(2))
    expect((await second)?.last.year).toBe(2)
    expect(ports).toHaveLength(2)
    expect(ports[1]?.sent[0]).toHaveProperty('setting')
  })
})
