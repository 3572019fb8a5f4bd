import { extname, resolve } from 'node:path'
import type { Decision } from '../../shared/revisions/decide.ts'
import { targetOf } from '../services/export/export-target.ts'
import { readBytes } from '../services/import/read-bytes.ts'
import { decideInWorker } from '../services/import/read-in-worker.ts'
import { writeWithFolders } from '../services/write-with-folders.ts'
import { unusable } from './answer-files.ts'
import { cliSentences } from './cli-sentences.ts'
import type { CliCommand } from './command.ts'
import { readFileArguments } from './file-arguments.ts'

/** `accept` and `reject`: a Word file with its revisions decided, written beside the one it comes from. */
export function decideCommand(decision: Decision): CliCommand {
  return {
    name: decision,
    usage: `${decision} FILE.docx [--author NAME] -o FILE.docx`,
    async run(args, io) {
      const say = await cliSentences()
      const refuse = (sentence: string): number => {
        io.err(sentence)
        return unusable
      }
      const options = readFileArguments(args, { switches: [], values: ['-o', '--author'] })
      if (!options.usable) return refuse(say(`cli.${options.messageId}`, { option: options.option }))
      const [file, ...more] = options.files
      const output = options.values.get('-o')
      const author = options.values.get('--author')
      if (file === undefined || more.length > 0)
        return refuse(say('export:revisions.needsOneFile', { command: decision }))
      if (output === undefined) return refuse(say('export:revisions.needsOutput'))
      if (extname(output).toLowerCase() !== '.docx')
        return refuse(say('export:revisions.wrongEnding', { name: output }))
      const source = resolve(io.cwd, file)
      const read = await readBytes(source)
      if (!read.ok)
        return refuse(say('cli.unusableFile', { name: file, why: say(`refusal.${read.reason}`, read.values ?? {}) }))
      const request = { name: file, bytes: read.bytes, decision }
      const decided = await decideInWorker(author === undefined ? request : { ...request, author })
      if (!decided.ok)
        return refuse(
          say('cli.unusableFile', { name: file, why: say(`refusal.${decided.reason}`, decided.values ?? {}) }),
        )
      const target = await targetOf({ path: resolve(io.cwd, output), format: 'docx', sources: [source] })
      const refusal = 'reason' in target ? target : await writeWithFolders(target.path, decided.bytes)
      if (refusal)
        return refuse(
          say('export:cli.failed', { name: output, why: say(`refusal.${refusal.reason}`, refusal.values ?? {}) }),
        )
      io.err(say(`export:revisions.${decision}`, { count: decided.decided, left: decided.left }))
      if (decided.conflicts > 0) io.err(say('merge:cli.conflictsAccepted', { name: output, count: decided.conflicts }))
      if (decided.underOthers > 0)
        io.err(say('merge:cli.underOthers', { name: author ?? '', count: decided.underOthers }))
      io.out(output)
      return 0
    },
  }
}
