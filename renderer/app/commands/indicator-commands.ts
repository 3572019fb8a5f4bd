import type { Command } from '../command.ts'
import type { WindowController } from '../controller.ts'
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

function emptyLedger(state: WindowState): string | undefined {
  return withoutReport(state) ?? withoutIndicators(state)
}

/** Tables go to the end of the text, also while 台账 stands in its place. */
function notAnnexable(state: WindowState): string | undefined {
  return notWritable(state) ?? withoutIndicators(state)
}

/** What fills the ledger needs no report: without one it is asked whose ledger. */
function readOnly(state: WindowState): string | undefined {
  return state.session ? notWritable(state) : undefined
}

function inLedger(
  window: WindowController,
  dialog: { kind: 'importReports' } | { kind: 'importTable'; paste: boolean },
): void {
  window.showDialog(window.store.get().session ? dialog : { kind: 'placeLedger', then: dialog.kind })
}

export const indicatorCommands: readonly Command[] = [
  {
    id: 'showLedger',
    key: isLinux ? 'Ctrl+Shift+L' : 'Ctrl+Alt+T',
    checked: ({ view }) => view === 'ledger',
    run: (window) => {
      if (window.store.get().session) window.showView(window.store.get().view === 'ledger' ? 'page' : 'ledger')
      else window.showDialog({ kind: 'placeLedger', then: 'ledger' })
    },
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
    run: ({ bound }) => bound.fillField() || bound.showSource({ focus: true }),
  },
  { id: 'fillFields', why: notLinkable, run: ({ bound }) => bound.fillFields() },
  { id: 'linkFigure', ofPage: true, why: notLinkable, run: ({ bound }) => bound.askLink() },
  { id: 'unlinkFigure', ofPage: true, why: notLinkable, run: ({ bound }) => bound.unlink() },
  { id: 'linkAll', why: notLinkable, run: ({ bound }) => bound.linkAll() },
  { id: 'importReports', why: readOnly, run: (window) => inLedger(window, { kind: 'importReports' }) },
  { id: 'importTable', why: readOnly, run: (window) => inLedger(window, { kind: 'importTable', paste: false }) },
  { id: 'exportLedgerXlsx', why: emptyLedger, run: ({ ledgerSheets }) => void ledgerSheets.exportLedger('xlsx') },
  { id: 'exportLedgerCsv', why: emptyLedger, run: ({ ledgerSheets }) => void ledgerSheets.exportLedger('csv') },
  { id: 'makeSignOff', why: withoutReport, run: (window) => window.showDialog({ kind: 'makeSignOff' }) },
  { id: 'readSignOff', why: notWritable, run: (window) => window.showDialog({ kind: 'readSignOff' }) },
  { id: 'finalCheck', why: withoutReport, run: (window) => window.showDialog({ kind: 'finalCheck' }) },
  {
    id: 'annexResults',
    why: notAnnexable,
    run: (window) => window.showDialog({ kind: 'annex', table: 'results' }),
  },
  {
    id: 'annexTargets',
    why: notAnnexable,
    run: (window) => window.showDialog({ kind: 'annex', table: 'targets' }),
  },
  { id: 'trendChart', ofPage: true, why: notLinkable, run: (window) => window.showDialog({ kind: 'trendChart' }) },
  { id: 'showIndicators', why: withoutReport, run: (window) => window.showTab('indicators') },
  { id: 'showPrior', key: 'Ctrl+Alt+Y', why: withoutReport, run: (window) => window.showTab('prior') },
]
