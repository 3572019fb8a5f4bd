import { resolve } from 'node:path'
import { checkedTextOf } from '../services/import/text-of-file.ts'
import { cliSentences } from './cli-sentences.ts'
import type { CliIo } from './command.ts'
import { readFileArguments, type FileArguments, type KnownOptions } from './file-arguments.ts'

/** How one command answers for one readable file. */
export interface FileAnswerer<Item> {
  /** Name of the list in the JSON answer. */
  key: string
  read(text: string, options: FileArguments): Item[]
  /** One line for people. */
  line(item: Item): string
}

export const unusable = 2

/**
 * Answers for every file in the order asked: `{files: [{file, <key>: […]}]}` with --json, else lines under each name.
 * A file that cannot be used gets `{file, error}` in its place, the rest is answered, and the exit code is 2.
 */
export async function answerFiles<Item>(
  args: readonly string[],
  io: CliIo,
  known: KnownOptions,
  answerer: FileAnswerer<Item>,
): Promise<number> {
  const say = await cliSentences()
  const options = readFileArguments(args, known)
  if (!options.usable) {
    io.err(say(`cli.${options.messageId}`, { option: options.option }))
    return unusable
  }
  const json = options.switches.has('--json')
  const answers: Record<string, unknown>[] = []
  let code = 0
  for (const file of options.files) {
    const checked = await checkedTextOf(resolve(io.cwd, file))
    if (checked.ok) {
      const items = answerer.read(checked.text, options)
      answers.push({ file, [answerer.key]: items })
      if (checked.conflicts) io.err(say('merge:cli.openConflicts', { name: file, count: checked.conflicts }))
      if (!json) io.out([file, ...items.map((item) => `  ${answerer.line(item)}`)].join('\n'))
    } else {
      const error = say('cli.unusableFile', { name: file, why: say(`refusal.${checked.reason}`, checked.values ?? {}) })
      answers.push({ file, error })
      io.err(error)
      code = unusable
    }
  }
  if (json) io.out(JSON.stringify({ files: answers }))
  return code
}
