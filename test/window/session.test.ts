import { Transforms } from 'slate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noCoverage } from '../../shared/checks/coverage.ts'
import type { MissingFont } from '../../shared/word/write/fonts.ts'
import { fontsBanner } from '../../renderer/app/closed-banners.ts'
import type { WizardDraft } from '../../renderer/app/wizard-draft.ts'
import { commandOf } from '../../renderer/app/commands.ts'
import { createController, type WindowController } from '../../renderer/app/controller.ts'
import { shownFindings } from '../../renderer/app/shown-findings.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import type { Notice, SaveResult } from '../../shared/desktop/results.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop, type FakeOptions } from '../support/fake-desktop.ts'
import { smallLedger } from '../support/small-ledger.ts'

/** A finding for each 错 of the text. */
function check({ text }: CheckInput): Promise<CheckResult> {
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
let requests: CheckInput[] = []
let desktop: FakeDesktop
let controller: WindowController

async function start(options: FakeOptions = {}): Promise<void> {
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

const text = ['第一段错一。', '第二段错二。', '第三段错三。']
const opened = (more = {}) => ({
  opened: true as const,
  ...openedReport(emptyReport(text), { path: '/reports/a.zhenggao', ...more }),
})

async function openText(answers: FakeOptions['answers'] = {}, more = {}): Promise<void> {
  await start({
    settings: { userName: '沈知秋' },
    answers: { openReport: () => Promise.resolve(opened(more)), ...answers },
  })
  await controller.opening.open(null)
  await settle()
}

/** Typing in the page: the editor reports the change as it does on the screen. */
function type(words = '新'): void {
  Transforms.insertText(session().editor, words, { at: { path: [0, 0], offset: 0 } })
  controller.textChanged()
}

const session = (): Session => {
  const current = controller.store.get().session
  if (!current) throw new Error('nothing is open')
  return current
}
const dialog = () => controller.store.get().dialog
const called = (name: string) => desktop.calls.filter((call) => call.name === name)
const settle = () => vi.advanceTimersByTimeAsync(0)
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

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

const done: SaveResult = { saved: true, path: '/a', name: 'a', savedAt: '2026-01-12T14:03:00', notices: [] }

describe('saving', () => {
  test('a change is shown at once and journaled within a second', async () => {
    await openText()
    type()
    expect(session().saving.changed).toBe(true)
    await pass(999)
    expect(called('journal')).toHaveLength(1)
    expect(JSON.stringify(called('journal')[0]?.request)).toContain('新第一段')
  })

  test('at log-off the last change is journaled at once, and only then the program may leave', async () => {
    let written = (): void => undefined
    await openText({ journal: () => new Promise((resolve) => (written = () => resolve({ written: true }))) })
    type()
    desktop.send('leaving', undefined)
    await settle()
    expect(called('journal')).toHaveLength(1)
    expect(called('readyToLeave')).toHaveLength(0)
    written()
    await settle()
    expect(called('readyToLeave')).toHaveLength(1)
  })

  test('at log-off a journal that is being written is waited for, and without changes there is nothing to wait for', async () => {
    let written = (): void => undefined
    await openText({ journal: () => new Promise((resolve) => (written = () => resolve({ written: true }))) })
    desktop.send('leaving', undefined)
    await settle()
    expect(called('readyToLeave')).toHaveLength(1)
    type()
    await pass(1000)
    desktop.send('leaving', undefined)
    await settle()
    expect([called('journal').length, called('readyToLeave').length]).toEqual([1, 1])
    written()
    await settle()
    expect(called('readyToLeave')).toHaveLength(2)
  })

  test('steady typing is journaled every second, not only when it pauses', async () => {
    await openText()
    for (let key = 0; key < 30; key++) {
      type()
      await pass(100)
    }
    expect(called('journal').length).toBeGreaterThanOrEqual(3)
  })

  test('a saved report is unchanged, with the time of the save', async () => {
    await openText()
    type()
    expect(await controller.saving.save()).toBe(true)
    expect(session().saving).toEqual({
      state: 'idle',
      changed: false,
      savedAt: '2026-01-12T14:03:00',
      refusal: null,
      remarks: [],
    })
    await pass(5000)
    expect(controller.announcer.store.get().polite).toContain('14:03')
    expect(called('journal')).toHaveLength(0)
  })

  test('what a save could not promise is kept until a save has nothing to add', async () => {
    let notices: Notice[] = [{ messageId: 'documents:notice.notDurable' }]
    await openText({
      saveReport: () =>
        Promise.resolve({ saved: true, path: '/stick/a.zhenggao', name: 'a', savedAt: '2026-01-12T14:03:00', notices }),
    })
    await controller.saving.save()
    expect(session().saving.remarks).toEqual(notices)
    notices = []
    await controller.saving.save()
    expect(session().saving.remarks).toEqual([])
  })

  test('what is typed while the file is being written is still unsaved', async () => {
    let finish: (result: SaveResult) => void = () => undefined
    await openText({ saveReport: () => new Promise((resolve) => (finish = resolve)) })
    type('先')
    const saved = controller.saving.save()
    await settle()
    expect(session().saving.state).toBe('saving')
    type('后')
    finish({ saved: true, path: '/reports/a.zhenggao', name: 'a', savedAt: '2026-01-12T14:03:00', notices: [] })
    expect(await saved).toBe(false)
    expect(session().saving.changed).toBe(true)
    await pass(1000)
    expect(JSON.stringify(called('journal').at(-1)?.request)).toContain('后先第一段')
  })

  test('a failed save stays until it is solved, and is said aloud', async () => {
    await openText({ saveReport: () => Promise.resolve({ saved: false, reason: 'diskFull', values: { needed: 12 } }) })
    type()
    expect(await controller.saving.save()).toBe(false)
    expect(session().saving).toMatchObject({ state: 'failed', changed: true, refusal: { reason: 'diskFull' } })
    await pass(1000)
    expect(controller.announcer.store.get().alert).toContain('磁盘已满')
  })

  test('a save asked for while one is running follows it with what was typed since', async () => {
    const finish: ((result: SaveResult) => void)[] = []
    await openText({ saveReport: () => new Promise((resolve) => finish.push(resolve)) })
    type('先')
    const first = controller.saving.save()
    await settle()
    type('后')
    const wishes = [controller.saving.save(), controller.saving.save()]
    await settle()
    expect(called('saveReport')).toHaveLength(1)
    finish[0]?.(done)
    await settle()
    expect(called('saveReport')).toHaveLength(2)
    expect(JSON.stringify(called('saveReport')[1]?.request)).toContain('后先第一段')
    finish[1]?.(done)
    expect(await Promise.all([first, ...wishes])).toEqual([false, true, true])
    expect(called('saveReport')).toHaveLength(2)
    expect(session().saving.changed).toBe(false)
  })

  test('a wish to save is not asked again of somebody who has just cancelled', async () => {
    let finish: (result: SaveResult) => void = () => undefined
    await openText({ saveReport: () => new Promise((resolve) => (finish = resolve)) })
    type()
    const both = [controller.saving.save(), controller.saving.save()]
    await settle()
    finish({ saved: false, reason: 'cancelled' })
    expect(await Promise.all(both)).toEqual([false, false])
    expect(called('saveReport')).toHaveLength(1)
  })

  test('另存为 that is asked for while a save is running is asked for afterwards', async () => {
    const finish: ((result: SaveResult) => void)[] = []
    await openText({ saveReport: () => new Promise((resolve) => finish.push(resolve)) })
    const both = [controller.saving.save(), controller.saving.save({ as: true })]
    await settle()
    finish[0]?.(done)
    await settle()
    expect(called('saveReport').map(({ request }) => (request as { as: boolean }).as)).toEqual([false, true])
    finish[1]?.(done)
    expect(await Promise.all(both)).toEqual([true, true])
  })

  const unwritten = { written: false, reason: 'readOnlyMedium', detail: 'EROFS' } as const

  test('a journal that cannot be written is said at once, tried again, and forgotten when it can', async () => {
    let answer: { written: true } | typeof unwritten = unwritten
    await openText({ journal: () => Promise.resolve(answer) })
    type()
    await pass(1000)
    expect(session().unkept).toEqual({ reason: 'readOnlyMedium', detail: 'EROFS' })
    expect(controller.announcer.store.get().alert).toContain('没有存入本机恢复区')
    await pass(11_000)
    expect(called('journal').length).toBeGreaterThanOrEqual(3)
    answer = { written: true }
    await pass(6000)
    expect(session().unkept).toBeNull()
    const asked = called('journal').length
    await pass(60_000)
    expect(called('journal')).toHaveLength(asked)
  })

  test('a journal that breaks off counts as not written, until the text is saved', async () => {
    await openText({ journal: () => Promise.reject(new Error('no answer')) })
    type()
    await pass(1000)
    expect(session().unkept).toMatchObject({ reason: 'ioError' })
    expect(await controller.saving.save()).toBe(true)
    expect(session().unkept).toBeNull()
    await pass(60_000)
    expect(called('journal')).toHaveLength(1)
  })

  test.each([
    ['holds the text', { written: true } as const, null],
    ['cannot be written', unwritten, { reason: 'readOnlyMedium', detail: 'EROFS' }],
  ])('before a failed save is shown, the journal is asked and %s', async (_what, answer, unkept) => {
    await openText({
      saveReport: () => Promise.resolve({ saved: false, reason: 'readOnlyMedium' }),
      journal: () => Promise.resolve(answer),
    })
    expect(await controller.saving.save()).toBe(false)
    expect(called('journal')).toHaveLength(1)
    expect(session()).toMatchObject({ saving: { state: 'failed' }, unkept })
  })

  test('a save that the user cancelled changes nothing', async () => {
    await openText({ saveReport: () => Promise.resolve({ saved: false, reason: 'cancelled' }) })
    type()
    await controller.saving.save({ as: true })
    expect(session().saving).toEqual({ state: 'idle', changed: true, savedAt: null, refusal: null, remarks: [] })
  })

  test('a failed save is still shown while another place is asked for, and when that is given up', async () => {
    const refusals = ['diskFull', 'cancelled'] as const
    let asked = 0
    await openText({
      saveReport: () => Promise.resolve({ saved: false, reason: refusals[asked++] ?? 'cancelled' }),
    })
    type()
    await controller.saving.save()
    const again = controller.saving.save({ as: true })
    expect(session().saving).toMatchObject({ state: 'saving', refusal: { reason: 'diskFull' } })
    await again
    expect(session().saving).toMatchObject({ state: 'failed', refusal: { reason: 'diskFull' } })
    desktop.saveReport = ({ report }) =>
      Promise.resolve({
        saved: true,
        path: '/a.zhenggao',
        name: report.id,
        savedAt: '2026-01-12T14:03:00',
        notices: [],
      })
    await controller.saving.save()
    expect(session().saving).toMatchObject({ state: 'idle', refusal: null })
  })

  test('a file that another program changed is not overwritten unasked', async () => {
    await openText({
      saveReport: ({ overwrite, report }) =>
        Promise.resolve(
          overwrite
            ? { saved: true, path: '/a', name: report.meta.place, savedAt: '2026-01-12T14:03:00', notices: [] }
            : { saved: false, reason: 'changedOutside' },
        ),
    })
    type()
    await controller.saving.save()
    expect(dialog()).toEqual({ kind: 'conflict' })
    expect(await controller.saving.save({ overwrite: true })).toBe(true)
  })

  test('a file changed outside is shown above the page until the next save', async () => {
    await openText()
    desktop.send('changedOutside', { id: 'another' })
    expect(session().changedOutside).toBe(false)
    desktop.send('changedOutside', { id: 'report-1' })
    expect(session().changedOutside).toBe(true)
    await controller.saving.save({ overwrite: true })
    expect(session().changedOutside).toBe(false)
  })
})

describe('leaving a report', () => {
  const leave = async (answer: 'save' | 'discard' | 'cancel'): Promise<void> => {
    const done = controller.opening.close()
    await settle()
    const asked = dialog()
    if (asked?.kind !== 'unsaved') throw new Error('was not asked')
    asked.answer(answer)
    await done
  }

  test('nobody is asked when nothing was changed', async () => {
    await openText()
    await controller.opening.close()
    expect(controller.store.get().session).toBeNull()
    expect(called('closeReport')[0]?.request).toEqual({ id: 'report-1', errors: 3 })
  })

  test('不保存 closes without saving, and no journal follows', async () => {
    await openText()
    type()
    await leave('discard')
    expect(controller.store.get().session).toBeNull()
    await pass(5000)
    expect(called('saveReport')).toHaveLength(0)
    expect(called('journal')).toHaveLength(0)
  })

  test('取消 stays', async () => {
    await openText()
    type()
    await leave('cancel')
    expect(session().saving.changed).toBe(true)
    expect(dialog()).toBeNull()
  })

  describe('for a new one', () => {
    const draft: WizardDraft = {
      id: 'new',
      step: 'prior',
      meta: { ...emptyReport().meta, place: '青石镇' },
      chosen: 'town-annual',
      left: new Set(['annex']),
      prior: { name: '去年.docx', text: '' },
    }
    const begin = async (answer: 'discard' | 'cancel'): Promise<void> => {
      await openText()
      type()
      controller.showDialog({ kind: 'newReport' })
      const begun = controller.opening.startReport({ ...emptyReport(), id: 'new' }, draft)
      await settle()
      const asked = dialog()
      if (asked?.kind !== 'unsaved') throw new Error('was not asked')
      asked.answer(answer)
      await begun
    }

    test('取消 leads back to what was filled in', async () => {
      await begin('cancel')
      expect(session().report.id).toBe('report-1')
      expect(dialog()).toEqual({ kind: 'newReport', draft })
    })

    test('不保存 begins it, with last year’s report', async () => {
      await begin('discard')
      expect(session()).toMatchObject({ report: { id: 'new' }, prior: [draft.prior] })
      expect(dialog()).toBeNull()
    })
  })

  test('a banner about fonts stays closed in the next report, one about the report does not', async () => {
    await openText()
    const missing = [{ role: 'title', font: '方正小标宋简体', substitute: null }] as unknown as MissingFont[]
    controller.closeBanner(fontsBanner(missing))
    controller.closeBanner('recovered')
    await controller.opening.close()
    await controller.opening.open(null)
    expect(controller.store.get().closedBanners).toEqual([fontsBanner(missing)])
    expect(controller.store.get().closedBanners).not.toContain(fontsBanner([]))
  })

  test('保存 saves first, and a failed save stays', async () => {
    await openText({ saveReport: () => Promise.resolve({ saved: false, reason: 'mediumGone' }) })
    type()
    await leave('save')
    expect(session().saving.state).toBe('failed')
    expect(called('closeReport')).toHaveLength(0)
  })

  test('the window closes only after the question', async () => {
    await openText()
    type()
    desktop.send('closeRequested', undefined)
    await settle()
    expect(called('closeWindow')).toHaveLength(0)
    const asked = dialog()
    if (asked?.kind === 'unsaved') asked.answer('save')
    await pass(1)
    expect(called('saveReport')).toHaveLength(1)
    expect(called('closeWindow')).toHaveLength(1)
  })

  test('a second request to close does not ask twice', async () => {
    await openText()
    type()
    desktop.send('closeRequested', undefined)
    await settle()
    const first = dialog()
    desktop.send('closeRequested', undefined)
    await settle()
    expect(dialog()).toBe(first)
  })
})

describe('opening', () => {
  test('a refusal is said in a dialog, a cancelled choice is not', async () => {
    await start({ answers: { openReport: () => Promise.resolve({ opened: false, reason: 'oldWordFormat' }) } })
    await controller.opening.open('D:\\报告\\旧稿.doc')
    expect(dialog()).toMatchObject({ kind: 'refused', name: '旧稿.doc', refusal: { reason: 'oldWordFormat' } })
    await start()
    await controller.opening.open(null)
    expect(dialog()).toBeNull()
  })

  test('an import tells what it could not keep', async () => {
    const imported = { notices: [], revisions: 2, comments: 0, brokenLines: 0 }
    await openText({}, { imported })
    expect(dialog()).toEqual({ kind: 'imported' })
    await openText({}, { imported: { ...imported, revisions: 0 } })
    expect(dialog()).toBeNull()
  })

  test('recovered text counts as changed and leaves the list of the start page', async () => {
    const recoverable = [{ id: 'r', name: 'a', path: null, savedAt: '2026-01-12T13:47:00', characters: 3 }]
    await start({ startUp: { recoverable }, answers: { recover: () => Promise.resolve(opened({ path: null })) } })
    await controller.opening.recover('r')
    expect(session()).toMatchObject({ recovered: true, saving: { changed: true } })
    expect(controller.store.get().recoverable).toEqual([])
  })

  test('an old version opens as another report without a file', async () => {
    await openText({
      openVersion: () =>
        Promise.resolve({ opened: true, report: emptyReport(['旧稿。']), prior: [], ledger: smallLedger() }),
    })
    await controller.opening.openVersion(2)
    expect(session()).toMatchObject({ path: null, name: '云溪镇（第 2 版）' })
    expect(session().report.id).not.toBe('report-1')
  })
})

describe('earlier reports', () => {
  const reportOf = (year: number) =>
    `青石镇政府工作报告\n——${year}年1月8日在青石镇人民代表大会上\n各位代表：\n全年平稳。`
  const addPrior = async (name: string, content: string): Promise<void> => {
    desktop.openPrior = () => Promise.resolve({ opened: true, name, text: content })
    await controller.opening.addPrior()
  }
  const names = () => session().prior.map(({ name }) => name)

  test('one that is added is a change: journaled, saved with the report, compared with', async () => {
    await openText()
    await addPrior('去年.docx', reportOf(2025))
    expect(session().saving.changed).toBe(true)
    const prior = [{ name: '去年.docx', text: reportOf(2025) }]
    await pass(1000)
    expect(called('journal')[0]?.request).toMatchObject({ prior })
    expect(requests.at(-1)?.prior).toEqual(prior)
    await controller.saving.save()
    expect(called('saveReport')[0]?.request).toMatchObject({ prior })
    expect(session().saving.changed).toBe(false)
  })

  test('one that is removed is a change too', async () => {
    await openText({}, { prior: [{ name: '去年.docx', text: reportOf(2025) }] })
    controller.opening.removePrior('去年.docx')
    expect(session()).toMatchObject({ prior: [], saving: { changed: true } })
    await pass(1000)
    expect(requests.at(-1)?.prior).toEqual([])
    expect(called('journal')[0]?.request).toMatchObject({ prior: [] })
  })

  test('added while the file is being written, it is still unsaved', async () => {
    let finish: (result: SaveResult) => void = () => undefined
    await openText({ saveReport: () => new Promise((resolve) => (finish = resolve)) })
    const saved = controller.saving.save()
    await settle()
    await addPrior('去年.docx', reportOf(2025))
    finish({ saved: true, path: '/reports/a.zhenggao', name: 'a', savedAt: '2026-01-12T14:03:00', notices: [] })
    expect(await saved).toBe(false)
    expect(session().saving.changed).toBe(true)
  })

  test('in a report that can only be read they compare, and nothing is unsaved', async () => {
    await openText({}, { readOnly: { reason: 'noPermission' } })
    await addPrior('去年.docx', reportOf(2025))
    expect(names()).toEqual(['去年.docx'])
    expect(session().saving.changed).toBe(false)
  })

  test('stand newest first, whatever the order they were added in; one without a year stands last', async () => {
    await openText()
    await addPrior('b.docx', reportOf(2024))
    await addPrior('c.docx', '没有年份的旧稿')
    await addPrior('a.docx', reportOf(2025))
    expect(names()).toEqual(['a.docx', 'b.docx', 'c.docx'])
  })

  test('the same report again takes its place; another year under the same name gets its own', async () => {
    await openText()
    await addPrior('报告.docx', reportOf(2025))
    await addPrior('报告.docx', `${reportOf(2025)}改。`)
    expect(session().prior).toEqual([{ name: '报告.docx', text: `${reportOf(2025)}改。` }])
    await addPrior('报告.docx', reportOf(2024))
    expect(names()).toEqual(['报告.docx', '报告.docx (2)'])
  })

  test('no more than the file may hold', async () => {
    await openText({}, { prior: Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, text: '' })) })
    expect(commandOf('addPrior').why?.(controller.store.get())).toBe('enoughPrior')
    controller.opening.removePrior('3')
    expect(commandOf('addPrior').why?.(controller.store.get())).toBeUndefined()
  })

  test('an old version brings its own', async () => {
    const prior = [{ name: '去年.docx', text: reportOf(2025) }]
    await openText({
      openVersion: () =>
        Promise.resolve({ opened: true, report: emptyReport(['旧稿。']), prior, ledger: smallLedger() }),
    })
    await controller.opening.openVersion(2)
    expect(session().prior).toEqual(prior)
    expect(session().ledger.rows).toEqual(smallLedger().rows)
  })
})

