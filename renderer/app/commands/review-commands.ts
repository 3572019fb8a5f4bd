import type { Decision } from '../../../shared/revisions/decide.ts'
import { marksViews } from '../../editor/marks-view.ts'
import type { Command } from '../command.ts'
import { trackingState, type DecisionScope } from '../review.ts'
import type { WindowState } from '../window-state.ts'
import { notOnPage, notWritable, withoutReport } from './reasons.ts'

const isLinux = typeof navigator !== 'undefined' && navigator.userAgent.includes('Linux')

function locked({ session }: WindowState): string | undefined {
  return trackingState(session) === 'locked' ? 'trackingLocked' : undefined
}

function undecidable(state: WindowState): string | undefined {
  return notWritable(state) ?? notOnPage(state) ?? locked(state)
}

const many = (id: string, scope: DecisionScope, decision: Decision): Command => ({
  id,
  why: undecidable,
  run: ({ review }) => review.decideMany(scope, decision),
})

export const reviewCommands: readonly Command[] = [
  {
    id: 'tracking',
    key: 'Ctrl+Shift+E',
    why: notWritable,
    checked: ({ session }) => trackingState(session) !== 'off',
    run: ({ review }) => review.toggle(),
  },
  {
    id: 'lockTracking',
    why: (state) => notWritable(state) ?? locked(state),
    run: ({ review }) => review.setLocked(true),
  },
  {
    id: 'unlockTracking',
    why: (state) => notWritable(state) ?? (locked(state) ? undefined : 'trackingUnlocked'),
    run: ({ review }) => review.setLocked(false),
  },
  ...marksViews.map((view): Command => ({
    id: `marks.${view}`,
    why: (state) => withoutReport(state) ?? notOnPage(state),
    checked: ({ marksView }) => marksView === view,
    run: ({ review }) => review.setMarksView(view),
  })),
  { id: 'compare', run: (window) => window.showDialog({ kind: 'compare' }) },
  {
    id: 'mergeCopies',
    why: (state) => notWritable(state) ?? notOnPage(state),
    run: (window) => window.showDialog({ kind: 'merge' }),
  },
  { id: 'showReview', why: withoutReport, run: (window) => window.showTab('review') },
  {
    id: 'nextRevision',
    key: 'Alt+Down',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: ({ review }) => review.step(1),
  },
  {
    id: 'previousRevision',
    key: 'Alt+Up',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: ({ review }) => review.step(-1),
  },
  {
    id: 'acceptRevision',
    key: 'Ctrl+Alt+Enter',
    why: undecidable,
    run: ({ review }) => review.decideCurrent('accept'),
  },
  {
    id: 'rejectRevision',
    // Ctrl+Alt+Backspace ends the session of some Linux desktops.
    key: isLinux ? 'Ctrl+Shift+Backspace' : 'Ctrl+Alt+Backspace',
    why: undecidable,
    run: ({ review }) => review.decideCurrent('reject'),
  },
  many('acceptSelected', 'selection', 'accept'),
  many('rejectSelected', 'selection', 'reject'),
  many('acceptSection', 'section', 'accept'),
  many('rejectSection', 'section', 'reject'),
  many('acceptShown', 'shown', 'accept'),
  many('rejectShown', 'shown', 'reject'),
  many('acceptAll', 'all', 'accept'),
  many('rejectAll', 'all', 'reject'),
]
