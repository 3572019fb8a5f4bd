import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import type { CheckSetting, FromWorker, ToWorker } from './check-messages.ts'

export interface Checker {
  /**
   * The latest request wins: one that waits behind a running check is answered with the result of a later one, and a check
   * that is late gives way to it. Rejects only when the same text brings the worker down twice or takes too long.
   */
  check(input: CheckInput): Promise<CheckResult>
  dispose(): void
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export interface CheckPort {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

interface Request {
  input: CheckInput
  attempts: number
  answer: ((result: CheckResult) => void)[]
  fail: ((error: Error) => void)[]
}

/** Milliseconds after which a check gives way to a newer text; the longest real report takes a tenth of it. */
const lateAfter = 3000
/** Milliseconds after which a check is given up though nothing newer waits. */
const givenUpAfter = 20_000

/** The lists are never changed in place, so that the same list is the same object. */
function changedSetting(sent: CheckSetting | undefined, setting: CheckSetting): Partial<CheckSetting> {
  const keys = Object.keys(setting) as (keyof CheckSetting)[]
  return Object.fromEntries(keys.filter((key) => sent?.[key] !== setting[key]).map((key) => [key, setting[key]]))
}

const openWorker = (): CheckPort => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })

/** The checks off the main thread: one runs, at most one waits; a worker that fell over is replaced. */
export function createChecker(open: () => CheckPort = openWorker): Checker {
  let port: CheckPort | undefined
  let sent: CheckSetting | undefined
  let running: Request | undefined
  let waiting: Request | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let late = false

  const connect = (): CheckPort => {
    const opened = open()
    opened.onmessage = ({ data }) => {
      if ('failed' in data) crashed(data.failed)
      else finish((request) => request.answer.forEach((answer) => answer(data.result)))
    }
    opened.onerror = ({ message }) => crashed(message)
    sent = undefined
    return opened
  }

  const start = (request: Request): void => {
    running = request
    request.attempts++
    late = false
    clearTimeout(timer)
    timer = setTimeout(becomeLate, lateAfter)
    port ??= connect()
    const { indicators, formulations, usage, terms, names, prior, ledger, ...rest } = request.input
    const setting = { indicators, formulations, usage, terms, names, prior, ledger } as CheckSetting
    const changed = changedSetting(sent, setting)
    if (!sent || Object.keys(changed).length > 0) port.postMessage({ setting: changed })
    sent = setting
    port.postMessage({ request: rest })
  }

  const becomeLate = (): void => {
    late = true
    if (waiting) giveWay()
    else timer = setTimeout(giveUp, givenUpAfter - lateAfter)
  }

  /** Those who asked for the late check are answered with the newer one. */
  const giveWay = (): void => {
    const next = waiting
    const old = running
    if (!next || !old) return
    stopWorker()
    waiting = undefined
    start({ ...next, answer: [...old.answer, ...next.answer], fail: [...old.fail, ...next.fail] })
  }

  const giveUp = (): void => {
    stopWorker()
    finish((request) => request.fail.forEach((fail) => fail(new Error('the check took too long'))))
  }

  const stopWorker = (): void => {
    port?.terminate()
    port = undefined
  }

  const finish = (settle: (request: Request) => void): void => {
    clearTimeout(timer)
    const finished = running
    const next = waiting
    running = undefined
    waiting = undefined
    if (finished) settle(finished)
    if (next) start(next)
  }

  const crashed = (why: string): void => {
    stopWorker()
    if (!running) return
    if (running.attempts < 2) start(running)
    else finish((request) => request.fail.forEach((fail) => fail(new Error(`checks failed: ${why}`))))
  }

  return {
    check: (input) =>
      new Promise((answer, fail) => {
        if (!running) start({ input, attempts: 0, answer: [answer], fail: [fail] })
        else {
          waiting = {
            input,
            attempts: 0,
            answer: [...(waiting?.answer ?? []), answer],
            fail: [...(waiting?.fail ?? []), fail],
          }
          if (late) giveWay()
        }
      }),
    dispose() {
      clearTimeout(timer)
      stopWorker()
      running = undefined
      waiting = undefined
    },
  }
}
