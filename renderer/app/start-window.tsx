import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { DesktopBridge } from '../../shared/desktop/calls.ts'
import { sendingChanges } from '../../shared/desktop/sent-lists.ts'
import { createChecker } from '../workers/check-client.ts'
import { App } from './App.tsx'
import { createController, type WindowController } from './controller.ts'
import { readFonts } from './read-fonts.ts'
import { createTranslations } from './translations.ts'
import { WindowContext } from './window-context.ts'

export async function startWindow(place: HTMLElement, bridge: DesktopBridge): Promise<void> {
  const desktop = sendingChanges(bridge, () => crypto.randomUUID())
  const startUp = await desktop.startUp(undefined)
  const translations = createTranslations(startUp.settings.language)
  const controller = createController({ desktop, checker: createChecker(), translations, startUp })
  createRoot(place).render(
    <I18nextProvider i18n={translations}>
      <WindowContext value={controller}>
        <App />
      </WindowContext>
    </I18nextProvider>,
  )
  void showMissingFonts(controller)
  if (startUp.openPath !== null) void controller.opening.open(startUp.openPath)
}

async function showMissingFonts({ store, desktop, setFonts }: WindowController): Promise<void> {
  const { startUp, settings } = store.get()
  const { presets } = startUp.templates
  const preset = presets.find(({ id }) => id === settings.preset) ?? presets[0]
  if (preset) setFonts(readFonts(preset, await desktop.installedFonts(undefined)))
}
