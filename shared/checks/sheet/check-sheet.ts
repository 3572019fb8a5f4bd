import type { ReportMeta } from '../../report/schema.ts'
import type { Finding, Severity } from '../finding.ts'
import {
  findingSentence,
  formulaSentence,
  repairSentence,
  ruleName,
  severityWord,
  type Translate,
} from '../finding-sentence.ts'
import { findSetAside, type SetAside } from '../set-aside.ts'
import { coverageSentences, type SheetCoverage } from './coverage-sentences.ts'
import { clipped, quotesOf, type Quote } from './quotes.ts'
import { pathAt, type SectionPlace } from './section-places.ts'

/** 核对表: what the checks found, what was set aside and by whom, and how far they reached; words ready to be laid out. */
export interface CheckSheet {
  title: string
  facts: { name: string; value: string }[]
  /** How many figures could be checked, how many not, and why not. */
  coverage: string[]
  heads: SheetHeads
  /** In the order of the text; what was set aside for words that have changed since comes last. */
  rows: SheetRow[]
  /** Said in place of the table when there is no row. */
  none: string
}

export const sheetColumns = ['number', 'level', 'section', 'words', 'verdict', 'evidence', 'repairs', 'state'] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** Names of the columns; a spreadsheet has formula, reason, person and day in columns of their own. */
export type SheetHeads = Record<SheetColumn | 'formula' | 'reason' | 'by' | 'on', string>

export interface SheetRow {
  /** Null where the words that were set aside have changed and are no longer flagged as they were. */
  severity: Severity | null
  /** 有误 / 请核对 / 提示; '' without severity. */
  level: string
  /** Headings it stands under, outermost first. */
  section: string[]
  /** The flagged words. */
  words: string
  verdict: string
  /** 文中 25.8%，应为 30.3%～34.2%（7.8 ÷ 5.9 − 1）; '' without arithmetic. */
  formula: string
  evidence: Quote[]
  repairs: string[]
  state: SheetState
  /** 待处理 / 已忽略 / 曾忽略，文字已改. */
  stateWord: string
  reason: string
  by: string
  /** `YYYY-MM-DD`; '' for what was not set aside. */
  on: string
}

export type SheetState = 'open' | 'ignored' | 'outdated'

export interface CheckSheetInput {
  /** The report's own title; '' takes the place and the usual one. */
  report: string
  place: string | null
  year: number | null
  /** 秘密: the sheet quotes the report and so is as secret. */
  classification?: ReportMeta['classification']
  /** The checked text; offsets of findings and sections are those of it. */
  text: string
  sections: readonly SectionPlace[]
  findings: readonly Finding[]
  coverage: SheetCoverage
  /** Decisions of this report and of all reports. */
  ignored: readonly SetAside[]
  prior: readonly { name: string; text: string }[]
  /** Places at which the text holds what several wrote in place of each other. */
  conflicts?: number
  /** `YYYY-MM-DDThh:mm:ss`, local wall time of the check. */
  at: string
}

export function checkSheet(input: CheckSheetInput, t: Translate): CheckSheet {
  const setAside = findSetAside(input.ignored)
  const used = new Set(input.findings.map(setAside))
  const rows = [
    ...input.findings.map((finding) => findingRow(finding, setAside(finding), input, t)),
    ...input.ignored.filter((entry) => !used.has(entry)).flatMap((entry) => outdatedRows(entry, t)),
  ]
  return {
    title: t('sheets:title', { report: titleOf(input, t) }),
    facts: factsOf(input, rows, t),
    coverage: [
      ...coverageSentences(input.coverage, input.prior.length > 0, t),
      ...(input.conflicts ? [t('sheets:openConflicts', { count: input.conflicts })] : []),
    ],
    heads: headsOf(t),
    rows,
    none: t('sheets:none'),
  }
}

/** Place and title without doubling the place. */
function titleOf({ report, place }: CheckSheetInput, t: Translate): string {
  const title = report.replace(/\s/g, '') || t('sheets:usualTitle')
  return place === null || title.includes(place) ? title : place + title
}

function factsOf(input: CheckSheetInput, rows: readonly SheetRow[], t: Translate): CheckSheet['facts'] {
  const open = (severity: Severity): number =>
    rows.filter((row) => row.state === 'open' && row.severity === severity).length
  const counts = t('sheets:counts', {
    errors: open('error'),
    warnings: open('warning'),
    notes: open('note'),
    ignored: rows.filter(({ state }) => state !== 'open').length,
  })
  const prior = input.prior.map(({ name }) => name).join(t('sheets:separator'))
  const fact = (name: string, value: string): CheckSheet['facts'] =>
    value === '' ? [] : [{ name: t(`sheets:fact.${name}`), value }]
  return [
    ...fact('classification', input.classification ?? ''),
    ...fact('place', input.place ?? ''),
    ...fact('year', input.year === null ? '' : String(input.year)),
    ...fact('at', input.at.slice(0, 16).replace('T', ' ')),
    ...fact('prior', prior || t('sheets:noPrior')),
    ...fact('findings', counts),
  ]
}

function headsOf(t: Translate): SheetHeads {
  const names = [...sheetColumns, 'formula', 'reason', 'by', 'on'] as const
  return Object.fromEntries(names.map((name) => [name, t(`sheets:column.${name}`)])) as SheetHeads
}

function findingRow(
  finding: Finding,
  ignored: SetAside | undefined,
  { text, sections, prior }: CheckSheetInput,
  t: Translate,
): SheetRow {
  return {
    severity: finding.severity,
    level: severityWord(finding.severity, t),
    section: pathAt(sections, finding.start),
    words: clipped(text.slice(finding.start, finding.end)),
    verdict: findingSentence(finding, t),
    formula: formulaSentence(finding, t) ?? '',
    evidence: quotesOf(finding, { text, sections, prior }, t),
    repairs: finding.repairs.map((repair) => repairSentence(repair, t)),
    ...stateOf(ignored, 'ignored', t),
  }
}

/** The finding came back in another shape or is gone; that somebody set it aside stays on record. */
function outdatedRows(entry: SetAside, t: Translate): SheetRow[] {
  if (entry.indicator !== undefined) return []
  return [
    {
      severity: null,
      level: '',
      section: [],
      words: clipped(entry.quote ?? ''),
      verdict: ruleName(entry.rule, t),
      formula: '',
      evidence: [],
      repairs: [],
      ...stateOf(entry, 'outdated', t),
    },
  ]
}

function stateOf(
  ignored: SetAside | undefined,
  state: 'ignored' | 'outdated',
  t: Translate,
): Pick<SheetRow, 'state' | 'stateWord' | 'reason' | 'by' | 'on'> {
  if (!ignored) return { state: 'open', stateWord: t('sheets:state.open'), reason: '', by: '', on: '' }
  const { reason, by, at, indicator } = ignored
  const stateWord = t(`sheets:state.${indicator === undefined ? state : 'indicator'}`)
  return { state, stateWord, reason, by, on: at.slice(0, 10) }
}
