import { beforeEach, describe, expect, test } from 'vitest'
import { encodeForOpening } from '../../electron/services/report-file/report-file.ts'
import { settleConflict } from '../../shared/revisions/conflicts.ts'
import { openConflicts } from '../../shared/revisions/open-conflicts.ts'
import type { Report } from '../../shared/report/schema.ts'
import { cliFolder } from '../support/cli-folder.ts'
import { reportInConflict } from '../support/open-conflict.ts'

const { run: start, write, has } = cliFolder()

beforeEach(() => {
  const made = reportInConflict()
  const open = { ...made, meta: { ...made.meta, year: 2025 } }
  const [conflict] = openConflicts(open.body)
  put('争.zhenggao', open)
  put('定.zhenggao', { ...open, body: settleConflict(open.body, conflict?.sides ?? [], 0) })
})

function put(name: string, report: Report): void {
  const bytes = encodeForOpening(report)
  if (!bytes) throw new Error('too large')
  write(name, bytes)
}

async function run(...args: string[]): Promise<{ code: number; err: string }> {
  const { code, err } = await start(...args)
  return { code, err: err.join('\n') }
}

const said = '“争.zhenggao”有 1 处冲突没有选定'

describe('who takes the final text of a report with an open conflict is told', () => {
  test.each<[string, string[]]>([
    ['check', ['check']],
    ['check as JSON', ['check', '--json']],
    ['check with a sheet', ['check', '--sheet', '表.xlsx']],
    ['facts', ['facts']],
    ['quantities', ['quantities', '--json']],
    ['ledger', ['ledger', '--place', '穗桥镇']],
  ])('%s', async (_, [command = '', ...options]) => {
    expect((await run(command, ...options, '争.zhenggao')).err).toContain(said)
    expect((await run(command, ...options, '定.zhenggao')).err).not.toContain('冲突')
  })

  test('as an earlier report', async () => {
    expect((await run('check', '--prior', '争.zhenggao', '定.zhenggao')).err).toContain(said)
  })

  test('roll', async () => {
    expect((await run('roll', '争.zhenggao', '-o', '新一.zhenggao')).err).toContain(said)
    expect((await run('roll', '定.zhenggao', '-o', '新二.zhenggao')).err).not.toContain('冲突')
  })

  test('compare as final, and not as original', async () => {
    expect((await run('compare', '争.zhenggao', '定.zhenggao', '--as-final', '-o', '比一.zhenggao')).err).toContain(
      said,
    )
    const original = await run('compare', '争.zhenggao', '定.zhenggao', '--as-original', '-o', '比二.zhenggao')
    expect(original.err).not.toContain('冲突')
  })

  test('accepting all in a Word file; rejecting all, or one of its people, keeps one version', async () => {
    await run('export', '争.zhenggao', '--review', '-o', '花.docx')
    const accept = async (output: string, ...options: string[]): Promise<string> =>
      (await run(options[0] === 'reject' ? 'reject' : 'accept', '花.docx', ...options.slice(1), '-o', output)).err
    expect(await accept('全.docx', 'accept')).toContain('有 1 处冲突没有选定就接受了')
    expect(await accept('王.docx', 'accept', '--author', '王书记')).not.toContain('冲突')
    expect(await accept('拒.docx', 'reject')).not.toContain('冲突')
  })

  test('accepting one person alone: what he changed as another did stands under the other name and is left', async () => {
    await run('export', '争.zhenggao', '--review', '-o', '花.docx')
    // Two and three cold stores, and the number that both take away.
    const left = '“李镇长”同别人改得一样的 3 处记在别人名下'
    expect((await run('accept', '花.docx', '--author', '李镇长', '-o', '李.docx')).err).toContain(left)
    expect((await run('accept', '花.docx', '--author', '王书记', '-o', '王.docx')).err).not.toContain('别人名下')
  })

  test('export says it, and makes no clean copy however it is asked', async () => {
    expect((await run('export', '争.zhenggao', '-o', '文.docx')).err).toContain('有 1 处冲突没有选定')
    const clean = await run('export', '争.zhenggao', '--clean', '--as-final', '-o', '清.docx')
    expect([clean.code, has('清.docx')]).toEqual([2, false])
    expect(clean.err).toContain('稿中有 1 处冲突没有选定')
    expect((await run('export', '定.zhenggao', '--clean', '--as-final', '-o', '清.docx')).code).toBe(0)
  })
})
