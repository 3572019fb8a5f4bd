import { Transforms } from 'slate'
import { afterEach, beforeEach, vi } from 'vitest'
import { noCoverage } from '../../shared/checks/coverage.ts'
import { createController, type WindowController } from '../../renderer/app/controller.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import type { SaveResult } from '../../shared/desktop/results.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop, type FakeOptions } from './fake-desktop.ts'

/** A finding for each 错 of the text. */
export function check({ text }: CheckInput): Promise<CheckResult> {
  const findings = [...text.matchAll(/错/g)].map(({ index }): Finding => ({
    id: `f${index}`,
    rule: 'leftover',
    kind: 'leftover',
    severity: 'error',
    messageId: 'leftoverBlank',
    values: {},
    start: index,
    end: index + 1,
    evidence: [],
    repairs: [{ messageId: 'fill', values: {}, edits: [{ start: index, end: index + 1, text: '对' }] }],
    fingerprint: text.slice(index, index + 3),
  }))
  return Promise.resolve({ findings, coverage: { ...noCoverage, quantities: 4, checkable: 2 }, compared: [] })
}

let checking = check
export let requests: CheckInput[] = []
export let desktop: FakeDesktop
export let controller: WindowController

export async function start(options: FakeOptions = {}): Promise<void> {
  desktop = fakeDesktop(options)
  const startUp = await desktop.startUp(undefined)
  controller = createController({
    desktop,
    checker: {
      check: (input) => {
        requests.push(input)
        return checking(input)
      },
      dispose: () => undefined,
    },
    translations: createTranslations('zh-CN'),
    startUp,
  })
}

export const text = ['第一段错一。', '第二段错二。', '第三段错三。']
export const opened = (more = {}) => ({
  opened: true as const,
  ...openedReport(emptyReport(text), { path: '/reports/a.zhenggao', ...more }),
})

export async function openText(answers: FakeOptions['answers'] = {}, more = {}): Promise<void> {
  await start({
    settings: { userName: '沈知秋' },
    answers: { openReport: () => Promise.resolve(opened(more)), ...answers },
  })
  await controller.opening.open(null)
  await settle()
}

/** Typing in the page: the editor reports the change as it does on the screen. */
export function type(words = '新'): void {
  Transforms.insertText(session().editor, words, { at: { path: [0, 0], offset: 0 } })
  controller.textChanged()
}

export const session = (): Session => {
  const current = controller.store.get().session
  if (!current) throw new Error('nothing is open')
  return current
}
export const dialog = () => controller.store.get().dialog
export const called = (name: string) => desktop.calls.filter((call) => call.name === name)
export const settle = () => vi.advanceTimersByTimeAsync(0)
export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

export const done: SaveResult = { saved: true, path: '/a', name: 'a', savedAt: '2026-01-12T14:03:00', notices: [] }

/** From now on until the end of the test. */
export function checkWith(other: typeof check): void {
  checking = other
}

/** Time stands still but for what a test lets pass. */
export function inStillTime(): void {
  beforeEach(() => {
    checking = check
    requests = []
    vi.useFakeTimers()
    vi.stubGlobal('document', { activeElement: null })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}
