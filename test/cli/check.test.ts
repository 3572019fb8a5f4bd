import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliIo } from '../../electron/cli/command.ts'
import { command } from '../../electron/cli/commands/check.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { heading, paragraph, reportOf } from '../support/blocks.ts'
import { checkInput } from '../support/check-data.ts'
import { readPreset } from '../support/printing-preset.ts'
import { docxParagraphs } from '../support/read-docx.ts'
import { boundParagraph, keyOf, ledgerOf } from '../support/ledgers.ts'
import { reportMeta } from '../support/report-meta.ts'

interface Answer {
  files: {
    file: string
    error?: string
    findings?: (Record<string, unknown> & { start: number; end: number; evidence: object[] })[]
    coverage?: { quantities: number; checkable: number }
  }[]
}

let folder = ''

const sound = '青禾镇2026年政府工作报告\r\n一、2025年工作回顾\r\n受理来信318件，办结318件，办结率100%。\r\n'
const wrong = sound.replace('率100%', '率91%')

/** 今年 means nothing without the year: the sentence is wrong in 2026 only. */
const ownFile = (year: number): Report => ({
  ...reportOf([paragraph('今年是“十四五”规划的开局之年。')]),
  meta: reportMeta({ year }),
})

/** The text says 4162万元 where it is bound to 4126万元, and 3% where the ledger, to which that is not bound, has 5%. */
const boundFile: Report = {
  ...reportOf([
    heading(1, '2025年工作回顾'),
    boundParagraph('税收收入完成[4162万元]；粮食产量比上年增长3%。', keyOf('税收收入')),
  ]),
  meta: reportMeta({ year: 2026 }),
}
const boundLedger = ledgerOf(
  { indicator: '税收收入', value: '4126', unit: '万元', state: 'confirmed' },
  { indicator: '粮食产量', unit: '吨', growth: '5', state: 'reported' },
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
  await writeFile(join(folder, 'sound.txt'), sound)
  await writeFile(join(folder, 'wrong.txt'), wrong)
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'of2026.zhenggao'), encodeReportFile(ownFile(2026)))
  await writeFile(join(folder, 'of2021.zhenggao'), encodeReportFile(ownFile(2021)))
  await writeFile(join(folder, 'bound.zhenggao'), encodeReportFile(boundFile, {}, [], boundLedger))
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

const answerOf = (out: string): Answer => JSON.parse(out) as Answer

