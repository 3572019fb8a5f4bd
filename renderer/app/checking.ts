import { ReactEditor } from 'slate-react'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { Finding, Repair } from '../../shared/checks/finding.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import { boundStretches } from '../../shared/ledger/links.ts'
import type { IgnoredIndicator, UserLists } from '../../shared/desktop/user-lists.ts'
import { readCarried } from '../../shared/report/carried.ts'
import { readNotePlaces } from '../../shared/report/note-places.ts'
import type { IgnoredFinding, Report } from '../../shared/report/schema.ts'
import { reviewersIn } from '../../shared/revisions/reviewers.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { applyRepair } from '../editor/commands/apply-repair.ts'
import { jumpTo } from '../editor/commands/jump-to.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { isOpenBlank } from '../panels/finding-kinds.ts'
import type { Checker } from '../workers/check-client.ts'
import { changeSession, type Parts } from './controller-parts.ts'
import {
  decide,
  lastDecision,
  nextDecision,
  redoDecision,
  undoDecision,
  withoutStranded,
  type Decision,
  type Decisions,
} from './decisions.ts'
import { localTime } from './local-time.ts'
import { focusIn } from './panes.ts'
import type { SavingActions } from './saving.ts'
import { readText } from './session.ts'
import type { WindowState } from './window-state.ts'
import { shownFindings } from './shown-findings.ts'

/** 忽略此处, 忽略此指标, or that in every report of the workspace. */
export type IgnoreScope = 'here' | 'report' | 'workspace'

export interface CheckingActions {
  /** The text was changed: reads outline and counts anew, then checks, each once typing pauses. */
  textChanged(): void
  /** Checks now. */
  check(): Promise<void>
  /** 校对: shows 问题 with the first finding. */
  proofread(): Promise<void>
  openFinding(id: string | null): void
  /** A mark was clicked on the page: its card opens where 问题 is shown. Another panel stays, and the page as wide as it is. */
  markClicked(id: string): void
  /** Shows 问题 with the card of the finding. */
  showFinding(id: string): void
  /** Opens the card of a finding and shows the finding on the page. */
  visit: (id: string) => void
  /** Opens the next (1) or previous (−1) finding and shows it on the page. */
  step(direction: 1 | -1): void
  locate(start: number, end: number): void
  repair(finding: Finding, repair: Repair): void
  /** Sets a finding aside: here, in the whole report for its indicator, or in all reports of the workspace. */
  ignore(finding: Finding, reason: string, scope?: IgnoreScope): void
  restore(fingerprint: string): void
  restoreIndicator(entry: IgnoredIndicator): void
  /** Takes back what was decided last, if no step of the text came after it; the text is left alone. */
  undoDecision(): boolean
  redoDecision(): boolean
  /** Carries out what is decided beside the text, in its turn among the steps of undo. */
  decide: (decision: Decision) => void
  /** The words are right: no rule that looks at wordings or names objects to them again. */
  allow(finding: Finding, list: 'wordings' | 'places' | 'bodies'): void
}

const readingDelay = 150
const checkDelay = 400

/** Longer words are no name and no wording. */
const longestAllowed = 100

