import * as v from 'valibot'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerSchema } from '../ledger/parse-ledger.ts'
import type { LedgerLoss } from '../ledger/unread-words.ts'
import { parseReport } from '../report/parse.ts'
import type { Report } from '../report/schema.ts'
import type { Workbook } from '../sheets/write-workbook.ts'
import type { FormulationMode } from '../templates/own-formulations.ts'
import type { FormulationList, PagePreset, Templates } from '../templates/templates.ts'
import { commentsSchema, workbookSchema, type CheckSheetShapes, type ExportedComments } from './check-sheet-request.ts'
import { keepLedgerSchema, openLedgerSchema, type KeepResult, type StoredLedger } from './ledger-calls.ts'
import {
  choices,
  fileNameSchema,
  type Choice,
  type ChosenFiles,
  type ReadPast,
  type ReadSheets,
  type SignOffFile,
  type SignOffWritten,
} from './outside-files.ts'
import { priorReportsSchema, type PriorReport } from './prior-reports.ts'
import type { ReadReviewed } from './review-files.ts'
import type { ExportResult, Notice, OpenResult, Refusal, ReportContents, SaveResult } from './results.ts'
import { settingsSchema, type Settings } from './settings.ts'
import { userListsSchema, type UserLists } from './user-lists.ts'

/** Longest path Linux and Windows accept. */
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))

const contentsShape = { report: v.unknown(), prior: priorReportsSchema, ledger: ledgerSchema }

/** One call from the window to the main process: how its request is checked, what it returns. */
interface Call<Request, Response> {
  parseRequest(raw: unknown): Request
  /** Never set; carries the response type. */
  response?: Response
}

export interface RecentReport {
  path: string
  name: string
  stage: string
  /** `YYYY-MM-DDThh:mm:ss`, local wall time of the last opening. */
  openedAt: string
  /** Number of findings of severity error when last closed; null: not checked. */
  errors: number | null
  missing: boolean
}

/** Text of an earlier run that is newer than its file, or has no file. */
export interface Recoverable {
  id: string
  name: string
  path: string | null
  savedAt: string
  characters: number
}

export interface StoredVersion {
  number: number
  savedAt: string
  characters: number
}

/** 提法库 as it is used, and where a user's own list takes part. */
export interface FormulationsInForce {
  list: FormulationList
  own: { mode: FormulationMode; name: string } | null
}

export interface StartUp {
  settings: Settings
  lists: UserLists
  formulations: FormulationsInForce
  recent: RecentReport[]
  recoverable: Recoverable[]
  templates: Templates
  version: string
  runtime: 'electron' | 'browser'
  /** A file named on the command line or by the system. */
  openPath: string | null
  /** Folders that hold settings, journal and history, shown under 数据在哪里. */
  folders: { settings: string; journal: string; history: string; workspace: string }
  /** Sentences for the user about the start itself: settings that were damaged and replaced. */
  notices: Notice[]
}

