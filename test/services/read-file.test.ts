import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { command } from '../../electron/cli/commands/import.ts'
import { lockPath } from '../../electron/services/file-lock.ts'
import { readReportFile } from '../../electron/services/import/read-file.ts'
import { readInWorker } from '../../electron/services/import/read-in-worker.ts'
import { checkedTextOf } from '../../electron/services/import/text-of-file.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
import { docx, p } from '../support/docx-package.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggao-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('the text that offsets belong to', () => {
  test('of a text file: without byte order mark, line ends as they stand', async () => {
    expect(await checkedTextOf(file('a.txt', '\ufeff一、回顾\r\n全镇安定。\r\n'))).toEqual({
      ok: true,
      text: '一、回顾\r\n全镇安定。\r\n',
    })
  })

  test('of Markdown: the raw characters', async () => {
    expect(await checkedTextOf(file('a.md', '# 报告\n**全镇**安定。'))).toEqual({
      ok: true,
      text: '# 报告\n**全镇**安定。',
    })
  })

  test('of a Word file and of a report: the plain text view', async () => {
    expect(await checkedTextOf(file('a.docx', docx({ body: p('一、回顾') + p('全镇安定。') })))).toEqual({
      ok: true,
      text: '一、回顾\n全镇安定。\n',
    })
    expect(await checkedTextOf(file('a.zhenggao', encodeReportFile(reportOf([paragraph('全镇安定。')]))))).toEqual({
      ok: true,
      text: '全镇安定。\n',
      meta: { year: 2026, place: '穗桥镇', classification: '' },
      ignored: [],
      prior: [],
      ledger: emptyLedger('穗桥镇'),
      links: [],
      carried: [],
    })
  })

  test.each([
    ['missing.txt', 'notFound'],
    ['.', 'isFolder'],
    ['/dev/null', 'noOrdinaryFile'],
    ['loop.txt', 'linkLoop'],
  ])('%s is refused', async (name, reason) => {
    symlinkSync('loop.txt', join(folder, 'loop.txt'))
    try {
      expect(await checkedTextOf(resolve(folder, name))).toMatchObject({ ok: false, reason })
    } finally {
      rmSync(join(folder, 'loop.txt'))
    }
  })
})

describe('plain text that no report looks like', () => {
  test.each([
    ['a line that fills a book', '全镇安定'.repeat(15_001), 'notAReport'],
    ['a text as long as a library', '全镇安定。\n'.repeat(200_000), 'textTooLong'],
    ['RTF by its first bytes', '{\\rtf1 \\ansi 全镇安定。}', 'rtfFormat'],
    ['blanks alone', ' \n\t\n', 'emptyFile'],
  ])('%s is refused', async (_name, text, reason) => {
    expect(await readReportFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).toMatchObject({
      ok: false,
      reason,
    })
  })

  test('lines may end as on old Macs, and as many as a long report has', async () => {
    const text = '一、2025年工作回顾\r全镇安定。\r'.repeat(5000)
    const read = await readReportFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
    expect(read).toMatchObject({ ok: true, plain: { text: text.replaceAll('\r', '\n') } })
    expect(read.ok && read.report.body.length).toBe(10_000)
  })

  test('a stray control character is dropped, and moves no offset of the command line', async () => {
    const text = '全镇安定，财政收入增长5.8%。\u001b[0m\n全镇\0安定，村村通了公路，家家有了新房。'
    const read = await readReportFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
    expect(read).toMatchObject({ ok: true, plain: { text } })
    expect(read.ok && plainText(read.report.body).text).toBe(
      '全镇安定，财政收入增长5.8%。[0m\n全镇安定，村村通了公路，家家有了新房。\n',
    )
  })

  test('a whole report in one line is read', async () => {
    expect(
      await readReportFile({ name: 'a.txt', bytes: new TextEncoder().encode('全镇安定。'.repeat(6000)) }),
    ).toMatchObject({ ok: true })
  })
})

