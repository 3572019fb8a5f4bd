import { readReportFile } from './import/read-file.ts'
import { checkedTextOf } from './import/text-of-file.ts'
import { encodeForOpening } from './report-file/report-file.ts'
import type { ReportFiles } from './report-files.ts'

/** The formats that the program itself reads and writes. */
export const installedReportFiles: ReportFiles = {
  readFile: readReportFile,
  read: readReportFile,
  encode: encodeForOpening,
  text: checkedTextOf,
}
