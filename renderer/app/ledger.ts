import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { isWithinLimits } from '../../shared/ledger/parse-ledger.ts'
import { refreshAnnexes } from '../../shared/ledger/annex/annex-tables.ts'
import { followedNames } from '../../shared/ledger/followed-names.ts'
import { settleGrowth } from '../../shared/ledger/settle-growth.ts'
import { ledgerReader } from '../../shared/ledger/ledger-reader.ts'
import type { Block } from '../../shared/report/schema.ts'
import { bodyOf } from '../editor/body-of.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { documentWords } from './document-words.ts'
import { replaceBlocks } from './replace-body.ts'
import { inOneStep } from '../editor/commands/one-step.ts'
import { renameLinks } from '../editor/commands/rename-links.ts'
import { inOneStepBeside } from '../editor/plugins/with-beside-changes.ts'
import { readCaret } from './caret.ts'
import { changeSession, type Parts } from './controller-parts.ts'
import { localTime } from './local-time.ts'
import type { SavingActions } from './saving.ts'

export interface EditOptions {
  /** Changes of the text that belong to those of the ledger: one Ctrl+Z takes both back. */
  withText?: () => void
  /** Told once the change is made: it may wait for an answer first, or come to nothing. */
  outcome?: string
}

export interface LedgerActions {
  /**
   * Changes the ledger, as one step of undo in its turn among those of the text. `words` name the change (财政总收入
   * 2025年) where it is taken back. False: nothing was changed, because the report can only be read or a limit of the
   * ledger would be passed, which is said.
   */
  edit: (edits: readonly LedgerEdit[], words: string, options?: EditOptions) => boolean
}

/** `changed`: the ledger is another one, be it by an edit or because one was taken back. */
export function ledgerActions(parts: Parts, saving: SavingActions, changed: () => void): LedgerActions {
  const { store } = parts

  const put = (from: Ledger, to: Ledger): void => {
    changeSession(parts, (session) => ({
      ledger: exchanged(session.ledger, from, to),
      caret: { ...session.caret, ...undoState(session.editor) },
    }))
    saving.changed()
    changed()
  }

  return {
    edit(edits, words, { withText, outcome } = {}) {
      const { session, settings } = store.get()
      if (!session || session.readOnly) return false
      const before = session.ledger
      const settled = settleGrowth(before, edits, store.get().startUp.templates.indicators)
      const after = editLedger(before, settled, { at: localTime(), by: settings.userName })
      if (!isWithinLimits(after, before)) {
        parts.announcer.alarm(parts.t('ledger:edit.tooLarge'))
        return false
      }
      if (after === before) {
        if (outcome !== undefined) parts.announcer.tell(outcome)
        if (withText) inOneStep(session.editor, withText)
        return withText !== undefined
      }
      const names = followedNames(before, settled, after)
      const annexes = annexStep(parts, session.editor, after)
      const act = annexes ? annexes(withText) : withText
      let undone = false
      inOneStepBeside(
        session.editor,
        {
          redo() {
            put(before, after)
            if (undone) parts.announcer.tell(parts.t('ledger:edit.redone', { words }))
          },
          undo() {
            undone = true
            put(after, before)
            parts.announcer.tell(parts.t('ledger:edit.undone', { words }))
          },
        },
        names.size === 0
          ? act
          : () =>
              inOneStep(session.editor, () => {
                renameLinks(session.editor, names)
                act?.()
              }),
      )
      if (outcome !== undefined) parts.announcer.tell(outcome)
      return true
    },
  }
}

/** Generated tables and charts follow the ledger in the same step; undefined: the report has none. */
function annexStep(
  { store, t }: Parts,
  editor: ReportEditor,
  after: Ledger,
): ((withText: (() => void) | undefined) => () => void) | undefined {
  const isMade = (block: Block): boolean =>
    (block.type === 'table' && block.annex !== undefined) || (block.type === 'opaque' && block.chart !== undefined)
  if (!bodyOf(editor).some(isMade)) return undefined
  const { startUp, settings } = store.get()
  const reader = ledgerReader(after, startUp.templates.indicators)
  return (withText) => () =>
    inOneStep(editor, () => {
      withText?.()
      replaceBlocks(editor, refreshAnnexes(bodyOf(editor), reader, documentWords(t, settings.language)))
    })
}

/** Rows that came in meanwhile from elsewhere, and the place, stay what they are. */
function exchanged(now: Ledger, from: Ledger, to: Ledger): Ledger {
  const { columns: _, ...rest } = now
  const kept = { ...rest, ...(to.columns && { columns: to.columns }) }
  if (now.rows === from.rows) return { ...kept, rows: to.rows }
  const known = new Set([...from.rows, ...to.rows].map(({ indicator }) => indicator))
  return { ...kept, rows: [...to.rows, ...now.rows.filter(({ indicator }) => !known.has(indicator))] }
}

function undoState(editor: Parameters<typeof readCaret>[0]): { canUndo: boolean; canRedo: boolean } {
  const { canUndo, canRedo } = readCaret(editor)
  return { canUndo, canRedo }
}
