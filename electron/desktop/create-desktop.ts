import { basename, join } from 'node:path'
import process from 'node:process'
import { shell } from 'electron'
import type { Desktop, Recoverable } from '../../shared/desktop/calls.ts'
import { sheetPreset } from '../../shared/checks/sheet/printed-sheet.ts'
import { mostPastReports, type SignOffFile, type SignOffWritten } from '../../shared/desktop/outside-files.ts'
import { longestPriorText } from '../../shared/desktop/prior-reports.ts'
import type { ExportResult, Notice, Refusal } from '../../shared/desktop/results.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { Report } from '../../shared/report/schema.ts'
import type { PagePreset, Templates } from '../../shared/templates/templates.ts'
import { firstTitle } from '../../shared/word/write/page-layout.ts'
import { localTime, type Clock } from '../services/clock.ts'
import type { DataFolders } from '../services/data-folders.ts'
import type { Dialogs } from '../services/dialogs.ts'
import type { Documents } from '../services/documents.ts'
import { allowedInNames, defaultFileName } from '../services/export/default-file-name.ts'
import { exportCheckSheet } from '../services/export/export-check-sheet.ts'
import { exportReport } from '../services/export/export-report.ts'
import { openRefusal } from '../services/export/pending-review.ts'
import { exportSheet, freePath, signOffBytes } from '../services/export/export-sheets.ts'
import { targetOf, type ExportTarget } from '../services/export/export-target.ts'
import { installedFonts } from '../services/fonts.ts'
import type { History } from '../services/history.ts'
import { readPastReport, readTableFile, reportsIn } from '../services/import/past-files.ts'
import { readJournals } from '../services/journal.ts'
import type { LedgerStore } from '../services/ledger-store/ledger-store.ts'
import { isOpenInOffice } from '../services/office-locks.ts'
import type { RecentReports } from '../services/recent.ts'
import { ledgerLoss, type ReportFiles } from '../services/report-files.ts'
import { nameOfReport } from '../services/report-name.ts'
import { readReviewed, revisionsOutside } from '../services/revisions/read-reviewed.ts'
import { readSample } from '../services/sample.ts'
import { charactersOf } from '../services/save-document.ts'
import type { SettingsFile } from '../services/settings.ts'
import type { Workspace } from '../services/workspace.ts'
import { writeWithFolders } from '../services/write-with-folders.ts'
import { drawPdf, printJobOf, printWithDialog } from '../windows/print-window.ts'
import { pasteInto } from '../windows/paste-into.ts'
import { callingWindow } from './register-desktop.ts'

/** The services that stand behind the window's calls, and what the host adds to them. */
export interface DesktopParts {
  version: string
  clock: Clock
  folders: DataFolders
  settings: SettingsFile
  recent: RecentReports
  history: History
  workspace: Workspace
  ledgers: LedgerStore
  documents: Documents
  dialogs: Dialogs
  files: ReportFiles
  templates: () => Promise<Templates>
  /** Where a file dialog begins: the folder of the last one, or the user's own. */
  usualFolder: () => string
  /** A file named on the command line, once. */
  takeOpenPath: () => string | null
  /** Changed settings reach what speaks and draws outside the page. */
  settingsChanged: () => Promise<void>
  clearTraces: () => Promise<void>
  closeWindow: () => void
  readyToLeave: () => void
}

