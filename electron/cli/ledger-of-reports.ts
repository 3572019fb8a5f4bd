import { basename, resolve } from 'node:path'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { importEdits, planImport, readChain, type ReportChain } from '../../shared/ledger/import-reports.ts'
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'
import type { GivenReport } from '../../shared/ledger/proposal.ts'
import { readTemplates } from '../services/templates.ts'
import { checkedTextOf } from '../services/import/text-of-file.ts'
import { localTime, type Clock } from '../services/clock.ts'
import { conflictSentence, unusableSentence } from './check-file.ts'
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
  // What somebody keeps in a file counts; the sentences only fill what it does not say.
  const kept = ledgersOf(given, chain.place ?? '')
  const steps = planImport(kept, accepted).filter(({ before }) => before === null)
  const ledger = editLedger(kept, importEdits(kept, steps, indicators), { at: localTime(clock()), by: '' })
  return { ledger, chain }
}

type GivenFile = GivenReport & { ledger?: Ledger }

/** Of a figure in several files the one that was changed last; ledgers of other places are left out, as their reports are. */
function ledgersOf(given: readonly GivenFile[], place: string): Ledger {
  return given
    .flatMap(({ ledger }) => (ledger && (ledger.place === place || place === '') ? ledger : []))
    .reduce((all, own) => mergeLedgers(all, { ...own, place: all.place }).ledger, emptyLedger(place))
}

async function readGiven(files: readonly string[], io: CliIo, t: Translate): Promise<GivenFile[] | undefined> {
  const given: GivenFile[] = []
  for (const file of new Set(files)) {
    const read = await checkedTextOf(resolve(io.cwd, file))
    if (!read.ok) {
      io.err(unusableSentence(file, read, t))
      return undefined
    }
    if (read.conflicts) io.err(conflictSentence(file, read.conflicts, t))
    const { year, place } = read.meta ?? {}
    given.push({
      file: nameOf(file, files),
      text: read.text,
      year: year ?? null,
      place: place ?? null,
      ...(read.ledger && { ledger: read.ledger }),
    })
  }
  return given
}

/** Sources name a report by its file; two files of one name keep their paths. */
function nameOf(path: string, all: readonly string[]): string {
  const name = basename(path)
  return all.filter((other) => basename(other) === name).length > 1 ? path : name
}
