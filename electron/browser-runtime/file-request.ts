/** What a file dialog is asked for: the same words as Electron's options, without what does not concern a page. */
export interface FileRequest {
  save: boolean
  /** What is chosen; several files, or a folder, only to open. */
  choose: 'file' | 'files' | 'folder'
  title: string
  buttonLabel: string
  folder: string
  name: string
  /** Extensions without a dot; `*` for every file. */
  filters: { name: string; extensions: string[] }[]
}
