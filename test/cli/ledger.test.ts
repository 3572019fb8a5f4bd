import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliIo } from '../../electron/cli/command.ts'
import { command } from '../../electron/cli/commands/ledger.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { readLedger } from '../../shared/ledger/parse-ledger.ts'
import { readSheetChanges } from '../../shared/ledger/sheet/sheet-changes.ts'
import { guessMapping } from '../../shared/ledger/sheet/sheet-mapping.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { emptyReport } from '../support/fake-desktop.ts'
import { reportMeta } from '../support/report-meta.ts'
import { smallLedger } from '../support/small-ledger.ts'
import { tablesOfFile } from '../support/sheet-package.ts'

let folder = ''

const reportOf = (place: string, year: number, review: string): string =>
  `${place}${year}年政府工作报告\r\n一、${year - 1}年工作回顾\r\n${review}\r\n二、${year}年工作安排\r\n`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
  await write('2025.txt', reportOf('青禾镇', 2025, '财政总收入完成3260万元，增长8%。脐橙种植面积达2100亩。'))
  await write('2026.txt', reportOf('青禾镇', 2026, '财政总收入完成3900万元，增长8.5%。'))
  await write('other.txt', reportOf('白石镇', 2026, '财政总收入完成2100万元。'))
  await write('undated.txt', '各位代表：\n财政总收入完成2100万元。')
  await write('empty.txt', '')
  const lines = [
    '青禾镇2026年政府工作报告',
    '一、2025年工作回顾',
    '财政总收入完成3900万元，增长8.5%。',
    '二、2026年工作安排',
    '今年的主要目标是：财政总收入增长9%以上。',
  ]
  const body = lines.map((text) => ({ type: 'paragraph' as const, children: [{ text }] }))
  const own = { ...emptyReport(), meta: reportMeta({ year: 2026, place: '青禾镇' }), body }
  await writeFile(join(folder, 'kept.zhenggao'), encodeReportFile(own, {}, [], smallLedger()))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const io: CliIo = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += `${text}\n`),
    cwd: folder,
    progress: () => undefined,
  }
  return { code: await command.run(args, io), ...written }
}

interface Answer {
  ledger: unknown
  reports: { file: string; year: number }[]
  refused: { file: string; reason: string }[]
  conflicts: { indicator: string; by: string; guess: string; first: { sentence: string } }[]
}

describe('ledger', () => {
  it('gives one ledger of several reports, by year, and where they differ', async () => {
    const { code, out, err } = await run('--json', '2026.txt', '2025.txt', '2026.txt')
    const answer = JSON.parse(out) as Answer
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answer.reports.map(({ file, year }) => [file, year])).toEqual([
      ['2025.txt', 2025],
      ['2026.txt', 2026],
    ])
    const ledger = readLedger(answer.ledger)
    expect(ledger?.place).toBe('青禾镇')
    expect(ledger?.rows.map(({ indicator, figures }) => [indicator, figures.map(({ value }) => value)])).toEqual([
      ['财政总收入', ['3260', '3900']],
    ])
    expect(answer.conflicts).toMatchObject([
      {
        indicator: '财政总收入',
        year: 2024,
        by: 'growth',
        guess: 'check',
        first: { sentence: '财政总收入完成3260万元，增长8%。' },
      },
    ])
  })

  it('takes the place’s own indicators with --all', async () => {
    const { out } = await run('--json', '--all', '2025.txt')
    expect(readLedger((JSON.parse(out) as Answer).ledger)?.rows.map(({ indicator }) => indicator)).toEqual([
      '财政总收入',
      '脐橙种植面积',
    ])
  })

  it('speaks to people without --json', async () => {
    const { code, out } = await run('2025.txt', '2026.txt')
    expect(code).toBe(0)
    expect(out).toContain('财政总收入\t2024 3260万元 +8%\t2025 3900万元 +8.5%')
    expect(out).toContain('请核对')
  })

  it('shows targets and growth, and what is kept in a file counts before what its sentences say', async () => {
    const { code, out } = await run('kept.zhenggao')
    expect(code).toBe(0)
    expect(out).toContain('财政总收入\t2024 2710万元 +6.1%\t2025 2841万元 +4.8%\t2026目标 +9%以上')
    expect(out).toContain('粮食总产量\t2025 3.20万吨')
    const { ledger } = JSON.parse((await run('--json', 'kept.zhenggao')).out) as Answer
    const income = readLedger(ledger)?.rows.find(({ indicator }) => indicator === '财政总收入')
    expect(income?.figures.map(({ year, kind, value, growth }) => [year, kind, value, growth])).toEqual([
      [2024, 'result', '2710', '6.1'],
      [2025, 'result', '2841', '4.8'],
      [2026, 'target', null, '9'],
    ])
    await run('--csv', 'kept.csv', 'kept.zhenggao')
    expect(await readFile(join(folder, 'kept.csv'), 'utf8')).toMatch(/2026[^,]*目标/)
  })

  it('leaves out a report of another place or without a year, says so in Chinese and ends with 2', async () => {
    const { code, out, err } = await run('--json', '--place', '青禾镇', '2026.txt', 'other.txt', 'undated.txt')
    expect(code).toBe(2)
    expect((JSON.parse(out) as Answer).reports.map(({ file }) => file)).toEqual(['2026.txt'])
    expect(err).toContain('没有读取“other.txt”：它是白石镇的报告，不是青禾镇的')
    expect(err).toContain('没有读取“undated.txt”：看不出是哪一年的报告')
  })

  it.each([
    [['--json', 'undated.txt']],
    [['--json', 'missing.txt', '2026.txt']],
    [['--json', 'empty.txt']],
    [['--jsn', '2026.txt']],
    [['--json']],
    [['2026.txt', '--place']],
  ])('gives nothing on standard output and 2 for %j', async (args) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/\p{Script=Han}/u)
  })

  it('writes it as a spreadsheet that gives the same ledger again', async () => {
    const { code, out } = await run('--json', '--xlsx', 'new/ledger.xlsx', '--csv', 'ledger', '2025.txt', '2026.txt')
    expect(code).toBe(0)
    const ledger = readLedger((JSON.parse(out) as Answer).ledger)
    const tables = await tablesOfFile(new Uint8Array(await readFile(join(folder, 'new/ledger.xlsx'))))
    const mapped = tables.flatMap((table) => {
      const mapping = guessMapping(table, null)
      return mapping ? [{ table, mapping }] : []
    })
    expect(mapped).toHaveLength(2)
    expect(ledger && readSheetChanges(mapped, ledger, { file: '' })).toMatchObject({
      changes: [],
      rowEdits: [],
      problems: [],
    })
    const figures = ledger?.rows.flatMap((row) => row.figures) ?? []
    const back = readSheetChanges(mapped, emptyLedger('青禾镇'), { file: '' })
    expect(back.changes.map(({ after }) => after.value)).toEqual(figures.map(({ value }) => value))
    expect(await readFile(join(folder, 'ledger.csv'), 'utf8')).toContain('财政总收入,万元')
  })

  it('writes over no report it was made of', async () => {
    const before = await readFile(join(folder, '2026.txt'), 'utf8')
    await symlink(join(folder, '2026.txt'), join(folder, 'link.xlsx'))
    const { code, err } = await run('--xlsx', 'link.xlsx', '2026.txt')
    expect(code).toBe(2)
    expect(err).toContain('link.xlsx')
    expect(await readFile(join(folder, '2026.txt'), 'utf8')).toBe(before)
  })
})
