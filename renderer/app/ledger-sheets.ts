import { Editor, Transforms } from 'slate'
import type { Translate } from '../../shared/checks/finding-sentence.ts'
import { longestFileName, type SignOffFile } from '../../shared/desktop/outside-files.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import { annexTable, annexTitle, trendChart } from '../../shared/ledger/annex/annex-tables.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { ledgerReader, type LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import { readLinks, type FigureLink } from '../../shared/ledger/links.ts'
import { planChanges, type PlannedChange } from '../../shared/ledger/plan-changes.ts'
import { ledgerWorkbook } from '../../shared/ledger/sheet/ledger-tables.ts'
import type { SignOffCorrection } from '../../shared/ledger/sign-off/read-sign-off.ts'
import {
  signOffDocument,
  signOffSheets,
  signOffWorkbook,
  type SignOffSheet,
} from '../../shared/ledger/sign-off/sign-off.ts'
import { textFigures, type TextFigure } from '../../shared/ledger/sign-off/text-figures.ts'
import { plainText, type PlainText } from '../../shared/report/plain-text.ts'
import type { AnnexTable, Block, Report } from '../../shared/report/schema.ts'
import { figureKey } from '../../shared/ledger/figure-key.ts'
import { phrasingContext } from '../../shared/ledger/section-rows.ts'
import { openFigures, typedBlanks, type Blank, type OpenPlace } from '../../shared/ledger/sign-off/open-figures.ts'
import { waitingFields } from '../../shared/ledger/waiting-fields.ts'
import { waitingPeriods } from '../../shared/ledger/waiting-periods.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { reportYear } from './report-year.ts'
import { sectionAt } from './section-at.ts'
import { writeBoundFigures, type BoundEdit } from '../editor/commands/bound-figures.ts'
import { jumpTo, jumpToBlock } from '../editor/commands/jump-to.ts'
import { inOneStep } from '../editor/commands/one-step.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import type { ReadChain } from '../workers/read-chain.ts'
import { showDialog, type Parts } from './controller-parts.ts'
import { documentWords } from './document-words.ts'
import type { LedgerActions } from './ledger.ts'
import { localTime } from './local-time.ts'
import type { Session } from './window-state.ts'

/** The figures of the text that somebody has to answer for, as it stood when they were read. */
export interface ReadFigures {
  plain: PlainText
  links: readonly FigureLink[]
  figures: readonly TextFigure[]
  sheets: readonly SignOffSheet[]
}

export interface SignOffChoice {
  /** '' = figures of which nobody is named. */
  departments: ReadonlySet<string>
  format: 'xlsx' | 'docx'
  each: boolean
}

/** Answers that were accepted. */
export interface SignOffTaken {
  /** Numbers of the report that were confirmed; of one figure there may be two, and it may still lack the other. */
  answered: number
  confirm: readonly LedgerEdit[]
  corrections: readonly SignOffCorrection[]
}

export interface LedgerSheetActions {
  exportLedger: (format: 'xlsx' | 'csv') => Promise<void>
  /** Undefined: nothing is open, or it was stopped. */
  readFigures: (stopped: AbortSignal) => Promise<ReadFigures | undefined>
  /** Writes the sheets; the dialog gives way to the result, and stays where somebody thought better of it. */
  makeSignOff: (read: ReadFigures, choice: SignOffChoice) => Promise<void>
  /** Places besides those corrected that read otherwise once the corrections are in the ledger. */
  planSignOff: (read: ReadFigures, taken: SignOffTaken) => readonly PlannedChange[]
  /** Ledger and text in one step of undo. False: the text was changed since it was read. */
  takeSignOff: (read: ReadFigures, taken: SignOffTaken) => boolean
  showFigure: (read: ReadFigures, figure: TextFigure) => void
  insertAnnex: (annex: AnnexTable) => void
  insertTrend: (indicator: string, years: { from: number; to: number }) => boolean
}

export interface SheetParts {
  ledger: LedgerActions
  readChain: ReadChain
  showPage: () => void
  /** The text was changed where the page may not be mounted to hear of it. */
  textChanged: () => void
}

export function ledgerSheetActions(
  parts: Parts,
  { ledger, readChain, showPage, textChanged }: SheetParts,
): LedgerSheetActions {
  const { store, desktop, t } = parts
  const words = (): Translate => documentWords(t, store.get().settings.language)
  const readerOf = (session: Session, own = session.ledger): LedgerReader =>
    ledgerReader(own, store.get().startUp.templates.indicators)
  const refused = (what: 'export', name: string, refusal: Refusal): void => {
    if (refusal.reason !== 'cancelled') showDialog(parts, { kind: 'refused', what, name, refusal })
  }
  const editsOf = ({ confirm, corrections }: SignOffTaken): LedgerEdit[] => [
    ...confirm,
    ...corrections.flatMap(({ edit }) => edit ?? []),
  ]

  const planSignOff: LedgerSheetActions['planSignOff'] = ({ plain, links }, taken) => {
    const { session, settings } = store.get()
    if (!session) return []
    const after = editLedger(session.ledger, editsOf(taken), { at: localTime(), by: settings.userName })
    const own = placesOf(taken.corrections, links)
    return planChanges(bodyOf(session.editor), readerOf(session), readerOf(session, after), plain).filter(
      ({ link }) => !own.some(({ edit }) => edit.start < link.end && link.start < edit.end),
    )
  }

  return {
    async exportLedger(format) {
      const { session } = store.get()
      if (!session) return
      const { place } = session.ledger
      const name = words()('ledger-import:export.name', { place, day: localTime().slice(0, 10).replaceAll('-', '') })
      const workbook = ledgerWorkbook(session.ledger, words())
      const result = await desktop.exportLedger({ id: session.report.id, name, workbook, format })
      const { exported, ...rest } = result
      if (exported) showDialog(parts, { kind: 'exported', path: (rest as { path: string }).path, notices: [] })
      else refused('export', t('ledger-import:export.what'), rest as Refusal)
    },
    async readFigures(stopped) {
      const { session, startUp } = store.get()
      if (!session) return undefined
      const body = bodyOf(session.editor)
      const plain = plainText(body)
      const { year, place } = session.report.meta
      const given = { file: session.name, text: plain.text, year, place: place || null }
      const { indicators } = startUp.templates
      const chain = await readChain({ reports: [given], place: given.place, indicators }, stopped)
      if (!chain) return undefined
      const links = readLinks(body, readerOf(session), plain)
      const figures = textFigures(
        plain.text,
        links,
        chain.readings.flatMap(({ proposals }) => proposals),
      )
      const periodOf = waitingPeriods(plain.text, { year: reportYear(session), place: given.place, indicators })
      const listed = [...figures, ...openFigures(body, plain, openPlaces(session, body, plain), periodOf)]
      const offices = { indicators, level: session.report.meta.level }
      return { plain, links, figures, sheets: signOffSheets(listed, session.ledger, session.report.id, offices) }
    },
    async makeSignOff({ sheets }, { departments, format, each }) {
      const { session, settings } = store.get()
      if (!session) return
      const chosen = sheets.filter(({ department }) => departments.has(department))
      const files = each
        ? chosen.map((sheet) => fileOf([sheet], session.report, words()))
        : [fileOf(chosen, session.report, words())]
      const preset = settings.preset
      const result = await desktop.exportSignOff({ id: session.report.id, preset, format, files })
      if (!result.exported) {
        const { exported: _, ...refusal } = result
        refused('export', t('ledger-import:signOff.title'), refusal)
        return
      }
      const [path, ...others] = result.paths
      showDialog(parts, { kind: 'exported', path, others, notices: [] })
      parts.announcer.tell(t('ledger-import:signOff.made', { count: result.paths.length }))
    },
    planSignOff,
    takeSignOff(read, taken) {
      const { session } = store.get()
      if (!session || session.readOnly) return false
      const { editor } = session
      if (plainText(bodyOf(editor)).text !== read.plain.text) return false
      const following = planSignOff(read, taken).flatMap(({ edit, link: { start, end, key } }): BoundEdit[] =>
        edit ? [{ edit, start, end, key }] : [],
      )
      const edits = [...placesOf(taken.corrections, read.links), ...following]
      const counts = {
        confirmed: taken.answered,
        figures: taken.confirm.length,
        corrected: taken.corrections.length,
      }
      showDialog(parts, null)
      const done = ledger.edit(editsOf(taken), t('ledger-import:returned.step', counts), {
        withText: () => writeBoundFigures(editor, read.plain, edits),
      })
      if (done) parts.announcer.tell(t('ledger-import:returned.done', counts))
      return true
    },
    showFigure({ plain }, figure) {
      const { session } = store.get()
      if (!session) return
      showDialog(parts, null)
      showPage()
      setTimeout(() => jumpTo(session.editor, plain, figure))
    },
    insertAnnex(annex) {
      const { session } = store.get()
      if (!session || session.readOnly) return
      // 附件 in its head tells readers, and the checks, that the years of its columns are not those of the report's parts.
      const title = words()('ledger-import:annex.heading', { title: annexTitle(annex, words()) })
      const table = annexTable(annex, readerOf(session), words())
      const heading: Block = { type: 'heading', level: 1, label: '', section: 'annex', children: [{ text: title }] }
      const at = session.editor.children.length
      showDialog(parts, null)
      showPage()
      inOneStep(session.editor, () => Transforms.insertNodes(session.editor, [pageBreak, heading, table], { at: [at] }))
      textChanged()
      parts.announcer.tell(t('ledger-import:annex.inserted', { title }))
      setTimeout(() => jumpToBlock(session.editor, at + 1))
    },
    insertTrend(indicator, years) {
      const { session } = store.get()
      const row = session && readerOf(session).row(indicator)
      const chart = row && trendChart(row, years, words())
      if (!chart || session.readOnly) return false
      const { editor } = session
      const end = editor.selection ? Editor.end(editor, editor.selection).path[0] : undefined
      showDialog(parts, null)
      inOneStep(editor, () =>
        Transforms.insertNodes(editor, chart, {
          at: [end === undefined ? editor.children.length : placeBehind(bodyOf(editor), end)],
        }),
      )
      textChanged()
      return true
    },
  }
}

/** Behind a block; behind the table that the heads of an annex stand over. */
function placeBehind(body: readonly Block[], index: number): number {
  const isHead = (block: Block | undefined): boolean => block?.type === 'heading' && block.section === 'annex'
  let at = index
  while (isHead(body[at])) at++
  return at > index && body[at]?.type === 'table' ? at + 1 : index + 1
}

function openPlaces(session: Session, body: readonly Block[], plain: PlainText): OpenPlace[] {
  const outline = readOutline(body)
  const year = reportYear(session)
  const places: Blank[] = [...waitingFields(body, plain), ...typedBlanks(body, plain)]
  return places.map((place) => {
    const kind = sectionAt(outline, place.path[0] ?? 0)?.kind ?? null
    return { place, context: phrasingContext(year, session.report.meta.kind, kind) }
  })
}

/** Where corrections change the text: bound words keep their key. */
function placesOf(corrections: readonly SignOffCorrection[], links: readonly FigureLink[]): BoundEdit[] {
  return corrections.flatMap(({ row, after }) =>
    after === null
      ? []
      : row.figures.map((figure): BoundEdit => {
          const { start, end } = figure
          if (figure.open)
            return {
              edit: { start, end, text: after },
              start,
              end,
              key: figure.nameless ? undefined : figureKey(figure),
              filled: true,
            }
          const link = links.find((one) => one.start < end && start < one.end)
          return {
            edit: { start, end, text: after },
            start: link?.start ?? start,
            end: link?.end ?? end,
            key: link?.key,
          }
        }),
  )
}

/** One file for the given sheets; sheets of a document begin on a page each. */
function fileOf(sheets: readonly SignOffSheet[], report: Report, words: Translate): SignOffFile {
  const { place, year, classification } = report.meta
  const title = words(year === null ? 'ledger-import:signOff.reportBare' : 'ledger-import:signOff.report', {
    place,
    year: year ?? '',
  })
  const signed = { id: report.id, title, classification }
  const [first, ...others] = sheets
  const department = first?.department === '' ? words('ledger-import:signOff.nobody') : (first?.department ?? '')
  const name = words(others.length > 0 ? 'ledger-import:signOff.fileNameAll' : 'ledger-import:signOff.fileName', {
    report: title,
    department,
  })
  const documents = sheets.map((sheet) => signOffDocument(sheet, signed, words))
  const body = documents.flatMap((document, at): Block[] => (at === 0 ? document.body : [pageBreak, ...document.body]))
  const document = documents[0]
  if (!document) throw new Error('a sign-off without sheets')
  return {
    name: name.slice(0, longestFileName),
    workbook: signOffWorkbook(sheets, signed, words),
    document: { ...document, body },
  }
}

const pageBreak: Block = { type: 'page-break', children: [{ text: '' }] }
