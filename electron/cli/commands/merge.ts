import { randomUUID } from 'node:crypto'
import { extname, parse, resolve } from 'node:path'
import { readCards } from '../../../shared/revisions/cards.ts'
import { objectWords } from '../../../shared/revisions/merge/added-objects.ts'
import { isForeign, mergeCopies, type ReviewedCopy } from '../../../shared/revisions/merge/merge-copies.ts'
import { suggestReviewer } from '../../../shared/revisions/merge/suggest-reviewer.ts'
import { sourcePart } from '../../services/import/kept-source.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { readReviewed, revisionsOutside } from '../../services/revisions/read-reviewed.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'
import { problemOfTarget, writeRevised } from '../write-revised.ts'

/** 合并审阅稿: a report and what reviewers sent back of it → the report with the changes of all as revisions. */
export const command: CliCommand = {
  name: 'merge',
  usage: 'merge BASE COPY... -o FILE.docx|FILE.zhenggao [--force]',
  async run(args, io) {
    const say = await cliSentences()
    const refuse = (sentence: string): number => {
      io.err(sentence)
      return unusable
    }
    const options = readFileArguments(args, { switches: ['--force'], values: ['-o'] })
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
    const imported = base.parts?.[sourcePart]
    const known = imported ? await revisionsOutside(imported) : []
    const reviewed: (ReviewedCopy & { outside: number })[] = []
    for (const name of copies) {
      const read = await readReviewed(resolve(io.cwd, name), known)
      if (!read.read) return unusableFile(name, read)
      const { knownAs, reviewer: suggested } = suggestReviewer(base.report, read)
      const reviewer = suggested || parse(name).name
      const outside = read.outside.length
      reviewed.push({ report: read.report, reviewer, knownAs, date: read.date, formats: read.own, outside })
    }
    const merged = mergeCopies(base.report, reviewed, randomUUID())
    const { report, conflicts, shared } = merged
    const foreign = copies.filter((_, index) => merged.copies[index] && isForeign(merged.copies[index]))
    if (foreign.length > 0 && !options.switches.has('--force'))
      return refuse(say('merge:cli.foreign', { names: foreign.join(say('merge:names.separator')) }))
    const sources = options.files.map((name) => resolve(io.cwd, name))
    const failed = await writeRevised({ report, sources, parts: base.parts, imported }, output, io.cwd, say)
    if (failed !== undefined) return refuse(failed)
    merged.copies.forEach(({ marked, unmarked, comments, objects }, index) => {
      const { reviewer = '', knownAs, outside = 0 } = reviewed[index] ?? {}
      const who = knownAs === '' && unmarked === 0 ? say('review:unknown') : reviewer
      const name = copies[index]
      io.err(say('merge:cli.copy', { name, reviewer: who, marked, unmarked, comments }))
      if (outside > 0) io.err(say('merge:cli.outside', { name, count: outside }))
      const places = objects
        .map((object) => objectWords(object, (key, values) => say(key, { ...values })))
        .join(say('merge:names.sentences'))
      if (objects.length > 0) io.err(say('merge:cli.objects', { name, count: objects.length, places }))
    })
    io.err(say('merge:cli.merged', { cards: readCards(report.body).length, conflicts, shared }))
    // In a Word file nothing keeps people from accepting all sides: a comment at each place is all that says so.
    if (conflicts > 0 && extname(output).toLowerCase() === '.docx')
      io.err(say('merge:cli.conflictsLeft', { count: conflicts }))
    io.out(output)
    return 0
  },
}
