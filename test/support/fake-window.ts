import { createController, type WindowController } from '../../renderer/app/controller.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import { noCoverage } from '../../shared/checks/coverage.ts'
import { checkLists } from './check-data.ts'
import type { FakeDesktop } from './fake-desktop.ts'

type Parts = Parameters<typeof createController>[0]

/** The window's controller over a desktop that only answers; its checker finds nothing. */
export async function fakeWindow(desktop: FakeDesktop, more: Partial<Parts> = {}): Promise<WindowController> {
  const startUp = await desktop.startUp(undefined)
  return createController({
    desktop,
    checker: {
      check: () => Promise.resolve({ findings: [], coverage: noCoverage, compared: [] }),
      dispose: () => undefined,
    },
    translations: createTranslations('zh-CN'),
    startUp: { ...startUp, templates: { ...startUp.templates, ...checkLists } },
    ...more,
  })
}
