import { basename, resolve } from 'node:path'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { importEdits, planImport, readChain, type ReportChain } from '../../shared/ledger/import-reports.ts'
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts'
import type { GivenReport } from '../../shared/ledger/proposal.ts'
import { readTemplates } from '../services/templates.ts'
import { checkedTextOf } from '../services/import/text-of-file.ts'
import { localTime, type Clock } from '../services/clock.ts'
import { unusableSentence } from './check-file.ts'
import type { CliIo } from './command.ts'
import type { Translate } from '../../shared/checks/finding-sentence.ts'

export interface LedgerOfReports {
  ledger: Ledger
  chain: ReportChain
}

/** Which reports, of which place, and whether also figures that the catalogue does not know are taken. */
export interface LedgerRequest {
  files: readonly string[]
  place: string | null
  all: boolean
}

/** The ledger that the reports give by themselves; undefined where one of the files cannot be used, which is said. */
export async function ledgerOfReports(
  { files, place, all }: LedgerRequest,
  io: CliIo,
  t: Translate,
  clock: Clock = () => new Date(),
): Promise<LedgerOfReports | undefined> {
  const given = await readGiven(files, io, t)
  if (!given) return undefined
  const { indicators } = await readTemplates()
  const chain = readChain(given, place, indicators)
  const accepted = chain.readings.flatMap(({ proposals }) => proposals.filter(({ known }) => known || all))
  const empty = emptyLedger(chain.place ?? '')
  const steps = planImport(empty, accepted)
  const ledger = editLedger(empty, importEdits(empty, steps, indicators), { at: localTime(clock()), by: '' })
  return { ledger, chain }
}

async function readGiven(files: readonly string[], io: CliIo, t: Translate): Promise<GivenReport[] | undefined> {
  const given: GivenReport[] = []
  for (const file of new Set(files)) {
    const read = await checkedTextOf(resolve(io.cwd, file))
    if (!read.ok) {
      io.err(unusableSentence(file, read, t))
      return undefined
    }
    const { year, place } = read.meta ?? {}
    given.push({ file: nameOf(file, files), text: read.text, year: year ?? null, place: place ?? null })
  }
  return given
}

/** Sources name a report by its file; two files of one name keep their paths. */
function nameOf(path: string, all: readonly string[]): string {
  const name = basename(path)
  return all.filter((other) => basename(other) === name).length > 1 ? path : name
}
