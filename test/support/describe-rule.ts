import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkFigures, checkReport } from '../../shared/checks/check-report.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import { findingSentence, formulaSentence, repairSentence } from '../../shared/checks/finding-sentence.ts'
import type { CheckInput, Rule } from '../../shared/checks/rule.ts'
import { rules } from '../../shared/checks/rules/index.ts'
import { languages } from '../../shared/locales/locales.ts'
import type { BoundStretch } from '../../shared/ledger/links.ts'
import { checkInput, translator } from './check-data.ts'
import { ledgerOf, type Cell } from './ledgers.ts'

interface Circumstances {
  year?: number
  place?: string
  /** Earlier reports, newest first. */
  prior?: string[]
  /** What the ledger of the place has. */
  ledger?: Cell[]
  /** Keys of the words in braces, in the order of the text: {4126万元}. */
  links?: string[]
  /** Sentences that came from last year's report, as they stand in the text. */
  carried?: string[]
  /** What changed sentences kept of last year's. */
  carriedParts?: string[]
}

/** What becomes of the figures, as they are printed and in their order. */
interface FigureStates {
  agreeing?: string[]
  undecidable?: string[]
  doubtful?: string[]
}

export interface PassingRow extends Circumstances, FigureStates {
  text: string
}

export interface FlaggedRow extends Circumstances, FigureStates {
  /** The flagged words stand in 【】. */
  text: string
  /** One for all, or one for each bracket in the order of the text. */
  messageId: string | string[]
  severity?: Finding['severity']
  kind?: string
  /** What the first repair makes of the flagged sentence; it must stand in the repaired text. null: there is none. */
  repaired?: string | null
  /** The formula of the first finding, as it is read in simplified Chinese. */
  formula?: string
  /** The evidence of the first finding, each piece as it is shown. */
  evidence?: string[]
  /** The first finding as it is read in simplified Chinese. */
  says?: string
}

export interface RuleTable {
  passes: (string | PassingRow)[]
  flags: FlaggedRow[]
}

/**
 * Runs one rule through the whole kernel. For every row: the flagged ranges are those in brackets, the result with a cache
 * that has seen other text is the result without, every sentence exists in all languages, evidence lies inside the text,
 * and each repair makes its finding go away.
 */
export function describeRule(rule: Rule, table: RuleTable): void {
  describe(rule.id, () => {
    for (const row of table.passes) {
      const { text, ...given }: PassingRow = typeof row === 'string' ? { text: row } : row
      test(`passes: ${name(text)}`, () => {
        const plain = withoutBounds(text, given)
        const input = inputOf(text, given)
        expect(marked(plain, run(rule, input))).toBe(plain)
        checkStates(rule, input, given)
      })
    }
    for (const row of table.flags) {
      test(`flags: ${name(row.text)}`, () => {
        checkFlagged(rule, row)
      })
    }
  })
}

function checkFlagged(rule: Rule, row: FlaggedRow): void {
  const text = withoutBounds(row.text, row).replace(/[【】]/g, '')
  const input = inputOf(row.text.replace(/[【】]/g, ''), row)
  const findings = run(rule, input)
  expect(marked(text, findings)).toBe(withoutBounds(row.text, row))
  const ids = typeof row.messageId === 'string' ? findings.map(() => row.messageId) : row.messageId
  expect(findings.map(({ messageId }) => messageId)).toEqual(ids)
  for (const finding of findings) {
    if (row.severity) expect(finding.severity).toBe(row.severity)
    if (row.kind) expect(finding.kind).toBe(row.kind)
    checkEvidence(finding, text)
    checkSentences(finding)
    for (const repair of finding.repairs) checkRepair(rule, input, finding, repair.edits)
  }
  if (row.formula !== undefined) expect(findings[0] && formulaSentence(findings[0], chinese)).toBe(row.formula)
  if (row.says !== undefined) expect(findings[0] && findingSentence(findings[0], chinese)).toBe(row.says)
  if (row.evidence) {
    const textOf = (file?: string): string => input.prior.find(({ name }) => name === file)?.text ?? text
    const pieces = findings[0]?.evidence.map(({ sentence: { file, start, end } }) => textOf(file).slice(start, end))
    expect(pieces).toEqual(row.evidence)
  }
  checkStates(rule, input, row)
  if (row.repaired === null) expect(findings[0]?.repairs).toEqual([])
  else if (row.repaired !== undefined) {
    expect(apply(text, findings[0]?.repairs[0]?.edits ?? [])).toContain(row.repaired)
  }
}

const alone = (rule: Rule): string[] => rules.filter(({ id }) => id !== rule.id).map(({ id }) => id)