describe('check', () => {
  it('compares with the earlier reports in the file itself, unless others are named', async () => {
    const prior = (value: string) =>
      `穗桥镇政府工作报告\n——2025年1月8日\n一、2024年工作回顾\n完成财政总收入${value}亿元。`
    const own = reportOf([
      heading(1, '2025年工作回顾', { section: 'review' }),
      paragraph('完成财政总收入12亿元，增长20%。'),
    ])
    await writeFile(
      join(folder, 'with-prior.zhenggao'),
      encodeReportFile({ ...own, meta: reportMeta({ year: 2026 }) }, {}, [{ name: '去年.docx', text: prior('11') }]),
    )
    await writeFile(join(folder, 'other.txt'), prior('10'))
    const rules = (out: string) => answerOf(out).files[0]?.findings?.map(({ rule }) => rule)
    expect(rules((await run('--json', 'with-prior.zhenggao')).out)).toContain('growth-on-last-year')
    expect(rules((await run('--json', '--prior', 'other.txt', 'with-prior.zhenggao')).out)).toEqual([])
    await run('--sheet', '往年.docx', 'with-prior.zhenggao')
    const words = docxParagraphs(new Uint8Array(await readFile(join(folder, '往年.docx')))).join('\n')
    expect(words).toContain('去年.docx')
  })

  it('holds figures against the ledger in the file itself', async () => {
    const { code, out } = await run('--json', 'bound.zhenggao')
    const found = answerOf(out).files[0]?.findings?.map(({ rule, severity, message }) => [rule, severity, message])
    expect(found).toEqual([
      ['ledger-link', 'error', '税收收入台账中是 4126万元，文中是 4162万元'],
      ['against-ledger', 'warning', '粮食产量台账中是 增长5%，文中是 3%'],
    ])
    expect(code).toBe(1)
    await run('--sheet', '台账.docx', 'bound.zhenggao')
    const words = docxParagraphs(new Uint8Array(await readFile(join(folder, '台账.docx')))).join('\n')
    expect(words).toContain('台账：税收收入 2025年实绩')
  })

  it('counts what was set aside in the report apart from what is open', async () => {
    const own = ownFile(2026)
    const { text } = plainText(own.body)
    const [finding] = checkReport(checkInput(text, { year: 2026 })).findings
    if (!finding) throw new Error('no finding')
    const { fingerprint, rule } = finding
    const entry = { fingerprint, rule, reason: '历史', by: '沈知秋', at: '2026-01-12T09:30:00', quote: '' }
    await writeFile(join(folder, 'aside.zhenggao'), encodeReportFile({ ...own, checks: { ignored: [entry] } }))
    expect((await run('of2026.zhenggao')).code).toBe(1)
    const { code, out } = await run('aside.zhenggao')
    expect(code).toBe(0)
    expect(out).toContain('共 0 处问题')
    expect(out).toContain('已忽略 1 处，不计在内')
  })

  it('ends with 0 for a sound report, with the coverage and no finding', async () => {
    const { code, out, err } = await run('--json', 'sound.txt')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answerOf(out)).toEqual({
      files: [
        {
          file: 'sound.txt',
          findings: [],
          coverage: { quantities: 3, checkable: 3, agreeing: 3, doubtful: 0, undecidable: 0, reasons: [] },
        },
      ],
    })
  })

  it('ends with 1 where a finding is an error, with offsets of the decoded text', async () => {
    const { code, out, err } = await run('--json', 'wrong.txt')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const [finding, ...more] = answerOf(out).files[0]?.findings ?? []
    expect(more).toEqual([])
    expect(finding).toEqual({
      start: wrong.indexOf('318件，办结率'),
      end: wrong.indexOf('91%') + 3,
      rule: 'share-of-total',
      kind: 'growth-arithmetic',
      severity: 'error',
      message: expect.stringContaining('91%') as string,
      evidence: expect.arrayContaining([{ start: wrong.indexOf('91%'), end: wrong.indexOf('91%') + 3 }]) as object[],
    })
  })

  it('says the same in sentences without --json, with the line', async () => {
    const { code, out } = await run('wrong.txt')
    expect(code).toBe(1)
    expect(out).toMatch(/^wrong\.txt\n {2}第 3 行 有误：/)
  })

  it('answers for the usable files in their order and ends with 2 when one is not', async () => {
    const { code, out, err } = await run('--json', 'wrong.txt', 'missing.txt', 'empty.txt', 'sound.txt')
    expect(code).toBe(2)
    const { files } = answerOf(out)
    expect(files.map(({ file }) => file)).toEqual(['wrong.txt', 'missing.txt', 'empty.txt', 'sound.txt'])
    expect(files.map(({ findings }) => findings?.length)).toEqual([1, undefined, undefined, 0])
    expect(files[1]).toEqual({ file: 'missing.txt', error: expect.stringContaining('missing.txt') as string })
    expect(files[2]).toEqual({ file: 'empty.txt', error: expect.stringContaining('empty.txt') as string })
    expect(err.trim().split('\n')).toHaveLength(2)
  })

  it.each([
    { args: [] },
    { args: ['--json'] },
    { args: ['--jsn', 'sound.txt'] },
    { args: ['sound.txt', '--year'] },
    { args: ['--year', '26', 'sound.txt'] },
    { args: ['--prior', 'missing.txt', 'sound.txt'] },
  ])('refuses $args in one line with nothing on standard output', async ({ args }) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('takes the year of a report in its own format from the report, unless another is asked for', async () => {
    expect((await run('of2026.zhenggao')).code).toBe(1)
    expect((await run('of2021.zhenggao')).code).toBe(0)
    expect((await run('--year', '2021', 'of2026.zhenggao')).code).toBe(0)
    expect((await run('of2021.zhenggao', 'of2026.zhenggao')).code).toBe(1)
  })

  it('answers for many files in their order, an unusable one among them', async () => {
    const files = Array.from({ length: 60 }, (_, index) => ['sound.txt', 'wrong.txt', 'missing.txt'][index % 3] ?? '')
    const { code, out } = await run('--json', ...files)
    expect(code).toBe(2)
    const answers = answerOf(out).files
    expect(answers.map(({ file }) => file)).toEqual(files)
    expect(answers.map(({ error, findings }) => error !== undefined || (findings?.length ?? 0) > 0)).toEqual(
      files.map((file) => file !== 'sound.txt'),
    )
  })

  describe('--sheet', () => {
    const sheetOf = (name: string): Promise<Buffer> => readFile(join(folder, name))

    it('writes the check sheet as a Word file beside the usual answer', async () => {
      const { code, out, err } = await run('wrong.txt', '--sheet', 'out/核对表.docx')
      expect(code).toBe(1)
      expect(out).toMatch(/^wrong\.txt\n {2}第 3 行 有误：/)
      expect(err).toBe('核对表已写入 out/核对表.docx\n')
      const paragraphs = docxParagraphs(await sheetOf('out/核对表.docx'))
      expect(paragraphs[0]).toBe('青禾镇2026年政府工作报告核对表')
      expect(paragraphs).toContain('318件，办结率91%')
      expect(paragraphs).toContain('一、2025年工作回顾')
      expect(paragraphs.join('')).toContain('本报告 3 个数字，3 个可核对，0 个未能核对。')
    })

    it('writes it as a workbook, and --json stays one value', async () => {
      const { code, out } = await run('--json', '--prior', 'sound.txt', '--sheet', '核对表.XLSX', 'wrong.txt')
      expect(code).toBe(1)
      expect(answerOf(out).files[0]?.findings).toHaveLength(1)
      const { sheets } = await readXlsx(await sheetOf('核对表.XLSX'))
      expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual([1, '有误', '一、2025年工作回顾', '318件，办结率91%'])
      expect(sheets[1]?.rows.flat()).toContain('对照的往年报告：sound.txt')
    })

    it('lists what was set aside in a report of its own format, with reason and name', async () => {
      const report = ownFile(2026)
      const input = checkInput(plainText(report.body).text, { year: 2026, place: report.meta.place })
      const [finding] = checkReport(input).findings
      if (!finding) throw new Error('nothing was found')
      const { fingerprint, rule } = finding
      const ignored = [{ fingerprint, rule, reason: '引文', by: '程远山', at: '2026-01-07T16:20:00', quote: '' }]
      await writeFile(join(folder, 'ignored.zhenggao'), encodeReportFile({ ...report, checks: { ignored } }))
      await run('ignored.zhenggao', '--sheet', 'ignored.xlsx')
      const { sheets } = await readXlsx(await sheetOf('ignored.xlsx'))
      expect(sheets[0]?.rows[1]?.slice(8)).toEqual(['已忽略', '引文', '程远山', '2026-01-07'])
    })

    it.each([
      { args: ['--sheet', '表.docx', 'sound.txt', 'wrong.txt'], sentence: /一个文件/ },
      { args: ['--sheet', '表.pdf', 'sound.txt'], sentence: /表\.pdf/ },
      { args: ['sound.txt', '--sheet'], sentence: /--sheet/ },
    ])('refuses $args', async ({ args, sentence }) => {
      const { code, out, err } = await run(...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(sentence)
    })

    it('does not write over the file it checks, nor for a file that cannot be used', async () => {
      await writeFile(
        join(folder, 'own.docx'),
        (await writeReport(ownFile(2021), readPreset('standard'), { clock: '2026-01-05T08:00:00Z' })).bytes,
      )
      const before = await sheetOf('own.docx')
      const own = await run('own.docx', '--sheet', 'own.docx')
      expect(own.code).toBe(2)
      expect(own.err).toMatch(/没有写出核对表“own\.docx”/)
      expect(await sheetOf('own.docx')).toEqual(before)
      expect(await run('missing.txt', '--sheet', 'none.docx')).toMatchObject({ code: 2, out: '' })
      await expect(sheetOf('none.docx')).rejects.toThrow()
    })
  })
})