export function checkingActions(
  parts: Parts,
  saving: SavingActions,
  {
    showPanel,
    showPage,
    changeLists,
  }: { showPanel: () => void; showPage: () => void; changeLists: (lists: UserLists) => Promise<unknown> },
): CheckingActions {
  const { store } = parts
  let reading: ReturnType<typeof setTimeout> | undefined
  let checking: ReturnType<typeof setTimeout> | undefined

  const read = (): void => {
    const { session, settings } = store.get()
    if (!session) return
    const body = bodyOf(session.editor)
    const { speechRate } = settings
    if (session.reading.body === body && session.reading.speechRate === speechRate) return
    changeSession(parts, ({ reviewers, report }) => ({
      reading: readText(body, speechRate),
      reviewers: reviewersIn(body, report.review?.comments ?? [], reviewers),
    }))
  }

  const check = async (): Promise<void> => {
    clearTimeout(reading)
    clearTimeout(checking)
    read()
    const { session, startUp, settings, lists, formulations } = store.get()
    if (!session) return
    const { plain } = session.reading
    const body = bodyOf(session.editor)
    changeSession(parts, ({ checking: before }) => ({ checking: { ...before, running: true } }))
    const { year, place } = session.report.meta
    const carried = readCarried(body, plain)
    const result = await resultOf(parts.checker, {
      text: plain.text,
      carried,
      notes: readNotePlaces(body, session.report.notes, plain),
      year,
      place: place || null,
      prior: session.prior,
      ledger: session.ledger,
      links: boundStretches(body, plain),
      indicators: startUp.templates.indicators,
      formulations: formulations.list,
      usage: startUp.templates.usage,
      terms: startUp.templates.terms,
      names: lists,
      rulesOff: settings.rulesOff,
      severities: settings.severities,
      wordings: lists.wordings,
    })
    const now = store.get().session
    if (now?.key !== session.key || now.reading.plain !== plain) return
    if (!result) {
      changeSession(parts, ({ checking }) => ({ checking: { ...checking, running: false, failed: true } }))
      parts.announcer.say(parts.t('findings.failed'))
      return
    }
    const before = now.checking.result ? shownFindings(store.get()).length : null
    changeSession(parts, () => ({
      checking: { running: false, failed: false, refusedRepair: null, result, plain, body, carried },
    }))
    sayCount(parts, before)
  }

  const checkLater = (delay: number): void => {
    clearTimeout(checking)
    checking = setTimeout(() => {
      const { session } = store.get()
      if (!session) return
      if (ReactEditor.isComposing(session.editor)) checkLater(delay)
      else void check()
    }, delay)
  }

  const locate = (start: number, end: number): void => {
    const { session } = store.get()
    const plain = session?.checking.plain
    showPage()
    if (session && plain) jumpTo(session.editor, plain, { start, end }, { keepFocus: isInPanel() })
  }

  const openFinding = (id: string | null): void => changeSession(parts, () => ({ openFinding: id }))

  const show = (finding: Finding | undefined): void => {
    if (!finding) return
    // The mark shows how far it reaches; a selection would cover it. A □ is selected: typing fills it.
    // Before the card, which takes a focus that is nowhere.
    locate(finding.start, isOpenBlank(finding) ? finding.end : finding.start)
    openFinding(finding.id)
  }

  const step = (direction: 1 | -1): void => {
    const { session } = store.get()
    if (!session) return
    showPanel()
    const findings = shownFindings(store.get())
    const open = findings.findIndex(({ id }) => id === session.openFinding)
    const next = open < 0 ? (direction === 1 ? 0 : findings.length - 1) : open + direction
    show(findings.at(next < findings.length ? next : 0))
  }

  const setIgnored = (change: (ignored: IgnoredFinding[]) => IgnoredFinding[]): void => {
    changeSession(parts, ({ report }) => ({ report: withIgnored(report, change(report.checks.ignored)) }))
    saving.changed()
  }

  const setLists = (change: (lists: UserLists) => Partial<UserLists>): void => {
    const { lists } = store.get()
    void changeLists({ ...lists, ...change(lists) })
  }

  /** Carrying a decision out changes the session: what is kept is put in afterwards. */
  const keepDecisions = (act: (editor: ReportEditor, decisions: Decisions) => Decisions): void => {
    const { session } = store.get()
    if (!session) return
    const decisions = act(session.editor, session.decisions)
    changeSession(parts, () => ({ decisions }))
  }

  const decideNow = (decision: Decision): void =>
    keepDecisions((editor, decisions) => decide(editor, decisions, decision))

  return {
    undoDecision() {
      keepDecisions(withoutStranded)
      const { session } = store.get()
      const decision = session && lastDecision(session.editor, session.decisions)
      if (!decision) return false
      keepDecisions((editor, decisions) => undoDecision(editor, decisions, decision))
      show(shownFindings(store.get()).find(({ id }) => id === decision.finding))
      sayCount(parts, null)
      return true
    },
    redoDecision() {
      const { session } = store.get()
      const decision = session && nextDecision(session.editor, session.decisions)
      if (!decision) return false
      keepDecisions((_editor, decisions) => redoDecision(decisions, decision))
      sayCount(parts, null)
      return true
    },
    decide: decideNow,
    check,
    openFinding,
    markClicked(id) {
      const { panelTab, settings } = store.get()
      if (panelTab === 'findings' || !settings.panelOpen) showPanel()
      openFinding(id)
    },
    showFinding(id) {
      showPanel()
      openFinding(id)
    },
    visit(id) {
      const { session } = store.get()
      if (session) show(shownFindings(store.get()).find((finding) => finding.id === id))
    },
    step,
    locate,
    textChanged() {
      clearTimeout(reading)
      reading = setTimeout(read, readingDelay)
      checkLater(checkDelay)
    },
    async proofread() {
      showPanel()
      await check()
      const { session } = store.get()
      if (session) show(shownFindings(store.get())[0])
    },
    repair(finding, repair) {
      const { session } = store.get()
      if (!session?.checking.plain) return
      const following = neighbourOf(store.get(), finding)
      if (!applyRepair(session.editor, session.checking.plain, repair.edits)) {
        changeSession(parts, ({ checking }) => ({ checking: { ...checking, refusedRepair: finding.id } }))
        parts.announcer.alarm(parts.t('findings.repairRefused'))
        return
      }
      openFinding(following?.id ?? null)
      // The offsets of the findings are those of the text before the repair.
      read()
      const { session: now } = store.get()
      if (now && following) {
        const at = offsetAfter(repair.edits, following.start)
        jumpTo(now.editor, now.reading.plain, { start: at, end: at }, { keepFocus: isInPanel() })
      }
      leaveEmptyPanel(following)
    },
    ignore(finding, reason, scope = 'here') {
      const { session, settings } = store.get()
      if (!session?.checking.plain) return
      const following = neighbourOf(store.get(), finding)
      const { fingerprint, rule, start, end } = finding
      const quote = session.checking.plain.text.slice(start, end)
      const decided = { rule, reason, by: settings.userName, at: localTime() }
      const { indicator } = finding
      if (scope === 'workspace' && indicator !== undefined) {
        const entry = { ...decided, indicator }
        decideNow({
          redo: () => setLists((now) => ({ ignored: [...now.ignored, entry] })),
          undo: () => setLists((now) => ({ ignored: now.ignored.filter((other) => other !== entry) })),
          finding: finding.id,
        })
      } else {
        const all = scope === 'here' || indicator === undefined ? {} : { indicator }
        const entry = { fingerprint, ...decided, quote, ...all }
        decideNow({
          redo: () => setIgnored((ignored) => [...ignored, entry]),
          undo: () => setIgnored((ignored) => ignored.filter((other) => other !== entry)),
          finding: finding.id,
        })
      }
      parts.announcer.tell(parts.t('findings.setAside'))
      if (following) show(following)
      else openFinding(null)
      leaveEmptyPanel(following)
      sayCount(parts, null)
    },
    restore(fingerprint) {
      const restored = store.get().session?.report.checks.ignored.filter((entry) => entry.fingerprint === fingerprint)
      if (!restored?.length) return
      decideNow({
        redo: () => setIgnored((ignored) => ignored.filter((entry) => !restored.includes(entry))),
        undo: () => setIgnored((ignored) => [...ignored, ...restored]),
      })
    },
    restoreIndicator(entry) {
      decideNow({
        redo: () => setLists((now) => ({ ignored: now.ignored.filter((other) => other !== entry) })),
        undo: () => setLists((now) => ({ ignored: [...now.ignored, entry] })),
      })
    },
    allow(finding, list) {
      const { session, lists } = store.get()
      const words = session?.checking.plain?.text.slice(finding.start, finding.end).trim() ?? ''
      if (words === '' || words.length > longestAllowed) return
      if (lists[list].includes(words)) return
      decideNow({
        redo: () => setLists((now) => ({ [list]: [...now[list], words] })),
        undo: () => setLists((now) => ({ [list]: now[list].filter((other) => other !== words) })),
        finding: finding.id,
      })
      parts.announcer.tell(parts.t('findings.allowed', { words }))
    },
  }
}

