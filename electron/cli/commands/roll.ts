import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, extname, resolve } from 'node:path'
import { ledgerLossSentence } from '../../../shared/carry-over/ledger-loss-sentence.ts'
import { rollReport, type LastReport } from '../../../shared/carry-over/roll-report.ts'
import { changeSentence } from '../../../shared/carry-over/change-sentence.ts'
import type { RolledReport } from '../../../shared/carry-over/rolled-report.ts'
import { emptyLedger } from '../../../shared/ledger/ledger.ts'
import { readCarried } from '../../../shared/report/carried.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { localTime } from '../../services/clock.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { ledgerLoss } from '../../services/report-files.ts'
import { encodeForOpening } from '../../services/report-file/report-file.ts'
import { readTemplates } from '../../services/templates.ts'
import { writeWithFolders } from '../../services/write-with-folders.ts'
import type { Say } from '../../services/sentences.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'
import { lineNumbers } from '../line-numbers.ts'

/** 转结: last year's report of any readable format → the beginning of the next, and the list of what was changed. */
export const command: CliCommand = {
  name: 'roll',
  usage: 'roll [--year Y] [--json] OLD -o NEW.zhenggao',
  async run(args, io) {
    const say = await cliSentences()
    const refuse = (sentence: string): number => {
      io.err(sentence)
      return unusable
    }
    const asked = readRollArguments(args, say)
    if ('problem' in asked) return refuse(asked.problem)
    const target = resolve(io.cwd, asked.output)
    // A year's work may stand in it: a rolled report never takes the place of a file.
    if (existsSync(target)) return refuse(say('carry-over:cli.exists', { name: asked.output }))
    const last = await readLast(resolve(io.cwd, asked.file), asked, say)
    if ('problem' in last) return refuse(last.problem)
    const rolled = await roll(last)
    if (!rolled) return refuse(say('carry-over:cli.noYear', { name: asked.file }))
    const bytes = encodeForOpening(rolled.report, {}, rolled.prior, rolled.ledger)
    const refusal = bytes ? await writeWithFolders(target, bytes) : { reason: 'tooLarge' as const }
    if (refusal) {
      const why = say(`refusal.${refusal.reason}`, ('values' in refusal && refusal.values) || {})
      return refuse(say('carry-over:cli.notWritten', { name: asked.output, why }))
    }
    if (last.loss) io.err(ledgerLossSentence(last.name, last.loss, (key, values) => say(key, values ?? {})))
    const conflicts = openConflicts(last.report.body).length
    if (conflicts > 0) io.err(say('merge:cli.openConflicts', { name: asked.file, count: conflicts }))
    io.out(asked.json ? JSON.stringify(answerOf(rolled, last)) : listOf(rolled, asked, say))
    return 0
  },
}

interface Asked {
  file: string
  output: string
  /** Year of the old report, where its text does not say. */
  year: number | null
  json: boolean
}

function readRollArguments(args: readonly string[], say: Say): Asked | { problem: string } {
  const options = readFileArguments(args, { switches: ['--json'], values: ['-o', '--year'] })
  if (!options.usable) {
    const messageId = options.messageId === 'noFiles' ? 'carry-over:cli.needsOneFile' : `cli.${options.messageId}`
    return { problem: say(messageId, { option: options.option }) }
  }
  const [file, ...more] = options.files
  const output = options.values.get('-o')
  const year = options.values.get('--year')
  if (file === undefined || more.length > 0) return { problem: say('carry-over:cli.needsOneFile') }
  if (output === undefined) return { problem: say('carry-over:cli.needsOutput') }
  if (extname(output).toLowerCase() !== '.zhenggao')
    return { problem: say('carry-over:cli.wrongEnding', { name: output }) }
  if (year !== undefined && !/^(?:19|20)\d\d$/.test(year))
    return { problem: say('carry-over:cli.wrongYear', { value: year }) }
  return { file, output, year: year === undefined ? null : Number(year), json: options.switches.has('--json') }
}

async function readLast(path: string, { file, year }: Asked, say: Say): Promise<LastReport | { problem: string }> {
  const read = await readReportFile(path)
  if (!read.ok) {
    const why = say(`refusal.${read.reason}`, read.values ?? {})
    return { problem: say('cli.unusableFile', { name: file, why }) }
  }
  if (read.newer) return { problem: say('carry-over:cli.newer', { name: file }) }
  const { report, prior = [], ledger = emptyLedger(report.meta.place) } = read
  const known = year === null ? report : { ...report, meta: { ...report.meta, year } }
  const loss = ledgerLoss(read)
  return { name: basename(path), report: known, ledger, prior, ...(loss && { loss }) }
}

async function roll(last: LastReport): Promise<RolledReport | undefined> {
  const { indicators } = await readTemplates()
  const stamp = { at: localTime(new Date()), by: userInfo().username }
  return rollReport(last, { id: randomUUID(), indicators, stamp })
}

function answerOf({ report, changes }: RolledReport, { loss }: LastReport): object {
  const ledgerLost = loss === undefined ? {} : { ledgerLost: loss }
  return { year: report.meta.year, changes, carried: readCarried(report.body).length, ...ledgerLost }
}

function listOf({ report, changes }: RolledReport, { file, output }: Asked, say: Say): string {
  const plain = plainText(report.body)
  const lineOf = lineNumbers(plain.text)
  const lines = changes.map((change) => `  ${changeSentence(change, lineOf, (key, values) => say(key, values ?? {}))}`)
  const certain = changes.filter((change) => change.certain).length
  const summary = say('carry-over:cli.written', {
    name: output,
    year: report.meta.year,
    last: basename(file),
    certain,
    open: changes.length - certain,
    carried: readCarried(report.body, plain).length,
  })
  return [...lines, summary].join('\n')
}
