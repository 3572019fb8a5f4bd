import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import type {
  CarryOverSetting,
  CompareRequest,
  Comparison,
  FromCarryOver,
  RollRequest,
  ToCarryOver,
} from './carry-over-messages.ts'

/** 往年 and 转结 off the main thread. */
export interface CarryOver {
  /** Undefined: a later request took its place. Rejects when the worker fell over or takes too long. */
  compare(setting: CarryOverSetting, request: CompareRequest): Promise<Comparison | undefined>
  /** Null: the report names no year to go on from. */
  roll(request: RollRequest): Promise<RolledReport | null>
  dispose(): void
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export interface CarryOverPort {
  postMessage(message: ToCarryOver): void
  onmessage: ((event: MessageEvent<FromCarryOver>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

interface Job {
  messages: () => ToCarryOver[]
  answer: (message: FromCarryOver) => void
  fail: (error: Error) => void
  /** A comparison that waits is dropped for a newer one. */
  drop?: () => void
}

/** Milliseconds; the longest real reports take a hundredth of it. */
const givenUpAfter = 20_000

const openWorker = (): CarryOverPort =>
  new Worker(new URL('./carry-over.worker.ts', import.meta.url), { type: 'module' })

/** One job runs, the others wait in their order; the worker is started with the first. */
export function createCarryOver(open: () => CarryOverPort = openWorker): CarryOver {
  let port: CarryOverPort | undefined
  let sent: CarryOverSetting | undefined
  let running: Job | undefined
  let waiting: Job[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const connect = (): CarryOverPort => {
    const opened = open()
    opened.onmessage = ({ data }) => {
      if ('failed' in data) broken(data.failed)
      else settle((job) => job.answer(data))
    }
    opened.onerror = ({ message }) => broken(message)
    sent = undefined
    return opened
  }

  const settle = (tell: (job: Job) => void): void => {
    clearTimeout(timer)
    const job = running
    running = undefined
    if (job) tell(job)
    const [next, ...others] = waiting
    waiting = others
    if (next) start(next)
  }

  const broken = (why: string): void => {
    port?.terminate()
    port = undefined
    settle((job) => job.fail(new Error(why)))
  }

  const start = (job: Job): void => {
    running = job
    port ??= connect()
    timer = setTimeout(() => broken('it took too long'), givenUpAfter)
    for (const message of job.messages()) port.postMessage(message)
  }

  const put = (job: Job): void => {
    if (running) waiting.push(job)
    else start(job)
  }

  return {
    compare: (setting, request) =>
      new Promise((resolve, reject) => {
        for (const job of waiting) job.drop?.()
        waiting = waiting.filter(({ drop }) => drop === undefined)
        put({
          messages() {
            const known = sent && sameSetting(sent, setting)
            sent = setting
            return known ? [{ compare: request }] : [{ setting }, { compare: request }]
          },
          answer: (message) => resolve('compared' in message ? message.compared : undefined),
          fail: reject,
          drop: () => resolve(undefined),
        })
      }),
    roll: (request) =>
      new Promise((resolve, reject) =>
        put({
          messages: () => [{ roll: request }],
          answer: (message) => resolve('rolled' in message ? message.rolled : null),
          fail: reject,
        }),
      ),
    dispose() {
      clearTimeout(timer)
      port?.terminate()
      port = undefined
      running = undefined
      waiting = []
    },
  }
}

/** None of them is ever changed in place. */
function sameSetting(one: CarryOverSetting, other: CarryOverSetting): boolean {
  return one.indicators === other.indicators && one.prior === other.prior && one.ledger === other.ledger
}