describe('checking', () => {
  test('a check that breaks off says so and can be asked again; the findings of the check before stay', async () => {
    await openText()
    await pass(1000)
    checking = () => Promise.reject(new Error('checks failed'))
    type()
    await pass(1000)
    expect(session().checking).toMatchObject({ running: false, failed: true })
    expect(session().checking.result?.findings).toHaveLength(3)
    expect(controller.announcer.store.get().polite).toContain('核对中断')
    checking = check
    await controller.checking.check()
    expect(session().checking).toMatchObject({ running: false, failed: false })
  })

  test('runs after opening, and again once typing pauses', async () => {
    await openText()
    expect(session().checking.result?.findings).toHaveLength(3)
    type('错')
    await pass(300)
    type('错')
    await pass(300)
    expect(session().checking.result?.findings).toHaveLength(3)
    await pass(400)
    expect(session().checking.result?.findings).toHaveLength(5)
  })

  test('F8 goes through the findings and starts anew at the end', async () => {
    await openText()
    const order = [1, 1, 1, 1, -1].map((direction) => {
      controller.checking.step(direction as 1 | -1)
      return session().openFinding
    })
    const [first, second, third] = session().checking.result?.findings.map(({ id }) => id) ?? []
    expect(order).toEqual([first, second, third, first, third])
    expect(session().editor.selection?.anchor.path[0]).toBe(2)
  })

  test.each([
    ['beside 往年 lights and changes no panel', 'prior', true, 'prior'],
    ['beside 指标 lights and changes no panel', 'indicators', true, 'indicators'],
    ['beside 问题 opens its card there', 'findings', true, 'findings'],
    ['without a panel opens 问题', 'prior', false, 'findings'],
  ] as const)('a mark that is clicked %s', async (_where, panelTab, panelOpen, shown) => {
    await openText()
    const { store, checking: actions } = controller
    store.set((state) => ({ ...state, panelTab, settings: { ...state.settings, panelOpen } }))
    const [, second] = session().checking.result?.findings ?? []
    if (!second) throw new Error('no finding')
    actions.markClicked(second.id)
    expect(session().openFinding).toBe(second.id)
    expect(store.get()).toMatchObject({ panelTab: shown, settings: { panelOpen: true } })
    actions.step(1)
    expect(store.get().panelTab).toBe('findings')
  })

  test('a repair is one step of undo and opens the next card', async () => {
    await openText()
    const [first, second] = session().checking.result?.findings ?? []
    const repair = first?.repairs[0]
    if (!first || !repair) throw new Error('no repair')
    controller.checking.openFinding(first.id)
    controller.checking.repair(first, repair)
    expect(session().editor.children[0]).toMatchObject({ children: [{ text: '第一段对一。' }] })
    expect(session().openFinding).toBe(second?.id)
    session().editor.undo()
    expect(session().editor.children[0]).toMatchObject({ children: [{ text: '第一段错一。' }] })
  })

  test('a repair whose words are gone leaves the text alone and says so', async () => {
    await openText()
    const [first] = session().checking.result?.findings ?? []
    const repair = first?.repairs[0]
    if (!first || !repair) throw new Error('no repair')
    controller.checking.openFinding(first.id)
    session().editor.delete({ at: { anchor: { path: [0, 0], offset: 2 }, focus: { path: [0, 0], offset: 5 } } })
    const before = session().editor.children
    controller.checking.repair(first, repair)
    expect(session().editor.children).toBe(before)
    expect(session().openFinding).toBe(first.id)
    expect(session().checking.refusedRepair).toBe(first.id)
    await pass(2000)
    expect(controller.announcer.store.get().alert).toContain('这处修改没有做')
  })

  test('an ignored finding is kept in the report with reason, who and when, and comes back', async () => {
    await openText()
    vi.setSystemTime(new Date(2026, 0, 12, 9, 30, 0))
    const [first] = session().checking.result?.findings ?? []
    if (!first) throw new Error('no finding')
    controller.checking.ignore(first, '统计口径不同')
    expect(session().report.checks.ignored).toEqual([
      {
        fingerprint: '错一。',
        rule: 'leftover',
        reason: '统计口径不同',
        by: '沈知秋',
        at: '2026-01-12T09:30:00',
        quote: '错',
      },
    ])
    expect(session().saving.changed).toBe(true)
    controller.checking.step(1)
    controller.checking.restore(first.fingerprint)
    expect(session().report.checks.ignored).toEqual([])
  })

  describe('undo after a finding was set aside', () => {
    const run = (id: string): void => commandOf(id).run(controller)
    const ignored = () => session().report.checks.ignored.map(({ fingerprint }) => fingerprint)
    const textNow = () => JSON.stringify(session().editor.children[0])
    const ignoreFirst = async (): Promise<Finding> => {
      await controller.checking.check()
      const [first] = shownFindings(controller.store.get())
      if (!first) throw new Error('no finding')
      controller.checking.ignore(first, '')
      return first
    }

    test('brings the finding back and leaves the text alone; only then the text goes back', async () => {
      await openText()
      type('甲')
      const first = await ignoreFirst()
      run('undo')
      expect(ignored()).toEqual([])
      expect(session().openFinding).toBe(first.id)
      expect(textNow()).toContain('甲')
      run('undo')
      expect(textNow()).not.toContain('甲')
      run('redo')
      expect(textNow()).toContain('甲')
      expect(ignored()).toEqual([])
      run('redo')
      expect(ignored()).toEqual([first.fingerprint])
      expect(commandOf('redo').why?.(controller.store.get())).toBe('nothingToRedo')
    })

    test('takes back what was typed after it first, even where that joined the step before', async () => {
      await openText()
      const { editor } = session()
      Transforms.select(editor, { path: [0, 0], offset: 0 })
      editor.insertText('甲')
      await ignoreFirst()
      Transforms.select(editor, { path: [0, 0], offset: 1 })
      editor.insertText('乙')
      expect(editor.history.undos).toHaveLength(1)
      run('undo')
      expect(ignored()).toHaveLength(1)
      expect(textNow()).not.toContain('乙')
    })

    test('is offered when nothing was typed, and works for several', async () => {
      await openText()
      expect(commandOf('undo').why?.(controller.store.get())).toBe('nothingToUndo')
      await ignoreFirst()
      await ignoreFirst()
      expect(ignored()).toHaveLength(2)
      expect(commandOf('undo').why?.(controller.store.get())).toBeUndefined()
      run('undo')
      run('undo')
      expect(ignored()).toEqual([])
      expect(commandOf('undo').why?.(controller.store.get())).toBe('nothingToUndo')
    })

    test('what was undone before it cannot be redone over it, nor it over what is typed', async () => {
      await openText()
      type('甲')
      run('undo')
      await ignoreFirst()
      run('redo')
      expect(textNow()).not.toContain('甲')
      run('undo')
      type('丙')
      run('redo')
      expect(ignored()).toEqual([])
      run('undo')
      run('redo')
      expect(ignored()).toEqual([])
      expect(textNow()).toContain('丙')
    })

    test('holds for words that were allowed, for all reports and for 恢复', async () => {
      await openText()
      const [first, second] = session().checking.result?.findings ?? []
      if (!first || !second) throw new Error('no findings')
      controller.checking.allow(first, 'wordings')
      expect(controller.store.get().lists.wordings).toEqual(['错'])
      run('undo')
      expect(controller.store.get().lists.wordings).toEqual([])
      controller.checking.ignore({ ...second, indicator: '产值' }, '', 'workspace')
      run('undo')
      expect(controller.store.get().lists.ignored).toEqual([])
      controller.checking.ignore(first, '')
      controller.checking.restore(first.fingerprint)
      run('undo')
      expect(ignored()).toEqual([first.fingerprint])
    })

    test('is said in the status bar for some seconds', async () => {
      await openText()
      await ignoreFirst()
      expect(controller.announcer.store.get().shown).toContain('撤销')
      await pass(6000)
      expect(controller.announcer.store.get().shown).toBe('')
    })
  })

  test('an indicator set aside takes its other findings of the rule along, in the report or in all reports', async () => {
    await openText()
    const [first, second, third] = session().checking.result?.findings ?? []
    if (!first || !second || !third) throw new Error('no findings')
    for (const one of [first, second]) Object.assign(one, { indicator: '财政总收入' })
    Object.assign(third, { indicator: '税收收入' })
    const shown = () => shownFindings(controller.store.get()).map(({ id }) => id)
    controller.checking.ignore(first, '口径不同', 'report')
    expect(shown()).toEqual([third.id])
    expect(session().report.checks.ignored[0]).toMatchObject({ indicator: '财政总收入' })
    controller.checking.restore(first.fingerprint)
    expect(shown()).toHaveLength(3)

    controller.checking.ignore(third, '上级口径', 'workspace')
    expect(shown()).toEqual([first.id, second.id])
    expect(session().report.checks.ignored).toEqual([])
    await settle()
    expect(called('saveLists')[0]?.request).toMatchObject({ ignored: [{ indicator: '税收收入', reason: '上级口径' }] })
    const [entry] = controller.store.get().lists.ignored
    if (entry) controller.checking.restoreIndicator(entry)
    expect(shown()).toHaveLength(3)
  })

  test('words that are right join the list of the workspace once, and the report is checked anew', async () => {
    await openText()
    const [first] = session().checking.result?.findings ?? []
    if (!first) throw new Error('no finding')
    controller.checking.allow(first, 'wordings')
    controller.checking.allow(first, 'wordings')
    expect(controller.store.get().lists.wordings).toEqual(['错'])
    const before = requests.length
    await pass(1000)
    expect(requests.slice(before).map(({ wordings }) => wordings)).toEqual([['错']])
  })

  test('an ignored finding is not counted as an error of the closed report', async () => {
    await openText()
    const [first] = session().checking.result?.findings ?? []
    if (!first) throw new Error('no finding')
    controller.checking.ignore(first, '')
    await controller.saving.save()
    await controller.opening.close()
    expect(called('closeReport')[0]?.request).toEqual({ id: 'report-1', errors: 2 })
  })
})

test('settings are written once a change rests', async () => {
  await start()
  for (let width = 200; width < 260; width += 10) controller.changeSettings({ outlineWidth: width })
  await pass(1000)
  expect(called('saveSettings').map(({ request }) => request)).toMatchObject([{ outlineWidth: 250 }])
})
