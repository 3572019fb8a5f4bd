import { mostPriorReports } from '../../../shared/desktop/prior-reports.ts'
import type { Command } from '../command.ts'
import type { WindowState } from '../window-state.ts'
import { withoutReport } from './reasons.ts'

function roomForPrior(state: WindowState): string | undefined {
  const full = (state.session?.prior.length ?? 0) >= mostPriorReports
  return withoutReport(state) ?? (full ? 'enoughPrior' : undefined)
}

export const toolCommands: readonly Command[] = [
  { id: 'proofread', key: 'F7', why: withoutReport, run: (window) => void window.checking.proofread() },
  { id: 'nextFinding', key: 'F8', why: withoutReport, run: (window) => window.checking.step(1) },
  { id: 'previousFinding', key: 'Shift+F8', why: withoutReport, run: (window) => window.checking.step(-1) },
  { id: 'addPrior', why: roomForPrior, run: (window) => void window.opening.addPrior() },
  { id: 'count', key: 'Ctrl+Shift+G', why: withoutReport, run: (window) => window.showDialog({ kind: 'count' }) },
  { id: 'settings', run: (window) => window.showDialog({ kind: 'settings', page: 'general' }) },
  { id: 'help', key: 'F1', run: (window) => window.showDialog({ kind: 'help' }) },
  { id: 'dataPlace', run: (window) => window.showDialog({ kind: 'dataPlace' }) },
  { id: 'about', run: (window) => window.showDialog({ kind: 'about' }) },
]
