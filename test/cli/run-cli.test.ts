import { describe, expect, it } from 'vitest'
import type { CliIo } from '../../electron/cli/command.ts'
import { commandLoaders } from '../../electron/cli/commands.ts'
import { runCli } from '../../electron/cli/run-cli.ts'

interface Run {
  code: number
  out: string
  err: string
}

async function run(...args: string[]): Promise<Run> {
  const said = { out: '', err: '' }
  const io: CliIo = {
    out: (text) => void (said.out += `${text}\n`),
    err: (text) => void (said.err += `${text}\n`),
    cwd: import.meta.dirname,
    progress: () => undefined,
  }
  return { code: await runCli(args, io), ...said }
}

describe('the command line', () => {
  it('lists every command with its usage', async () => {
    for (const words of [[], ['help'], ['--help']]) {
      const { code, out, err } = await run(...words)
      expect([code, err]).toEqual([0, ''])
      for (const name of Object.keys(commandLoaders)) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
  })

  it('loads under each name the command of that name', async () => {
    for (const [name, load] of Object.entries(commandLoaders)) expect((await load()).name).toBe(name)
  })

  it.each(
    Object.keys(commandLoaders).flatMap((name) => [
      [name, '--help'],
      [name, 'x.docx', '-h'],
      [name, '--help', '--json'],
    ]),
  )('%s tells its usage when asked: %s %s', async (name, ...asked) => {
    const { code, out, err } = await run(name, ...asked)
    const { usage } = (await commandLoaders[name]?.()) ?? { usage: '?' }
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(usage)
  })

  it('takes --help behind -- for the name of a file', async () => {
    expect(await run('facts', '--', '--help')).toMatchObject({ code: 2, out: '' })
  })

  it.each(['删除', '', '__proto__', 'constructor', 'toString'])(
    'answers the unknown command “%s” with one line on standard error',
    async (name) => {
      const { code, out, err } = await run(name, 'x')
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(new RegExp(`^没有“${name}”这个命令。.*\n$`))
    },
  )

  it.each(Object.keys(commandLoaders))('%s refuses a missing file in Chinese, without writing', async (name) => {
    const { code, out, err } = await run(
      name,
      'missing.docx',
      ...(['export', 'import', 'new'].includes(name) ? ['-o', 'x.zhenggao'] : []),
    )
    expect(code).toBe(2)
    expect(err + out).toMatch(/[\u4e00-\u9fff]/)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
