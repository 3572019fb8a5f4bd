import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAnswerer } from '../../renderer/workers/answer-checks.ts'
import { createChecker, type CheckPort } from '../../renderer/workers/check-client.ts'
import type { FromWorker, ToWorker } from '../../renderer/workers/check-messages.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { checkInput } from '../support/check-data.ts'
import { keyOf, ledgerOf } from '../support/ledgers.ts'

/** A worker in memory: messages are copied as between threads, answers come when `work` is called. */
function fakeWorkers(): {
  open: () => CheckPort
  work(): void
  crashNext(): void
  sent: ToWorker[]
  opened: () => number
} {
  const sent: ToWorker[] = []
  let queue: (() => void)[] = []
  let opened = 0
  let crash = false
  const open = (): CheckPort => {
    opened++
    const answer = createAnswerer()
    const port: CheckPort = {
      onmessage: null,
      onerror: null,
      terminate: () => (queue = []),
      postMessage(message) {
        const copy = structuredClone(message)
        sent.push(copy)
        queue.push(() => {
          if (crash && 'request' in copy) {
            crash = false
            port.onerror?.(new ErrorEvent('error', { message: 'out of memory' }))
            return
          }
          const reply = answer(copy)
          if (reply) port.onmessage?.(new MessageEvent<FromWorker>('message', { data: structuredClone(reply) }))
        })
      },
    }
    return port
  }
  const work = (): void => {
    while (queue.length > 0) queue.shift()?.()
  }
  return { open, work, crashNext: () => (crash = true), sent, opened: () => opened }
}

/** Node has no ErrorEvent. */
class FakeErrorEvent extends Event {
  readonly message: string
  constructor(type: string, { message }: { message: string }) {
    super(type)
    this.message = message
  }
}
Object.assign(globalThis, { ErrorEvent: FakeErrorEvent })

const lists = { prior: [] }
const first = checkInput('一是抓产业；三是惠民生。')
const second = checkInput('一是抓产业；二是惠民生；二是强治理。')

afterEach(() => vi.useRealTimers())

describe('the checker of the window', () => {
  test('answers like the checks themselves', async () => {
    const workers = fakeWorkers()
    const answer = createChecker(workers.open).check(first)
    workers.work()
    expect(await answer).toEqual(checkReport(first))
  })

  test('a request that was overtaken gets the result of the last one', async () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    const answers = [checker.check(first), checker.check({ ...first, text: '' }), checker.check(second)]
    workers.work()
    const [one, two, three] = await Promise.all(answers)
    expect(one).toEqual(checkReport(first))
    expect(two).toEqual(checkReport(second))
    expect(three).toEqual(checkReport(second))
    expect(workers.sent.filter((message) => 'request' in message)).toHaveLength(2)
  })

  test('the lists travel once', async () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    for (const text of ['一', '二', '三']) {
      const answer = checker.check({ ...first, text })
      workers.work()
      await answer
    }
    expect(workers.sent.filter((message) => 'setting' in message)).toHaveLength(1)
  })

  test('a ledger travels when it is another one, and the same text is checked against it', async () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    const text = '税收收入完成4126万元。'
    const links = [{ start: 6, end: 12, key: keyOf('税收收入'), inCell: false }]
    const found: number[] = []
    const [same, other] = ['4126', '5126'].map((value) => ledgerOf({ indicator: '税收收入', value, unit: '万元' }))
    for (const ledger of [same, same, other]) {
      const answer = checker.check(checkInput(text, { ...lists, links, ...(ledger && { ledger }) }))
      workers.work()
      found.push((await answer).findings.length)
    }
    expect(found).toEqual([0, 0, 1])
    const settings = workers.sent.flatMap((message) => ('setting' in message ? [message.setting] : []))
    expect(settings).toHaveLength(2)
    expect(settings[1]).toEqual({ ledger: other })
  })

  test('a worker that fell over is replaced and asked again', async () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    workers.crashNext()
    const answer = checker.check(second)
    workers.work()
    expect(await answer).toEqual(checkReport(second))
    expect(workers.opened()).toBe(2)
  })

  test('a text that brings the worker down twice is an error, and the next text is checked', async () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    const broken = checker.check({ ...first, text: undefined as unknown as string })
    const next = checker.check(second)
    const refused = expect(broken).rejects.toThrow('checks failed')
    workers.work()
    await refused
    expect(await next).toEqual(checkReport(second))
  })

  test('a check that is late gives way to a newer text, and answers with its result', async () => {
    vi.useFakeTimers()
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    const slow = checker.check(first)
    const newer = checker.check(second)
    vi.advanceTimersByTime(2900)
    expect(workers.opened()).toBe(1)
    vi.advanceTimersByTime(200)
    expect(workers.opened()).toBe(2)
    workers.work()
    expect(await slow).toEqual(checkReport(second))
    expect(await newer).toEqual(checkReport(second))
  })

  test('a text that comes while a check is late is checked at once', async () => {
    vi.useFakeTimers()
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    void checker.check(first)
    vi.advanceTimersByTime(5000)
    const newer = checker.check(second)
    expect(workers.opened()).toBe(2)
    workers.work()
    expect(await newer).toEqual(checkReport(second))
  })

  test('a check that never ends is given up, and the next text is checked', async () => {
    vi.useFakeTimers()
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    const refused = expect(checker.check(first)).rejects.toThrow('too long')
    vi.advanceTimersByTime(20_100)
    await refused
    const next = checker.check(second)
    workers.work()
    expect(await next).toEqual(checkReport(second))
  })

  test('a checker that was disposed of stops its worker', () => {
    const workers = fakeWorkers()
    const checker = createChecker(workers.open)
    void checker.check(first)
    checker.dispose()
    workers.work()
    expect(workers.sent).toHaveLength(2)
  })
})
