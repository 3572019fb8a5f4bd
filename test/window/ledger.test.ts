import { Editor, Transforms } from 'slate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCaret } from '../../renderer/app/caret.ts'
import { commandOf } from '../../renderer/app/commands.ts'
import { isWidePanel } from '../../renderer/app/crowded.ts'
import { changeSession } from '../../renderer/app/controller-parts.ts'
import type { WindowController } from '../../renderer/app/controller.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { WizardDraft } from '../../renderer/app/wizard-draft.ts'
import type { Desktop } from '../../shared/desktop/calls.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger, findFigure, noSource, type FigureContent, type Ledger } from '../../shared/ledger/ledger.ts'
import { mostRows } from '../../shared/ledger/parse-ledger.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop, type FakeOptions } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { setResult, smallLedger } from '../support/small-ledger.ts'

let desktop: FakeDesktop
let controller: WindowController

async function openWith(more = {}, options: FakeOptions = {}): Promise<void> {
  const report = emptyReport(['全镇财政总收入2841万元。'])
  const opened = { opened: true as const, ...openedReport(report, { ledger: smallLedger('云溪镇'), ...more }) }
  desktop = fakeDesktop({
    settings: { userName: '沈知秋' },
    ...options,
    answers: { openReport: () => Promise.resolve(opened), ...options.answers },
  })
  controller = await fakeWindow(desktop)
  await controller.opening.open(null)
  await pass(0)
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const state = () => controller.store.get()
const session = (): Session => {
  const current = state().session
  if (!current) throw new Error('nothing is open')
  return current
}
const called = (name: string) => desktop.calls.filter((call) => call.name === name)
const income = (year = 2025) =>
  findFigure(session().ledger, { indicator: '财政总收入', year, period: 'year', kind: 'result' })
const text = () => JSON.stringify(session().editor.children)
const change = (value: string, withText?: () => void) =>
  controller.ledger.edit([setResult('财政总收入', 2025, value)], '财政总收入 2025年', withText && { withText })
function type(words: string): void {
  Transforms.insertText(session().editor, words, { at: { path: [0, 0], offset: 0 } })
  heard()
}
/** What the page does when its editor has changed. */
function heard(): void {
  controller.textChanged()
  changeSession(controller, ({ editor }) => ({ caret: readCaret(editor) }))
}
/** Undo and redo as the keys do them, where no page is on the screen. */
function press(id: 'undo' | 'redo'): void {
  controller.showView('ledger')
  const command = commandOf(id)
  expect(command.why?.(state())).toBeUndefined()
  command.run(controller)
  heard()
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 0, 12, 14, 3, 20))
  vi.stubGlobal('document', { activeElement: null })
})
afterEach(() => {
  controller.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a change of the ledger', () => {
  test('is stamped, makes the report unsaved, and is journaled and saved with it', async () => {
    await openWith()
    expect(change('2850')).toBe(true)
    expect(income()).toMatchObject({ value: '2850', changedAt: '2026-01-12T14:03:20', changedBy: '沈知秋' })
    expect(session().saving.changed).toBe(true)
    await pass(1000)
    expect(called('journal')[0]?.request).toMatchObject({ ledger: session().ledger })
    await controller.saving.save()
    expect(called('saveReport')[0]?.request).toMatchObject({ ledger: session().ledger })
    expect(session().saving.changed).toBe(false)
  })

  test('that is made while a save is running is not called saved', async () => {
    let finish = (): void => undefined
    const saved = { saved: true as const, path: '/a', name: 'a', savedAt: '2026-01-12T14:03:00', notices: [] }
    const saveReport = () => new Promise<typeof saved>((resolve) => (finish = () => resolve(saved)))
    await openWith({}, { answers: { saveReport } })
    const saving = controller.saving.save()
    await pass(0)
    change('2850')
    finish()
    await saving
    expect(session().saving.changed).toBe(true)
  })

  test('is taken back and done again in its turn beside the text', async () => {
    await openWith()
    type('甲')
    change('2850')
    await pass(1)
    type('乙')
    change('2860')
    const steps = [() => income()?.value, () => text().includes('乙'), () => text().includes('甲')]
    const now = () => steps.map((step) => step())
    expect(now()).toEqual(['2860', true, true])
    const after: unknown[][] = [
      ['2850', true, true],
      ['2850', false, true],
      ['2841', false, true],
      ['2841', false, false],
    ]
    for (const expected of after) {
      press('undo')
      expect(now()).toEqual(expected)
    }
    expect(commandOf('undo').why?.(state())).toBe('nothingToUndo')
    for (const expected of [...after.slice(0, -1).toReversed(), ['2860', true, true]]) {
      press('redo')
      expect(now()).toEqual(expected)
    }
    expect(commandOf('redo').why?.(state())).toBe('nothingToRedo')
  })

  test('and the text that it changes are one step', async () => {
    await openWith()
    const before = text()
    change('2850', () => Transforms.insertText(session().editor, '50', { at: { path: [0, 0], offset: 9 } }))
    // Typed at once and right behind: a step of its own.
    Transforms.insertText(session().editor, '余', { at: { path: [0, 0], offset: 11 } })
    const typed = text()
    press('undo')
    expect([income()?.value, text() === typed, text() === before]).toEqual(['2850', false, false])
    press('undo')
    expect([income()?.value, text()]).toEqual(['2841', before])
    press('redo')
    press('redo')
    expect([income()?.value, text()]).toEqual(['2850', typed])
  })

  test('drops what was undone before, as typing does', async () => {
    await openWith()
    type('甲')
    press('undo')
    change('2850')
    expect(commandOf('redo').why?.(state())).toBe('nothingToRedo')
    press('undo')
    expect(income()?.value).toBe('2841')
  })

  test('keeps the history that the steps of the text have: 100', async () => {
    await openWith()
    for (let value = 1; value <= 120; value++) change(String(value))
    for (let step = 0; step < 100; step++) press('undo')
    expect(income()?.value).toBe('20')
    expect(commandOf('undo').why?.(state())).toBe('nothingToUndo')
  })

  test('of nothing is no step; text alone is one of the text', async () => {
    await openWith()
    expect(change('2841')).toBe(false)
    expect(session().saving.changed).toBe(false)
    expect(change('2841', () => type('甲'))).toBe(true)
    press('undo')
    expect(text()).not.toContain('甲')
  })

  test.each<[string, LedgerEdit[]]>([
    ['a name that is too long', [{ edit: 'addRow', row: { indicator: '长'.repeat(61) } }]],
    ['a value that is no number', [setResult('财政总收入', 2025, '约两千')]],
    [
      'too many rows',
      Array.from({ length: mostRows + 1 }, (_, row): LedgerEdit => ({
        edit: 'addRow',
        row: { indicator: `指标${row}` },
      })),
    ],
  ])('with %s is refused, and said so', async (_what, edits) => {
    await openWith()
    const before = session().ledger
    expect(controller.ledger.edit(edits, '')).toBe(false)
    expect(session().ledger).toBe(before)
    await pass(3000)
    expect(controller.announcer.store.get().alert).toContain('台账')
  })

  test('is not made in a report that can only be read', async () => {
    await openWith({ readOnly: { reason: 'lockedElsewhere' } })
    expect(change('2850')).toBe(false)
    expect(income()?.value).toBe('2841')
  })
})

