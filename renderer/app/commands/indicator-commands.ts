import type { Command } from '../command.ts'
import type { WindowState } from '../window-state.ts'
import { notOnPage, notWritable, withoutReport } from './reasons.ts'

/** Ctrl+Alt+T opens a terminal on most Linux desktops. */
const isLinux = typeof navigator !== 'undefined' && navigator.userAgent.includes('Linux')

function withoutIndicators({ session }: WindowState): string | undefined {
  return session?.ledger.rows.length === 0 ? 'noIndicators' : undefined
}

function notLinkable(state: WindowState): string | undefined {
  return notOnPage(state) ?? notWritable(state) ?? withoutIndicators(state)
}

export const indicatorCommands: readonly Command[] = [
  {
    id: 'showLedger',
    key: isLinux ? 'Ctrl+Shift+L' : 'Ctrl+Alt+T',
    why: withoutReport,
    checked: ({ view }) => view === 'ledger',
    run: (window) => window.showView(window.store.get().view === 'ledger' ? 'page' : 'ledger'),
  },
  {
    id: 'insertIndicator',
    // fcitx5 shows its clipboard with Ctrl+;.
    key: isLinux ? 'Ctrl+Shift+;' : 'Ctrl+;',
    ofPage: true,
    why: (state) => notOnPage(state) ?? notWritable(state) ?? withoutIndicators(state),
    run: ({ bound }) => bound.openPicker(),
  },
  {
    id: 'figureSource',
    key: 'Alt+Enter',
    ofPage: true,
    why: (state) => notOnPage(state) ?? withoutReport(state),
    run: ({ bound }) => void bound.showSource({ focus: true }),
  },
  { id: 'linkFigure', ofPage: true, why: notLinkable, run: ({ bound }) => bound.askLink() },
  { id: 'unlinkFigure', ofPage: true, why: notLinkable, run: ({ bound }) => bound.unlink() },
  { id: 'linkAll', why: notLinkable, run: ({ bound }) => bound.linkAll() },
  { id: 'showIndicators', why: withoutReport, run: (window) => window.showTab('indicators') },
  { id: 'showPrior', key: 'Ctrl+Alt+Y', why: withoutReport, run: (window) => window.showTab('prior') },
]
