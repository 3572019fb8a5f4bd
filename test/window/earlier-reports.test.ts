import { describe, expect, test } from 'vitest'
import { commandOf } from '../../renderer/app/commands.ts'
import type { SaveResult } from '../../shared/desktop/results.ts'
import { emptyReport } from '../support/fake-desktop.ts'
import { smallLedger } from '../support/small-ledger.ts'
import {
  called,
  controller,
  desktop,
  inStillTime,
  openText,
  pass,
  requests,
  session,
  settle,
} from '../support/session-window.ts'

inStillTime()

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