describe('the ledger of the workspace', () => {
  const stamp = { at: '2026-01-10T09:00:00', by: '周明远' }
  const ofWorkspace = (edits: LedgerEdit[] = []) => ({
    ledger: editLedger(smallLedger('云溪镇'), edits, stamp),
    revision: 'r1',
  })
  const openLedger = (edits: LedgerEdit[] = []) => ({ openLedger: () => Promise.resolve(ofWorkspace(edits)) })
  const kept = () => called('keepLedger').map(({ request }) => request as { ledger: Ledger; revision: string | null })

  test('meets that of the file when a report is opened, which stays unchanged', async () => {
    await openWith({}, { answers: openLedger([setResult('户籍人口', 2025, '3.1')]) })
    expect(called('openLedger')[0]?.request).toEqual({ place: '云溪镇' })
    expect(session().ledger.rows.map(({ indicator }) => indicator)).toEqual(['财政总收入', '粮食总产量', '户籍人口'])
    expect(session()).toMatchObject({ differences: [], saving: { changed: false } })
    await pass(5000)
    expect(kept()).toEqual([])
  })

  test('does not hide that the ledger of the file could not be read', async () => {
    await openWith({ ledgerUnreadable: true }, { answers: openLedger() })
    expect(session().ledgerUnreadable).toBe(true)
    await openWith()
    expect(session().ledgerUnreadable).toBe(false)
  })

  test('says what of it could not be read, in the file and in the workspace', async () => {
    const part = { what: 'figure', indicator: '财政总收入', row: 1, year: 2025 } as const
    const stored = { ledger: smallLedger('云溪镇'), revision: 'r1', unread: [part] }
    await openWith({ ledgerUnread: [part] }, { answers: { openLedger: () => Promise.resolve(stored) } })
    expect(session()).toMatchObject({ ledgerUnread: [part], workspaceUnread: [part] })
    await openWith({}, { answers: openLedger() })
    expect(session()).toMatchObject({ ledgerUnread: [], workspaceUnread: [] })
  })

  test('begins a new report of its place', async () => {
    await openWith({}, { answers: openLedger() })
    const report = { ...emptyReport(), id: 'new' }
    await controller.opening.startReport(report, { prior: null } as unknown as WizardDraft)
    expect(session()).toMatchObject({ report: { id: 'new' }, path: null })
    expect(session().ledger).toEqual(smallLedger('云溪镇'))
  })

  test('tells of figures that it gives otherwise, which counts, and the other can be taken', async () => {
    const confirmed: LedgerEdit = setResult('粮食总产量', 2025, '3.20', { state: 'confirmed' })
    await openWith({}, { answers: openLedger([setResult('财政总收入', 2025, '2850'), confirmed]) })
    expect(income()?.value).toBe('2850')
    expect(session().differences).toMatchObject([
      { indicator: '财政总收入', year: 2025, file: { value: '2841' }, workspace: { value: '2850' } },
    ])
    change('2841')
    expect(income()?.value).toBe('2841')
  })

  test('differs in nothing where both read the same', async () => {
    const target = { indicator: '粮食总产量', year: 2026, period: 'year', kind: 'target' } as const
    const set = (content: Partial<FigureContent>): LedgerEdit => ({ edit: 'set', ...target, content })
    const file = editLedger(smallLedger('云溪镇'), [set({ growth: '3', unit: '万吨' })], stamp)
    const edits = [set({ growth: '3', unit: '吨', source: { ...noSource, department: '农业农村' } })]
    await openWith({ ledger: file }, { answers: openLedger(edits) })
    expect(session().differences).toEqual([])
    const none = editLedger(
      smallLedger('云溪镇'),
      [set({ state: 'reported', unit: '万吨', growthUnit: '百分点' })],
      stamp,
    )
    await openWith({ ledger: none }, { answers: openLedger([set({ state: 'checked' })]) })
    expect(session().differences).toEqual([])
    await openWith({ ledger: file }, { answers: openLedger([set({ growth: '3', unit: '万吨', bound: '>=' })]) })
    expect(session().differences).toHaveLength(1)
  })

  test('that is older gives way, and is told of too', async () => {
    const file = editLedger(smallLedger('云溪镇'), [setResult('财政总收入', 2025, '2860')], {
      ...stamp,
      at: '2026-01-11T09:00:00',
    })
    await openWith({ ledger: file }, { answers: openLedger([setResult('财政总收入', 2025, '2850')]) })
    expect(income()?.value).toBe('2860')
    expect(session().differences).toMatchObject([{ file: { value: '2860' }, workspace: { value: '2850' } }])
  })

  test('is left alone where both together are too large: nothing is kept, and it is said', async () => {
    const many = (name: string): LedgerEdit[] =>
      Array.from({ length: mostRows / 2 }, (_, row) => ({ edit: 'addRow', row: { indicator: `${name}${row}` } }))
    const file = editLedger(smallLedger('云溪镇'), many('甲'), stamp)
    await openWith({ ledger: file }, { answers: openLedger(many('乙')) })
    expect(session()).toMatchObject({ ledger: file, ledgerUnkept: { reason: 'ledgersTooLarge' } })
    change('2850')
    await pass(2000)
    await controller.saving.save()
    await pass(2000)
    expect(session().ledgerUnkept).toMatchObject({ reason: 'ledgersTooLarge' })
    await controller.opening.close()
    expect(called('saveReport')).toHaveLength(1)
    expect(kept()).toEqual([])
  })

  test('of a place that the report is moved to is left alone where both together are too large', async () => {
    const many = (name: string): LedgerEdit[] =>
      Array.from({ length: mostRows / 2 }, (_, row) => ({ edit: 'addRow', row: { indicator: `${name}${row}` } }))
    const there = { ledger: editLedger(smallLedger('云溪乡'), many('乙'), stamp), revision: 'r2' }
    const answer = ({ place }: { place: string }) => Promise.resolve(place === '云溪乡' ? there : null)
    const file = editLedger(smallLedger('云溪镇'), many('甲'), stamp)
    await openWith({ ledger: file }, { answers: { openLedger: answer } })
    controller.changeMeta({ ...session().report.meta, place: '云溪乡' })
    await pass(0)
    expect(session().ledgerUnkept).toMatchObject({ reason: 'ledgersTooLarge' })
    change('2850')
    await pass(2000)
    expect(kept()).toEqual([])
  })

  test('is left alone by a report that can only be read', async () => {
    await openWith(
      { readOnly: { reason: 'lockedElsewhere' } },
      { answers: openLedger([setResult('户籍人口', 2025, '3')]) },
    )
    expect(called('openLedger')).toEqual([])
    expect(session().ledger).toEqual(smallLedger('云溪镇'))
    await controller.opening.close()
    expect(kept()).toEqual([])
  })

  test('has each change a moment later, several in one, each grown from the one before', async () => {
    await openWith({}, { answers: openLedger() })
    change('2850')
    await pass(500)
    change('2851')
    await pass(1000)
    expect(kept()).toEqual([{ ledger: session().ledger, revision: 'r1' }])
    press('undo')
    await pass(1000)
    expect(kept()[1]).toEqual({ ledger: session().ledger, revision: 'kept' })
    expect(kept()).toHaveLength(2)
  })

  test('has what a save wrote, at once and once', async () => {
    await openWith()
    await controller.saving.save()
    await pass(0)
    expect(kept()).toEqual([{ ledger: session().ledger, revision: null }])
    await controller.saving.save()
    await pass(2000)
    expect(kept()).toHaveLength(1)
  })

  test('has the last change too when the report is left saved', async () => {
    await openWith()
    change('2850')
    await controller.saving.save()
    await controller.opening.close()
    expect(kept().at(-1)?.ledger.rows[0]?.figures.at(-1)?.value).toBe('2850')
  })

  test('gives back what was thrown away with the text', async () => {
    await openWith({}, { answers: openLedger() })
    const before = session().ledger
    change('2850')
    await pass(1500)
    const closing = controller.opening.close()
    await pass(0)
    const { dialog } = state()
    if (dialog?.kind !== 'unsaved') throw new Error('not asked')
    dialog.answer('discard')
    await closing
    expect(state().session).toBeNull()
    expect(kept().map(({ ledger }) => ledger.rows[0]?.figures.at(-1)?.value)).toEqual(['2850', '2841'])
    expect(kept()[1]).toEqual({ ledger: before, revision: 'kept' })
  })

  test('goes with the report to another place, and meets that of the place', async () => {
    const there = {
      ledger: editLedger(emptyLedger('云溪乡'), [setResult('户籍人口', 2025, '3.1')], stamp),
      revision: 'r2',
    }
    const answer = ({ place }: { place: string }) => Promise.resolve(place === '云溪乡' ? there : null)
    await openWith({}, { answers: { openLedger: answer } })
    change('2849')
    controller.changeMeta({ ...session().report.meta, place: '云溪乡' })
    await pass(0)
    expect(session().ledger.place).toBe('云溪乡')
    expect(session().ledger.rows.map(({ indicator }) => indicator)).toContain('户籍人口')
    change('2850')
    await pass(1000)
    expect(kept()).toMatchObject([{ ledger: { place: '云溪乡' }, revision: 'r2' }])
    press('undo')
    press('undo')
    expect(session().ledger.place).toBe('云溪乡')
    expect(income()?.value).toBe('2841')
    // What came in from the other place was no change of the user's.
    expect(session().ledger.rows.map(({ indicator }) => indicator)).toContain('户籍人口')
  })

  test('that cannot be kept is told of until it can', async () => {
    let full = true
    const keepLedger: Desktop['keepLedger'] = () =>
      Promise.resolve(full ? { kept: false, reason: 'noSpaceLeft' } : { kept: true, revision: 'r' })
    await openWith({}, { answers: { keepLedger } })
    change('2850')
    await pass(1000)
    expect(session().ledgerUnkept).toMatchObject({ reason: 'noSpaceLeft' })
    full = false
    change('2851')
    await pass(1000)
    expect(session().ledgerUnkept).toBeNull()
  })

  test('is not asked for without a place, and nothing is kept of nothing', async () => {
    const report = emptyReport()
    await openWith({ ...openedReport({ ...report, meta: { ...report.meta, place: '' } }), ledger: smallLedger('') })
    expect(called('openLedger')).toEqual([])
    change('2850')
    await pass(1000)
    await openWith({ ledger: emptyLedger('云溪镇') })
    await controller.saving.save()
    await pass(1000)
    expect(kept()).toEqual([])
  })
})

