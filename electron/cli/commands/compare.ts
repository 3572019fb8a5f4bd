import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { readCards } from '../../../shared/revisions/cards.ts'
import {
  compareReports,
  countPending,
  kindOfReport,
  type PendingChoice,
} from '../../../shared/revisions/compare/compare-reports.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { localTime } from '../../services/clock.ts'
import { readReviewed } from '../../services/revisions/read-reviewed.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'
import { problemOfTarget, writeRevised } from '../write-revised.ts'

/** 比较: two reports of any readable format → the old one with what makes it the new one as revisions. */
export const command: CliCommand = {
  name: 'compare',
  usage: 'compare OLD NEW [--author NAME] [--as-final | --as-original] -o FILE.docx|FILE.zhenggao',
  async run(args, io) {
    const say = await cliSentences()
    const refuse = (sentence: string): number => {
      io.err(sentence)
      return unusable
    }
    const options = readFileArguments(args, { switches: ['--as-final', '--as-original'], values: ['-o', '--author'] })
    if (!options.usable) return refuse(say(`cli.${options.messageId}`, { option: options.option }))
    const [old, current, ...more] = options.files
    if (old === undefined || current === undefined || more.length > 0) return refuse(say('merge:cli.needsTwo'))
    const output = options.values.get('-o')
    const problem = problemOfTarget(output, io.cwd, say)
    if (problem !== undefined || output === undefined) return refuse(problem ?? '')
    const [asFinal, asOriginal] = [options.switches.has('--as-final'), options.switches.has('--as-original')]
    if (asFinal && asOriginal) return refuse(say('merge:cli.finalOrOriginal'))
    const choice: PendingChoice = asOriginal ? 'original' : 'final'
    const reports = []
    for (const file of [old, current]) {
      const read = await readReviewed(resolve(io.cwd, file))
      if (!read.read) {
        const why = say(`refusal.${read.reason}`, read.values ?? {})
        return refuse(say('cli.unusableFile', { name: file, why }))
      }
      const count = countPending(read.report)
      if (count > 0 && !asFinal && !asOriginal) return refuse(say('merge:cli.pending', { name: file, count }))
      const conflicts = choice === 'final' ? openConflicts(read.report.body).length : 0
      if (conflicts > 0) io.err(say('merge:cli.openConflicts', { name: file, count: conflicts }))
      reports.push({ report: read.report, choice, kind: kindOfReport(read.report, read.own) })
    }
    const [before, after] = reports
    if (!before || !after) return unusable
    const author = options.values.get('--author') ?? say('merge:compare.defaultAuthor')
    const report = compareReports(before, after, { author, date: localTime(new Date()) }, randomUUID())
    const sources = [old, current].map((file) => resolve(io.cwd, file))
    const failed = await writeRevised({ report, sources }, output, io.cwd, say)
    if (failed !== undefined) return refuse(failed)
    io.err(say('merge:cli.compared', { count: readCards(report.body).length }))
    io.out(output)
    return 0
  },
}