describe('reading beside the main thread', () => {
  test('one file after the other and several at once', async () => {
    const path = file('b.txt', '一、2025年工作回顾\n全镇安定。')
    const first = await readReportFile(path)
    const rest = await Promise.all([
      readReportFile(path),
      readReportFile(path),
      readReportFile({ name: 'c.md', bytes: new TextEncoder().encode('全镇') }),
    ])
    for (const read of [first, ...rest]) expect(read).toMatchObject({ ok: true, summary: { revisions: 0 } })
    const ids = [first, ...rest].map((read) => read.ok && read.report.id)
    expect(new Set(ids).size).toBe(4)
  })

  test('a reading that takes too long is stopped, the next one works', async () => {
    const body = Array.from({ length: 60_000 }, (_, index) => p(`第${index}户安定。`)).join('')
    const bytes = docx({ body })
    expect(await readInWorker({ name: 'a.docx', bytes, id: 'x' }, 1)).toMatchObject({ ok: false, reason: 'tooSlow' })
    expect(await readReportFile({ name: 'a.txt', bytes: new TextEncoder().encode('全镇安定。') })).toMatchObject({
      ok: true,
    })
  })
})

describe('import on the command line', () => {
  const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' }
    const io = {
      out: (text: string) => (said.out += text),
      err: (text: string) => (said.err += text),
      cwd: folder,
      progress: () => undefined,
    }
    const code = await command.run(args, { ...io, out: (text) => void io.out(text), err: (text) => void io.err(text) })
    return { code, ...said }
  }

  test('writes the report, makes the folder on the way, leaves the source as it is', async () => {
    const path = file('d.docx', docx({ body: p('一、2025年工作回顾') }))
    const before = readFileSync(path)
    expect(await run('d.docx', '-o', 'out/new/d.zhenggao')).toEqual({ code: 0, out: 'out/new/d.zhenggao', err: '' })
    expect(readFileSync(path)).toEqual(before)
    expect(await checkedTextOf(join(folder, 'out/new/d.zhenggao'))).toMatchObject({
      ok: true,
      text: '一、2025年工作回顾\n',
    })
  })

  test('tells of revisions in one sentence on standard error', async () => {
    file('e.docx', docx({ body: `<w:p><w:ins w:id="1" w:author="李"><w:r><w:t>全镇</w:t></w:r></w:ins></w:p>` }))
    const { code, err } = await run('e.docx', '-o', 'e.zhenggao')
    expect(code).toBe(0)
    expect(err).toMatch(/1 处修订/)
  })

  test.each([
    [['none.txt', '-o', 'x.zhenggao'], /none\.txt.*找不到/],
    [['d.docx', '-o', 'x.docx'], /\.zhenggao/],
    [['d.docx'], /-o/],
    [['d.docx', 'e.docx', '-o', 'x.zhenggao'], /一个文件/],
    [['d.docx', '-o'], /-o/],
    [['d.docx', '--loud', '-o', 'x.zhenggao'], /--loud/],
  ])('%j is refused with one line and nothing written', async (args, sentence) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
    expect(err).not.toContain('\n')
    expect(await checkedTextOf(join(folder, 'x.zhenggao'))).toMatchObject({ reason: 'notFound' })
  })

  test('replaces a file that nobody works on, and leaves one alone that somebody does', async () => {
    file('g.txt', '全镇安定。')
    const theirs = file('theirs.zhenggao', encodeReportFile(reportOf([paragraph('别人的稿子。')])))
    const before = readFileSync(theirs)
    const lock = { user: '程远山', host: 'office-2', pid: 1, started: '', nonce: 'n', since: '2026-01-12T08:00:00' }
    for (const [content, sentence] of [
      [JSON.stringify({ ...lock, heartbeat: 1 }), /程远山.*office-2.*没有改动/],
      ['', /~\$theirs\.zhenggao.*没有改动/],
    ] as const) {
      writeFileSync(lockPath(theirs), content)
      const { code, out, err } = await run('g.txt', '-o', 'theirs.zhenggao')
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(sentence)
      expect(readFileSync(theirs)).toEqual(before)
    }
    rmSync(lockPath(theirs))
    expect(await run('g.txt', '-o', 'theirs.zhenggao')).toMatchObject({ code: 0 })
    expect(await checkedTextOf(theirs)).toMatchObject({ text: '全镇安定。\n' })
    expect(existsSync(lockPath(theirs))).toBe(false)
  })

  test('never writes over the file it reads', async () => {
    file('f.zhenggao', encodeReportFile(reportOf([paragraph('全镇安定。')])))
    expect(await run('f.zhenggao', '-o', './f.zhenggao')).toMatchObject({ code: 2 })
  })
})
