import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'
import { nameOfReport } from './report-name.ts'
import { templateFolder } from './templates.ts'

/** The report of an invented town, and its report of the year before as text for comparison. */
export async function readSample(folder: string = templateFolder): Promise<{ report: Report; prior: PriorReport }> {
  const [report, lastYear] = await Promise.all(
    ['report', 'last-year'].map((name) => read(join(folder, 'sample', `${name}.json`))),
  )
  if (!report || !lastYear) throw new Error('the sample is incomplete')
  // A new identity each time: two users' samples must not share a journal or a history.
  return {
    report: { ...report, id: randomUUID() },
    prior: {
      name: `${nameOfReport(lastYear)} ${lastYear.meta.year ?? ''}`.trim(),
      text: plainText(lastYear.body).text,
    },
  }
}

async function read(path: string): Promise<Report> {
  const parsed = parseReport(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.ok) throw new Error(`${path}: ${parsed.problem}`)
  return parsed.report
}
