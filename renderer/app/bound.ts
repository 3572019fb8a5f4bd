import { Editor, Path, Range, type PointRef } from 'slate'
import { ReactEditor } from 'slate-react'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { readReport } from '../../shared/checks/read-report.ts'
import { noNames, type ReportView } from '../../shared/checks/rule.ts'
import { sentenceAround } from '../../shared/checks/text-spans.ts'
import { settleGrowth } from '../../shared/ledger/settle-growth.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { ledgerReader, type LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { boundStretches, readLinks, type BoundStretch, type FigureLink } from '../../shared/ledger/links.ts'
import { planChanges, type PlannedChange } from '../../shared/ledger/plan-changes.ts'
import { linkChoices, suggestLinks, type LinkOffer } from '../../shared/ledger/suggest-links.ts'
import { ledgerOffer, newlyStale, type LedgerOffer } from '../../shared/ledger/text-edits.ts'
import { plainText, type PlainText } from '../../shared/report/plain-text.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import {
  ownFill,
  waitingFields,
  withoutTwins,
  type FieldFill,
  type WaitingField,
} from '../../shared/ledger/waiting-fields.ts'
import { waitingPeriods } from '../../shared/ledger/waiting-periods.ts'
import { phrasingContext } from '../../shared/ledger/section-rows.ts'
import { readOutline } from '../../shared/report/outline.ts'
import {
  bindFigures,
  caretOffset,
  insertPhrase,
  writeBoundFigures,
  writeFields,
} from '../editor/commands/bound-figures.ts'
import { fieldAtSelection, rememberField, selectField } from '../editor/commands/fields.ts'
import { sectionAt } from './section-at.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { pointAt } from '../editor/offsets.ts'
import { takeSelection } from '../editor/take-selection.ts'
import { showDialog, type Parts } from './controller-parts.ts'
import type { EditOptions, LedgerActions } from './ledger.ts'
import { localTime } from './local-time.ts'
import { reportYear } from './report-year.ts'
import type { Session, WindowState } from './window-state.ts'

/** What the page does with figures that are bound to the ledger. */
export interface BoundActions {
  /** Asks first where figures of the text would change: a `LedgerActions` for everybody who edits the ledger. */
  ledger: LedgerActions
  /** Carries out what was asked for, with the places that were chosen. */
  applyChanges: (chosen: readonly PlannedChange[]) => void
  /** Leaves ledger and text as they are, and says so. */
  dropChanges: () => void
  openPicker: () => void
  /** `/` was typed at a place where an indicator may follow. */
  openPickerAt: (anchor: PointRef) => void
  /** Where it was opened for a □, that one is selected again. */
  closePicker: (options?: { back: boolean }) => void
  /** Puts a phrase in place of what was typed to find it. */
  pick: (leaves: readonly TextLeaf[]) => void
  /** Puts phrases at the caret; it stays in the page. */
  insert: (phrases: readonly (readonly TextLeaf[])[], separator: string) => void
  /** What the ledger has for the □ at the caret; null: nothing that fits. Undefined: there is no □. */
  fieldFill: () => FieldFill | null | undefined
  /** Fills the □ at the caret from the ledger, or says that it has nothing; false: there is no □. */
  fillField: () => boolean
  /** Puts a figure in the place of the □ that the picker is open for. */
  pickFill: (fill: FieldFill) => void
  /** Every □ that the ledger has a figure for. */
  fillFields: () => void
  /** Several of them in a row; the sentence is ended where the paragraph ends. */
  insertAll: (phrases: readonly (readonly TextLeaf[])[]) => void
  /** Opens the card of the figure at the caret; false: there is none. */
  showSource: (options: { focus: boolean }) => boolean
  closeSource: () => void
  /** 关联台账…: what the figure at the caret may stand for. */
  askLink: () => void
  link: (offer: LinkOffer) => void
  unlink: () => void
  /** Binds every statement that says what the ledger has. */
  linkAll: () => void
  /** The text was changed by typing. */
  textChanged: () => void
  /** Revisions were decided; `without` is the text before, with what was accepted left out. */
  decided: (without: readonly Block[]) => void
  acceptOffer: () => void
  revertOffer: () => void
  unlinkOffer: () => void
  dropOffer: () => void
  dispose: () => void
}

