import { unzipSync, zipSync } from 'fflate'
import { parseReport } from '../../shared/report/parse.ts'
import type { Report } from '../../shared/report/schema.ts'
import { checkedTextOf } from './import/text-of-file.ts'
import type { ReportFiles } from './report-files.ts'

/** Reports as zip files with one `report.json`. */
export function installedReportFiles(): ReportFiles {
  return {
    read({ bytes }) {
      const text = unzipSync(bytes)['report.json']
      const parsed = parseReport(JSON.parse(new TextDecoder().decode(text)))
      return Promise.resolve(
        parsed.ok
          ? { ok: true, report: parsed.report, summary: null, newer: parsed.newer, parts: {} }
          : { ok: false, reason: 'damaged', detail: parsed.problem },
      )
    },
    encode: (report: Report) => zipSync({ 'report.json': new TextEncoder().encode(JSON.stringify(report)) }),
    text: checkedTextOf,
  }
}
