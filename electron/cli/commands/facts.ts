import { createCheckCache } from '../../../shared/checks/check-cache.ts'
import { readReport } from '../../../shared/checks/read-report.ts'
import { growthValue } from '../../../shared/indicators/printed-growth.ts'
import type { Statement } from '../../../shared/indicators/statement.ts'
import type { IndicatorEntry } from '../../../shared/templates/templates.ts'
import { noNames } from '../../../shared/checks/rule.ts'
import { readTemplates } from '../../services/templates.ts'
import { answerFiles } from '../answer-files.ts'
import type { CliCommand } from '../command.ts'

/** Every indicator statement of the files: who grew by how much, when, and whether it is a result or a target. */
export const command: CliCommand = {
  name: 'facts',
  usage: 'facts [--json] FILE…',
  run: async (args, io) => {
    const { indicators } = await readTemplates()
    return answerFiles(
      args,
      io,
      { switches: ['--json'], values: [] },
      { key: 'facts', read: (text) => readFacts(text, indicators), line: lineOf },
    )
  },
}

function readFacts(text: string, indicators: IndicatorEntry[]): Fact[] {
  const { statements } = readReport(
    {
      text,
      year: null,
      place: null,
      prior: [],
      indicators,
      formulations: { asOf: '', items: [] },
      usage: { asOf: '', items: [], powers: [] },
      terms: [],
      names: noNames,
    },
    createCheckCache(),
  )
  return statements.map(factOf)
}

interface Fact {
  start: number
  end: number
  indicator: string
  surface: string
  known: boolean
  /** Decimal strings, magnitudes multiplied out. */
  value: string | null
  valueMax: string | null
  unit: string | null
  growth: string | null
  growthKind: Statement['growthKind']
  growthBase: Statement['growthBase'] | null
  bound: Statement['bound']
  year: number | null
  period: Statement['period']
  role: Statement['role']
  provisional: boolean
  place: string
  section: Statement['section']
  partOf: number | null
}

function factOf(statement: Statement): Fact {
  const { value, growth } = statement
  return {
    start: statement.start,
    end: statement.end,
    indicator: statement.indicator,
    surface: statement.surface,
    known: statement.known,
    value: value?.value ?? null,
    valueMax: statement.valueMax?.value ?? null,
    unit: value?.unit ?? null,
    growth: growthValue(statement),
    growthKind: statement.growthKind,
    growthBase: growth ? statement.growthBase : null,
    bound: statement.bound,
    year: statement.year,
    period: statement.period,
    role: statement.role,
    provisional: statement.provisional,
    place: statement.place,
    section: statement.section,
    partOf: statement.partOf ?? null,
  }
}

function lineOf(fact: Fact): string {
  const value = fact.value === null ? '' : `${fact.value} ${fact.unit ?? ''}`
  const growth = fact.growth === null ? '' : `${fact.growth} ${fact.growthKind ?? ''}`
  return [`${fact.start}–${fact.end}`, fact.year ?? '', fact.role, fact.indicator, value, growth].join('\t')
}