/** Milliseconds without a key after which a changed figure is asked about. */
const offerDelay = 900

export function boundActions(parts: Parts, plainLedger: LedgerActions): BoundActions {
  const { store } = parts
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The links as they were read last, of which session, and against which ledger. */
  let known: { key: number; ledger: Ledger; links: readonly FigureLink[] } | undefined

  const session = (): Session | undefined => store.get().session ?? undefined
  const writable = (): Session | undefined => {
    const open = session()
    return open && !open.readOnly ? open : undefined
  }
  const readerOf = (ledger: Ledger): LedgerReader => ledgerReader(ledger, store.get().startUp.templates.indicators)
  const setOffer = (offer: LedgerOffer | null): void =>
    store.set((state) => (state.ledgerOffer === offer ? state : { ...state, ledgerOffer: offer }))
  const setSource = (sourceAt: BoundStretch | null): void =>
    store.set((state) => (state.source?.stretch === sourceAt ? state : { ...state, source: null }))
  const closePicker = (): void => {
    store.get().picker?.anchor.unref()
    store.set((state) => (state.picker ? { ...state, picker: null } : state))
  }

  const readLinksNow = ({ editor, ledger }: Session): FigureLink[] => readLinks(bodyOf(editor), readerOf(ledger))

  const remember = (): void => {
    const open = session()
    if (open) known = { key: open.key, ledger: open.ledger, links: readLinksNow(open) }
  }

  // What is stale when a report is opened, or by a change of the ledger, is a matter of the checks.
  const stop = store.subscribe(() => {
    const open = session()
    if (open && (known?.key !== open.key || known.ledger !== open.ledger)) {
      const another = known?.key !== open.key
      remember()
      if (another) store.set((state) => ({ ...state, picker: null, source: null, ledgerOffer: null }))
    }
  })

  const edit = (edits: readonly LedgerEdit[], words: string, options: EditOptions = {}): boolean => {
    const open = writable()
    // New rows and names change no figure: links go along with their rows.
    if (!open || options.withText || edits.every(isOfName)) return plainLedger.edit(edits, words, options)
    const settled = settleGrowth(open.ledger, edits, store.get().startUp.templates.indicators)
    const after = editLedger(open.ledger, settled, { at: localTime(), by: store.get().settings.userName })
    const plan = planChanges(bodyOf(open.editor), readerOf(open.ledger), readerOf(after))
    if (plan.length === 0) return plainLedger.edit(edits, words, options)
    const { outcome } = options
    showDialog(parts, { kind: 'ledgerChanges', plan, edits, words, ...(outcome !== undefined && { outcome }) })
    return true
  }

  const look = (): void => {
    const open = writable()
    if (!open) return
    if (ReactEditor.isComposing(open.editor)) {
      later()
      return
    }
    const before = known
    remember()
    // Against another ledger other figures are stale, and nobody has typed them.
    if (!before || before.key !== open.key || before.ledger !== open.ledger || !known) return
    const offer = store.get().ledgerOffer
    const changed = newlyStale(before.links, known.links).at(-1)
    if (!changed) {
      // What was asked about says what the ledger has again, or is gone.
      const still = offer && known.links.some(({ key, state }) => key === offer.link.key && state === 'stale')
      if (offer && !still) setOffer(null)
      return
    }
    setOffer(offerFor(open, changed))
  }

  /** What waited as a revision read so before it was accepted, and is held against the text without it. */
  const lookAtDecision = (without: readonly Block[]): void => {
    const open = writable()
    if (!open) return
    remember()
    const changed = newlyStale(readLinks(without, readerOf(open.ledger)), known?.links ?? []).at(-1)
    if (changed) setOffer(offerFor(open, changed))
    else later()
  }

  const offerFor = ({ editor, report }: Session, link: FigureLink): LedgerOffer | null => {
    const { text } = plainText(bodyOf(editor))
    const { start, end } = sentenceAround(text, link.start, link.end)
    const source = { file: report.meta.place, sentence: text.slice(start, end), person: store.get().settings.userName }
    return ledgerOffer(link, source) ?? null
  }

  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, offerDelay)
  }

  /** The link that an offer is about, where it stands by now. */
  const offered = (): { open: Session; link: FigureLink; plain: PlainText } | undefined => {
    const open = writable()
    const offer = store.get().ledgerOffer
    if (!open || !offer) return undefined
    const plain = plainText(bodyOf(open.editor))
    const links = readLinksNow(open).filter(({ key, state }) => key === offer.link.key && state === 'stale')
    const words = offer.link.printed?.quantity.text
    const link = links.find(({ printed }) => printed?.quantity.text === words) ?? links[0]
    return link && { open, link, plain }
  }

  const atCaret = (open: Session): { stretch: BoundStretch; plain: PlainText } | undefined => {
    const body = bodyOf(open.editor)
    const plain = plainText(body)
    const at = caretOffset(open.editor, plain)
    const stretch = boundStretches(body, plain).find(({ start, end }) => at !== undefined && start <= at && at <= end)
    return stretch && { stretch, plain }
  }

  const fillsOf = (open: Session, places: (body: ReturnType<typeof bodyOf>, plain: PlainText) => WaitingField[]) => {
    const body = bodyOf(open.editor)
    const plain = plainText(body)
    const reader = readerOf(open.ledger)
    const outline = readOutline(body)
    const year = reportYear(open)
    const { indicators } = store.get().startUp.templates
    const periodOf = waitingPeriods(plain.text, { year, place: open.report.meta.place || null, indicators })
    const fills = places(body, plain).map((place) => {
      const kind = sectionAt(outline, place.path[0] ?? 0)?.kind ?? null
      const context = phrasingContext(year, open.report.meta.kind, kind)
      return { place, fill: ownFill(place, plain.text, reader, context, periodOf) }
    })
    return { plain, fills: withoutTwins(fills, plain.text) }
  }

  const fieldAtCaret = (open: Session): WaitingField | undefined => {
    const path = fieldAtSelection(open.editor)
    return path && waitingFields(bodyOf(open.editor)).find((place) => Path.equals(place.path, path))
  }

  /** The caret stands behind what was filled, and Tab goes on from there. */
  const write = ({ editor }: Session, place: WaitingField, plain: PlainText, fill: FieldFill): void => {
    rememberField(editor, place.path)
    writeFields(editor, plain, [fill])
    const now = plainText(bodyOf(editor))
    const point = pointAt(editor.children, now, fill.edit.start + fill.edit.text.length)
    if (point) editor.select(point)
    ReactEditor.focus(editor)
    remember()
  }

  const tell = (key: string, values: Record<string, string | number> = {}): void =>
    parts.announcer.tell(parts.t(`bound:${key}`, values))

  return {
    ledger: { ...plainLedger, edit },
    applyChanges(chosen) {
      const { dialog } = store.get()
      const open = writable()
      if (!open || dialog?.kind !== 'ledgerChanges') return
      showDialog(parts, null)
      const plain = plainText(bodyOf(open.editor))
      const edits = chosen.flatMap(({ edit, link: { start, end, key } }) => (edit ? [{ edit, start, end, key }] : []))
      const withText = edits.length > 0 ? () => writeBoundFigures(open.editor, plain, edits) : undefined
      const { outcome } = dialog
      plainLedger.edit(dialog.edits, dialog.words, {
        ...(withText && { withText }),
        ...(outcome !== undefined && { outcome }),
      })
      remember()
      setOffer(null)
    },
    dropChanges() {
      const { dialog } = store.get()
      if (dialog?.kind !== 'ledgerChanges') return
      showDialog(parts, null)
      tell('changes.dropped', { words: dialog.words })
    },
    openPicker() {
      const open = writable()
      if (!open) return
      takeSelection(open.editor)
      if (!open.editor.selection) open.editor.select(Editor.end(open.editor, []))
      const { selection } = open.editor
      if (!selection) return
      closePicker()
      const field = fieldAtCaret(open)
      if (field) {
        selectField(open.editor, field.path)
        const anchor = Editor.pointRef(open.editor, Editor.start(open.editor, field.path), { affinity: 'backward' })
        store.set((state) => ({ ...state, picker: { anchor, slash: false, field } }))
        return
      }
      const anchor = Editor.pointRef(open.editor, Range.start(selection), { affinity: 'backward' })
      store.set((state) => ({ ...state, picker: { anchor, slash: false } }))
      ReactEditor.focus(open.editor)
    },
    fieldFill() {
      const open = writable()
      const place = open && fieldAtCaret(open)
      return place && (fillsOf(open, () => [place]).fills[0]?.fill ?? null)
    },
    fillField() {
      const open = writable()
      const place = open && fieldAtCaret(open)
      if (!open || !place) return false
      const { plain, fills } = fillsOf(open, () => [place])
      const fill = fills[0]?.fill
      if (fill) write(open, place, plain, fill)
      tell(fill ? 'field.filled' : 'field.none', fill && { words: fill.words })
      return true
    },
    pickFill(fill) {
      const open = writable()
      const field = store.get().picker?.field
      closePicker()
      if (open && field) write(open, field, plainText(bodyOf(open.editor)), fill)
    },
    fillFields() {
      const open = writable()
      if (!open) return
      const { plain, fills } = fillsOf(open, (body, text) =>
        waitingFields(body, text).filter(({ field }) => field.part !== 'text'),
      )
      const filled = fills.flatMap(({ fill }) => (fill ? [fill] : []))
      if (filled.length > 0) writeFields(open.editor, plain, filled)
      remember()
      tell('field.all', { count: filled.length, left: fills.length - filled.length })
    },
    openPickerAt(anchor) {
      closePicker()
      store.set((state) => ({ ...state, picker: { anchor, slash: true } }))
    },
    closePicker({ back } = { back: false }) {
      const open = session()
      const field = store.get().picker?.field
      closePicker()
      if (!back || !open || !field || !Editor.hasPath(open.editor, field.path)) return
      selectField(open.editor, field.path)
      ReactEditor.focus(open.editor)
    },
    pick(leaves) {
      const open = writable()
      const anchor = store.get().picker?.anchor.current
      closePicker()
      if (!open || !anchor || !open.editor.selection) return
      const end = Range.end(open.editor.selection)
      insertPhrase(open.editor, leaves, { anchor, focus: end })
    },
    insert(phrases, separator) {
      const open = writable()
      if (!open || phrases.length === 0) return
      if (!open.editor.selection) open.editor.select(Editor.end(open.editor, []))
      const joined = phrases.flatMap((leaves, index) => [...(index > 0 ? [{ text: separator }] : []), ...leaves])
      insertPhrase(open.editor, joined)
      ReactEditor.focus(open.editor)
    },
    insertAll(phrases) {
      const open = writable()
      if (!open || phrases.length === 0) return
      const { editor } = open
      if (!editor.selection) editor.select(Editor.end(editor, []))
      const at = editor.selection && Range.end(editor.selection)
      const isEnd = at && Editor.isEnd(editor, at, at.path.slice(0, -1))
      const joined = phrases.flatMap((leaves, index) => [...(index > 0 ? [{ text: '；' }] : []), ...leaves])
      insertPhrase(editor, isEnd ? [...joined, { text: '。' }] : joined)
      ReactEditor.focus(editor)
    },
    showSource({ focus }) {
      const open = session()
      const found = open && atCaret(open)
      if (!found) return false
      store.set((state) => ({ ...state, source: { stretch: found.stretch, focus } }))
      return true
    },
    closeSource: () => setSource(null),
    askLink() {
      const open = writable()
      if (!open) return
      const view = readOpen(open, store.get())
      const at = caretOffset(open.editor, open.reading.plain)
      const quantity = view.quantities.find(({ start, end }) => at !== undefined && start <= at && at <= end)
      if (!quantity) {
        tell('link.noFigure')
        return
      }
      const year = reportYear(open)
      const choices = linkChoices(quantity, view.text, readerOf(open.ledger), [year - 2, year - 1, year])
      const near = suggestLinks(view.statements, view.text, [], readerOf(open.ledger), view.year ?? year)
      const likely = near.filter((offer) => offer.start <= quantity.start && quantity.end <= offer.end)
      const keys = new Set(likely.map(({ key }) => key))
      const offers = [...likely, ...choices.filter(({ key }) => !keys.has(key))]
      showDialog(parts, { kind: 'linkFigure', words: view.source.slice(quantity.start, quantity.end), offers })
    },
    link({ start, end, key }) {
      const open = writable()
      showDialog(parts, null)
      if (!open) return
      bindFigures(open.editor, [{ start, end, key }])
      remember()
    },
    unlink() {
      const open = writable()
      const found = open && atCaret(open)
      if (!found) return
      bindFigures(open.editor, [{ ...found.stretch, key: undefined }])
      store.set((state) => ({ ...state, source: null }))
      remember()
    },
    linkAll() {
      const open = writable()
      if (!open) return
      const view = readOpen(open, store.get())
      const bound = boundStretches(bodyOf(open.editor))
      const year = view.year ?? reportYear(open)
      const agreeing = suggestLinks(view.statements, view.text, bound, readerOf(open.ledger), year)
      const offers = agreeing.filter(({ agrees }) => agrees)
      if (offers.length > 0) bindFigures(open.editor, offers)
      remember()
      tell('link.all', { count: offers.length })
    },
    textChanged() {
      store.set((state) => (state.source ? { ...state, source: null } : state))
      later()
    },
    decided(without) {
      store.set((state) => (state.source ? { ...state, source: null } : state))
      clearTimeout(timer)
      lookAtDecision(without)
    },
    acceptOffer() {
      const found = offered()
      setOffer(null)
      if (!found) return
      const offer = offerFor(found.open, found.link)
      const { number, reference } = found.link
      if (!offer || !number || !reference) return
      const when = parts.t(`bound:source.year.${reference.kind}`, { year: reference.year })
      ReactEditor.focus(found.open.editor)
      edit([offer.edit], `${number.row.indicator} ${when}`)
    },
    revertOffer() {
      const found = offered()
      setOffer(null)
      if (!found?.link.edit) return
      const { start, end, key } = found.link
      writeBoundFigures(found.open.editor, found.plain, [{ edit: found.link.edit, start, end, key }])
      ReactEditor.focus(found.open.editor)
      remember()
    },
    unlinkOffer() {
      const found = offered()
      setOffer(null)
      if (!found) return
      bindFigures(found.open.editor, [{ start: found.link.start, end: found.link.end, key: undefined }])
      ReactEditor.focus(found.open.editor)
      remember()
    },
    dropOffer() {
      setOffer(null)
      const open = session()
      if (open) ReactEditor.focus(open.editor)
    },
    dispose() {
      stop()
      clearTimeout(timer)
    },
  }
}

function isOfName(edit: LedgerEdit): boolean {
  if (edit.edit === 'changeRow') return edit.change.unit === undefined && edit.change.basis === undefined
  return edit.edit === 'addRow' || edit.edit === 'moveRow' || /Column$/.test(edit.edit)
}

/** The open report with its statements, as the checks read it; offsets are those of its plain text now. */
function readOpen({ editor, report }: Session, { startUp, formulations }: WindowState): ReportView {
  const { text } = plainText(bodyOf(editor))
  const { year, place } = report.meta
  const { indicators, usage, terms } = startUp.templates
  const lists = { indicators, formulations: formulations.list, usage, terms, names: noNames }
  return readReport({ text, year, place: place || null, prior: [], ...lists }, createCheckCache())
}
