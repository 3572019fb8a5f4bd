import type { Settings } from '../../../shared/desktop/settings.ts'
import { languages } from '../../../shared/locales/locales.ts'
import type { Command } from '../command.ts'
import type { WindowController } from '../controller.ts'
import { focusPane } from '../panes.ts'
import { notOnPage, withoutReport } from './reasons.ts'

const zoomSteps = [50, 75, 88, 100, 110, 125, 150, 175, 200]

/** The size that 适合页宽 has chosen is only known on the page. */
function zoomNow(window: WindowController): number {
  const { zoom } = window.store.get().settings
  return zoom || Math.round(Number(document.documentElement.dataset['pageZoom'] ?? 100))
}

function zoomTo(window: WindowController, direction: 1 | -1): void {
  const now = zoomNow(window)
  const next = direction === 1 ? zoomSteps.find((step) => step > now) : zoomSteps.findLast((step) => step < now)
  if (next !== undefined) window.changeSettings({ zoom: next })
}

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark']

export const viewCommands: readonly Command[] = [
  {
    id: 'toggleOutline',
    key: 'Ctrl+Alt+O',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    checked: ({ settings }) => settings.outlineOpen,
    run: (window) => window.toggleColumn('outline'),
  },
  {
    id: 'togglePanel',
    key: 'Ctrl+Alt+P',
    why: withoutReport,
    checked: ({ settings }) => settings.panelOpen,
    run: (window) => window.toggleColumn('panel'),
  },
  { id: 'zoomIn', key: 'Ctrl+=', why: withoutReport, run: (window) => zoomTo(window, 1) },
  { id: 'zoomOut', key: 'Ctrl+-', why: withoutReport, run: (window) => zoomTo(window, -1) },
  {
    id: 'zoomFull',
    key: 'Ctrl+0',
    why: withoutReport,
    checked: ({ settings }) => settings.zoom === 100,
    run: (window) => window.changeSettings({ zoom: 100 }),
  },
  {
    id: 'zoomFit',
    why: withoutReport,
    checked: ({ settings }) => settings.zoom === 0,
    run: (window) => window.changeSettings({ zoom: 0 }),
  },
  ...themes.map((theme): Command => ({
    id: `theme.${theme}`,
    checked: ({ settings }) => settings.theme === theme,
    run: (window) => window.changeSettings({ theme }),
  })),
  {
    id: 'whitePage',
    checked: ({ settings }) => settings.whitePage,
    run: (window) => window.changeSettings({ whitePage: !window.store.get().settings.whitePage }),
  },
  ...languages.map((language): Command => ({
    id: `language.${language}`,
    checked: ({ settings }) => settings.language === language,
    run: (window) => window.changeSettings({ language }),
  })),
  { id: 'nextPane', key: 'F6', why: withoutReport, run: () => focusPane(1) },
  { id: 'previousPane', key: 'Shift+F6', why: withoutReport, run: () => focusPane(-1) },
  {
    id: 'commands',
    key: 'Ctrl+Shift+P',
    run: (window) => window.showDialog({ kind: 'commands', scope: 'all' }),
  },
]
