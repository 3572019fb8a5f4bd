import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { Dialogs } from '../services/dialogs.ts'
import type { Say } from '../services/sentences.ts'

const exportDialogs = {
  docx: { title: 'dialog.exportDocx', kind: 'word' },
  pdf: { title: 'dialog.exportPdf', kind: 'pdf' },
  xlsx: { title: 'dialog.exportXlsx', kind: 'excel' },
  csv: { title: 'dialog.exportCsv', kind: 'csv' },
}

/** The system's file dialogs over the window, in the user's language. */
export function nativeDialogs(window: BrowserWindow, say: Say): Dialogs {
  const filter = (name: string, ...extensions: string[]): FileFilter => ({ name: say(`dialog.${name}`), extensions })
  const reports = filter('allReports', 'zhenggao', 'docx', 'txt', 'md', 'doc', 'wps')
  const open = async (title: string, folder: string, kind: FileFilter): Promise<string | undefined> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: say(title),
      defaultPath: folder,
      filters: [kind],
      properties: ['openFile'],
    })
    return canceled ? undefined : filePaths[0]
  }
  const openSeveral = async (title: string, folder: string, kind: FileFilter): Promise<string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: say(title),
      defaultPath: folder,
      filters: [kind],
      properties: ['openFile', 'multiSelections'],
    })
    return canceled ? [] : filePaths
  }
  const severalOf = {
    reports: { title: 'dialog.openPast', filter: reports },
    table: { title: 'dialog.openTable', filter: filter('tables', 'xlsx', 'csv') },
    signOff: { title: 'dialog.openSignOff', filter: filter('signOff', 'xlsx', 'docx', 'csv') },
    copies: { title: 'merge:dialog.openCopies', filter: reports },
  }
  const save = async (title: string, suggestion: string, kind: FileFilter): Promise<string | undefined> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: say(title),
      defaultPath: suggestion,
      filters: [kind],
    })
    return canceled || filePath === '' ? undefined : filePath
  }
  return {
    chooseReport: (folder) => open('dialog.openReport', folder, reports),
    choosePrior: (folder) => open('dialog.openPrior', folder, reports),
    chooseFormulations: (folder) => open('dialog.openFormulations', folder, filter('formulations', 'json')),
    chooseSaveTarget: (suggestion) => save('dialog.saveReport', suggestion, filter('zhenggao', 'zhenggao')),
    chooseExportTarget: (suggestion, format) => {
      const { title, kind } = exportDialogs[format]
      return save(title, suggestion, filter(kind, format))
    },
    async chooseFiles(folder, kind) {
      if (kind !== 'version') return openSeveral(severalOf[kind].title, folder, severalOf[kind].filter)
      const path = await open('merge:dialog.openVersion', folder, reports)
      return path === undefined ? [] : [path]
    },
    async chooseFolder(folder, purpose) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(purpose === 'read' ? 'dialog.openFolder' : 'dialog.writeFolder'),
        defaultPath: folder,
        properties: purpose === 'read' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
      })
      return canceled ? undefined : filePaths[0]
    },
  }
}
