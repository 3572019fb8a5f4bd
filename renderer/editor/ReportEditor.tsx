import { useCallback, useMemo, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Editor as SlateEditor, Range, type NodeEntry } from 'slate'
import {
  Editable,
  ReactEditor,
  Slate,
  type RenderChunkProps,
  type RenderElementProps,
  type RenderLeafProps,
} from 'slate-react'
import type { Finding } from '../../shared/checks/finding.ts'
import type { Block, Note } from '../../shared/report/schema.ts'
import { selectField } from './commands/fields.ts'
import { bodyOf } from './body-of.ts'
import { Leaf } from './elements/Leaf.tsx'
import { ReportElementView } from './elements/ReportElementView.tsx'
import { GuidanceOffer } from './GuidanceOffer.tsx'
import { decorateLine, marksByLine, type MarkedStretch, type ShownStretches } from './marks/decorations.ts'
import { asksForMenu, findingAt, placeOfCaret, placeOfClick, type MenuPlace } from './menu-place.ts'
import { isOriginal, type MarksView } from './marks-view.ts'
import { NotesList } from './NotesList.tsx'
import { noComments, ReviewContext, type ReviewDisplay, type ShownComment } from './review-context.ts'
import type { ReportEditor as Editor } from './slate-types.ts'
import { takeSelection } from './take-selection.ts'
import { TableTools } from './TableTools.tsx'
import { isAtCommentEdge } from './tracking/track-insertion.ts'
import { useComposition } from './use-composition.ts'
import { useKnownFocus } from './use-known-focus.ts'
import { usePaintedMarks } from './use-painted-marks.ts'
import { useTab } from './use-tab.ts'

export interface ReportEditorProps {
  editor: Editor
  /** Called with the new body after every change of it, not after moves of the caret. */
  onChange?: (body: Block[]) => void
  onSelectionChange?: () => void
  notes?: Readonly<Record<string, Note>>
  /** Absent: the notes below the text cannot be changed there. */
  onNoteChange?: (id: string, text: string) => void
  findings?: readonly Finding[]
  /** The body in which the findings were found; their offsets are those of its plain text. Absent: the one shown. */
  checkedBody?: readonly Block[]
  activeFinding?: string
  onFindingClick?: (id: string) => void
  /** A click on a bound figure; the caret stands in it. */
  onFigureClick?: () => void
  /** Hears keys before the page does, none while an input method composes; true: the key was used up. */
  onKey?: (event: KeyboardEvent) => boolean
  /** The option of a list that stands for the caret, and the lists it is one of. */
  activeOption?: { lists: string; option: string | undefined }
  /** The right button, Shift+F10 or the menu key; the caret stands where the menu is for. */
  onMenu?: (place: MenuPlace) => void
  /** Places found by a search, in plain text offsets of the body shown. */
  hits?: readonly MarkedStretch[]
  currentHit?: number
  /** Sentences shown beside an earlier report. */
  shown?: readonly ShownStretches[]
  readOnly?: boolean
  /** Authors of revisions in the order of their colours. */
  reviewers?: readonly string[]
  /** Ids of the revisions that the panel speaks of. */
  currentRevisions?: ReadonlySet<string>
  /** Comments by id, for the words that they stand on; the thread that is open. */
  comments?: ReadonlyMap<string, ShownComment>
  currentComment?: string | null
  /** A click on words with comments. */
  onCommentClick?: (ids: readonly string[]) => void
  marksView?: MarksView
  /** A key was pressed that would write, in a view that does not show what is written. */
  onRefusedKey?: () => void
  /** 1 = 100 %; 0.5 to 2. */
  scale?: number
  /** The page stays white in the dark theme. */
  whitePaper?: boolean
}

const none: readonly never[] = []

/** The report on its page, as GB/T 9704 prints it. Another editor is another page: nothing of the old one is carried over. */
export function ReportEditor(props: ReportEditorProps) {
  return <Page key={idOf(props.editor)} {...props} />
}

