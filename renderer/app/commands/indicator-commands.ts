import type { Command } from '../command.ts'
import { withoutReport } from './reasons.ts'

/** Ctrl+Alt+T opens a terminal on most Linux desktops. */
const isLinux = typeof navigator !== 'undefined' && navigator.userAgent.includes('Linux')

export const indicatorCommands: readonly Command[] = [
  {
    id: 'showLedger',
    key: isLinux ? 'Ctrl+Shift+L' : 'Ctrl+Alt+T',
    why: withoutReport,
    checked: ({ view }) => view === 'ledger',
    run: (window) => window.showView(window.store.get().view === 'ledger' ? 'page' : 'ledger'),
  },
  { id: 'showIndicators', why: withoutReport, run: (window) => window.showTab('indicators') },
  { id: 'showPrior', key: 'Ctrl+Alt+Y', why: withoutReport, run: (window) => window.showTab('prior') },
]
