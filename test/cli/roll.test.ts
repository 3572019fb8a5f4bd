import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { command } from '../../electron/cli/commands/roll.ts'
import { command as check } from '../../electron/cli/commands/check.ts'
import { decodeReportFile, encodeForOpening } from '../../electron/services/report-file/report-file.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { printed } from '../support/two-years.ts'

const folder = await mkdtemp(join(tmpdir(), 'zhenggao-roll-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const last = printed(2024, {
  review: '地区生产总值完成86.2亿元，增长6.1%。',
  targets: '地区生产总值增长6.5%以上。',
  plan: '确保青石大桥9月底前通车。',
})
await writeFile(join(folder, '去年.txt'), last)

async function run(args: string[], tool = command): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await tool.run(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: folder,
    progress: () => undefined,
  })
  return { code, ...said }
}

async function opened(name: string) {
  const decoded = await decodeReportFile(await readFile(join(folder, name)))
  if (!decoded.ok) throw new Error(decoded.reason)
  return decoded
}

describe('roll', () => {
  test('writes next year’s report with last year’s beside it and lists what was changed', async () => {
    const { code, out, err } = await run(['去年.txt', '-o', '今年.zhenggao'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('已改　报告信息　报告年度：2024 → 2025')
    expect(out).toContain('已改　第2行　届次：四 → 五')
    expect(out).toContain('待核　第8行　去年的数字：86.2 → □（待填）')
    expect(out).toContain('今年.zhenggao：2025 年度报告，由 去年.txt 转结。')
    const { report, prior, ledger } = await opened('今年.zhenggao')
    expect(ledger.rows.map(({ indicator }) => indicator)).toEqual(['地区生产总值'])
    expect(plainText(report.body).text).toContain('地区生产总值完成□亿元，增长□%。')
    expect(prior).toEqual([{ name: '去年.txt', text: expect.stringContaining('86.2亿元') as string }])
    expect(await readFile(join(folder, '去年.txt'), 'utf8')).toBe(last)
  })

  test('its check names the sentences that were carried over', async () => {
    await run(['去年.txt', '-o', '查.zhenggao'])
    const { out } = await run(['查.zhenggao'], check)
    expect(out).toContain('沿用自去年报告，一字未改：')
  })

  describe('of a file whose ledger is damaged it says so', () => {
    const figure = { year: 2023, period: 'year', kind: 'result', value: '5', unit: '万元' }
    const row = (indicator: string, figures: object[]): object => ({
      ...{ indicator, formerly: [], unit: '万元', group: '', department: '', basis: { prices: '', scope: '' } },
      figures,
    })
    async function damaged(name: string, ledger: string): Promise<void> {
      const { report } = reportFromText(last, { id: 'old', name: '去年.txt', format: 'txt' })
      const bytes = encodeForOpening(report, { 'ledger.json': new TextEncoder().encode(ledger) }, [], emptyLedger(''))
      await writeFile(join(folder, name), bytes ?? new Uint8Array())
    }

    test('as a whole', async () => {
      await damaged('全坏.zhenggao', '{"place": 3')
      const { code, out, err } = await run(['全坏.zhenggao', '-o', '新一.zhenggao'])
      expect(code).toBe(0)
      expect(err).toContain('全坏.zhenggao 里的台账已经损坏，读不出来，没有带入新报告')
      expect(err).toContain('去年的文件没有改动')
      expect(err).toContain('请先从备份或历史版本取回台账再转结')
      expect(out).toContain('新一.zhenggao：2025 年度报告')
      const json = await run(['全坏.zhenggao', '--json', '-o', '新二.zhenggao'])
      expect(JSON.parse(json.out)).toMatchObject({ ledgerLost: 'all' })
      expect(json.err).toBe(err)
    })

    test('in part', async () => {
      await damaged('半坏.zhenggao', JSON.stringify({ place: '穗桥县', rows: [row('税收收入', [figure]), { a: 1 }] }))
      const { code, err } = await run(['半坏.zhenggao', '-o', '新三.zhenggao'])
      expect(code).toBe(0)
      expect(err).toMatch(/^半坏\.zhenggao 的台账里有 \d+ 处读不出来，没有带入新报告：/)
      expect(err).toContain('第 2 行（没有名称）')
      expect(err).toContain('请在转结后对照原始材料补填')
    })
  })

  test('rolls what it has rolled', async () => {
    await run(['去年.txt', '-o', '一.zhenggao'])
    expect((await run(['一.zhenggao', '-o', '二.zhenggao'])).code).toBe(0)
    const { report, prior } = await opened('二.zhenggao')
    expect(report.meta.year).toBe(2026)
    expect(prior.map(({ name }) => name)).toEqual(['一.zhenggao', '去年.txt'])
  })

  test('gives the list as data', async () => {
    const { out } = await run(['--json', '去年.txt', '-o', '数据.zhenggao'])
    const answer = JSON.parse(out) as { year: number; changes: { what: string }[]; carried: number }
    expect(answer.year).toBe(2025)
    expect(answer.carried).toBeGreaterThan(2)
    expect(answer.changes.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['year', 'figure', 'target', 'awaited']),
    )
  })

  test('takes the year that is named where the text has none', async () => {
    await writeFile(join(folder, '无年.txt'), '工作总结\n一、工作回顾\n经济平稳运行。')
    expect(await run(['无年.txt', '-o', '无.zhenggao'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('读不出报告年度') as string,
    })
    expect((await run(['无年.txt', '--year', '2025', '-o', '无.zhenggao'])).code).toBe(0)
    expect((await opened('无.zhenggao')).report.meta.year).toBe(2026)
  })

  test('never writes over a file', async () => {
    await writeFile(join(folder, '有.zhenggao'), '原样')
    const { code, err } = await run(['去年.txt', '-o', '有.zhenggao'])
    expect([code, err]).toEqual([2, '有.zhenggao 已经存在，未改动。请另起一个文件名。'])
    expect(await readFile(join(folder, '有.zhenggao'), 'utf8')).toBe('原样')
  })

  test.each([
    [['去年.txt'], '请用 -o 说明'],
    [[], '一次转结一份报告'],
    [['去年.txt', '另一.txt', '-o', 'x.zhenggao'], '一次转结一份报告'],
    [['去年.txt', '-o', 'x.docx'], '应以 .zhenggao 结尾'],
    [['去年.txt', '--year', '26', '-o', 'x.zhenggao'], '26 不是年份'],
    [['没有.txt', '-o', 'x.zhenggao'], '没有.txt'],
    [['去年.txt', '--wrong', '-o', 'x.zhenggao'], '--wrong'],
  ])('%j is refused', async (args, words) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
  })
})