/** Undefined when the same text brought the checks down twice. */
async function resultOf(checker: Checker, input: CheckInput): Promise<CheckResult | undefined> {
  try {
    return await checker.check(input)
  } catch {
    return undefined
  }
}

/** With the last card gone the focus would be nowhere: it goes to the page. */
function leaveEmptyPanel(following: Finding | undefined): void {
  if (!following && isInPanel()) focusIn('page')
}

/** A click in the panel leaves the focus there; F8 on the page keeps it on the page. */
function isInPanel(): boolean {
  return Boolean(document.activeElement?.closest('[data-pane="panel"]'))
}

function sayCount(parts: Parts, before: number | null): void {
  const count = shownFindings(parts.store.get()).length
  if (count !== before) parts.announcer.say(parts.t('findings.announce', { count }))
}

/** The card that takes over when one leaves: the next, at the end the last. */
function neighbourOf(state: WindowState, finding: Finding): Finding | undefined {
  const findings = shownFindings(state)
  const index = findings.findIndex(({ id }) => id === finding.id)
  return findings[index + 1] ?? findings[index - 1]
}

/** Where a place of the text lies once edits before it have made the text longer or shorter. */
export function offsetAfter(edits: Repair['edits'], offset: number): number {
  return edits
    .filter(({ end }) => end <= offset)
    .reduce((moved, { start, end, text }) => moved + text.length - (end - start), offset)
}

function withIgnored(report: Report, ignored: IgnoredFinding[]): Report {
  return { ...report, checks: { ...report.checks, ignored } }
}
