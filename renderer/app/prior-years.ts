import { Editor } from 'slate'
import { answeringBlock } from '../../shared/carry-over/answering-block.ts'
import type { Pledge, TextSpan } from '../../shared/carry-over/accounts.ts'
import { pledgeSentence } from '../../shared/carry-over/pledge-sentence.ts'
import { readSentences } from '../../shared/report/carried.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { PledgeDecision } from '../../shared/report/schema.ts'
import { bodyOf } from '../editor/body-of.ts'
import { acceptCarried } from '../editor/commands/carried-sentences.ts'
import { jumpTo, jumpToRange } from '../editor/commands/jump-to.ts'
import { writeSentence } from '../editor/commands/write-sentence.ts'
import { offsetOf } from '../editor/offsets.ts'
import { takeSelection } from '../editor/take-selection.ts'
import type { CarryOver } from '../workers/carry-over-client.ts'
import type { Comparison } from '../workers/carry-over-messages.ts'
import { changeSession, type Parts } from './controller-parts.ts'
import type { Decision } from './decisions.ts'
import { localTime } from './local-time.ts'
import { chosenPrior, isOfPledge, litSpan } from './prior-selection.ts'
import type { SavingActions } from './saving.ts'
import type { PriorSelection, PriorYears, Session } from './window-state.ts'

export interface PriorYearsActions {
  /** Holds the text as it was checked last against the earlier report that is chosen. */
  compare(): Promise<void>
  choose(name: string): void
  /** Lights the sentence of a row and brings it into view; null: nothing is lit. */
  select(selection: PriorSelection | null): void
  /** Shows a place of the text that a row speaks of. */
  visit(span: TextSpan): void
  /** 逐句查看: the next (1) or previous (−1) sentence that stands in both reports. */
  stepUnchanged(direction: 1 | -1): void
  /** 并排查看原文, at a place of it. */
  showOriginal(at: TextSpan | null): void
  closeOriginal(): void
  /** 不再适用. */
  drop(pledge: Pledge, reason: string): void
  /** The sentence with the caret accounts for the promise. False: the caret stands in none. */
  tell(pledge: Pledge): boolean
  /** Back to what the text itself says. */
  reopen(pledge: Pledge): void
  /** 写一句: begins a sentence on the promise in the section that answers for it. */
  write(pledge: Pledge): void
  /** 已核: a sentence of last year is right as it stands. */
  accept(span: TextSpan): void
  /** 改写: the sentence is selected on the page. */
  rewrite(span: TextSpan): void
}

interface Means {
  carryOver: CarryOver
  saving: SavingActions
  decide: (decision: Decision) => void
  textChanged: () => void
  showPage: () => void
}

