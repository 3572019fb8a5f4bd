import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { command } from '../../electron/cli/commands/new.ts'
import { decodeReportFile } from '../../electron/services/report-file/report-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'zhenggao-new-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await command.run(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: folder,
    progress: () => undefined,
  })
  return { code, ...said }
}

describe('new', () => {
  test('writes a report and makes the folders on the way', async () => {
    const words = '--place 穗桥镇 --year 2026 --date 2026-01-15 --congress 17 --session 5 --speaker 程远山'
    const { code, err } = await run(...words.split(' '), '-o', 'a/b/新稿.zhenggao')
    expect([code, err]).toEqual([0, ''])
    const decoded = await decodeReportFile(await readFile(join(folder, 'a/b/新稿.zhenggao')))
    expect(decoded.ok && decoded.report.meta).toMatchObject({
      place: '穗桥镇',
      level: 'town',
      kind: 'annual',
      year: 2026,
      meeting: { congress: 17, session: 5 },
      speaker: { office: '镇长', name: '程远山' },
    })
  })

  test('takes the structure that is named', async () => {
    const { code, out } = await run('--place', '云澜县', '--structure', 'county-term', '-o', '换届.zhenggao')
    expect(code).toBe(0)
    expect(out).toContain('换届')
  })

  test('never takes the place of a report that is there', async () => {
    const args = ['--place', '穗桥镇', '-o', '已有.zhenggao']
    expect((await run(...args)).code).toBe(0)
    const first = await readFile(join(folder, '已有.zhenggao'))
    const { code, err } = await run(...args)
    expect([code, err.includes('已有.zhenggao')]).toEqual([2, true])
    expect(await readFile(join(folder, '已有.zhenggao'))).toEqual(first)
  })

  test('lists the structures', async () => {
    const { code, out } = await run('--list')
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.split('\t')[0])).toContain('town-annual')
  })

  test.each([
    ['no place', ['-o', 'x.zhenggao'], '--place'],
    ['no output', ['--place', '穗桥镇'], '-o'],
    ['output of another kind', ['--place', '穗桥镇', '-o', 'x.docx'], '.zhenggao'],
    ['a place without level', ['--place', '穗桥', '-o', 'x.zhenggao'], '--level'],
    ['an unknown kind', ['--place', '穗桥镇', '--kind', 'weekly', '-o', 'x.zhenggao'], 'weekly'],
    [
      'a structure of another level',
      ['--place', '穗桥镇', '--structure', 'county-annual', '-o', 'x.zhenggao'],
      'town-annual',
    ],
    ['a year in words', ['--place', '穗桥镇', '--year', '今年', '-o', 'x.zhenggao'], '今年'],
    ['a day that does not exist', ['--place', '穗桥镇', '--date', '2026-02-30', '-o', 'x.zhenggao'], '2026-02-30'],
    ['an unknown option', ['--place', '穗桥镇', '--colour', 'red', '-o', 'x.zhenggao'], '--colour'],
    ['a value that is missing', ['-o', 'x.zhenggao', '--place'], '--place'],
  ])('refuses %s in one line and writes nothing', async (_name, args, named) => {
    const before = await readdir(folder)
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(named)
    expect(err).not.toContain('\n')
    expect(await readdir(folder)).toEqual(before)
  })
})
