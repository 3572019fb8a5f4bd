import { basename, join } from 'node:path'
import process from 'node:process'
import { shell } from 'electron'
import type { Desktop, Recoverable } from '../../shared/desktop/calls.ts'
import type { ExportResult, Notice } from '../../shared/desktop/results.ts'
import type { Report } from '../../shared/report/schema.ts'
import type { PagePreset, Templates } from '../../shared/templates/templates.ts'
import { localTime, type Clock } from '../services/clock.ts'
import type { DataFolders } from '../services/data-folders.ts'
import type { Dialogs } from '../services/dialogs.ts'
import type { Documents } from '../services/documents.ts'
import { defaultFileName } from '../services/export/default-file-name.ts'
import { exportReport } from '../services/export/export-report.ts'
import { installedFonts } from '../services/fonts.ts'
import type { History } from '../services/history.ts'
import { readJournals } from '../services/journal.ts'
import { isOpenInOffice } from '../services/office-locks.ts'
import type { RecentReports } from '../services/recent.ts'
import type { ReportFiles } from '../services/report-files.ts'
import { nameOfReport } from '../services/report-name.ts'
import { readSample } from '../services/sample.ts'
import { charactersOf } from '../services/save-document.ts'
import type { SettingsFile } from '../services/settings.ts'
import type { Workspace } from '../services/workspace.ts'
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
}

export function createDesktop(parts: DesktopParts): Desktop {
  const { documents, settings, recent, history, dialogs, files, folders, clock } = parts
  const presetOf = async (id: string): Promise<PagePreset | undefined> =>
    (await parts.templates()).presets.find((preset) => preset.id === id)

  return {
    async startUp() {
      const { left, damaged } = await readJournals(folders.journal)
      const openNow = documents.openJournals()
      const templates = await parts.templates()
      const { lists, formulations, notices: ofWorkspace } = await parts.workspace.open(templates.formulations)
      const notices: Notice[] = [...settings.notices, ...ofWorkspace]
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
      if (read.ok) return { opened: true, name: basename(path), text: read.text }
      const { ok: opened, ...refusal } = read
      return { opened, ...refusal }
    },
    recover: ({ id }) => documents.recover(id),
    async discardRecovery({ id }) {
      await documents.discardRecovery(id)
      return undefined
    },
    saveReport: (request) => documents.save(request),
    async journal({ report }) {
      await documents.journal(report)
      return undefined
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
      if (read.ok) return { opened: true, report: read.report }
      const { ok: opened, ...refusal } = read
      return { opened, ...refusal }
    },
    async exportReport({ report, preset: id, format }): Promise<ExportResult> {
      const preset = await presetOf(id)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${id}` }
      const { userName } = settings.read()
      const suggestion = join(parts.usualFolder(), defaultFileName(report, format, localTime(clock())))
      const path = await dialogs.chooseExportTarget(suggestion, format)
      if (path === undefined) return { exported: false, reason: 'cancelled' }
      if (await isOpenInOffice(path)) return { exported: false, reason: 'fileInUse' }
      const source = documents.sourceOf(report.id)
      return exportReport(
        {
          report,
          preset,
          format,
          path,
          clock: `${clock().toISOString().slice(0, 19)}Z`,
          author: userName,
          installedFonts: await installedFonts(),
          sources: source === null ? [] : [source],
        },
        drawPdf,
      )
    },
    async print(job: { report: Report; preset: string }): Promise<ExportResult> {
      const preset = await presetOf(job.preset)
      if (!preset) return { exported: false, reason: 'exportBlocked', detail: `no preset ${job.preset}` }
      const { printed, failure } = await printWithDialog({ report: job.report, preset }, job.report.meta.place)
      return printed
        ? { exported: true, path: '', notices: [] }
        : { exported: false, reason: failure === 'cancelled' ? 'cancelled' : 'noPrintDialog', detail: failure }
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
  }
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
