import { resolve } from 'node:path'
import { createCheckCache, type CheckCache } from '../../../shared/checks/check-cache.ts'
import { checkReport, type CheckResult } from '../../../shared/checks/check-report.ts'
import type { Evidence, Finding, Span } from '../../../shared/checks/finding.ts'
import {
  findingSentence,
  formulaSentence,
  severityWord,
  type Translate,
} from '../../../shared/checks/finding-sentence.ts'
import type { CheckInput } from '../../../shared/checks/rule.ts'
import { checkedTextOf } from '../../services/import/text-of-file.ts'
import { readTemplates } from '../../services/templates.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand, CliIo } from '../command.ts'
import { readCheckArguments, type CheckArguments } from './check-arguments.ts'

const foundErrors = 1
const unusable = 2

/** Checks files against themselves and against earlier reports of the same place. */
export const command: CliCommand = {
  name: 'check',
  usage: 'check [--json] [--year YYYY] [--prior FILE]… FILE…',
  run: async (args, io) => {
    const t = await translate()
    const options = readCheckArguments(args)
    if (!options.usable) {
      io.err(t(`documents:cli.${options.messageId}`, { option: options.option }))
      return unusable
    }
    const prior = await readPrior(options, io, t)
    if (!prior) return unusable
    const { indicators, formulations } = await readTemplates()
    const setting = { year: options.year, prior, indicators, formulations, rulesOff: [] }
    return checkFiles(options, setting, io, t)
  },
}

async function translate(): Promise<Translate> {
  const say = await cliSentences()
  return (key, values) => say(key, values ?? {})
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
    prior.push({ name, text: checked.text })
  }
  return prior
}

type Answer =
  { file: string; error: string } | ({ file: string; findings: AnsweredFinding[] } & Pick<CheckResult, 'coverage'>)

async function checkFiles(
  { files, json }: CheckArguments,
  setting: Omit<CheckInput, 'text' | 'place'>,
  io: CliIo,
  t: Translate,
): Promise<number> {
  const cache: CheckCache = createCheckCache()
  const answers: Answer[] = []
  let code = 0
  for (const [index, file] of files.entries()) {
    if (io.terminal && files.length > 1)
      io.err(t('documents:cli.progress', { done: index + 1, count: files.length, file }))
    const checked = await checkedTextOf(resolve(io.cwd, file))
    if (!checked.ok) {
      const error = unusableSentence(file, checked, t)
      answers.push({ file, error })
      io.err(error)
      code = unusable
      continue
    }
    const { text, meta } = checked
    // The year asked for goes before the one the report says of itself.
    const own = { year: setting.year ?? meta?.year ?? null, place: meta?.place || null }
    const { findings, coverage } = checkReport({ ...setting, ...own, text }, cache)
    answers.push({ file, findings: findings.map((finding) => answerOf(finding, t)), coverage })
    if (code === 0 && findings.some(({ severity }) => severity === 'error')) code = foundErrors
    if (!json) io.out(sentencesOf(file, text, { findings, coverage }, t))
  }
  if (json) io.out(JSON.stringify({ files: answers }))
  return code
}

function unusableSentence(
  name: string,
  refusal: { reason: string; values?: Record<string, string | number> },
  t: Translate,
): string {
  return t('documents:cli.unusableFile', { name, why: t(`documents:refusal.${refusal.reason}`, refusal.values) })
}

type AnsweredFinding = Pick<Finding, 'start' | 'end' | 'rule' | 'kind' | 'severity'> & {
  message: string
  evidence: Span[]
}

function answerOf(finding: Finding, t: Translate): AnsweredFinding {
  const { start, end, rule, kind, severity } = finding
  return {
    start,
    end,
    rule,
    kind,
    severity,
    message: messageOf(finding, t),
    evidence: finding.evidence.flatMap(spansOf),
  }
}

/** The marked words; a sentence without marks stands for itself. */
function spansOf({ sentence, marks }: Evidence): Span[] {
  return marks.length > 0 ? marks : [sentence]
}

/** Verdict and arithmetic in one sentence. */
function messageOf(finding: Finding, t: Translate): string {
  const formula = formulaSentence(finding, t)
  const verdict = findingSentence(finding, t)
  return formula === undefined ? verdict : t('findings:verdictWithFormula', { verdict, formula })
}

function sentencesOf(file: string, text: string, { findings, coverage }: CheckResult, t: Translate): string {
  const lines = findings.map((finding) =>
    t('findings:line', {
      line: lineNumber(text, finding.start),
      severity: severityWord(finding.severity, t),
      message: messageOf(finding, t),
      words: text.slice(finding.start, finding.end).replace(/\s+/g, ' ').slice(0, 60),
    }),
  )
  const summary = t('findings:summary', { count: findings.length, ...coverage })
  return [file, ...lines.map((line) => `  ${line}`), `  ${summary}`].join('\n')
}

function lineNumber(text: string, at: number): number {
  let line = 1
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < at; feed = text.indexOf('\n', feed + 1)) line++
  return line
}
