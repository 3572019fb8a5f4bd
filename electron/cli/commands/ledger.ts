import { resolve } from 'node:path'
import type { Translate } from '../../../shared/checks/finding-sentence.ts'
import { cellText } from '../../../shared/ledger/cell-text.ts'
import type { Ledger, LedgerFigure } from '../../../shared/ledger/ledger.ts'
import type { ReportConflict } from '../../../shared/ledger/proposal.ts'
import { cliTranslate, unusableSentence } from '../check-file.ts'
import type { CliCommand, CliIo } from '../command.ts'
import { readFileArguments } from '../file-arguments.ts'
import { ledgerOfReports, type LedgerOfReports } from '../ledger-of-reports.ts'
import { writeLedger } from '../write-ledger.ts'

const unusable = 2

/** The ledger that past reports of one place give: their figures by indicator and year, and where they differ. */
export const command: CliCommand = {
  name: 'ledger',
  usage: 'ledger [--json] [--xlsx FILE] [--csv FILE] [--place PLACE] [--all] REPORT…',
  run: async (args, io) => {
    const t = await cliTranslate()
    const options = readFileArguments(args, { switches: ['--json', '--all'], values: ['--place', '--xlsx', '--csv'] })
    if (!options.usable) {
      io.err(t(`documents:cli.${options.messageId}`, { option: options.option }))
      return unusable
    }
    const { files, switches, values } = options
    const made = await ledgerOfReports(
      { files, place: values.get('--place') ?? null, all: switches.has('--all') },
      io,
      t,
    )
    if (!made) return unusable
    sayRefused(made, io, t)
    if (made.chain.readings.length === 0) {
      io.err(t('past-reports:cli.nothing'))
      return unusable
    }
    if (!(await writeSheets(made.ledger, files, values, io, t))) return unusable
    io.out(switches.has('--json') ? JSON.stringify(answerOf(made)) : sentencesOf(made, t))
    return made.chain.refused.length > 0 ? unusable : 0
  },
}

/** False where a file that was asked for could not be written, which is said. */
async function writeSheets(
  ledger: Ledger,
  files: readonly string[],
  values: ReadonlyMap<string, string>,
  io: CliIo,
  t: Translate,
): Promise<boolean> {
  const clock = `${new Date().toISOString().slice(0, 19)}Z`
  const sources = files.map((file) => resolve(io.cwd, file))
  for (const format of ['xlsx', 'csv'] as const) {
    const name = values.get(`--${format}`)
    if (name === undefined) continue
    const refusal = await writeLedger(ledger, { path: resolve(io.cwd, name), format, sources, clock }, t)
    if (refusal) io.err(unusableSentence(name, refusal, t))
    if (refusal) return false
  }
  return true
}

function sayRefused({ chain: { refused, place } }: LedgerOfReports, io: CliIo, t: Translate): void {
  for (const { file, reason, named } of refused)
    io.err(t(`past-reports:cli.${reason}`, { file, named, place: place ?? '' }))
}

function answerOf({ ledger, chain }: LedgerOfReports): object {
  return {
    ledger,
    reports: chain.readings.map(({ file, year, place, proposals }) => ({
      file,
      year,
      place,
      figures: proposals.length,
    })),
    refused: chain.refused,
    conflicts: chain.conflicts.map(({ cell, by, guess, implied, first, later }) => ({
      ...cell,
      by,
      guess,
      first: sourceOf(first),
      later: sourceOf(later),
      ...(implied && { implied }),
    })),
  }
}

function sourceOf({ content: { value, unit, growth, growthUnit, source } }: ReportConflict['first']): object {
  return { value, unit, growth, growthUnit, file: source.file, sentence: source.sentence }
}

function sentencesOf({ ledger, chain }: LedgerOfReports, t: Translate): string {
  const { readings, conflicts } = chain
  const read = readings.map(({ file, year, proposals }) =>
    t('past-reports:cli.read', { file, year: year ?? '', count: proposals.length }),
  )
  const rows = ledger.rows.map(({ indicator, figures }) => {
    const yearly = figures.filter(({ period }) => period === 'year')
    return [indicator, ...yearly.map((figure) => figureWords(figure, t))].join('\t')
  })
  const said = conflicts.map((conflict) => conflictSentence(conflict, t))
  const differing = said.length > 0 ? [t('past-reports:cli.conflicts', { count: said.length }), ...said] : []
  return [...read, ...rows, ...differing].join('\n')
}

/** 2025 3900万元 +8.5%; 2026目标 +9%以上. */
function figureWords(figure: LedgerFigure, t: Translate): string {
  const head = `${figure.year}${figure.kind === 'target' ? t('past-reports:cli.target') : ''}`
  return `${head} ${cellText(figure, '')}`
}

function conflictSentence({ cell, first, later, by, implied, guess }: ReportConflict, t: Translate): string {
  const { value, unit } = later.content
  return t(by === 'value' ? 'past-reports:cli.conflictOfValue' : 'past-reports:cli.conflictOfGrowth', {
    indicator: cell.indicator,
    year: cell.year,
    first: first.content.source.file,
    later: later.content.source.file,
    own: `${first.content.value ?? ''}${first.content.unit}`,
    other: implied ? `${implied.range}${implied.unit}` : `${value ?? ''}${unit}`,
    guess: t(`past-reports:cli.guess.${guess}`),
  })
}