export function createDesktop(parts: DesktopParts): Desktop {
  const { documents, settings, recent, history, dialogs, files, folders, clock } = parts
  const presetOf = async (id: string): Promise<PagePreset | undefined> =>
    (await parts.templates()).presets.find((preset) => preset.id === id)

  /** Asks where to; what every file that is handed out has in common. */
  const exportTarget = async (
    name: string,
    format: 'docx' | 'pdf' | 'xlsx' | 'csv',
    id: string,
  ): Promise<
    (Omit<ExportTarget, 'format'> & { clock: string; author: string; installedFonts: string[] }) | Refusal
  > => {
    const { userName } = settings.read()
    const path = await dialogs.chooseExportTarget(join(parts.usualFolder(), name), format)
    if (path === undefined) return { reason: 'cancelled' }
    if (await isOpenInOffice(path)) return { reason: 'fileInUse' }
    const source = documents.sourceOf(id)
    return {
      path,
      clock: `${clock().toISOString().slice(0, 19)}Z`,
      author: userName,
      installedFonts: await installedFonts(),
      sources: source === null ? [] : [source],
    }
  }

  return {
    async startUp() {
      const { left, damaged } = await readJournals(folders.journal)
      const openNow = documents.openJournals()
      const templates = await parts.templates()
      const { lists, formulations, notices: ofWorkspace } = await parts.workspace.open(templates.formulations)
      const notices: Notice[] = [...settings.notices, ...ofWorkspace, ...(await parts.ledgers.start())]
      if (damaged > 0)
        notices.push({
          messageId: 'documents:notice.journalDamaged',
          values: { count: damaged, folder: folders.journal },
        })
      return {
        settings: settings.read(),
        lists,
        formulations,
        recent: await recent.list(),
        recoverable: left.filter(({ key }) => !openNow.has(key)).map(asRecoverable),
        templates,
        version: parts.version,
        runtime: 'electron' in process.versions ? 'electron' : 'browser',
        openPath: parts.takeOpenPath(),
        folders: { ...folders },
        notices,
      }
    },
    async saveSettings(wanted) {
      const stored = settings.write(wanted)
      await parts.settingsChanged()
      return stored
    },
    async saveLists(lists) {
      const refusal = await parts.workspace.saveLists(lists)
      return refusal ? { saved: false, ...refusal } : { saved: true }
    },
    ledgerPlaces: () => parts.ledgers.places(),
    openLedger: ({ place }) => parts.ledgers.open(place),
    keepLedger: ({ ledger, revision }) => parts.ledgers.keep(ledger, revision),
    async takeFormulations({ mode }) {
      const path = await dialogs.chooseFormulations(parts.usualFolder())
      if (path === undefined) return { taken: false, reason: 'cancelled' }
      return parts.workspace.takeFormulations(path, mode, (await parts.templates()).formulations)
    },
    async dropFormulations() {
      return parts.workspace.dropFormulations((await parts.templates()).formulations)
    },
    installedFonts: () => installedFonts(),
    openReport: ({ path }) => documents.open(path),
    async openSample() {
      const { report, prior } = await readSample()
      return documents.openUnsaved(report, nameOfReport(report), [prior])
    },
    openBytes: ({ name, bytes }) => documents.openBytes(name, bytes),
    async openPrior() {
      const path = await dialogs.choosePrior(parts.usualFolder())
      if (path === undefined) return { opened: false, reason: 'cancelled' }
      const read = await files.text(path)
      if (read.ok && read.text.length > longestPriorText) return { opened: false, reason: 'tooLarge' }
      if (read.ok) return { opened: true, name: basename(path), text: read.text }
      const { ok: opened, ...refusal } = read
      return { opened, ...refusal }
    },
    async readLastReport() {
      const path = await dialogs.choosePrior(parts.usualFolder())
      if (path === undefined) return { opened: false, reason: 'cancelled' }
      const read = await files.readFile(path)
      if (!read.ok) {
        const { ok: opened, ...refusal } = read
        return { opened, ...refusal }
      }
      if (read.newer) return { opened: false, reason: 'newerFormat' }
      const { report, prior = [], ledger = emptyLedger(report.meta.place) } = read
      const loss = ledgerLoss(read)
      return { opened: true, name: basename(path), report, prior, ledger, ...(loss && { loss }) }
    },
    async chooseFiles({ kind }) {
      if (kind === 'folder') {
        const folder = await dialogs.chooseFolder(parts.usualFolder(), 'read')
        return folder === undefined ? nothingChosen : reportsIn(folder)
      }
      const paths = await dialogs.chooseFiles(parts.usualFolder(), kind)
      const kept = paths.slice(0, mostPastReports)
      return { paths: kept, cancelled: paths.length === 0, left: paths.length - kept.length }
    },
    readPast: ({ path }) => readPastReport(path),
    readTables: ({ path }) => readTableFile(path),
    async readReviewed({ path, base }) {
      const imported = base === null ? undefined : documents.importedAs(base)
      return readReviewed(path, imported && (await revisionsOutside(imported)))
    },
    async keepVersion({ report, prior, ledger }) {
      const bytes = files.encode(report, undefined, prior, ledger)
      if (!bytes) return { kept: false }
      return { kept: await history.add(report.id, bytes, localTime(clock()), charactersOf(report)) }
    },
    recover: ({ id }) => documents.recover(id),
    async discardRecovery({ id }) {
      await documents.discardRecovery(id)
      return undefined
    },
    saveReport: (request) => documents.save(request),
    async journal(contents) {
      const refusal = await documents.journal(contents)
      return refusal ? { written: false, ...refusal } : { written: true }
    },
    async closeReport({ id, errors }) {
      await documents.close(id, errors)
      return undefined
    },
    async listVersions({ id }) {
      return (await history.list(id))
        .toReversed()
        .map(({ number, savedAt, characters }) => ({ number, savedAt, characters }))
    },
    async openVersion({ id, number }) {
      const bytes = await history.read(id, number)
      if (!bytes) return { opened: false, reason: 'notFound' }
      const read = await files.read({ name: `${number}.zhenggao`, bytes })
      if (read.ok) {
        const { report, prior = [], ledger = emptyLedger(report.meta.place) } = read
        return { opened: true, report, prior, ledger }
      }
      const { ok: opened, ...refusal } = read
      return { opened, ...refusal }
    },
    async exportReport({ report, preset: id, format, comments, review }): Promise<ExportResult> {
      const preset = await presetOf(id)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${id}` }
      const day = localTime(clock())
      const target = await exportTarget(defaultFileName(report, format, day, comments?.name), format, report.id)
      if ('reason' in target) return { exported: false, ...target }
      const given = comments && {
        list: comments.list,
        author: { name: comments.author, initials: comments.initials, date: day },
      }
      return exportReport({ report, preset, ...target, format, review, ...(given ? { comments: given } : {}) }, drawPdf)
    },
    async exportClean({ report, preset: id, name, clean }): Promise<ExportResult> {
      const refusal = openRefusal(report, clean)
      if (refusal) return { exported: false, ...refusal }
      const preset = await presetOf(id)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${id}` }
      const target = await exportTarget(defaultFileName(report, 'docx', localTime(clock()), name), 'docx', report.id)
      if ('reason' in target) return { exported: false, ...target }
      return exportReport({ report, preset, ...target, format: 'docx', clean }, drawPdf)
    },
    async exportCheckSheet({ id, document, workbook, preset: presetId, format }): Promise<ExportResult> {
      const preset = await presetOf(presetId)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${presetId}` }
      const target = await exportTarget(defaultFileName(document, format, localTime(clock())), format, id)
      if ('reason' in target) return { exported: false, ...target }
      return exportCheckSheet({ document, workbook, preset: sheetPreset(preset), ...target, format }, drawPdf)
    },
    async exportLedger({ id, name, workbook, format }) {
      const target = await exportTarget(`${allowedInNames(name)}.${format}`, format, id)
      if ('reason' in target) return { exported: false, ...target }
      return exportSheet({ ...target, workbook, format })
    },
    async exportSignOff({ id, preset: presetId, format, files: asked }): Promise<SignOffWritten> {
      const preset = await presetOf(presetId)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${presetId}` }
      const [only, ...more] = asked
      const time = `${clock().toISOString().slice(0, 19)}Z`
      const write = async (file: SignOffFile, path: string): Promise<Refusal | undefined> => {
        const bytes = await signOffBytes(file, format, sheetPreset(preset), time)
        return 'reason' in bytes ? bytes : writeWithFolders(path, bytes)
      }
      if (only && more.length === 0) {
        const target = await exportTarget(`${allowedInNames(only.name)}.${format}`, format, id)
        const checked = 'reason' in target ? target : await targetOf({ ...target, format })
        const refusal = 'reason' in checked ? checked : await write(only, checked.path)
        return refusal || 'reason' in checked
          ? { exported: false, ...(refusal ?? (checked as Refusal)) }
          : { exported: true, paths: [checked.path] }
      }
      const folder = await dialogs.chooseFolder(parts.usualFolder(), 'write')
      if (folder === undefined) return { exported: false, reason: 'cancelled' }
      const written: string[] = []
      for (const file of asked) {
        const path = await freePath(folder, allowedInNames(file.name), format)
        const refusal = await write(file, path)
        if (refusal) return { exported: false, ...refusal }
        written.push(path)
      }
      const [first, ...others] = written
      return { exported: true, paths: [first ?? folder, ...others] }
    },
    async print({ report, preset: id, review }): Promise<ExportResult> {
      return printed(report, await presetOf(id), report.meta.place, review)
    },
    async printCheckSheet({ document, preset: id }): Promise<ExportResult> {
      const preset = await presetOf(id)
      return printed(document, preset && sheetPreset(preset), firstTitle(document.body))
    },
    printJob: () => Promise.resolve(printJobOf(callingWindow())),
    paste({ plain }) {
      pasteInto(callingWindow(), plain)
      return Promise.resolve(undefined)
    },
    showInFolder({ path }) {
      shell.showItemInFolder(path)
      return Promise.resolve(undefined)
    },
    async removeRecent({ path }) {
      await recent.remove(path)
      return recent.list()
    },
    async clearTraces() {
      await parts.clearTraces()
      return undefined
    },
    closeWindow() {
      parts.closeWindow()
      return Promise.resolve(undefined)
    },
    readyToLeave() {
      parts.readyToLeave()
      return Promise.resolve(undefined)
    },
  }
}

const nothingChosen = { paths: [], cancelled: true, left: 0 }

async function printed(
  report: Report,
  preset: PagePreset | undefined,
  title: string,
  review = false,
): Promise<ExportResult> {
  if (!preset) return { exported: false, reason: 'exportBlocked', detail: 'no such preset' }
  const { printed, failure } = await printWithDialog({ report, preset, review }, title)
  return printed
    ? { exported: true, path: '', notices: [] }
    : { exported: false, reason: failure === 'cancelled' ? 'cancelled' : 'noPrintDialog', detail: failure }
}

function asRecoverable({
  key,
  name,
  path,
  savedAt,
  report,
}: {
  key: string
  name: string
  path: string | null
  savedAt: string
  report: Report
}): Recoverable {
  return { id: key, name: name || nameOfReport(report), path, savedAt, characters: charactersOf(report) }
}
