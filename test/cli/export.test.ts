import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { command } from '../../electron/cli/commands/export.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
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

describe('refuses with one sentence and writes nothing', () => {
  test.each<[string, string[], RegExp]>([
    ['no file', ['-o', 'x.docx'], /文件/],
    ['two files', ['a.txt', 'b.txt', '-o', 'x.docx'], /一个文件/],
    ['no output', ['报告.txt'], /-o/],
    ['an unknown ending', ['报告.txt', '-o', 'x.odt'], /x\.odt/],
    ['an unknown option', ['报告.txt', '--font', '-o', 'x.docx'], /--font/],
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

  test('writing over the file that is read', async () => {
    write('报告.txt', '政府工作报告\n全镇经济平稳增长。\n')
    await run('报告.txt', '-o', '成稿.docx')
    const before = readFileSync(join(folder, '成稿.docx'))
    expect(await run('成稿.docx', '-o', '成稿.docx')).toMatchObject({ code: 2, out: [] })
    expect(readFileSync(join(folder, '成稿.docx'))).toEqual(before)
  })
})
