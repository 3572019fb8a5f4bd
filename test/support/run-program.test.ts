import process from 'node:process'
import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

const run = (words: (trial: number) => string[], patience = 30_000): Promise<string | undefined> =>
  runProgram(process.execPath, words, { patience, tries: 2 })

test('a program that ends well is started once', async () => {
  const trials: number[] = []
  const words = (trial: number): string[] => {
    trials.push(trial)
    return ['--eval', '0']
  }
  expect(await run(words)).toBeUndefined()
  expect(trials).toEqual([1])
})

test('one that hangs is stopped and started once more', async () => {
  const words = (trial: number): string[] => ['--eval', trial === 1 ? 'setInterval(() => 0, 1000)' : '0']
  expect(await run(words, 3000)).toBeUndefined()
})

test('why it did not end well is told: by its status, by what it said, by its absence', async () => {
  expect(await run(() => ['--eval', 'console.error("no paper"); process.exit(3)'])).toMatch(/ended with 3: no paper/)
  expect(await runProgram('/no/such/program', () => [], { patience: 1000, tries: 2 })).toContain('ENOENT')
})
