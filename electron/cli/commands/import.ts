import { realpath } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { TFunction } from 'i18next'
import type { Refusal } from '../../../shared/desktop/results.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { encodeReportFile } from '../../services/report-file/report-file.ts'
import { writeWithFolders } from '../../services/write-with-folders.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand, CliIo } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'

/** One report of any readable format as a `.zhenggao` file. The file it comes from is never written to. */
export const command: CliCommand = {
  name: 'import',
  usage: 'import FILE -o FILE.zhenggao',
  async run(args, io) {
    const say = await cliSentences()
    const asked = readImportArguments(args, say)
    if ('problem' in asked) return refuse(io, asked.problem)
    const [source, target] = [resolve(io.cwd, asked.file), resolve(io.cwd, asked.output)]
    const read = await readReportFile(source)
    if (!read.ok) return refuse(io, say('cli.unusableFile', { name: asked.file, why: why(say, read) }))
    if (read.newer)
      return refuse(io, say('cli.unusableFile', { name: asked.file, why: why(say, { reason: 'newerFormat' }) }))
    if (await isSameFile(source, target)) return refuse(io, say('import:cli.sameFile', { name: asked.output }))
    const refusal = await writeWithFolders(target, encodeReportFile(read.report, read.parts, read.prior))
    if (refusal) return refuse(io, say('import:cli.notWritten', { name: asked.output, why: why(say, refusal) }))
    for (const { messageId, values } of read.summary?.notices ?? []) io.err(say(messageId, values ?? {}))
    const broken = read.summary?.brokenLines ?? 0
    if (broken > 0) io.err(say('import:brokenLines', { count: broken }))
    io.out(asked.output)
    return 0
  },
}

function readImportArguments(
  args: readonly string[],
  say: TFunction<'documents'>,
): { file: string; output: string } | { problem: string } {
  const options = readFileArguments(args, { switches: [], values: ['-o'] })
  if (!options.usable) return { problem: say(`cli.${options.messageId}`, { option: options.option }) }
  const [file, ...more] = options.files
  const output = options.values.get('-o')
  if (file === undefined || more.length > 0) return { problem: say('import:cli.needsOneFile') }
  if (output === undefined) return { problem: say('import:cli.needsOutput') }
  if (extname(output).toLowerCase() !== '.zhenggao') return { problem: say('import:cli.wrongEnding', { name: output }) }
  return { file, output }
}

async function isSameFile(source: string, target: string): Promise<boolean> {
  const found = await realpath(target).catch(() => undefined)
  return found !== undefined && found === (await realpath(source))
}

function why(say: TFunction<'documents'>, refusal: Refusal): string {
  return say(`refusal.${refusal.reason}`, refusal.values ?? {})
}

function refuse(io: CliIo, sentence: string): number {
  io.err(sentence)
  return unusable
}
