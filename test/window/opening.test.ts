import { describe, expect, test } from 'vitest'
import { emptyReport } from '../support/fake-desktop.ts'
import { smallLedger } from '../support/small-ledger.ts'
import { controller, dialog, inStillTime, openText, opened, session, start } from '../support/session-window.ts'

inStillTime()

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