export function priorYearsActions(parts: Parts, means: Means): PriorYearsActions {
  const { store, announcer, t } = parts
  const { carryOver, saving } = means
  /** Counts the comparisons, so that only the answer to the last one is taken. */
  let asked = 0

  const change = (changes: Partial<PriorYears>): void =>
    changeSession(parts, ({ priorYears }) => ({ priorYears: { ...priorYears, ...changes } }))

  const compare = async (): Promise<void> => {
    const { session, startUp } = store.get()
    const chosen = session && chosenPrior(session)
    if (!chosen) {
      // The last earlier report was removed: nothing is marked for it any more.
      if (session?.priorYears.result) change({ result: null, selected: null, original: null })
      return
    }
    const { plain, body } = textOf(session)
    const mine = ++asked
    change({ running: true })
    const { year, place } = session.report.meta
    const setting = { indicators: startUp.templates.indicators, prior: session.prior, ledger: session.ledger }
    const { outline } = session.reading
    const request = { chosen: chosen.name, text: plain.text, year, place: place || null, outline }
    const result = await carryOver.compare(setting, request).catch(() => 'failed' as const)
    const now = store.get().session
    if (mine !== asked || now?.key !== session.key || result === undefined) return
    if (result === 'failed') {
      change({ running: false, failed: true })
      announcer.say(t('carry-over:panel.failed'))
      return
    }
    const before = now.priorYears.result
    // The same report again is the same object, so that it is drawn once.
    const last = before?.last.name === result.last.name && now.prior === session.prior ? before.last : result.last
    change({ running: false, failed: false, plain, body, result: { ...result, last } })
    if (before?.last.name !== result.last.name) announcer.say(t('carry-over:panel.announce', countsOf(result)))
  }

  const visit = (span: TextSpan): void => {
    const { session } = store.get()
    const plain = session?.priorYears.plain
    means.showPage()
    if (session && plain)
      jumpTo(session.editor, plain, { start: span.start, end: span.start }, { keepFocus: isInPanel() })
  }

  const select = (selected: PriorSelection | null): void => {
    change({ selected })
    const { session } = store.get()
    const span = session && litSpan(session)
    if (span) visit(span)
  }

  const setDecisions = (update: (all: PledgeDecision[]) => PledgeDecision[]): void => {
    changeSession(parts, ({ report }) => {
      const { pledges: before = [], ...rest } = report
      const pledges = update(before)
      return { report: pledges.length === 0 ? rest : { ...rest, pledges } }
    })
    saving.changed()
  }

  /** Puts `made` in the place of what was decided about the promise before; null: nothing is decided any more. */
  const put = (pledge: Pledge, made: Pick<PledgeDecision, 'decision' | 'reason' | 'quote'> | null): void => {
    const { session, settings } = store.get()
    if (!session || session.readOnly) return
    const year = session.priorYears.result?.last.year ?? null
    const decided = { year, words: pledge.words, by: settings.userName, at: localTime() }
    const isIt = isOfPledge(year, pledge)
    const before = (session.report.pledges ?? []).filter(isIt)
    const after: PledgeDecision[] = made ? [{ ...decided, ...made }] : []
    const exchange = (to: PledgeDecision[]) => (): void =>
      setDecisions((all) => [...all.filter((one) => !isIt(one)), ...to])
    means.decide({ redo: exchange(after), undo: exchange(before) })
  }

  return {
    compare,
    visit,
    select,
    choose(name) {
      change({ chosen: name, selected: null, original: null, result: null })
      void compare()
    },
    stepUnchanged(direction) {
      const { session } = store.get()
      const count = session?.priorYears.result?.unchanged.length ?? 0
      if (!session || count === 0) return
      const { selected } = session.priorYears
      const here = selected?.list === 'unchanged' ? Number(selected.row) : direction === 1 ? -1 : 0
      const row = (here + direction + count) % count
      select({ list: 'unchanged', row: String(row) })
      announcer.say(
        t('carry-over:unchanged.announce', { number: row + 1, count, sentence: wordsAt(store.get().session) }),
      )
    },
    showOriginal: (at) => change({ original: { at } }),
    closeOriginal: () => change({ original: null }),
    drop(pledge, reason) {
      put(pledge, { decision: 'dropped', reason, quote: '' })
      announcer.tell(t('carry-over:pledges.droppedNow'))
    },
    tell(pledge) {
      const { session } = store.get()
      const quote = session && sentenceAtCaret(session)
      if (!quote) {
        announcer.tell(t('carry-over:pledges.noSentence'))
        return false
      }
      put(pledge, { decision: 'told', reason: '', quote })
      announcer.tell(t('carry-over:pledges.toldNow'))
      return true
    },
    reopen(pledge) {
      put(pledge, null)
      announcer.tell(t('carry-over:pledges.reopened'))
    },
    write(pledge) {
      const { session } = store.get()
      if (!session || session.readOnly) return
      means.showPage()
      const { editor } = session
      const body = bodyOf(editor)
      writeSentence(editor, pledgeSentence(pledge), answeringBlock(pledge, body, readOutline(body)))
      if (editor.selection) jumpToRange(editor, editor.selection)
      announcer.tell(t('carry-over:pledges.written'))
    },
    accept(span) {
      const { session } = store.get()
      const { plain } = session?.checking ?? {}
      if (!session || session.readOnly || !plain) return
      if (acceptCarried(session.editor, plain, span)) {
        means.textChanged()
        announcer.tell(t('carry-over:carried.accepted'))
      } else announcer.tell(t('carry-over:carried.changed'))
    },
    rewrite(span) {
      const { session } = store.get()
      const { plain } = session?.checking ?? {}
      if (!session || !plain) return
      means.showPage()
      jumpTo(session.editor, plain, span)
    },
  }
}

/** What was checked last, so that marks of checks and of 往年 stand on the same words; else what was read last. */
function textOf({ checking, reading, editor }: Session): Pick<PriorYears, 'plain' | 'body'> & {
  plain: NonNullable<PriorYears['plain']>
} {
  if (checking.plain && checking.body && !checking.failed) return { plain: checking.plain, body: checking.body }
  return { plain: reading.plain, body: bodyOf(editor) }
}

function countsOf({ targets, pledges, unchanged }: Comparison): Record<string, number> {
  return { targets: targets.length, pledges: pledges.length, unchanged: unchanged.length }
}

function wordsAt(session: Session | null): string {
  const span = session && litSpan(session)
  return span ? (session.priorYears.plain?.text.slice(span.start, span.end) ?? '') : ''
}

function sentenceAtCaret({ editor }: Session): string | undefined {
  takeSelection(editor)
  const point = editor.selection?.anchor
  if (!point || !Editor.hasPath(editor, point.path)) return undefined
  const body = bodyOf(editor)
  const plain = plainText(body)
  const offset = offsetOf(body, plain, point)
  const line = offset === undefined ? undefined : plain.lines.findLast(({ start }) => start <= offset)
  if (!line || offset === undefined) return undefined
  const at = offset - line.start
  const sentences = readSentences(plain.text.slice(line.start, line.end))
  return (sentences.find(({ end }) => at < end) ?? sentences.at(-1))?.text
}

function isInPanel(): boolean {
  return Boolean(document.activeElement?.closest('[data-pane="panel"]'))
}
