import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UrgentBanners } from '../../renderer/app/Banners.tsx'
import { createController } from '../../renderer/app/controller.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import { WindowContext } from '../../renderer/app/window-context.ts'
import { noCoverage } from '../../shared/checks/coverage.ts'
import type { Desktop } from '../../shared/desktop/calls.ts'
import { emptyReport, fakeDesktop, openedReport } from '../support/fake-desktop.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { activeElement: null })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The words above the page after a change, and after a save where one is asked for. */
async function wordsAfter(answers: Partial<Desktop>, save: boolean): Promise<string> {
  const open = (): ReturnType<Desktop['openReport']> =>
    Promise.resolve({ opened: true, ...openedReport(emptyReport()) })
  const desktop = fakeDesktop({ answers: { openReport: open, ...answers } })
  const translations = createTranslations('zh-CN')
  const checker = {
    check: () => Promise.resolve({ findings: [], coverage: noCoverage, compared: [] }),
    dispose: () => undefined,
  }
  const startUp = await desktop.startUp(undefined)
  const controller = createController({ desktop, checker, translations, startUp })
  await controller.opening.open(null)
  controller.saving.changed()
  await vi.advanceTimersByTimeAsync(1000)
  if (save) await controller.saving.save()
  const shown = (
    <I18nextProvider i18n={translations}>
      <WindowContext.Provider value={controller}>
        <UrgentBanners />
      </WindowContext.Provider>
    </I18nextProvider>
  )
  const words = renderToStaticMarkup(shown).replace(/<[^>]*>/g, ' ')
  controller.dispose()
  return words
}

const saveReport: Desktop['saveReport'] = () => Promise.resolve({ saved: false, reason: 'noPermission' })
const journal: Desktop['journal'] = () => Promise.resolve({ written: false, reason: 'readOnlyMedium', detail: 'EROFS' })

test('a failed save says that the text is safe only where the journal has it', async () => {
  expect(await wordsAfter({ saveReport }, true)).toContain('已存入本机恢复区')
  const both = await wordsAfter({ saveReport, journal }, true)
  expect(both).toContain('内容只在这个窗口里')
  expect(both).not.toContain('没有丢失')
  expect(both.match(/恢复区/g)).toHaveLength(1)
})

test('a journal that cannot be written says where, and what to do', async () => {
  expect(await wordsAfter({ journal }, false)).toMatch(/没有存入本机恢复区.*\/zhenggao\/journal 写不进去.*请现在保存/)
  expect((await wordsAfter({}, false)).trim()).toBe('')
})
