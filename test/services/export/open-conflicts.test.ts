import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportReport, type ExportJob } from '../../../electron/services/export/export-report.ts'
import { settleConflict } from '../../../shared/revisions/conflicts.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { reportInConflict } from '../../support/open-conflict.ts'
import { readPreset } from '../../support/printing-preset.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-conflicts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const report = reportInConflict()
const [conflict] = openConflicts(report.body)
const settled = { ...report, body: settleConflict(report.body, conflict?.sides ?? [], 0) }

async function told(more: Partial<ExportJob>): Promise<unknown> {
  const format = more.format ?? 'docx'
  const job: ExportJob = {
    report,
    preset: readPreset('standard'),
    format,
    path: join(folder, `报告.${format}`),
    clock: '2026-01-09T08:00:00Z',
    ...more,
  }
  const result = await exportReport(job, () => Promise.resolve(new TextEncoder().encode('%PDF-1.4')))
  return result.exported
    ? result.notices.map(({ messageId }) => messageId.replace('export:notice.', ''))
    : result.reason
}

test('both places are counted, the agreed one is none', () => {
  expect(openConflicts(report.body)).toHaveLength(1)
  expect(openConflicts(settled.body)).toEqual([])
  expect(openConflicts(decide(report.body, 'accept', 'all'))).toEqual([])
})

test.each<[string, Partial<ExportJob>, unknown, unknown]>([
  ['Word', {}, ['revisionsAsFinal', 'openConflicts'], ['revisionsAsFinal']],
  ['PDF', { format: 'pdf' }, ['revisionsAsFinal', 'openConflicts'], ['revisionsAsFinal']],
  ['花脸稿', { review: true }, ['reviewIncluded', 'conflictsIncluded'], ['reviewIncluded']],
  ['花脸稿 as PDF', { review: true, format: 'pdf' }, ['reviewIncluded', 'conflictsIncluded'], ['reviewIncluded']],
  ['清样', { clean: 'refuse' }, 'reviewPending', 'reviewPending'],
  ['清样 as the final text', { clean: 'final' }, 'conflictsOpen', []],
])('%s with an open conflict, and with a settled one', async (_, job, open, after) => {
  expect(await told(job)).toEqual(open)
  expect(await told({ ...job, report: settled, path: join(folder, `定.${job.format ?? 'docx'}`) })).toEqual(after)
})
