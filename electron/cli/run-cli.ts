import { cliSentences } from './cli-sentences.ts'
import type { CliCommand, CliIo } from './command.ts'
import { commandLoaders } from './commands.ts'

/** Unusable input or arguments. */
const unusable = 2

/** Runs the command that the first argument names; an error nobody expected still ends in one line, not in a stack. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(io)
  const load = Object.hasOwn(commandLoaders, name) ? commandLoaders[name] : undefined
  const say = await cliSentences()
  if (!load) {
    io.err(say('cli.unknownCommand', { name, names: Object.keys(commandLoaders).join(' ') }))
    return unusable
  }
  try {
    const command = await load()
    if (asksForHelp(rest)) {
      io.out(say('cli.usage', { usage: command.usage, codes: say('cli.exitCodes') }))
      return 0
    }
    return await command.run(rest, io)
  } catch (error) {
    io.err(say('cli.unexpected', { name, detail: error instanceof Error ? error.message : String(error) }))
    return unusable
  }
}

/** After `--` everything is the name of a file. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((argument) => argument === '--help' || argument === '-h')
}

async function help(io: CliIo): Promise<number> {
  const say = await cliSentences()
  const commands: CliCommand[] = await Promise.all(Object.values(commandLoaders).map((load) => load()))
  io.out([say('cli.help'), ...commands.map((command) => `  ${command.usage}`), say('cli.exitCodes')].join('\n'))
  return 0
}
