/** Asks people for files; given by the host, faked in tests. Undefined: cancelled. */
export interface Dialogs {
  chooseReport(folder: string): Promise<string | undefined>
  choosePrior(folder: string): Promise<string | undefined>
  /** A user's own list of formulations. */
  chooseFormulations(folder: string): Promise<string | undefined>
  chooseSaveTarget(suggestion: string): Promise<string | undefined>
  chooseExportTarget(suggestion: string, format: 'docx' | 'pdf' | 'xlsx' | 'csv'): Promise<string | undefined>
  /** Any number of files to read; none: cancelled. */
  chooseFiles(folder: string, kind: 'reports' | 'table' | 'signOff' | 'version' | 'copies'): Promise<string[]>
  /** To read the reports in it, or to write several files to. */
  chooseFolder(folder: string, purpose: 'read' | 'write'): Promise<string | undefined>
}
