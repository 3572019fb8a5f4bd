import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reportFromText } from '../../../shared/report/import/import-text.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import { printedBody } from '../../../shared/word/write/printed-body.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs } from '../../support/read-docx.ts'

const folder = fileURLToPath(new URL('../../../../shared/reports/seeds/', import.meta.url))
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

test.runIf(names.length > 0).each(names)('real report %s is written without loss', async (name) => {
  const { report } = reportFromText(readFileSync(folder + name, 'utf8'), { name, format: 'txt', id: name })
  const { bytes, faults } = await writeReport(report, readPreset('standard'), { clock: '2026-01-05T08:00:00Z' })
  expect(faults).toEqual([])
  const lines = plainText(printedBody(report.body))
    .text.split('\n')
    .filter((line) => line !== '')
  expect(docxParagraphs(bytes).filter((line) => line !== '')).toEqual(lines)
})
