import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSheet, freePath } from '../../electron/services/export/export-sheets.ts'
import { readPastReport, readTableFile, reportsIn } from '../../electron/services/import/past-files.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { desktopCalls } from '../../shared/desktop/calls.ts'
import { mostPastReports } from '../../shared/desktop/outside-files.ts'
import { writeWorkbook, type Workbook } from '../../shared/sheets/write-workbook.ts'
import { emptyReport } from '../support/fake-desktop.ts'

let folder: string
const at = (name: string): string => join(folder, name)

const workbook: Workbook = {
  title: '台账',
  author: '',
  tables: [
    {
      name: '台账',
      columns: [
        { head: '指标', width: 20 },
        { head: '2025年', width: 10, align: 'right' },
      ],
      rows: [['粮食产量', { decimal: '5.20' }]],
      frozen: 1,
    },
  ],
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-past-'))
  mkdirSync(at('years/2024'), { recursive: true })
  for (const name of ['years/10.txt', 'years/9.txt', 'years/2024/a.docx', 'years/note.xls', 'years/~$a.docx'])
    writeFileSync(at(name), '各位代表：\n全镇安定。\n')
  symlinkSync(at('years'), at('years/loop'))
  const report = emptyReport(['各位代表：'])
  writeFileSync(at('own.zhenggao'), encodeReportFile(report))
  writeFileSync(at('sheet.xlsx'), await writeWorkbook(workbook, '2026-01-05T09:00:00Z'))
  writeFileSync(at('sheet.csv'), '指标,2025年\n粮食产量,5.20\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder of reports', () => {
  test('gives them by their names, those of its folders too, without links and files of other kinds', async () => {
    const { paths, left } = await reportsIn(at('years'))
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      'years/9.txt',
      'years/10.txt',
      'years/2024/a.docx',
    ])
    expect(left).toBe(0)
  })

  test('with more than are read at once says how many are left', async () => {
    mkdirSync(at('many'))
    for (let number = 0; number < mostPastReports + 3; number++) writeFileSync(at(`many/${number}.txt`), '报告')
    expect(await reportsIn(at('many'))).toMatchObject({ cancelled: false, left: 3 })
  })

  test('that is gone has none', async () => {
    expect(await reportsIn(at('gone'))).toEqual({ paths: [], cancelled: false, left: 0 })
  })
})

describe('a past report', () => {
  test('in the own format says year and place of itself, text leaves them open', async () => {
    expect(await readPastReport(at('own.zhenggao'))).toMatchObject({ read: true, year: 2026, place: '云溪镇' })
    expect(await readPastReport(at('years/9.txt'))).toEqual({
      read: true,
      file: '9.txt',
      text: '各位代表：\n全镇安定。\n',
      year: null,
      place: null,
    })
  })

  test('that is too long, broken or none is refused with a reason', async () => {
    writeFileSync(at('long.txt'), '全镇安定。\n'.repeat(60_000))
    expect(await readPastReport(at('long.txt'))).toMatchObject({ read: false, reason: 'textTooLong' })
    expect(await readPastReport(at('years/2024/a.docx'))).toMatchObject({ read: false, reason: 'damaged' })
    expect(await readPastReport(folder)).toMatchObject({ read: false, reason: 'isFolder' })
  })
})

describe('a table', () => {
  const rows = [
    ['指标', '2025年'],
    ['粮食产量', '5.20'],
  ]
  test.each(['sheet.xlsx', 'sheet.csv'])('%s is read off the event loop', async (name) => {
    const read = await readTableFile(at(name))
    if (!read.read) throw new Error(read.reason)
    expect(read.tables.map((table) => table.rows.map((row) => row.map(({ text }) => text)))).toEqual([rows])
    expect(read.file).toBe(name)
  })

  test('of a kind that nobody reads is refused', async () => {
    expect(await readTableFile(at('own.zhenggao'))).toMatchObject({ read: true, tables: [] })
    expect(await readTableFile(at('years/9.txt'))).toMatchObject({ read: true })
    expect(await readTableFile(at('years/note.xls'))).toMatchObject({ read: false })
    writeFileSync(at('page.md'), '# 报告\n')
    expect(await readTableFile(at('page.md'))).toMatchObject({ read: false, reason: 'noTable' })
    writeFileSync(at('empty.csv'), '')
    expect(await readTableFile(at('empty.csv'))).toMatchObject({ read: false, reason: 'emptyFile' })
  })
})

describe('a sheet that is written', () => {
  test.each(['xlsx', 'csv'] as const)('as %s is read again with its digits', async (format) => {
    const path = at(`out/ledger.${format}`)
    const asked = { path, format, workbook, clock: '2026-01-05T09:00:00Z' }
    expect(await exportSheet(asked)).toEqual({ exported: true, path, notices: [] })
    const read = await readTableFile(path)
    expect(read.read && read.tables[0]?.rows[1]?.[1]?.text).toBe('5.20')
  })

  test('never takes the name of a file that is there', async () => {
    writeFileSync(at('财政所.xlsx'), 'old')
    expect(await freePath(folder, '财政所', 'xlsx')).toBe(at('财政所 (2).xlsx'))
    expect(await freePath(folder, '统计站', 'docx')).toBe(at('统计站.docx'))
  })

  test('passes the border between window and main program whole, and nothing else does', () => {
    const parse = (given: unknown) =>
      desktopCalls.exportLedger.parseRequest({ id: 'r', name: '台账', format: 'xlsx', workbook: given })
    expect(parse(workbook).workbook).toEqual(workbook)
    const table = workbook.tables[0]
    expect(() => parse({ ...workbook, tables: [{ ...table, rows: [[{ decimal: '=1+1' }]] }] })).toThrow()
    expect(() => parse({ ...workbook, tables: [{ ...table, frozen: -1 }] })).toThrow()
  })
})
