import { randomUUID } from 'node:crypto'
import { parse, resolve } from 'node:path'
import { readCards } from '../../../shared/revisions/cards.ts'
import { mergeCopies, type ReviewedCopy } from '../../../shared/revisions/merge/merge-copies.ts'
import { suggestReviewer } from '../../../shared/revisions/merge/suggest-reviewer.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { readReviewed } from '../../services/revisions/read-reviewed.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'
import { problemOfTarget, writeRevised } from '../write-revised.ts'

/** 合并审阅稿: a report and what reviewers sent back of it → the report with the changes of all as revisions. */
export const command: CliCommand = {
  name: 'merge',
  usage: 'merge BASE COPY... -o FILE.docx|FILE.zhenggao',
  async run(args, io) {
    const say = await cliSentences()
    const refuse = (sentence: string): number => {
      io.err(sentence)
      return unusable
    }
    const options = readFileArguments(args, { switches: [], values: ['-o'] })
    if (!options.usable) return refuse(say(`cli.${options.messageId}`, { option: options.option }))
    const [file, ...copies] = options.files
    if (file === undefined || copies.length === 0) return refuse(say('merge:cli.needsCopies'))
    const output = options.values.get('-o')
    const problem = problemOfTarget(output, io.cwd, say)
    if (problem !== undefined || output === undefined) return refuse(problem ?? '')
    const unusableFile = (
      name: string,
      { reason, values = {} }: { reason: string; values?: Record<string, string | number> },
    ): number => refuse(say('cli.unusableFile', { name, why: say(`refusal.${reason}`, values) }))
    const base = await readReportFile(resolve(io.cwd, file))
    if (!base.ok) return unusableFile(file, base)
    if (base.newer) return unusableFile(file, { reason: 'newerFormat' })
    const reviewed: ReviewedCopy[] = []
    for (const name of copies) {
      const read = await readReviewed(resolve(io.cwd, name))
      if (!read.read) return unusableFile(name, read)
      const { knownAs, reviewer: suggested } = suggestReviewer(base.report, read)
      const reviewer = suggested || parse(name).name
      reviewed.push({ report: read.report, reviewer, knownAs, date: read.date, formats: read.own })
    }
    const merged = mergeCopies(base.report, reviewed, randomUUID())
    const { report, conflicts, shared } = merged
    const sources = options.files.map((name) => resolve(io.cwd, name))
    const failed = await writeRevised({ report, sources, parts: base.parts }, output, io.cwd, say)
    if (failed !== undefined) return refuse(failed)
    merged.copies.forEach(({ marked, unmarked, comments }, index) => {
      const reviewer = reviewed[index]?.reviewer ?? ''
      io.err(say('merge:cli.copy', { name: copies[index], reviewer, marked, unmarked, comments }))
    })
    io.err(say('merge:cli.merged', { cards: readCards(report.body).length, conflicts, shared }))
    io.out(output)
    return 0
  },
}
