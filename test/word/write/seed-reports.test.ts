import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reportFromText } from '../../../shared/report/import/import-text.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { printedBody } from '../../../shared/word/write/printed-body.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs } from '../../support/read-docx.ts'

const sample = JSON.parse(
  readFileSync(new URL('../../../templates/sample/report.json', import.meta.url), 'utf8'),
) as Report
const folder = fileURLToPath(new URL('../../../../shared/reports/seeds/', import.meta.url))
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

const reports: { name: string; read: () => Report }[] = [
  { name: 'the sample report', read: () => sample },
  ...names.map((name) => ({
    name: `real report ${name}`,
    read: () => reportFromText(readFileSync(folder + name, 'utf8'), { name, format: 'txt', id: name }).report,
  })),
]

test.each(reports)('$name is written without loss', async ({ read }) => {
  const report = read()
  const { bytes, faults } = await writeReport(report, readPreset('standard'), { clock: '2026-01-05T08:00:00Z' })
  expect(faults).toEqual([])
  const lines = plainText(printedBody(report.body))
    .text.split('\n')
    .filter((line) => line !== '')
  expect(docxParagraphs(bytes).filter((line) => line !== '')).toEqual(lines)
})
