import { access, realpath } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { extname, resolve } from 'node:path'
import type { TFunction } from 'i18next'
import type { Refusal } from '../../../shared/desktop/results.ts'
import { FileLock } from '../../services/file-lock.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { encodeForOpening } from '../../services/report-file/report-file.ts'
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
    const bytes = encodeForOpening(read.report, read.parts, read.prior, read.ledger)
    const refusal = bytes ? await writeUnlocked(target, bytes) : { reason: 'tooLarge' as const }
    if (refusal) return refuse(io, notWritten(say, asked.output, refusal))
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

/** A file that somebody works on is not replaced; any other may be, as scripts do that run again. */
async function writeUnlocked(target: string, bytes: Uint8Array): Promise<Refusal | undefined> {
  const isThere = await access(target).then(
    () => true,
    () => false,
  )
  if (!isThere) return writeWithFolders(target, bytes)
  const person = { user: userInfo().username, host: hostname() }
  const taken = await FileLock.take(target, person, () => new Date())
  if (!taken.locked) return taken.refusal
  try {
    return await writeWithFolders(target, bytes)
  } finally {
    await taken.lock.release()
  }
}

async function isSameFile(source: string, target: string): Promise<boolean> {
  const found = await realpath(target).catch(() => undefined)
  return found !== undefined && found === (await realpath(source))
}

function why(say: TFunction<'documents'>, refusal: Refusal): string {
  return say(`refusal.${refusal.reason}`, refusal.values ?? {})
}

function notWritten(say: TFunction<'documents'>, name: string, refusal: Refusal): string {
  const { reason, values } = refusal
  if (reason === 'lockedElsewhere') return say('import:cli.locked', { name, ...values })
  if (reason === 'lockUnreadable') return say('import:cli.lockedByUnknown', { name, lock: values?.['name'] ?? '' })
  return say('import:cli.notWritten', { name, why: why(say, refusal) })
}

function refuse(io: CliIo, sentence: string): number {
  io.err(sentence)
  return unusable
}
