import { basename, resolve } from 'node:path'
import { createCheckCache } from '../../../shared/checks/check-cache.ts'
import type { CheckInput } from '../../../shared/checks/rule.ts'
import type { FormulationList } from '../../../shared/templates/templates.ts'
import type { Translate } from '../../../shared/checks/finding-sentence.ts'
import { deliveredLists } from '../../services/check-lists.ts'
import { checkedTextOf } from '../../services/import/text-of-file.ts'
import { readTemplates } from '../../services/templates.ts'
import { readList } from '../../services/workspace.ts'
import {
  answerFor,
  cliTranslate,
  conflictSentence,
  readAndCheck,
  unusableSentence,
  type Answer,
  type CheckSetting,
} from '../check-file.ts'
import { checkFiles } from '../check-files.ts'
import type { CliCommand, CliIo } from '../command.ts'
import { progressBar } from '../progress-bar.ts'
import { writeCheckSheet } from '../write-check-sheet.ts'
import { readCheckArguments, type CheckArguments } from './check-arguments.ts'

const foundErrors = 1
const unusable = 2

/** Checks files against themselves and against earlier reports of the same place. */
export const command: CliCommand = {
  name: 'check',
  usage: 'check [--json] [--year YYYY] [--prior FILE]… [--formulations FILE] [--sheet FILE.docx|FILE.xlsx] FILE…',
  run: async (args, io) => {
    const t = await cliTranslate()
    const options = readCheckArguments(args)
    if (!options.usable) {
      io.err(t(options.problem, { option: options.option, name: options.option }))
      return unusable
    }
    const prior = await readPrior(options, io, t)
    if (!prior) return unusable
    const delivered = deliveredLists(await readTemplates())
    const formulations = await readFormulations(options, delivered.formulations, io, t)
    if (!formulations) return unusable
    const setting = { ...delivered, formulations, year: options.year, prior, cwd: io.cwd }
    return options.sheet ? answerWithSheet(options, options.sheet, setting, io, t) : answer(options, setting, io, t)
  },
}

/** An earlier report that cannot be used stops everything: without it the answer would claim more than it checked. */
async function readPrior(options: CheckArguments, io: CliIo, t: Translate): Promise<CheckInput['prior'] | undefined> {
  const prior: CheckInput['prior'] = []
  for (const name of options.prior) {
    const checked = await checkedTextOf(resolve(io.cwd, name))
    if (!checked.ok) {
      io.err(unusableSentence(name, checked, t))
      return undefined
    }
    if (checked.conflicts) io.err(conflictSentence(name, checked.conflicts, t))
    prior.push({ name: nameOf(name, options.prior), text: checked.text })
  }
  return prior
}

/** Evidence and sheet name a report by its file; two files of one name keep their paths. */
function nameOf(path: string, all: readonly string[]): string {
  const name = basename(path)
  return all.filter((other) => basename(other) === name).length > 1 ? path : name
}

async function readFormulations(
  { formulations: name }: CheckArguments,
  delivered: FormulationList,
  io: CliIo,
  t: Translate,
): Promise<FormulationList | undefined> {
  if (name === null) return delivered
  const read = await readList(resolve(io.cwd, name))
  if ('list' in read) return read.list
  io.err(unusableSentence(name, read, t))
  return undefined
}

async function answer(
  { files, json }: CheckArguments,
  setting: CheckSetting,
  io: CliIo,
  t: Translate,
): Promise<number> {
  const answers: Answer[] = []
  let code = 0
  await checkFiles(files, setting, ({ answer, sentences, verdict, warning }, index) => {
    const done = index + 1
    if (files.length > 1) {
      const words = t('documents:cli.progress', { done, count: files.length, file: files[index] ?? '' })
      io.progress(done < files.length ? `${progressBar(done, files.length)} ${words}` : '')
    }
    if (warning !== undefined) io.err(warning)
    if (json) answers.push(answer)
    if (verdict === 'unusable') {
      io.err(sentences)
      code = unusable
    } else {
      if (!json) io.out(sentences)
      if (code === 0 && verdict === 'errors') code = foundErrors
    }
  })
  if (json) io.out(JSON.stringify({ files: answers }))
  return code
}

/** The answer as usual, and the check sheet beside it; a sheet that could not be written is said and ends with 2. */
async function answerWithSheet(
  { files: [file = ''], json }: CheckArguments,
  sheet: NonNullable<CheckArguments['sheet']>,
  setting: CheckSetting,
  io: CliIo,
  t: Translate,
): Promise<number> {
  const read = await readAndCheck(file, setting, createCheckCache())
  const { answer, sentences, verdict, warning } = answerFor(file, read, t)
  if (warning !== undefined) io.err(warning)
  if (json) io.out(JSON.stringify({ files: [answer] }))
  if (!read.ok) {
    io.err(sentences)
    return unusable
  }
  if (!json) io.out(sentences)
  const refusal = await writeCheckSheet(read, { ...sheet, file }, setting, t)
  if (refusal) {
    const why = t(`documents:refusal.${refusal.reason}`, refusal.values)
    io.err(t('sheets:cli.sheetFailed', { name: sheet.path, why }))
    return unusable
  }
  io.err(t('sheets:cli.sheetWritten', { name: sheet.path }))
  return verdict === 'errors' ? foundErrors : 0
}
