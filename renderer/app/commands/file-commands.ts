import type { Command } from '../command.ts'
import { notWritable, withoutReport } from './reasons.ts'

export const fileCommands: readonly Command[] = [
  { id: 'newReport', key: 'Ctrl+N', run: (window) => window.showDialog({ kind: 'newReport' }) },
  { id: 'rollReport', run: (window) => void window.rolling.choose() },
  { id: 'open', key: 'Ctrl+O', run: (window) => void window.opening.open(null) },
  { id: 'openSample', run: (window) => void window.opening.openSample() },
  {
    id: 'save',
    key: 'Ctrl+S',
    why: notWritable,
    run: (window) => void window.saving.save(),
  },
  { id: 'saveAs', key: 'F12', why: withoutReport, run: (window) => void window.saving.save({ as: true }) },
  { id: 'versions', why: withoutReport, run: (window) => window.showDialog({ kind: 'versions' }) },
  { id: 'properties', why: notWritable, run: (window) => window.showDialog({ kind: 'properties' }) },
  { id: 'export', key: 'Ctrl+Shift+S', why: withoutReport, run: (window) => window.showDialog({ kind: 'export' }) },
  { id: 'cleanCopy', why: withoutReport, run: (window) => window.showDialog({ kind: 'cleanCopy' }) },
  { id: 'exportCheckSheet', why: withoutReport, run: (window) => window.showDialog({ kind: 'checkSheet' }) },
  { id: 'print', key: 'Ctrl+P', why: withoutReport, run: (window) => window.showDialog({ kind: 'export' }) },
  { id: 'closeReport', why: withoutReport, run: (window) => void window.opening.close() },
]
