import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { TFunction } from 'i18next'
import type { PlaceLevel, Report, ReportKind, ReportMeta } from '../../../shared/report/schema.ts'
import { weekdayOf } from '../../../shared/templates/calendar.ts'
import { newReport } from '../../../shared/templates/new-report.ts'
import { levelOfPlace, usualOffice } from '../../../shared/templates/offices.ts'
import type { Templates } from '../../../shared/templates/templates.ts'
import { encodeReportFile } from '../../services/report-file/report-file.ts'
import { readTemplates } from '../../services/templates.ts'
import { writeWithFolders } from '../../services/write-with-folders.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand } from '../command.ts'

/** A new report from a structure, as the dialog of the window makes it. */
export const command: CliCommand = {
  name: 'new',
  usage: 'new --place PLACE [--level L] [--kind K | --structure ID] [--year Y] [--date D] … -o FILE.zhenggao',
  run: async (args, io) => {
    const say = await cliSentences()
    const refuse = (key: string, values: Record<string, string> = {}): number => {
      io.err(say(`templates:cli.${key}`, values))
      return 2
    }
    const options = readOptions(args)
    if ('unknown' in options) return refuse('unknownOption', { option: options.unknown })
    const templates = await readTemplates()
    if (options.list) {
      io.out(listOf(templates))
      return 0
    }
    const made = makeReport(options, templates)
    if ('problem' in made) return refuse(made.problem, made.values)
    const path = resolve(io.cwd, made.output)
    // A new report has nothing in it yet: it never takes the place of one that may.
    if (existsSync(path)) return refuse('exists', { name: made.output })
    const refusal = await writeWithFolders(path, encodeReportFile(made.report))
    if (refusal) return refuse('notWritten', { name: made.output, why: whyOf(say, refusal) })
    io.out(say('templates:cli.written', { name: made.output, structure: made.structure }))
    return 0
  },
}

const levels: readonly string[] = ['township', 'town', 'subdistrict', 'county', 'district', 'city']
const kinds: readonly string[] = ['annual', 'half-year', 'term', 'blank']

const known = {
  place: { type: 'string' },
  level: { type: 'string' },
  kind: { type: 'string' },
  structure: { type: 'string' },
  year: { type: 'string' },
  date: { type: 'string' },
  congress: { type: 'string' },
  session: { type: 'string' },
  office: { type: 'string' },
  speaker: { type: 'string' },
  output: { type: 'string', short: 'o' },
  list: { type: 'boolean' },
} as const

type Options = ReturnType<typeof parseArgs<{ options: typeof known }>>['values']

function readOptions(args: readonly string[]): Options | { unknown: string } {
  try {
    return parseArgs({ args: [...args], options: known, strict: true }).values
  } catch {
    const wrong = args.find((argument) => argument.startsWith('-') && !isKnown(argument))
    return { unknown: wrong ?? args.at(-1) ?? '' }
  }
}

function isKnown(argument: string): boolean {
  return argument === '-o' || argument.replace(/^--|=.*$/gs, '') in known
}

type Made = { report: Report; output: string; structure: string } | { problem: string; values: Record<string, string> }

const problem = (name: string, values: Record<string, string> = {}): Made => ({ problem: name, values })

function makeReport(options: Options, templates: Templates): Made {
  const { place, output } = options
  if (!place) return problem('needsPlace')
  if (!output?.endsWith('.zhenggao')) return problem('needsOutput')
  const level = options.level ?? levelOfPlace(place)
  if (!isLevel(level)) return problem('unknownLevel', { level: level ?? place, levels: levels.join(' ') })
  if (options.kind !== undefined && !isKind(options.kind))
    return problem('unknownKind', { kind: options.kind, kinds: kinds.join(' ') })
  const offered = templates.structures.filter((structure) => structure.levels.includes(level))
  const structure = options.structure
    ? offered.find(({ id }) => id === options.structure)
    : offered.find(({ kind }) => kind === (options.kind ?? 'annual'))
  if (!structure)
    return problem('unknownStructure', {
      structure: options.structure ?? '',
      structures: offered.map(({ id }) => id).join(' '),
    })
  const meta = readMeta(options, place, level, structure.kind)
  if ('option' in meta) return problem('wrongValue', meta)
  const report = newReport({ id: randomUUID(), kind: structure.kind, structure, meta, templates })
  return { report, output, structure: structure.name }
}

function readMeta(
  options: Options,
  place: string,
  level: PlaceLevel,
  kind: ReportKind,
): ReportMeta | { option: string; value: string } {
  const numbers = { year: [1900, 2200], congress: [1, 99], session: [1, 99] } as const
  const read: Record<keyof typeof numbers, number | null> = { year: null, congress: null, session: null }
  for (const name of ['year', 'congress', 'session'] as const) {
    const printed = options[name]
    if (printed === undefined) continue
    const [least, most] = numbers[name]
    const value = /^\d{1,4}$/.test(printed) ? Number(printed) : 0
    if (value < least || value > most) return { option: `--${name}`, value: printed }
    read[name] = value
  }
  const { date } = options
  if (date !== undefined && weekdayOf(date) === null) return { option: '--date', value: date }
  return {
    place,
    level,
    kind,
    year: read.year,
    meeting: { congress: read.congress, session: read.session },
    speaker: { office: options.office ?? usualOffice(level), name: options.speaker ?? '' },
    date: date ?? null,
    stage: '',
    classification: '',
  }
}

const isLevel = (word: string | undefined): word is PlaceLevel => word !== undefined && levels.includes(word)
const isKind = (word: string): word is ReportKind => kinds.includes(word)

function listOf({ structures }: Templates): string {
  return structures
    .map(({ id, levels: places, name, description }) => `${id}\t${places.join(',')}\t${name}\t${description}`)
    .join('\n')
}

function whyOf(
  say: TFunction<'documents'>,
  refusal: { reason: string; values?: Record<string, string | number> },
): string {
  return say(`refusal.${refusal.reason}`, refusal.values ?? {})
}