test('a year that was added is saved with the report, journalled and taken back like any change', async () => {
  await openWith()
  const column = { year: 2019, kind: 'result' } as const
  expect(controller.ledger.edit([{ edit: 'addColumn', ...column }], '2019年')).toBe(true)
  await pass(1500)
  for (const name of ['journal', 'keepLedger'])
    expect((called(name).at(-1)?.request as { ledger: Ledger }).ledger.columns, name).toEqual([column])
  await controller.saving.save()
  expect((called('saveReport').at(-1)?.request as { ledger: Ledger }).ledger.columns).toEqual([column])
  press('undo')
  expect(session().ledger).toEqual(smallLedger('云溪镇'))
  press('redo')
  expect(session().ledger.columns).toEqual([column])
})

describe('without an open report', () => {
  test.each([
    ['showLedger', 'ledger'],
    ['importReports', 'importReports'],
    ['importTable', 'importTable'],
  ] as const)('%s asks whose ledger', async (id, then) => {
    await openWith()
    await controller.opening.close()
    expect(commandOf(id).why?.(state())).toBeUndefined()
    commandOf(id).run(controller)
    expect(state().dialog).toEqual({ kind: 'placeLedger', then })
  })

  test('what can only be read takes no import', async () => {
    await openWith({ readOnly: { reason: 'newerFormat' } })
    expect(commandOf('importReports').why?.(state())).toBe('readOnly')
  })

  const begun = async (answers: Partial<Desktop> = {}): Promise<void> => {
    await openWith({}, { answers: { keepLedger: () => Promise.resolve({ kept: true, revision: 'kept' }), ...answers } })
    await controller.opening.close()
    await controller.opening.startForLedger({ ...emptyReport(['各位代表：']), id: 'begun' })
  }
  const keptValues = () =>
    called('keepLedger').map(
      ({ request }) => (request as { ledger: Ledger }).ledger.rows[0]?.figures.at(-1)?.value ?? null,
    )

  test('the ledger of the place stands in the window, and is kept without a report being saved', async () => {
    const stored = { ledger: smallLedger('云溪镇'), revision: 'r1' }
    await begun({ openLedger: () => Promise.resolve(stored) })
    expect(state().view).toBe('ledger')
    expect(session().ledger.rows).toHaveLength(2)
    change('2850')
    await controller.opening.close()
    expect(state()).toMatchObject({ session: null, dialog: null })
    expect(keptValues()).toEqual(['2850'])
  })

  test('words that were written are asked about, and what is thrown away takes the ledger back', async () => {
    await begun({ openLedger: () => Promise.resolve({ ledger: smallLedger('云溪镇'), revision: 'r1' }) })
    change('2850')
    await pass(1500)
    Transforms.insertText(session().editor, '新的一年', { at: { path: [0, 0], offset: 0 } })
    const closing = controller.opening.close()
    await pass(0)
    const { dialog } = state()
    if (dialog?.kind !== 'unsaved') throw new Error('not asked')
    dialog.answer('discard')
    await closing
    expect(keptValues()).toEqual(['2850', '2841'])
  })

  test('a ledger that the workspace does not take is asked about', async () => {
    await begun({
      openLedger: () => Promise.resolve({ ledger: smallLedger('云溪镇'), revision: 'r1' }),
      keepLedger: () => Promise.resolve({ kept: false, reason: 'noSpaceLeft' }),
    })
    change('2850')
    const closing = controller.opening.close()
    await pass(0)
    expect(state().dialog?.kind).toBe('unsaved')
    if (state().dialog?.kind === 'unsaved') (state().dialog as { answer: (a: 'cancel') => void }).answer('cancel')
    await closing
    expect(state().session).not.toBeNull()
  })
})

