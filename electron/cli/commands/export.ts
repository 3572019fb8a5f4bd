import { extname, resolve } from 'node:path'
import type { TFunction } from 'i18next'
import type { Notice } from '../../../shared/desktop/results.ts'
import { exportReport } from '../../services/export/export-report.ts'
import type { Clean } from '../../services/export/pending-review.ts'
import { installedFonts } from '../../services/fonts.ts'
import { sourcePart } from '../../services/import/kept-source.ts'
import { readReportFile } from '../../services/import/read-file.ts'
import { readTemplates } from '../../services/templates.ts'
import { unusable } from '../answer-files.ts'
import { cliSentences } from '../cli-sentences.ts'
import type { CliCommand, CliIo } from '../command.ts'
import { cliTranslate, unusableSentence } from '../check-file.ts'
import { commentsOn } from '../comments-on.ts'
import { readFileArguments } from '../file-arguments.ts'
import { printToPdf } from '../print-engine.ts'

/** One report of any readable format as a Word file or PDF, laid out by a preset. */
export const command: CliCommand = {
  name: 'export',
  usage:
    'export FILE [--preset ID] [--review] [--clean [--as-final]] [--comments [--prior FILE]] -o FILE.docx|FILE.pdf',
  async run(args, io) {
    const say = await cliSentences()
    const asked = readExportArguments(args, say)
    if ('problem' in asked) return refuse(io, asked.problem)
    const { presets } = await readTemplates()
    const preset = presets.find(({ id }) => id === (asked.preset ?? 'standard'))
    if (!preset) {
      const ids = presets.map(({ id }) => id).join(' ')
      return refuse(io, say('export:cli.unknownPreset', { preset: asked.preset ?? '', presets: ids }))
    }
    const source = resolve(io.cwd, asked.file)
    const read = await readReportFile(source)
    if (!read.ok) {
      return refuse(
        io,
        say('export:cli.unreadable', { name: asked.file, why: say(`refusal.${read.reason}`, read.values ?? {}) }),
      )
    }
    const comments = asked.comments ? await commentsOn(read, asked.prior, io) : undefined
    if (comments && 'refusal' in comments) {
      return refuse(io, unusableSentence(asked.prior ?? '', comments.refusal, await cliTranslate()))
    }
    // A Word file keeps its own layout unless another one is asked for.
    const imported = asked.preset === undefined && !comments ? read.parts?.[sourcePart] : undefined
    const exported = await exportReport(
      {
        report: read.report,
        preset,
        format: asked.format,
        path: resolve(io.cwd, asked.output),
        clock: `${new Date().toISOString().slice(0, 19)}Z`,
        installedFonts: await installedFonts(),
        sources: [source],
        ...(comments ? { comments } : {}),
        ...(imported ? { imported } : {}),
        ...(asked.clean ? { clean: asked.clean } : {}),
        review: asked.review,
      },
      printToPdf,
    )
    if (!exported.exported) {
      return refuse(
        io,
        say('export:cli.failed', { name: asked.output, why: say(`refusal.${exported.reason}`, exported.values ?? {}) }),
      )
    }
    // What reading left out is left out only where the file is laid out anew: one that keeps its own layout keeps it.
    warn(io, say, [...(imported && asked.format === 'docx' ? [] : (read.summary?.notices ?? [])), ...exported.notices])
    io.out(asked.output)
    return 0
  },
}

interface ExportArguments {
  file: string
  output: string
  /** Undefined: none was asked for. */
  preset: string | undefined
  format: 'docx' | 'pdf'
  /** The findings as comments, checked against an earlier report as well where one is given. */
  comments: boolean
  prior: string | undefined
  clean: Clean | undefined
  review: boolean
}

function readExportArguments(
  args: readonly string[],
  say: TFunction<'documents'>,
): ExportArguments | { problem: string } {
  const options = readFileArguments(args, {
    switches: ['--comments', '--clean', '--as-final', '--review'],
    values: ['-o', '--preset', '--prior'],
  })
  if (!options.usable) return { problem: say(`cli.${options.messageId}`, { option: options.option }) }
  const [file, ...more] = options.files
  if (file === undefined || more.length > 0) return { problem: say('export:cli.needsOneFile') }
  const output = options.values.get('-o')
  if (output === undefined) return { problem: say('export:cli.needsOutput') }
  const ending = extname(output).toLowerCase()
  if (ending !== '.docx' && ending !== '.pdf') return { problem: say('export:cli.unknownFormat', { name: output }) }
  const comments = options.switches.has('--comments')
  const prior = options.values.get('--prior')
  if (comments && ending === '.pdf') return { problem: say('sheets:cli.commentsInWord') }
  if (prior !== undefined && !comments) return { problem: say('sheets:cli.priorWithComments') }
  const clean = options.switches.has('--clean')
  const asFinal = options.switches.has('--as-final')
  if (asFinal && !clean) return { problem: say('export:cli.cleanNeedsFinal') }
  const review = options.switches.has('--review')
  if (review && (clean || comments)) return { problem: say('export:cli.reviewAlone') }
  if (clean && comments) return { problem: say('export:cli.cleanWithoutComments') }
  return {
    file,
    output,
    preset: options.values.get('--preset'),
    format: ending === '.pdf' ? 'pdf' : 'docx',
    comments,
    prior,
    review,
    clean: clean ? (asFinal ? 'final' : 'refuse') : undefined,
  }
}

function refuse(io: CliIo, sentence: string): number {
  io.err(sentence)
  return unusable
}

function warn(io: CliIo, say: TFunction<'documents'>, notices: readonly Notice[]): void {
  for (const { messageId, values } of notices) io.err(say(messageId, values ?? {}))
}
