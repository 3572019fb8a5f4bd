import { Editor } from 'slate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { selectField } from '../../renderer/editor/commands/fields.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { emptyReport, fakeDesktop, openedReport } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { keyOf, ledgerOf, readerOf } from '../support/ledgers.ts'
import { h, leaf, p } from '../support/slate.ts'

const ledger = ledgerOf(
  { indicator: '工业总产值', value: '14.63', unit: '亿元', growth: '4.4' },
  { indicator: '一般公共预算收入', value: '4230', unit: '万元', growth: '-3.2' },
  { indicator: '工业总产值', year: 2026, kind: 'target', growth: '6' },
)

let controller: WindowController
const session = (): Session => {
  const open = controller.store.get().session
  if (!open) throw new Error('nothing is open')
  return open
}
const text = (): string => plainText(bodyOf(session().editor)).text.trim()
const shown = (): string => controller.announcer.store.get().shown
const field = (indicator: string, part: 'value' | 'growth', key?: string) =>
  leaf('□', { field: { indicator, part }, ...(key !== undefined && { indicator: key }) })

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { activeElement: null })
  const body = [
    { ...h(1, '回顾'), section: 'review' as const },
    p('产值', field('工业总产值', 'value'), '亿元，增长', field('工业总产值', 'growth'), '%。'),
    p('收入', field('一般公共预算收入', 'value'), '亿元，增长', field('一般公共预算收入', 'growth'), '%。'),
    p('粮食', field('粮食产量', 'value'), '吨。'),
    p('这五年，全镇面貌一新。工业总产值累计', field('工业总产值', 'value'), '亿元。'),
    p('工业总产值达', field('工业总产值', 'value'), '亿元。'),
    { ...h(1, '目标'), section: 'targets' as const },
    p(
      '产值增长',
      field('工业总产值', 'growth', keyOf('工业总产值', 'growth', { year: 2026, kind: 'target' })),
      '%以上。',
    ),
  ]
  const report = { ...emptyReport([]), body }
  const opened = { opened: true as const, ...openedReport(report, { ledger }) }
  const desktop = fakeDesktop({ answers: { openReport: () => Promise.resolve(opened) } })
  controller = await fakeWindow(desktop)
  await controller.opening.open(null)
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  controller.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('every □ that the ledger has a figure for is filled and bound, as one step', () => {
  const before = text()
  controller.bound.fillFields()
  expect(text().split('\n').slice(1, 4)).toEqual(['产值14.63亿元，增长4.4%。', '收入0.42亿元，下降3.2%。', '粮食□吨。'])
  expect(text()).toContain('产值增长6%以上。')
  expect(text()).toContain('工业总产值累计□亿元。\n工业总产值达□亿元。')
  expect(shown()).toBe('已按台账填写 5 处 □，还有 3 处台账中没有数。')
  const body = bodyOf(session().editor)
  expect(readLinks(body, readerOf(ledger)).map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same', 'same'])
  expect(JSON.stringify(body).split('"field"').length - 1).toBe(3)
  session().editor.undo()
  expect(text()).toBe(before)
})

test('one □ is filled at the caret, and says so where there is nothing', () => {
  const { editor } = session()
  selectField(editor, [1, 1])
  expect(controller.bound.fieldFill()?.words).toBe('14.63亿元')
  expect(controller.bound.fillField()).toBe(true)
  expect(text()).toContain('产值14.63亿元，增长□%。')
  expect(
    editor.selection && Editor.string(editor, { anchor: Editor.start(editor, [1]), focus: editor.selection.focus }),
  ).toBe('产值14.63')
  expect(editor.selection?.anchor).toEqual(editor.selection?.focus)
  selectField(editor, [3, 1])
  expect(controller.bound.fieldFill()).toBeNull()
  expect(controller.bound.fillField()).toBe(true)
  expect([text().includes('粮食□吨'), shown()]).toEqual([true, '台账中没有能填在这里的数。'])
  editor.select({ path: [3, 0], offset: 1 })
  expect([controller.bound.fieldFill(), controller.bound.fillField()]).toEqual([undefined, false])
})

test.each([
  ['at its end', { path: [1, 0], offset: 2 }, '14.63亿元'],
  ['before it', { path: [1, 1], offset: 0 }, '14.63亿元'],
  ['behind it', { path: [1, 2], offset: 0 }, '14.63亿元'],
  ['one further', { path: [1, 2], offset: 1 }, undefined],
])('the caret %s is at the □ or not', (_, point, words) => {
  session().editor.select(point)
  expect(controller.bound.fieldFill()?.words).toBe(words)
})

test('the picker of a □ leaves the text alone, and puts the number in its place', () => {
  const { editor } = session()
  const before = text()
  selectField(editor, [1, 1])
  controller.bound.openPicker()
  expect(controller.store.get().picker?.field?.field.indicator).toBe('工业总产值')
  const fill = controller.bound.fieldFill()
  controller.bound.closePicker({ back: true })
  expect([text(), controller.store.get().picker]).toEqual([before, null])
  expect(editor.selection && Editor.string(editor, editor.selection)).toBe('□')
  controller.bound.openPicker()
  if (fill) controller.bound.pickFill(fill)
  expect([text().split('\n')[1], controller.store.get().picker]).toEqual(['产值14.63亿元，增长□%。', null])
})
