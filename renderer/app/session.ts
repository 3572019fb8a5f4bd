import type { OpenedReport } from '../../shared/desktop/results.ts'
import { countWords, spokenMinutes } from '../../shared/report/count.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { readSpeech } from '../../shared/report/speech.ts'
import { reviewersIn } from '../../shared/revisions/reviewers.ts'
import { bodyOf, createReportEditor } from '../editor/create-report-editor.ts'
import { noDecisions } from './decisions.ts'
import type { Caret, PriorYears, Reading, Session } from './window-state.ts'

let sessions = 0

export function startSession(
  opened: OpenedReport,
  options: { speechRate: number; recovered?: boolean } & Partial<
    Pick<Session, 'differences' | 'ledgerUnkept' | 'workspaceUnread'>
  >,
): Session {
  const editor = createReportEditor(opened.report.body)
  return {
    key: ++sessions,
    editor,
    report: opened.report,
    path: opened.path,
    name: opened.name,
    readOnly: opened.readOnly,
    imported: opened.imported,
    prior: opened.prior,
    ledger: opened.ledger,
    differences: options.differences ?? [],
    ledgerUnkept: options.ledgerUnkept ?? null,
    ledgerUnreadable: opened.ledgerUnreadable ?? false,
    ledgerUnread: opened.ledgerUnread ?? [],
    workspaceUnread: options.workspaceUnread ?? [],
    ledgerFirst: null,
    recovered: options.recovered ?? false,
    changedOutside: false,
    saving: { state: 'idle', changed: options.recovered ?? false, savedAt: null, refusal: null, remarks: [] },
    unkept: null,
    caret: noCaret,
    reading: readText(opened.report.body, options.speechRate),
    checking: {
      running: false,
      failed: false,
      refusedRepair: null,
      result: null,
      plain: null,
      body: null,
      carried: [],
    },
    openFinding: null,
    openCard: null,
    openComment: null,
    commentDraft: null,
    reviewers: reviewersIn(opened.report.body, opened.report.review?.comments ?? [], []),
    priorYears: noComparison,
    decisions: noDecisions,
  }
}

const noComparison: PriorYears = {
  chosen: null,
  running: false,
  failed: false,
  result: null,
  plain: null,
  body: null,
  selected: null,
  original: null,
}

const noCaret: Caret = { block: -1, style: 'paragraph', bold: false, expanded: false, canUndo: false, canRedo: false }

/** The report as it is being written. */
export function currentReport(session: Session): Report {
  return { ...session.report, body: bodyOf(session.editor) }
}

export function readText(body: Block[], speechRate: number): Reading {
  const plain = plainText(body)
  const outline = readOutline(body)
  return {
    body,
    speechRate,
    plain,
    outline,
    words: countWords(plain.text),
    spokenMinutes: Math.round(spokenMinutes(readSpeech(body, outline), speechRate)),
  }
}