/** The whole contract: a call that is not listed can be neither sent nor answered. */
export const desktopCalls = {
  startUp: call<undefined, StartUp>(nothing),
  saveSettings: call<Settings, Settings>((raw) => v.parse(settingsSchema, raw)),
  /** Names and wordings of the workspace; the answer says why they could not be kept. */
  saveLists: call<UserLists, { saved: true } | ({ saved: false } & Refusal)>((raw) => v.parse(userListsSchema, raw)),
  /** Asks for a file of formulations and puts it in the place of the delivered ones, or beside them. */
  takeFormulations: call<
    { mode: FormulationMode },
    ({ taken: true } & FormulationsInForce) | ({ taken: false } & Refusal)
  >((raw) => v.parse(v.object({ mode: v.picklist(['replace', 'extend']) }), raw)),
  /** Places of which the workspace has a ledger. */
  ledgerPlaces: call<undefined, string[]>(nothing),
  /** 台账 of a place as the workspace has it; null: it has none. */
  openLedger: call<{ place: string }, StoredLedger | null>((raw) => v.parse(openLedgerSchema, raw)),
  /** Keeps it there for the place's other reports; the report's own file holds it all the same. */
  keepLedger: call<{ ledger: Ledger; revision: string | null }, KeepResult>((raw) => v.parse(keepLedgerSchema, raw)),
  /** Back to the delivered formulations. */
  dropFormulations: call<undefined, FormulationsInForce>(nothing),
  /** Families the system can draw, as named by it. */
  installedFonts: call<undefined, string[]>(nothing),
  /** Asks for a file when `path` is null. */
  openReport: call<{ path: string | null }, OpenResult>((raw) => v.parse(v.object({ path: v.nullable(path) }), raw)),
  openSample: call<undefined, OpenResult>(nothing),
  /** A file dropped on the window, or one whose path the window cannot know. */
  openBytes: call<{ name: string; bytes: Uint8Array }, OpenResult>((raw) =>
    v.parse(v.object({ name: v.pipe(v.string(), v.maxLength(255)), bytes: v.instance(Uint8Array) }), raw),
  ),
  /** Last year's report for comparison: text alone. */
  openPrior: call<undefined, ({ opened: true } & PriorReport) | ({ opened: false } & Refusal)>(nothing),
  /** Last year's report as a whole, for 转结: read, and neither opened nor changed. */
  readLastReport: call<
    undefined,
    ({ opened: true; name: string; loss?: LedgerLoss } & ReportContents) | ({ opened: false } & Refusal)
  >(nothing),
  /** Asks for files to be read one by one, so that the window can tell of it and stop. */
  chooseFiles: call<{ kind: Choice }, ChosenFiles>((raw) => v.parse(v.object({ kind: v.picklist(choices) }), raw)),
  /** A past report for the ledger: its text, and what its file says of itself. */
  readPast: call<{ path: string }, ReadPast>((raw) => v.parse(v.object({ path }), raw)),
  /** The tables of a spreadsheet, a .csv file or a Word file. */
  readTables: call<{ path: string }, ReadSheets>((raw) => v.parse(v.object({ path }), raw)),
  /** A file for 比较, or a copy of the open report `base` for 合并审阅稿, read whole; it is neither opened nor changed. */
  readReviewed: call<{ path: string; base: string | null }, ReadReviewed>((raw) =>
    v.parse(v.object({ path, base: v.nullable(v.string()) }), raw),
  ),
  /** Keeps the report as it is among its 历史版本, without saving it. */
  keepVersion: call<ReportContents, { kept: boolean }>((raw) => {
    const { report, ...rest } = v.parse(v.object(contentsShape), raw)
    return { report: checkedReport(report), ...rest }
  }),
  recover: call<{ id: string }, OpenResult>((raw) => v.parse(v.object({ id: v.string() }), raw)),
  discardRecovery: call<{ id: string }, undefined>((raw) => v.parse(v.object({ id: v.string() }), raw)),
  /** Saves to the report's own file, or asks for one (`as`, or when it has none). `overwrite` after a conflict was shown. */
  saveReport: call<ReportContents & { as: boolean; overwrite: boolean }, SaveResult>((raw) => {
    const { report, ...rest } = v.parse(v.object({ ...contentsShape, as: v.boolean(), overwrite: v.boolean() }), raw)
    return { report: checkedReport(report), ...rest }
  }),
  /** Crash journal: the text as it is now, at most one second after a change; the answer says whether the disk has it. */
  journal: call<ReportContents, { written: true } | ({ written: false } & Refusal)>((raw) => {
    const { report, ...rest } = v.parse(v.object(contentsShape), raw)
    return { report: checkedReport(report), ...rest }
  }),
  /** The report is closed: lock and journal go. `errors` is shown in the list of recent reports. */
  closeReport: call<{ id: string; errors: number | null }, undefined>((raw) =>
    v.parse(v.object({ id: v.string(), errors: v.nullable(v.number()) }), raw),
  ),
  listVersions: call<{ id: string }, StoredVersion[]>((raw) => v.parse(v.object({ id: v.string() }), raw)),
  openVersion: call<
    { id: string; number: number },
    ({ opened: true } & ReportContents) | ({ opened: false } & Refusal)
  >((raw) => v.parse(v.object({ id: v.string(), number: v.number() }), raw)),
  /** Asks where to, writes the whole file or nothing. `review`: revisions and comments of the report go along. */
  exportReport: call<
    { report: Report; preset: string; format: 'docx' | 'pdf'; comments: ExportedComments | null; review: boolean },
    ExportResult
  >((raw) => {
    const { report, ...rest } = v.parse(
      v.object({
        report: v.unknown(),
        preset: v.string(),
        format: v.picklist(['docx', 'pdf']),
        comments: v.nullable(commentsSchema),
        review: v.boolean(),
      }),
      raw,
    )
    return { report: checkedReport(report), ...rest }
  }),
  /** 清样: a Word file without a trace of the review; `final`: as the text would be with everything accepted. */
  exportClean: call<{ report: Report; preset: string; name: string; clean: 'refuse' | 'final' }, ExportResult>(
    (raw) => {
      const { report, ...rest } = v.parse(
        v.object({
          report: v.unknown(),
          preset: v.string(),
          name: v.pipe(v.string(), v.maxLength(20)),
          clean: v.picklist(['refuse', 'final']),
        }),
        raw,
      )
      return { report: checkedReport(report), ...rest }
    },
  ),
  /** 核对表 of the report `id`: asks where to, writes the whole file or nothing. */
  exportCheckSheet: call<CheckSheetShapes & { id: string; format: 'docx' | 'pdf' | 'xlsx' }, ExportResult>((raw) => {
    const { document, ...rest } = v.parse(
      v.object({
        id: v.string(),
        document: v.unknown(),
        workbook: workbookSchema,
        preset: v.string(),
        format: v.picklist(['docx', 'pdf', 'xlsx']),
      }),
      raw,
    )
    return { document: checkedReport(document), ...rest }
  }),
  /** 台账 as a spreadsheet; a .csv file holds its first table. Asks where to, writes the whole file or nothing. */
  exportLedger: call<{ id: string; name: string; workbook: Workbook; format: 'xlsx' | 'csv' }, ExportResult>((raw) =>
    v.parse(
      v.object({
        id: v.string(),
        name: fileNameSchema,
        workbook: workbookSchema,
        format: v.picklist(['xlsx', 'csv']),
      }),
      raw,
    ),
  ),
  /** 核数表: one file asks where to, several ask for a folder and never write over a file there. */
  exportSignOff: call<{ id: string; preset: string; format: 'xlsx' | 'docx'; files: SignOffFile[] }, SignOffWritten>(
    (raw) => {
      const { files, ...rest } = v.parse(
        v.object({
          id: v.string(),
          preset: v.string(),
          format: v.picklist(['xlsx', 'docx']),
          files: v.pipe(
            v.array(v.object({ name: fileNameSchema, workbook: workbookSchema, document: v.unknown() })),
            v.minLength(1),
            v.maxLength(200),
          ),
        }),
        raw,
      )
      return { ...rest, files: files.map((file) => ({ ...file, document: checkedReport(file.document) })) }
    },
  ),
  /** Opens the system's print dialog with the report laid out for the preset. */
  print: call<{ report: Report; preset: string; review: boolean }, ExportResult>((raw) => {
    const { report, ...rest } = v.parse(v.object({ report: v.unknown(), preset: v.string(), review: v.boolean() }), raw)
    return { report: checkedReport(report), ...rest }
  }),
  /** Opens the system's print dialog with the check sheet. */
  printCheckSheet: call<Pick<CheckSheetShapes, 'document' | 'preset'>, ExportResult>((raw) => {
    const { document, preset } = v.parse(v.object({ document: v.unknown(), preset: v.string() }), raw)
    return { document: checkedReport(document), preset }
  }),
  /**
   * What a print page shows: the report that the main process was asked to print. Only answered to print pages.
   * `withDialog`: a print dialog follows, whose browser adds head and foot of its own to pages that leave room for them.
   */
  printJob: call<undefined, { report: Report; preset: PagePreset; withDialog: boolean; review?: boolean } | null>(
    nothing,
  ),
  /** Puts the clipboard into the page at its caret, as Ctrl+V does; `plain`: the words alone. The page never reads the clipboard. */
  paste: call<{ plain: boolean }, undefined>((raw) => v.parse(v.object({ plain: v.boolean() }), raw)),
  showInFolder: call<{ path: string }, undefined>((raw) => v.parse(v.object({ path }), raw)),
  removeRecent: call<{ path: string | null }, RecentReport[]>((raw) =>
    v.parse(v.object({ path: v.nullable(path) }), raw),
  ),
  /** 清除痕迹: recent list, journal, history, settings. */
  clearTraces: call<undefined, undefined>(nothing),
  /** The window may close: unsaved text was saved, discarded on request, or lies in the journal. */
  closeWindow: call<undefined, undefined>(nothing),
  /** The answer to `leaving`: nothing is left to be written into the journal. */
  readyToLeave: call<undefined, undefined>(nothing),
}

