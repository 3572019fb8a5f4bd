import process from 'node:process'
import { expect } from 'vitest'

/** Milliseconds of computing, which do not run on while the computer is busy with other programs. */
export async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return process.cpuUsage(before).user / 1000
}

/** Other programs and the collector of memory only ever add to what a work costs: the least of several rounds counts. */
const rounds = 6

export async function expectQuick(work: () => unknown, milliseconds: number): Promise<void> {
  let least = Infinity
  for (let round = 0; round < rounds && least >= milliseconds; round++) least = Math.min(least, await costOf(work))
  expect(least).toBeLessThan(milliseconds)
}

/** Of `work` four times as long: what looks at everything for each thing needs sixteen times as much. */
export async function expectProportional(work: (length: number) => unknown, length: number): Promise<void> {
  let [short, long] = [Infinity, Infinity]
  const limit = (): number => 6.5 * short + 60
  await work(length)
  for (let round = 0; round < rounds && !(long < limit()); round++) {
    short = Math.min(short, await costOf(() => work(length)))
    long = Math.min(long, await costOf(() => work(4 * length)))
  }
  expect(long).toBeLessThan(limit())
}