describe('the full view', () => {
  test('opens and closes with its command, and is left with its report', async () => {
    await openWith()
    commandOf('showLedger').run(controller)
    expect(state().view).toBe('ledger')
    commandOf('showLedger').run(controller)
    expect(state().view).toBe('page')
    controller.showView('ledger')
    await controller.opening.close()
    expect(state().view).toBe('page')
    expect(commandOf('showLedger').checked?.(state())).toBe(false)
  })

  test('keeps commands of the page from changing a text that nobody sees', async () => {
    await openWith()
    controller.setFind({ mode: 'find' })
    controller.showView('ledger')
    expect(state().find).toBeNull()
    for (const id of ['bold', 'table', 'note', 'find', 'replace', 'goTo', 'repeat', 'paste', 'cut', 'toggleOutline'])
      expect(commandOf(id).why?.(state()), id).toBe('inLedger')
  })

  test('gives way to the page where a step of the text alone is taken back', async () => {
    await openWith()
    type('甲')
    change('2850')
    press('undo')
    expect(state().view).toBe('ledger')
    press('undo')
    expect(state().view).toBe('page')
  })

  test('gives way to the page where a place of the text is shown', async () => {
    await openWith()
    controller.showView('ledger')
    await controller.checking.check()
    controller.checking.locate(0, 2)
    expect(state().view).toBe('page')
  })
})