function Page(props: ReportEditorProps) {
  const { editor, onChange, onSelectionChange, scale = 1, whitePaper = false, marksView = 'all' } = props
  const readOnly = props.readOnly === true || isOriginal(marksView)
  const review = useReviewDisplay(props)
  const { t } = useTranslation('editor')
  const { composing, ...composition } = useComposition(editor)
  const decorate = useDecorate(props, composing)
  const pressKey = useTab(editor)
  useKnownFocus(editor)
  const openMenu = (event: MouseEvent | KeyboardEvent, place: () => MenuPlace): void => {
    if (!props.onMenu) return
    event.preventDefault()
    takeSelection(editor)
    props.onMenu(place())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Words under an input method are still the browser's.
    if (!event.nativeEvent.isComposing && event.key !== 'Process') {
      takeSelection(editor)
      if (props.onKey?.(event)) {
        event.preventDefault()
        return
      }
    }
    if (isOriginal(marksView) && writes(event)) props.onRefusedKey?.()
    if (asksForMenu(event)) openMenu(event, () => placeOfCaret(editor))
    else pressKey(event)
  }

  return (
    <ReviewContext.Provider value={review}>
      <div
        className={`zg-page zg-marks-${marksView}${whitePaper ? ' zg-white-paper' : ''}`}
        style={{ '--zg-scale': Math.min(2, Math.max(0.5, scale)) } as CSSProperties}
      >
        <Slate
          editor={editor}
          initialValue={editor.children}
          onValueChange={() => onChange?.(bodyOf(editor))}
          onSelectionChange={() => onSelectionChange?.()}
        >
          <Editable
            className="zg-text"
            lang="zh-CN"
            role="textbox"
            aria-multiline="true"
            aria-label={t('label')}
            aria-description={t('leave')}
            {...(props.activeOption && {
              'aria-haspopup': 'listbox',
              'aria-controls': props.activeOption.lists,
              'aria-activedescendant': props.activeOption.option,
            })}
            spellCheck={false}
            readOnly={readOnly}
            // Not editable in itself, it would take no key that could be answered.
            {...(readOnly && { tabIndex: 0 })}
            onDOMBeforeInput={(event) => insertTracked(editor, event)}
            decorate={decorate}
            renderElement={renderElement}
            renderLeaf={renderLeaf}
            renderChunk={renderChunk}
            {...composition}
            onKeyDown={onKeyDown}
            onClick={(event: MouseEvent) => click(props, event)}
            onContextMenu={(event: MouseEvent) => openMenu(event, () => placeOfClick(event))}
          />
          <GuidanceOffer />
          <TableTools />
          {props.notes && <NotesList notes={props.notes} onNoteChange={readOnly ? undefined : props.onNoteChange} />}
        </Slate>
      </div>
    </ReviewContext.Provider>
  )
}

/** Single letters reach the page through the browser and not through React, which would then show them twice beside a new leaf. */
function insertTracked(editor: Editor, event: InputEvent): boolean | undefined {
  if (event.inputType !== 'insertText' || event.isComposing || !event.data) return undefined
  if (!editor.tracking && !standsAtCommentEdge(editor)) return undefined
  event.preventDefault()
  takeSelection(editor)
  SlateEditor.insertText(editor, event.data)
  return true
}

function standsAtCommentEdge(editor: Editor): boolean {
  takeSelection(editor)
  const { selection } = editor
  return selection !== null && Range.isCollapsed(selection) && isAtCommentEdge(editor, selection.anchor)
}

const writing: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete', 'Process'])

function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && (Array.from(key).length === 1 || writing.has(key))
}

const noRevisions: ReadonlySet<string> = new Set()

function useReviewDisplay(props: ReportEditorProps): ReviewDisplay {
  const { reviewers = none, currentRevisions = noRevisions, comments = noComments, currentComment = null } = props
  return useMemo(
    () => ({ reviewers, current: currentRevisions, comments, currentComment }),
    [reviewers, currentRevisions, comments, currentComment],
  )
}

const ids = new WeakMap<Editor, number>()
let lastId = 0

function idOf(editor: Editor): number {
  const id = ids.get(editor) ?? ++lastId
  ids.set(editor, id)
  return id
}

const renderElement = (element: RenderElementProps) => <ReportElementView {...element} />
const renderLeaf = (leaf: RenderLeafProps) => <Leaf {...leaf} />

function useDecorate(
  props: ReportEditorProps,
  composing: boolean,
): (entry: NodeEntry) => ReturnType<typeof decorateLine> {
  const { editor, findings = none, checkedBody, activeFinding, hits = none, currentHit, shown = none } = props
  const wanted = useMemo(
    () => marksByLine(editor, checkedBody ?? bodyOf(editor), findings, activeFinding, hits, currentHit, shown),
    [editor, checkedBody, findings, activeFinding, hits, currentHit, shown],
  )
  const painted = usePaintedMarks(wanted, composing)
  return useCallback((entry: NodeEntry) => decorateLine(editor, painted, entry), [editor, painted])
}

/** A click on a finding opens it, one on commented words their thread; a click on a field selects it whole, so that typing replaces it. */
function click(props: ReportEditorProps, { target }: MouseEvent): void {
  const { editor, readOnly, onFindingClick, onFigureClick, onCommentClick } = props
  if (!(target instanceof Element)) return
  if (target.closest('[data-indicator]') && editor.selection && Range.isCollapsed(editor.selection)) onFigureClick?.()
  const finding = findingAt(target)
  const commented = target.closest<HTMLElement>('[data-comments]')
  if (finding) onFindingClick?.(finding)
  else if (commented && editor.selection && Range.isCollapsed(editor.selection))
    onCommentClick?.((commented.dataset['comments'] ?? '').split(' '))
  const field = target.closest('[data-field]')?.closest('[data-slate-node="text"]')
  if (!field || readOnly || !editor.selection || Range.isExpanded(editor.selection)) return
  selectField(editor, ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, field)))
}

/** Lines far from the window are neither laid out nor painted; their text stays in the page for screen readers. */
function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'zg-chunk' : undefined}>
      {children}
    </div>
  )
}