function checkStates(rule: Rule, input: CheckInput, row: FigureStates): void {
  for (const state of ['agreeing', 'undecidable', 'doubtful'] as const) {
    if (!row[state]) continue
    const { figures } = checkFigures({ ...input, rulesOff: alone(rule) })
    expect(
      figures.filter((one) => one.state === state).map(({ figure }) => figure.text),
      state,
    ).toEqual(row[state])
  }
}

function run(rule: Rule, given: CheckInput): Finding[] {
  const input = { ...given, rulesOff: alone(rule) }
  const scratch = checkReport(input)
  const cache = createCheckCache()
  checkReport({ ...input, text: `${input.text.slice(0, input.text.length / 2)}\n开头多了一行。` }, cache)
  expect(checkReport(input, cache), 'with a cache').toEqual(scratch)
  return scratch.findings
}

/** Braces are those of bound figures where a row has links; elsewhere they belong to the text. */
function withoutBounds(text: string, { links }: Circumstances): string {
  return links === undefined ? text : text.replace(/[{}]/g, '')
}

function stretchOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

function inputOf(
  marked: string,
  { year, place, prior, ledger, links, carried, carriedParts }: Circumstances,
): CheckInput {
  const leaves = links === undefined ? [marked] : marked.split(/[{}]/)
  const bound: BoundStretch[] = []
  let text = ''
  leaves.forEach((words, index) => {
    const start = text.length
    text += words
    if (index % 2 === 1) bound.push({ start, end: text.length, key: links?.[bound.length] ?? '', inCell: false })
  })
  return checkInput(text, {
    ...(ledger && { ledger: ledgerOf(...ledger), links: bound }),
    year: year ?? null,
    place: place ?? null,
    carried: [
      ...(carried ?? []).map((words) => stretchOf(text, words)),
      ...(carriedParts ?? []).map((words) => ({ ...stretchOf(text, words), part: true as const })),
    ].sort((a, b) => a.start - b.start),
    prior: (prior ?? []).map((text, index) => ({ name: `往年${index + 1}`, text })),
  })
}

function marked(text: string, findings: readonly Finding[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of findings) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`
    at = end
  }
  return out + text.slice(at)
}

function checkEvidence(finding: Finding, text: string): void {
  expect(finding.end).toBeGreaterThan(finding.start)
  for (const { sentence, marks } of finding.evidence) {
    if (sentence.file === undefined) expect(sentence.end).toBeLessThanOrEqual(text.length)
    for (const mark of marks) {
      expect(mark.start).toBeGreaterThanOrEqual(sentence.start)
      expect(mark.end).toBeLessThanOrEqual(sentence.end)
      expect(mark.file).toBe(sentence.file)
    }
  }
}

const chinese = translator('zh-CN')
const translators = languages.map((language) => translator(language))

function checkSentences(finding: Finding): void {
  for (const translate of translators) {
    const sentences = [
      findingSentence(finding, translate),
      formulaSentence(finding, translate) ?? '',
      ...finding.repairs.map((repair) => repairSentence(repair, translate)),
      translate(`findings:rule.${finding.rule}`),
    ]
    for (const sentence of sentences)
      expect(sentence).not.toMatch(/\{\{|^(?:findings:|message\.|repair\.|rule\.|formula)/)
  }
}

function checkRepair(
  rule: Rule,
  input: CheckInput,
  finding: Finding,
  edits: Finding['repairs'][number]['edits'],
): void {
  const repaired = apply(input.text, edits)
  expect(repaired).not.toBe(input.text)
  const links = (input.links ?? []).map((link) => carried(link, edits))
  const still = run(rule, { ...input, text: repaired, links }).filter(
    ({ fingerprint }) => fingerprint === finding.fingerprint,
  )
  expect(still, 'the repair solves the finding').toEqual([])
}

/** Where bound words stand once edits, none of which lie across their ends, have changed the text. */
function carried(link: BoundStretch, edits: readonly { start: number; end: number; text: string }[]): BoundStretch {
  const move = (at: number, isEnd: boolean): number =>
    edits.reduce((moved, { start, end, text }) => {
      if (at <= start) return moved
      return at >= end ? moved + text.length - (end - start) : moved - at + start + (isEnd ? text.length : 0)
    }, at)
  return { ...link, start: move(link.start, false), end: move(link.end, true) }
}

function apply(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text)
}

const name = (text: string): string => text.replace(/[\s{}]+/g, ' ').slice(0, 60)

/** The rules are looked up in the list, so that a rule that nobody registered fails its own table. */
export function registered(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}
