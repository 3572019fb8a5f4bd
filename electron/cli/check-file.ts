import { resolve } from 'node:path'
import { createCheckCache, type CheckCache } from '../../shared/checks/check-cache.ts'
import { checkReport, type CheckResult } from '../../shared/checks/check-report.ts'
import type { Evidence, Finding, Span } from '../../shared/checks/finding.ts'
import { findingSentence, formulaSentence, severityWord, type Translate } from '../../shared/checks/finding-sentence.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import { findSetAside } from '../../shared/checks/set-aside.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { IgnoredFinding, ReportMeta } from '../../shared/report/schema.ts'
import { checkedTextOf } from '../services/import/text-of-file.ts'
import { cliSentences } from './cli-sentences.ts'
import { lineNumbers } from './line-numbers.ts'

/** What is the same for every file of a run. */
export interface CheckSetting extends Omit<CheckInput, 'text' | 'place'> {
  cwd: string
}

/** One file of `--json`. */
export type Answer =
  { file: string; error: string } | ({ file: string; findings: AnsweredFinding[] } & Pick<CheckResult, 'coverage'>)

type AnsweredFinding = Pick<Finding, 'start' | 'end' | 'rule' | 'kind' | 'severity'> & {
  message: string
  evidence: Span[]
}

export interface CheckedFile {
  answer: Answer
  /** The same for people; of an unusable file the reason. */
  sentences: string
  verdict: 'sound' | 'errors' | 'unusable'
  /** What makes the answer doubtful as a whole. */
  warning?: string
}

export type FileChecker = (file: string) => Promise<CheckedFile>

/** Checks one file after the other; what two of them share is read once. */
export function createFileChecker(setting: CheckSetting, t: Translate): FileChecker {
  const cache = createCheckCache()
  return async (file) => answerFor(file, await readAndCheck(file, setting, cache), t)
}

/** A file that was read, what is known of it, and what was found. */
export interface ReadFile {
  ok: true
  text: string
  year: number | null
  place: string | null
  classification: ReportMeta['classification']
  ignored: IgnoredFinding[]
  /** The earlier reports it was compared with. */
  prior: CheckInput['prior']
  result: CheckResult
  /** Places at which the text holds what several wrote in place of each other. */
  conflicts: number
}

export async function readAndCheck(
  file: string,
  { cwd, ...setting }: CheckSetting,
  cache: CheckCache,
): Promise<ReadFile | ({ ok: false } & Refusal)> {
  const checked = await checkedTextOf(resolve(cwd, file))
  if (!checked.ok) return checked
  const { text, meta, ignored = [], ledger, links = [], carried = [], notes = [], conflicts = 0 } = checked
  // The year asked for goes before the one the report says of itself.
  const own = { year: setting.year ?? meta?.year ?? null, place: meta?.place || null }
  // Reports named on the command line go before those that lie in the file.
  const prior = setting.prior.length > 0 ? setting.prior : (checked.prior ?? [])
  const classification = meta?.classification ?? ''
  const result = checkReport(
    { ...setting, ...own, text, prior, carried, notes, ...(ledger && { ledger, links }) },
    cache,
  )
  return { ok: true, text, ...own, classification, ignored, prior, result, conflicts }
}

export function answerFor(file: string, read: Awaited<ReturnType<typeof readAndCheck>>, t: Translate): CheckedFile {
  if (!read.ok) {
    const error = unusableSentence(file, read, t)
    return { answer: { file, error }, sentences: error, verdict: 'unusable' }
  }
  const { coverage } = read.result
  const setAside = findSetAside(read.ignored)
  const findings = read.result.findings.filter((finding) => !setAside(finding))
  return {
    answer: { file, findings: findings.map((finding) => answerOf(finding, t)), coverage },
    sentences: sentencesOf(
      file,
      read.text,
      { ...read.result, findings },
      read.result.findings.length - findings.length,
      t,
    ),
    verdict: findings.some(({ severity }) => severity === 'error') ? 'errors' : 'sound',
    ...(read.conflicts > 0 && { warning: conflictSentence(file, read.conflicts, t) }),
  }
}

/** Figures of a place where nobody has chosen yet stand twice in the text. */
export function conflictSentence(name: string, count: number, t: Translate): string {
  return t('merge:cli.openConflicts', { name, count })
}

export async function cliTranslate(): Promise<Translate> {
  const say = await cliSentences()
  return (key, values) => say(key, values ?? {})
}

export function unusableSentence(
  name: string,
  refusal: { reason: string; values?: Record<string, string | number> },
  t: Translate,
): string {
  return t('documents:cli.unusableFile', { name, why: t(`documents:refusal.${refusal.reason}`, refusal.values) })
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

function sentencesOf(
  file: string,
  text: string,
  { findings, coverage }: CheckResult,
  ignored: number,
  t: Translate,
): string {
  const lineOf = lineNumbers(text)
  const lines = findings.map((finding) =>
    t('findings:line', {
      line: lineOf(finding.start),
      severity: severityWord(finding.severity, t),
      message: messageOf(finding, t),
      words: text.slice(finding.start, finding.end).replace(/\s+/g, ' ').slice(0, 60),
    }),
  )
  const { quantities, checkable } = coverage
  const summary = t('findings:summary', { count: findings.length, quantities, checkable })
  const apart = ignored === 0 ? [] : [`  ${t('findings:ignoredApart', { count: ignored })}`]
  return [file, ...lines.map((line) => `  ${line}`), `  ${summary}`, ...apart].join('\n')
}
