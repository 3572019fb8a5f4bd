import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { command } from '../../electron/cli/commands/export.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
import { checkInput } from '../support/check-data.ts'
import { docx, p, r } from '../support/docx-package.ts'
import { printedSample } from '../support/printed-sample.ts'
import { docxParagraphs, docxParts } from '../support/read-docx.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    cwd: folder,
    progress: () => undefined,
  })
  return { code, out, err }
}

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

describe('writes', () => {
  test('a text as a Word file in a new folder', async () => {
    write('报告.txt', '政府工作报告\n各位代表：\n全镇经济平稳增长。\n')
    expect(await run('报告.txt', '-o', '输出/报告.docx')).toMatchObject({ code: 0, out: ['输出/报告.docx'] })
    expect(docxParagraphs(readFileSync(join(folder, '输出/报告.docx'))).filter(Boolean)).toEqual([
      '政府工作报告',
      '各位代表：',
      '全镇经济平稳增长。',
    ])
  })

  test('a report of its own format in the preset asked for', async () => {
    write('报告.zhenggao', encodeReportFile(printedSample()))
    expect(await run('报告.zhenggao', '--preset', 'speech', '-o', '报告.docx')).toMatchObject({ code: 0 })
    expect(docxParts(readFileSync(join(folder, '报告.docx'))).get('word/styles.xml')).toContain('w:line="840"')
  })
})

describe('--comments', () => {
  const text = '云溪镇2026年政府工作报告\n一、2025年工作回顾\n受理来信318件，办结318件，办结率91%。\n'
  const commentsOf = (name: string): string =>
    docxParts(readFileSync(join(folder, name))).get('word/comments.xml') ?? ''

  test('writes the findings beside the text, which stays as it is', async () => {
    write('报告.txt', text)
    expect(await run('报告.txt', '--comments', '-o', '批注.docx')).toMatchObject({ code: 0, out: ['批注.docx'] })
    await run('报告.txt', '-o', '清样.docx')
    expect(commentsOf('批注.docx')).toMatch(/w:author="政稿".*【有误】比率与两个数不符/)
    expect(commentsOf('清样.docx')).toBe('')
    const [commented, clean] = ['批注.docx', '清样.docx'].map((name) =>
      docxParagraphs(readFileSync(join(folder, name))),
    )
    expect(commented).toEqual(clean)
  })

  test('compares with an earlier report where one is named', async () => {
    write('报告.txt', '云溪镇2026年政府工作报告\n一、2025年工作回顾\n完成财政总收入4200万元，同比增长28%。\n')
    write('去年.txt', '云溪镇2025年政府工作报告\n一、2024年工作回顾\n完成财政总收入4000万元，同比增长5%。\n')
    await run('报告.txt', '--comments', '-o', '独.docx')
    expect(commentsOf('独.docx')).toBe('')
    await run('报告.txt', '--comments', '--prior', '去年.txt', '-o', '比.docx')
    expect(commentsOf('比.docx')).toContain('依据：去年.txt“完成财政总收入4000万元，同比增长5%')
  })

  test('leaves out what was set aside', async () => {
    const report = reportOf([paragraph('受理来信318件，办结318件，办结率91%。')])
    const [finding] = checkReport(
      checkInput(plainText(report.body).text, { year: 2026, place: report.meta.place }),
    ).findings
    if (!finding) throw new Error('nothing was found')
    const { fingerprint, rule } = finding
    const ignored = [{ fingerprint, rule, reason: '引文', by: '', at: '2026-01-07T16:20:00', quote: '' }]
    write('全.zhenggao', encodeReportFile(report))
    write('略.zhenggao', encodeReportFile({ ...report, checks: { ignored } }))
    await run('全.zhenggao', '--comments', '-o', '全.docx')
    await run('略.zhenggao', '--comments', '-o', '略.docx')
    expect([commentsOf('全.docx') === '', commentsOf('略.docx') === '']).toEqual([false, true])
  })
})

describe('refuses with one sentence and writes nothing', () => {
  test.each<[string, string[], RegExp]>([
    ['no file', ['-o', 'x.docx'], /文件/],
    ['two files', ['a.txt', 'b.txt', '-o', 'x.docx'], /一个文件/],
    ['no output', ['报告.txt'], /-o/],
    ['an unknown ending', ['报告.txt', '-o', 'x.odt'], /x\.odt/],
    ['an unknown option', ['报告.txt', '--font', '-o', 'x.docx'], /--font/],
    ['comments in a PDF', ['报告.txt', '--comments', '-o', 'x.pdf'], /批注/],
    ['an earlier report without comments', ['报告.txt', '--prior', '报告.txt', '-o', 'x.docx'], /--prior/],
    [
      'an earlier report that is not there',
      ['报告.txt', '--comments', '--prior', '没有.txt', '-o', 'x.docx'],
      /没有\.txt/,
    ],
    ['an unknown preset', ['报告.txt', '--preset', 'a5', '-o', 'x.docx'], /a5.*standard/],
    ['a file that is not there', ['没有.txt', '-o', 'x.docx'], /没有\.txt/],
    ['a file that is no report', ['空.txt', '-o', 'x.docx'], /空\.txt/],
  ])('%s', async (_name, args, sentence) => {
    write('报告.txt', '政府工作报告\n全镇经济平稳增长。\n')
    write('空.txt', '')
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: [] })
    expect(err).toHaveLength(1)
    expect(err[0]).toMatch(sentence)
    expect(existsSync(join(folder, 'x.docx'))).toBe(false)
  })

  test('a redline PDF where no browser can draw it, and only there', async () => {
    write('报告.txt', '政府工作报告\n全镇经济平稳增长。\n')
    vi.stubEnv('ZHENGGAO_BROWSER', join(folder, '没有'))
    const { code, err } = await run('报告.txt', '--review', '-o', 'x.pdf')
    vi.unstubAllEnvs()
    expect({ code, err }).toEqual({ code: 2, err: [expect.stringMatching(/浏览器/)] })
    expect((await run('报告.txt', '--review', '--clean', '-o', 'x.pdf')).err).toEqual([
      expect.stringMatching(/--review/),
    ])
  })

  test('a clean copy of hidden words that somebody has to decide on, with their place', async () => {
    const body = p('政府工作报告') + `<w:p>${r('全镇经济平稳增长', '<w:specVanish/>')}</w:p>`
    write('原稿.docx', docx({ body }))
    const { code, err } = await run('原稿.docx', '--clean', '-o', 'x.docx')
    expect(code).toBe(2)
    expect(err.join()).toMatch(/正文（“全镇经济平稳增长”处）有隐藏的文字.*没有改动/)
    expect(existsSync(join(folder, 'x.docx'))).toBe(false)
  })

  test('writing over the file that is read', async () => {
    write('报告.txt', '政府工作报告\n全镇经济平稳增长。\n')
    await run('报告.txt', '-o', '成稿.docx')
    const before = readFileSync(join(folder, '成稿.docx'))
    expect(await run('成稿.docx', '-o', '成稿.docx')).toMatchObject({ code: 2, out: [] })
    expect(readFileSync(join(folder, '成稿.docx'))).toEqual(before)
  })
})