test('the tabs of the right column unfold it', async () => {
  await openWith({}, { settings: { panelOpen: false } })
  commandOf('showPrior').run(controller)
  expect(state()).toMatchObject({ panelTab: 'prior', settings: { panelOpen: true } })
  await controller.checking.proofread()
  expect(state().panelTab).toBe('findings')
})

test('the wide table of 往年 keeps its width for the page, not beside the ledger', async () => {
  await openWith()
  changeSession(controller, () => ({ prior: [{}] as never }))
  commandOf('showPrior').run(controller)
  expect(isWidePanel(state())).toBe(true)
  controller.showView('ledger')
  expect(isWidePanel(state())).toBe(false)
  controller.showView('page')
  expect(isWidePanel(state())).toBe(true)
})

test.each<[string, number, string[]]>([
  ['the line it stands in', 0, ['paragraph', 'chart', 'page-break', 'heading', 'table']],
  ['the page break', 1, ['paragraph', 'page-break', 'chart', 'heading', 'table']],
  ['the table, from the head of the annex', 2, ['paragraph', 'page-break', 'heading', 'table', 'chart']],
  ['the table', 3, ['paragraph', 'page-break', 'heading', 'table', 'chart']],
])('a chart is put behind %s', async (_, block, expected) => {
  await openWith()
  controller.ledgerSheets.insertAnnex({ kind: 'results', year: 2025, indicators: ['财政总收入'] })
  const { editor } = session()
  const at = bodyOf(editor).findIndex(({ type }) => type === 'page-break') - 1 + block
  Transforms.select(editor, Editor.start(editor, [at]))
  expect(controller.ledgerSheets.insertTrend('财政总收入', { from: 2024, to: 2025 })).toBe(true)
  const kinds = bodyOf(editor).map((one) => (one.type === 'opaque' ? 'chart' : one.type))
  expect(kinds.slice(-expected.length)).toEqual(expected)
})
