import { Editor, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import type { HeadingLevel, ListMarker } from '../../../shared/report/schema.ts'
import { focusNote } from '../../editor/focus-note.ts'
import { insertNote, insertPageBreak, insertTable } from '../../editor/commands/insert-blocks.ts'
import { moveSectionAtCaret } from '../../editor/commands/move-section.ts'
import { setBlockType, setHeadingLevel, type LineStyle } from '../../editor/commands/set-block-type.ts'
import { toggleMark } from '../../editor/commands/toggle-mark.ts'
import type { ReportEditor } from '../../editor/slate-types.ts'
import { isTextStep } from '../../editor/plugins/with-beside-changes.ts'
import { takeSelection } from '../../editor/take-selection.ts'
import type { Command } from '../command.ts'
import type { WindowController } from '../controller.ts'
import { lastDecision, nextDecision } from '../decisions.ts'
import type { Session, WindowState } from '../window-state.ts'
import { notInView, notOnPage, notWritable, withoutReport } from './reasons.ts'

interface PageCommand extends Partial<Command> {
  /** F4 does it again at another place. */
  repeatable?: true
}

function writable(state: WindowState): string | undefined {
  return notWritable(state) ?? notInView(state)
}

function onWritablePage(state: WindowState): string | undefined {
  return notWritable(state) ?? notOnPage(state) ?? notInView(state)
}

/** A command that changes the text at the caret and leaves the caret in the page. */
function pageCommand(id: string, act: (editor: ReportEditor) => void, more: PageCommand = {}): Command {
  const { repeatable, why = writable, ...others } = more
  return {
    id,
    ofPage: true,
    why: (state) => why(state) ?? notOnPage(state),
    run({ store }) {
      const { session } = store.get()
      if (!session) return
      const { editor } = session
      takeSelection(editor)
      // A report that was never clicked into is written on from its end.
      if (!editor.selection) Transforms.select(editor, Editor.end(editor, []))
      act(editor)
      if (repeatable) store.set((state) => ({ ...state, lastAction: id }))
      ReactEditor.focus(editor)
    },
    ...others,
  }
}

/** Browsers cut and copy for a page on the user's click; they read the clipboard for nobody but their own keys. */
function clipboardCommand(id: 'cut' | 'copy', nativeKey: string, why: typeof notWritable): Command {
  return {
    id,
    ofPage: true,
    nativeKey,
    why: (state) => why(state) ?? notOnPage(state) ?? (state.session?.caret.expanded ? undefined : 'nothingSelected'),
    run({ store }) {
      const { session } = store.get()
      if (!session) return
      ReactEditor.focus(session.editor)
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that asks for no permission and passes through the editor's own events
      document.execCommand(id)
    },
  }
}

/** The main process lends the clipboard: a page that asks for it itself would need a permission that is never given. */
const pasteCommand = (id: string, plain: boolean, nativeKey: string): Command => ({
  id,
  ofPage: true,
  nativeKey,
  why: onWritablePage,
  run({ store, desktop }) {
    const { session } = store.get()
    if (!session) return
    takeSelection(session.editor)
    if (!session.editor.selection) Transforms.select(session.editor, Editor.end(session.editor, []))
    ReactEditor.focus(session.editor)
    void desktop.paste({ plain })
  },
})

const styleIs =
  (style: string) =>
  ({ session }: WindowState): boolean =>
    session?.caret.style === style

const levels: readonly HeadingLevel[] = [1, 2, 3, 4]
const markers: readonly ListMarker[] = ['ordinal', 'decimal', 'circled', 'dash']
const lineTypes = ['salutation', 'title', 'meeting', 'speaker'] as const

const styleCommand = (id: string, style: LineStyle, key?: string): Command =>
  pageCommand(id, (editor) => setBlockType(editor, style), {
    checked: styleIs(id),
    repeatable: true,
    ...(key && { key }),
  })

const undoText = pageCommand('undo', (editor) => editor.undo(), {
  key: 'Ctrl+Z',
  repeats: true,
})

const redoText = pageCommand('redo', (editor) => editor.redo(), {
  key: 'Ctrl+Y',
  otherKey: 'Ctrl+Shift+Z',
  repeats: true,
})

function canUndo(session: Session | null): boolean {
  return session !== null && (session.caret.canUndo || lastDecision(session.editor, session.decisions) !== undefined)
}

function canRedo(session: Session | null): boolean {
  return session !== null && (session.caret.canRedo || nextDecision(session.editor, session.decisions) !== undefined)
}

/** In 台账 a step of the ledger is taken back where it is seen; one of the text alone is seen on the page. */
function takeStep(window: WindowController, way: 'undos' | 'redos', onPage: Command): void {
  const { session, view } = window.store.get()
  if (!session) return
  if (view === 'page') {
    onPage.run(window)
    return
  }
  if (isTextStep(session.editor, way)) window.showView('page')
  if (way === 'undos') session.editor.undo()
  else session.editor.redo()
}

export const editCommands: readonly Command[] = [
  {
    ...undoText,
    why: (state) => notWritable(state) ?? (canUndo(state.session) ? undefined : 'nothingToUndo'),
    run(window) {
      if (!window.checking.undoDecision()) takeStep(window, 'undos', undoText)
    },
  },
  {
    ...redoText,
    why: (state) => notWritable(state) ?? (canRedo(state.session) ? undefined : 'nothingToRedo'),
    run(window) {
      if (!window.checking.redoDecision()) takeStep(window, 'redos', redoText)
    },
  },
  {
    id: 'repeat',
    key: 'F4',
    ofPage: true,
    repeats: true,
    why: (state) => onWritablePage(state) ?? (state.lastAction === null ? 'nothingToRepeat' : undefined),
    run: (window) => editCommands.find(({ id }) => id === window.store.get().lastAction)?.run(window),
  },
  clipboardCommand('cut', 'Ctrl+X', writable),
  clipboardCommand('copy', 'Ctrl+C', withoutReport),
  pasteCommand('paste', false, 'Ctrl+V'),
  pasteCommand('pasteText', true, 'Ctrl+Shift+V'),
  pageCommand('selectAll', (editor) => Transforms.select(editor, []), { key: 'Ctrl+A', why: withoutReport }),
  {
    id: 'find',
    key: 'Ctrl+F',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: (window) => window.setFind({ mode: 'find' }),
  },
  { id: 'replace', key: 'Ctrl+H', why: onWritablePage, run: (window) => window.setFind({ mode: 'replace' }) },
  {
    id: 'goTo',
    key: 'Ctrl+G',
    otherKey: 'F5',
    why: (state) => withoutReport(state) ?? notOnPage(state),
    run: (window) => window.showDialog({ kind: 'commands', scope: 'paragraphs' }),
  },
  pageCommand('moveSectionUp', (editor) => void moveSectionAtCaret(editor, 'up'), {
    key: 'Alt+Shift+Up',
    repeats: true,
  }),
  pageCommand('moveSectionDown', (editor) => void moveSectionAtCaret(editor, 'down'), {
    key: 'Alt+Shift+Down',
    repeats: true,
  }),
  pageCommand('bold', (editor) => toggleMark(editor, 'bold'), {
    key: 'Ctrl+B',
    repeatable: true,
    checked: ({ session }) => session?.caret.bold ?? false,
  }),
  ...levels.map((level) =>
    pageCommand(`heading.${level}`, (editor) => setHeadingLevel(editor, level), {
      key: `Ctrl+Alt+${level}`,
      repeatable: true,
      checked: styleIs(`heading.${level}`),
    }),
  ),
  styleCommand('paragraph', { type: 'paragraph' }, 'Ctrl+Shift+N'),
  ...markers.map((marker) => styleCommand(`list.${marker}`, { type: 'list-item', marker })),
  ...lineTypes.map((type) => styleCommand(type, { type })),
  pageCommand('table', (editor) => insertTable(editor, 3, 3), { repeatable: true }),
  pageCommand('pageBreak', (editor) => insertPageBreak(editor), { key: 'Ctrl+Enter', repeatable: true }),
  {
    id: 'note',
    ofPage: true,
    why: onWritablePage,
    run: (window) => addNote(window),
  },
]

/** The mark goes to the caret, the caret to the note's text below the page. */
function addNote({ store, changeNotes }: WindowController): void {
  const { session } = store.get()
  if (!session) return
  const { editor } = session
  takeSelection(editor)
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []))
  const id = crypto.randomUUID()
  changeNotes({ ...session.report.notes, [id]: { kind: 'footnote', text: '' } })
  insertNote(editor, id)
  setTimeout(() => focusNote(id))
}
