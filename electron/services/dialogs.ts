/** Asks people for files; given by the host, faked in tests. Undefined: cancelled. */
export interface Dialogs {
  chooseReport(folder: string): Promise<string | undefined>
  choosePrior(folder: string): Promise<string | undefined>
  /** A user's own list of formulations. */
  chooseFormulations(folder: string): Promise<string | undefined>
  chooseSaveTarget(suggestion: string): Promise<string | undefined>
  chooseExportTarget(suggestion: string, format: 'docx' | 'pdf' | 'xlsx'): Promise<string | undefined>
}
