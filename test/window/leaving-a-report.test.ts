import { describe, expect, test } from 'vitest'
import type { MissingFont } from '../../shared/word/write/fonts.ts'
import { fontsBanner } from '../../renderer/app/closed-banners.ts'
import type { WizardDraft } from '../../renderer/app/wizard-draft.ts'
import { emptyReport } from '../support/fake-desktop.ts'
import {
  called,
  controller,
  desktop,
  dialog,
  inStillTime,
  openText,
  pass,
  session,
  settle,
  type,
} from '../support/session-window.ts'

inStillTime()

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
