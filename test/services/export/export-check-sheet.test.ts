import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportCheckSheet, type CheckSheetJob } from '../../../electron/services/export/export-check-sheet.ts'
import { printedSheet, sheetPreset } from '../../../shared/checks/sheet/printed-sheet.ts'
import { sheetWorkbook } from '../../../shared/checks/sheet/sheet-workbook.ts'
import { desktopCalls } from '../../../shared/desktop/calls.ts'
import { sampleSheet, t } from '../../checks/sheet/sheet-sample.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs } from '../../support/read-docx.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-sheet-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sheet = sampleSheet()
const noPdf = (): Promise<undefined> => Promise.resolve(undefined)

const job = (more: Partial<CheckSheetJob> = {}): CheckSheetJob => ({
  document: printedSheet(sheet, t),
  workbook: sheetWorkbook(sheet, '', t),
  preset: sheetPreset(readPreset('standard')),
  format: 'docx',
  path: join(folder, '核对表'),
  clock: '2026-01-08T01:30:00Z',
  ...more,
})

test('a Word file with the ending of its format', async () => {
  const path = join(folder, '核对表.docx')
  expect(await exportCheckSheet(job(), noPdf)).toEqual({ exported: true, path, notices: [] })
  expect(docxParagraphs(readFileSync(path))[0]).toBe('云溪镇政府工作报告核对表')
})

test('a workbook', async () => {
  const path = join(folder, '核对表.xlsx')
  expect(await exportCheckSheet(job({ format: 'xlsx' }), noPdf)).toEqual({ exported: true, path, notices: [] })
  const { sheets } = await readXlsx(readFileSync(path))
  expect(sheets.map(({ name }) => name)).toEqual(['核对表', '核对范围'])
})

test('a PDF of the sheet on its side', async () => {
  const drawn: unknown[] = []
  const result = await exportCheckSheet(job({ format: 'pdf' }), (asked) => {
    drawn.push([asked.report.body[0], asked.preset.page.width > asked.preset.page.height])
    return Promise.resolve(new TextEncoder().encode('%PDF-1.4'))
  })
  expect(result).toMatchObject({ exported: true, path: join(folder, '核对表.pdf') })
  expect(drawn).toEqual([[printedSheet(sheet, t).body[0], true]])
  expect(await exportCheckSheet(job({ format: 'pdf', path: join(folder, '二') }), noPdf)).toMatchObject({
    exported: false,
    reason: 'noPrintEngine',
  })
})

describe('writes nothing', () => {
  test('over the file the report was read from, by identity or by name', async () => {
    const source = join(folder, '来稿.docx')
    writeFileSync(source, '来稿')
    const given = { path: source, sources: [source] }
    expect(await exportCheckSheet(job(given), noPdf)).toMatchObject({ exported: false, reason: 'replacesSource' })
    const imported = printedSheet(sheet, t, { source: { name: '来稿.docx', format: 'docx' } })
    expect(await exportCheckSheet(job({ path: source, document: imported }), noPdf)).toMatchObject({
      reason: 'replacesSource',
    })
    expect(readFileSync(source, 'utf8')).toBe('来稿')
  })

  test.each(['docx', 'xlsx'] as const)('as %s where the folder refuses it, and leaves no remains', async (format) => {
    const locked = join(folder, '只读')
    mkdirSync(locked)
    const name = join(locked, `核对表.${format}`)
    // Root writes into read-only folders: a folder in the file's place refuses everybody.
    if (process.getuid?.() === 0) mkdirSync(name)
    else chmodSync(locked, 0o500)
    const before = readdirSync(locked)
    const result = await exportCheckSheet(job({ format, path: name }), noPdf)
    expect(result.exported).toBe(false)
    expect(readdirSync(locked)).toEqual(before)
    chmodSync(locked, 0o700)
  })
})

describe('what the window hands over is checked', () => {
  const request = {
    id: 'a',
    document: printedSheet(sheet, t),
    workbook: sheetWorkbook(sheet, '', t),
    preset: 'standard',
    format: 'xlsx',
  }

  test('a sheet passes as it is', () => {
    expect(desktopCalls.exportCheckSheet.parseRequest(structuredClone(request))).toEqual(request)
  })

  test.each([
    ['another format', { ...request, format: 'html' }],
    ['no report', { ...request, document: { body: [] } }],
    [
      'a cell that is neither text nor number',
      {
        ...request,
        workbook: { ...request.workbook, tables: [{ name: '', columns: [], rows: [[{ formula: '1+1' }]] }] },
      },
    ],
  ])('%s does not', (_name, wrong) => {
    expect(() => desktopCalls.exportCheckSheet.parseRequest(wrong)).toThrow()
  })

  test('comments with offsets that are none do not', () => {
    const comments = {
      name: '核对批注',
      author: '政稿',
      initials: '政',
      list: [{ start: 0, end: 2, paragraphs: ['问题'] }],
    }
    const asked = { report: printedSheet(sheet, t), preset: 'standard', format: 'docx', comments, review: false }
    expect(desktopCalls.exportReport.parseRequest(structuredClone(asked))).toEqual(asked)
    const wrong = { ...comments, list: [{ start: -1, end: 2, paragraphs: [] }] }
    expect(() => desktopCalls.exportReport.parseRequest({ ...asked, comments: wrong })).toThrow()
  })
})
