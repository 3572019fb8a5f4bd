import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportReport, type ExportJob, type PrintToPdf } from '../../../electron/services/export/export-report.ts'
import { noReview, type Block } from '../../../shared/report/schema.ts'
import { paragraph, reportOf } from '../../support/blocks.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs } from '../../support/read-docx.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const report = reportOf([paragraph('全镇经济平稳增长。')])
const pdf: PrintToPdf = () => Promise.resolve(new TextEncoder().encode('%PDF-1.4'))

const job = (more: Partial<ExportJob> = {}): ExportJob => ({
  report,
  preset: readPreset('standard'),
  format: 'docx',
  path: join(folder, '报告.docx'),
  clock: '2026-01-05T08:00:00Z',
  ...more,
})

test('a PDF says where its footnotes stand', async () => {
  const reference = { type: 'note' as const, note: 'n1', children: [{ text: '' as const }] as [{ text: '' }] }
  const body: Block[] = [{ type: 'paragraph', children: [{ text: '产值' }, reference] }]
  const noted = { ...report, body, notes: { n1: { kind: 'footnote' as const, text: '口径不同' } } }
  const asked = job({ report: noted, format: 'pdf', path: join(folder, '注.pdf') })
  expect(await exportReport(asked, pdf)).toMatchObject({
    notices: [{ messageId: 'export:notice.notesAtEnd', values: { count: 1 } }],
  })
  expect(await exportReport({ ...asked, format: 'docx' }, pdf)).toMatchObject({ notices: [] })
})

test('a Word file with the words of the report', async () => {
  expect(await exportReport(job(), pdf)).toEqual({ exported: true, path: join(folder, '报告.docx'), notices: [] })
  expect(docxParagraphs(readFileSync(join(folder, '报告.docx')))).toEqual(['全镇经济平稳增长。'])
})

describe('pending revisions', () => {
  const rev = { id: 'r1', author: '王书记', date: '2026-01-05T09:00:00' }
  const reviewed = reportOf([
    paragraph([{ text: '新建' }, { text: '两', del: rev }, { text: '三', ins: rev }, { text: '座。' }]),
  ])
  const partOf = async (more: Partial<ExportJob>): Promise<[unknown, string]> => {
    const result = await exportReport(job({ report: reviewed, ...more }), pdf)
    const xml = strFromU8(unzipSync(readFileSync(join(folder, '报告.docx')))['word/document.xml'] ?? new Uint8Array())
    return [result.exported && result.notices.map(({ messageId }) => messageId), xml]
  }

  test('stay out of a Word file that nobody asked to hold them', async () => {
    const [notices, xml] = await partOf({})
    expect(notices).toEqual(['export:notice.revisionsAsFinal'])
    expect(xml).toContain('新建三座。')
    expect(xml).not.toMatch(/w:ins |w:del |王书记/)
  })
  test('go along where they were asked for, and it is said', async () => {
    const [notices, xml] = await partOf({ review: true })
    expect(notices).toEqual(['export:notice.reviewIncluded'])
    expect(xml).toMatch(/<w:del [^>]*王书记/)
  })
  test('are counted as what a person did once, and comments as threads', async () => {
    const twoMarks = reportOf([
      paragraph([
        { text: '新建', comments: ['c1'] },
        { text: '两', del: rev },
        { text: '三', ins: { ...rev, id: 'r2' } },
        { text: '座。' },
      ]),
    ])
    const comment = { author: '王书记', initials: '王', date: '', paragraphs: ['请核'], done: false }
    const comments = [
      { ...comment, id: 'c1' },
      { ...comment, id: 'c2', parent: 'c1' },
    ]
    const result = await exportReport(
      job({ report: { ...twoMarks, review: { ...noReview, comments } }, review: true }),
      pdf,
    )
    expect(result).toMatchObject({
      notices: [{ messageId: 'export:notice.reviewIncluded', values: { revisions: 1, comments: 1 } }],
    })
  })
})

test('a report of a newer version is exported with a word of warning', async () => {
  const newer = { ...report, format: { ...report.format, major: report.format.major + 1 } }
  expect(await exportReport(job({ report: newer }), pdf)).toMatchObject({
    exported: true,
    notices: [{ messageId: 'export:notice.newerFormat' }],
  })
})

