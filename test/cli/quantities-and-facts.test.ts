import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliIo } from '../../electron/cli/command.ts'
import { command as facts } from '../../electron/cli/commands/facts.ts'
import { command as quantities } from '../../electron/cli/commands/quantities.ts'

interface Answer {
  files: { file: string; error?: string; quantities?: Item[]; facts?: Item[] }[]
}

type Item = Record<string, unknown> & { start: number; end: number }

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'))
  const report = '青禾镇2026年政府工作报告\r\n一、2025年工作回顾\r\n全年完成财政总收入3260万元，增长12.4%。\r\n'
  await writeFile(join(folder, 'report.txt'), report)
  await writeFile(join(folder, 'marked.txt'), `\uFEFF${report}`)
  await writeFile(join(folder, 'empty.txt'), '')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(command: typeof facts, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const io: CliIo = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    cwd: folder,
    progress: () => undefined,
  }
  return { code: await command.run(args, io), ...written }
}

const answerOf = (out: string): Answer => JSON.parse(out) as Answer

describe('quantities', () => {
  it('gives offsets of the decoded text, without byte order mark, line ends as they stand', async () => {
    const { code, out } = await run(quantities, '--json', 'report.txt', 'marked.txt')
    expect(code).toBe(0)
    const [first, second] = answerOf(out).files
    expect(first?.quantities).toEqual(second?.quantities)
    const money = first?.quantities?.find((item) => item['kind'] === 'money')
    expect(money).toEqual({
      start: 38,
      end: 44,
      text: '3260万元',
      value: '32600000',
      unit: '元',
      qualifier: '',
      kind: 'money',
      decimals: 0,
      magnitude: '万',
    })
  })

  it('answers for the usable files in order and ends with 2 when one is not', async () => {
    const { code, out, err } = await run(quantities, '--json', 'report.txt', 'missing.txt', 'empty.txt')
    expect(code).toBe(2)
    const { files } = answerOf(out)
    expect(files.map(({ file }) => file)).toEqual(['report.txt', 'missing.txt', 'empty.txt'])
    expect(files[0]?.quantities?.length).toBeGreaterThan(0)
    expect(files[1]?.error).toContain('missing.txt')
    expect(files[2]?.error).toContain('empty.txt')
    expect(files.slice(1).every((entry) => entry.quantities === undefined)).toBe(true)
    expect(err).toContain('missing.txt')
  })

  it('refuses unknown options and calls without a file in one line, with nothing on standard output', async () => {
    for (const args of [['--jsn', 'report.txt'], ['--json'], []]) {
      const { code, out, err } = await run(quantities, ...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })

  it('reads a file whose name begins with a dash after --', async () => {
    await writeFile(join(folder, '--json'), '共3个村。')
    const { code, out } = await run(quantities, '--json', '--', '--json')
    expect(code).toBe(0)
    expect(answerOf(out).files[0]?.quantities).toHaveLength(1)
  })

  it('prints lines for people without --json', async () => {
    const { out } = await run(quantities, 'report.txt')
    expect(out).toContain('3260万元')
    expect(() => answerOf(out)).toThrow(SyntaxError)
  })
})

describe('facts', () => {
  it('gives indicator, value, signed growth, year and role', async () => {
    const { code, out } = await run(facts, '--json', 'report.txt')
    expect(code).toBe(0)
    expect(answerOf(out).files[0]?.facts).toEqual([
      expect.objectContaining({
        start: 33,
        end: 52,
        indicator: '财政总收入',
        value: '32600000',
        unit: '元',
        growth: '12.4',
        growthKind: '同比%',
        bound: 'exact',
        year: 2025,
        role: 'achieved',
      }),
    ])
  })
})