type Calls = typeof desktopCalls
export type CallName = keyof Calls
export type RequestOf<Name extends CallName> = ReturnType<Calls[Name]['parseRequest']>
export type ResponseOf<Name extends CallName> =
  Calls[Name] extends Call<RequestOf<Name>, infer Response> ? Response : never

/** What the main process tells the window without being asked. */
export interface DesktopEvents {
  /** The user or the system wants the window closed. */
  closeRequested: undefined
  /** Log-off or shutdown: what is not in the journal yet has to be written now. */
  leaving: undefined
  /** A second start named a file. */
  openRequested: { path: string }
  /** The open report's file was changed by another program. */
  changedOutside: { id: string }
}
export type EventName = keyof DesktopEvents

/** The port: implemented by the preload bridge and by the fakes of the tests. */
export type Desktop = {
  [Name in CallName]: (request: RequestOf<Name>) => Promise<ResponseOf<Name>>
}

/** The window's side of the port: the calls and a way to hear events. `listen` returns a function that stops listening. */
export interface DesktopBridge extends Desktop {
  listen<Name extends EventName>(name: Name, hear: (event: DesktopEvents[Name]) => void): () => void
}

export const callNames = Object.keys(desktopCalls) as CallName[]

function call<Request, Response>(parseRequest: (raw: unknown) => Request): Call<Request, Response> {
  return { parseRequest }
}

function nothing(): undefined {
  return undefined
}

function checkedReport(raw: unknown): Report {
  const parsed = parseReport(raw)
  if (!parsed.ok) throw new TypeError(`not a report: ${parsed.problem}`)
  return parsed.report
}