test('the ending is added when it is missing, folders are made', async () => {
  const result = await exportReport(job({ path: join(folder, '甲', '乙', '报告.v2') }), pdf)
  expect(result).toMatchObject({ exported: true, path: join(folder, '甲', '乙', '报告.v2.docx') })
  expect(existsSync(join(folder, '甲', '乙', '报告.v2.docx'))).toBe(true)
})

test('a PDF comes from the printing browser and names the substitutes it was drawn with', async () => {
  const asked = job({
    format: 'pdf',
    path: join(folder, '报告.pdf'),
    installedFonts: ['FangSong', 'SimHei', 'SimSun', 'KaiTi_GB2312', 'FZXiaoBiaoSong-B05S'],
  })
  expect(await exportReport(asked, pdf)).toEqual({
    exported: true,
    path: join(folder, '报告.pdf'),
    notices: [{ messageId: 'export:notice.substitutes', values: { pairs: '仿宋_GB2312 → FangSong' } }],
  })
  expect(readFileSync(join(folder, '报告.pdf'), 'utf8')).toBe('%PDF-1.4')
})

describe('nothing is written', () => {
  test('without a browser that prints', async () => {
    const result = await exportReport(job({ format: 'pdf', path: join(folder, '甲', '报告.pdf') }), () =>
      Promise.resolve(undefined),
    )
    expect(result).toEqual({ exported: false, reason: 'noPrintEngine' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('when printing fails', async () => {
    const result = await exportReport(job({ format: 'pdf', path: join(folder, '报告.pdf') }), () =>
      Promise.reject(new Error('crashed')),
    )
    expect(result).toEqual({ exported: false, reason: 'printFailed', detail: 'crashed' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('over the file the report was read from, however it is named', async () => {
    const source = join(folder, '来稿.docx')
    writeFileSync(source, 'with revisions')
    symlinkSync(source, join(folder, '别名.docx'))
    for (const path of [source, join(folder, '别名.docx'), join(folder, '.', '来稿.docx')]) {
      const result = await exportReport(job({ path, sources: [source] }), pdf)
      expect(result).toMatchObject({ exported: false, reason: 'replacesSource' })
    }
    expect(readFileSync(source, 'utf8')).toBe('with revisions')
  })

  test('over a file of the name that the report was imported from', async () => {
    const imported = reportOf([paragraph('甲')])
    imported.meta.source = { name: '来稿.docx', format: 'docx' }
    writeFileSync(join(folder, '来稿.docx'), 'with revisions')
    const result = await exportReport(job({ report: imported, path: join(folder, '来稿.docx') }), pdf)
    expect(result).toMatchObject({ exported: false, reason: 'replacesSource', values: { name: '来稿.docx' } })
    expect(readFileSync(join(folder, '来稿.docx'), 'utf8')).toBe('with revisions')
  })

  test('below a file, and folders made on the way are taken back', async () => {
    writeFileSync(join(folder, '甲'), '')
    expect(await exportReport(job({ path: join(folder, '甲', '报告.docx') }), pdf)).toMatchObject({ exported: false })
    mkdirSync(join(folder, '乙'))
    const name = '长'.repeat(100)
    const result = await exportReport(job({ path: join(folder, '乙', '丙', '丁', `${name}.docx`) }), pdf)
    expect(result).toMatchObject({ exported: false, reason: 'nameTooLong' })
    expect(readdirSync(folder, { recursive: true })).toEqual(['乙', '甲'])
  })
})

test('a file of the same name is replaced when the source is known to be another one', async () => {
  const imported = reportOf([paragraph('甲')])
  imported.meta.source = { name: '来稿.docx', format: 'docx' }
  mkdirSync(join(folder, '收件'))
  writeFileSync(join(folder, '收件', '来稿.docx'), 'with revisions')
  const again = job({ report: imported, path: join(folder, '来稿.docx'), sources: [join(folder, '收件', '来稿.docx')] })
  expect(await exportReport(again, pdf)).toMatchObject({ exported: true })
  expect(await exportReport(again, pdf)).toMatchObject({ exported: true })
})

test('a source of the same name in another folder is no reason to refuse', async () => {
  const imported = reportOf([paragraph('甲')])
  imported.meta.source = { name: '来稿.docx', format: 'docx' }
  expect(await exportReport(job({ report: imported, path: join(folder, '来稿.docx') }), pdf)).toMatchObject({
    exported: true,
  })
})
