import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliIo } from '../../electron/cli/command.ts'
import { command } from '../../electron/cli/commands/check.ts'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import type { Report } from '../../shared/report/schema.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
  await writeFile(join(folder, 'sound.txt'), sound)
  await writeFile(join(folder, 'wrong.txt'), wrong)
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'of2026.zhenggao'), encodeReportFile(ownFile(2026)))
  await writeFile(join(folder, 'of2021.zhenggao'), encodeReportFile(ownFile(2021)))
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
  it('ends with 0 for a sound report, with the coverage and no finding', async () => {
    const { code, out, err } = await run('--json', 'sound.txt')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answerOf(out)).toEqual({
      files: [{ file: 'sound.txt', findings: [], coverage: { quantities: 3, checkable: 3 } }],
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
})
