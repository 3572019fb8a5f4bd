import { Transforms } from 'slate'
import { describe, expect, test, vi } from 'vitest'
import { commandOf } from '../../renderer/app/commands.ts'
import { shownFindings } from '../../renderer/app/shown-findings.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import {
  called,
  check,
  checkWith,
  controller,
  inStillTime,
  openText,
  pass,
  requests,
  session,
  settle,
  type,
} from '../support/session-window.ts'

inStillTime()

describe('checking', () => {
  test('a check that breaks off says so and can be asked again; the findings of the check before stay', async () => {
    await openText()
    await pass(1000)
    checkWith(() => Promise.reject(new Error('checks failed')))
    type()
    await pass(1000)
    expect(session().checking).toMatchObject({ running: false, failed: true })
    expect(session().checking.result?.findings).toHaveLength(3)
    expect(controller.announcer.store.get().polite).toContain('核对中断')
    checkWith(check)
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
