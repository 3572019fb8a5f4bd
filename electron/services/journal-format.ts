import { crc32 } from 'node:zlib'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { Ledger, LedgerColumn, LedgerRow } from '../../shared/ledger/ledger.ts'
import type { ReportContents } from '../../shared/desktop/results.ts'
import type { Block, Report } from '../../shared/report/schema.ts'

/** The report as a whole. */
export interface WholeRecord {
  kind: 'whole'
  savedAt: string
  name: string
  path: string | null
  /** SHA-256 of the file that the text grew from; null: it has none. */
  fileHash: string | null
  report: Report
  /** Absent in journals of a program that did not keep earlier reports. */
  prior?: PriorReport[]
  /** Absent in journals of a program that kept no ledger. */
  ledger?: Ledger
}

/** What differs from the record before: blocks that changed in one stretch, and what surrounds the body. */
export interface ChangeRecord {
  kind: 'change'
  savedAt: string
  start: number
  removed: number
  inserted: Block[]
  /** Everything but the body, when it changed. */
  rest?: Omit<Report, 'body'>
  /** The earlier reports, when they changed. */
  prior?: PriorReport[]
  ledger?: LedgerChange
}

/** A ledger is hundreds of rows, and a change mostly one of them. */
export interface LedgerChange {
  place: string
  /** Names of all rows, in their order. */
  order: string[]
  /** Those that were changed or added. */
  changed: LedgerRow[]
  /** All of them; absent: there are none. */
  columns?: LedgerColumn[]
}

export type JournalRecord = WholeRecord | ChangeRecord

/** Length and counter before the text of a record, its CRC-32 after it; each 4 bytes, little-endian. */
const headLength = 8
const tailLength = 4

export function encodeRecord(counter: number, record: JournalRecord): Buffer {
  const text = Buffer.from(JSON.stringify(record))
  const bytes = Buffer.alloc(headLength + text.length + tailLength)
  bytes.writeUInt32LE(text.length, 0)
  bytes.writeUInt32LE(counter, 4)
  text.copy(bytes, headLength)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, headLength + text.length)), headLength + text.length)
  return bytes
}

/** The records up to the first one that is torn, out of order or altered. */
export function decodeRecords(bytes: Buffer): { records: JournalRecord[]; complete: boolean } {
  const records: JournalRecord[] = []
  let at = 0
  while (at + headLength + tailLength <= bytes.length) {
    const end = at + headLength + bytes.readUInt32LE(at)
    if (end + tailLength > bytes.length) break
    const isNext = bytes.readUInt32LE(at + 4) === records.length
    if (!isNext || bytes.readUInt32LE(end) !== crc32(bytes.subarray(at, end))) break
    records.push(JSON.parse(bytes.toString('utf8', at + headLength, end)) as JournalRecord)
    at = end + tailLength
  }
  return { records, complete: at === bytes.length }
}

/** Blocks are compared as text: the window sends a new tree each time. */
export function changeBetween(before: ReportContents, after: ReportContents, savedAt: string): ChangeRecord {
  const [old, now] = [before.report.body.map(asText), after.report.body.map(asText)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let same = 0
  while (same < old.length - start && same < now.length - start && old.at(-1 - same) === now.at(-1 - same)) same++
  const change: ChangeRecord = {
    kind: 'change',
    savedAt,
    start,
    removed: old.length - same - start,
    inserted: after.report.body.slice(start, now.length - same),
  }
  const rest = withoutBody(after.report)
  const ledger = ledgerChange(before.ledger, after.ledger)
  return {
    ...change,
    ...(ledger && { ledger }),
    ...(asText(withoutBody(before.report)) !== asText(rest) && { rest }),
    ...(asText(before.prior) !== asText(after.prior) && { prior: after.prior }),
  }
}

function ledgerChange(before: Ledger, after: Ledger): LedgerChange | undefined {
  const old = new Map(before.rows.map((row) => [row.indicator, asText(row)]))
  const changed = after.rows.filter((row) => old.get(row.indicator) !== asText(row))
  const order = after.rows.map(({ indicator }) => indicator)
  const sameColumns = asText(before.columns ?? []) === asText(after.columns ?? [])
  const same = before.place === after.place && sameColumns && order.join('|') === [...old.keys()].join('|')
  return same && changed.length === 0 ? undefined : { place: after.place, order, changed, ...columnsIn(after) }
}

function changedLedger({ rows }: Ledger, change: LedgerChange): Ledger {
  const { place, order, changed } = change
  const byName = new Map([...rows, ...changed].map((row) => [row.indicator, row]))
  return { place, rows: order.flatMap((name) => byName.get(name) ?? []), ...columnsIn(change) }
}

function columnsIn({ columns }: Pick<Ledger, 'columns'>): Pick<Ledger, 'columns'> {
  return columns ? { columns } : {}
}

export function isEmptyChange({ removed, inserted, rest, prior, ledger }: ChangeRecord): boolean {
  return removed === 0 && inserted.length === 0 && !rest && !prior && !ledger
}

export function applyChange({ report, prior, ledger }: ReportContents, change: ChangeRecord): ReportContents {
  const body = [...report.body]
  body.splice(change.start, change.removed, ...change.inserted)
  return {
    report: { ...withoutBody(report), ...change.rest, body },
    prior: change.prior ?? prior,
    ledger: change.ledger ? changedLedger(ledger, change.ledger) : ledger,
  }
}

function withoutBody(report: Report): Omit<Report, 'body'> {
  const { body, ...rest } = report
  return rest
}

function asText(value: unknown): string {
  return JSON.stringify(value)
}
