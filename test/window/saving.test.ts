import { describe, expect, test } from 'vitest'
import type { Notice, SaveResult } from '../../shared/desktop/results.ts'
import {
  called,
  controller,
  desktop,
  dialog,
  done,
  inStillTime,
  openText,
  pass,
  session,
  settle,
  type,
} from '../support/session-window.ts'

inStillTime()

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
