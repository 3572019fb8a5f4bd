import { deflateSync, zipSync, type Zippable, type ZippableFile } from 'fflate'
import type { Refusal } from '../../../shared/desktop/results.ts'
import { readPriorReports, type PriorReport } from '../../../shared/desktop/prior-reports.ts'
import { emptyLedger, type Ledger } from '../../../shared/ledger/ledger.ts'
import { readLedger } from '../../../shared/ledger/parse-ledger.ts'
import { readSoundPart, type UnreadPart } from '../../../shared/ledger/sound-part.ts'
import { parseReport } from '../../../shared/report/parse.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { largestFile } from '../import/read-bytes.ts'
import { unpack, unpackLimits } from '../import/unpack.ts'
import type { FileParts } from '../report-files.ts'
import { upgradeReport } from './upgrades.ts'

/** First entry, stored unpacked, so that the kind of file can be read at a fixed place (as in OpenDocument). */
export const mediaType = 'application/vnd.zhenggao.report+zip'

const reportEntry = 'report.json'

/** The earliest day a zip knows; local parts of it are written, so the bytes are the same in every time zone. */
const fixedDate = new Date(1980, 0, 1)

/** The part with the earlier reports; it is absent where there are none. */
const priorPart = 'prior.json'

/** The part with 台账; it is absent where it is empty. */
const ledgerPart = 'ledger.json'

/** Where a ledger that could not be read stays once there is another; a second one gets a number. */
const unreadableLedger = (number: number): string => `ledger.unreadable${number === 1 ? '' : `-${number}`}.json`

/** The same report and parts give the same bytes. `parts`: what newer versions put beside the report, kept as it was. */
export function encodeReportFile(
  report: Report,
  parts: FileParts = {},
  prior: readonly PriorReport[] = [],
  ledger: Ledger = emptyLedger(report.meta.place),
): Uint8Array {
  return pack(contentOf(report), parts, besideReport(prior, ledger))
}

/** Undefined: so large that it could not be opened again. */
export function encodeForOpening(
  report: Report,
  parts: FileParts = {},
  prior: readonly PriorReport[] = [],
  ledger: Ledger = emptyLedger(report.meta.place),
): Uint8Array | undefined {
  const content = contentOf(report)
  const beside = besideReport(prior, ledger)
  if ([content, ...Object.values(beside)].some(({ length }) => length > unpackLimits.part)) return undefined
  const bytes = pack(content, parts, beside)
  return bytes.length > largestFile ? undefined : bytes
}

function contentOf(report: Report): Uint8Array {
  return jsonBytes(report)
}

/** The parts of our own that a file has where there is something in them. */
function besideReport(prior: readonly PriorReport[], ledger: Ledger): FileParts {
  return {
    ...(prior.length > 0 && { [priorPart]: jsonBytes(prior) }),
    ...((ledger.rows.length > 0 || ledger.columns) && { [ledgerPart]: jsonBytes(ledger) }),
  }
}

function pack(content: Uint8Array, parts: FileParts, beside: FileParts): Uint8Array {
  const entries: Zippable = {
    mimetype: [bytesOf(mediaType), { level: 0 }],
    [reportEntry]: content,
  }
  const others = { ...withUnreadableAside(parts, beside), ...beside }
  for (const name of Object.keys(others).sort()) {
    const part = others[name]
    if (part && !(name in entries)) entries[name] = readable(part)
  }
  return zipSync(entries, { level: 6, mtime: fixedDate, os: 0 })
}

/** A ledger among the parts is one that could not be read: it makes room for the new one, and is not lost. */
function withUnreadableAside(parts: FileParts, beside: FileParts): FileParts {
  const { [ledgerPart]: unreadable, ...others } = parts
  if (!unreadable || !beside[ledgerPart]) return parts
  let number = 1
  while (others[unreadableLedger(number)]) number++
  return { ...others, [unreadableLedger(number)]: unreadable }
}

/** A part that came in loosely packed is not packed so tightly that it would be taken for a bomb. */
function readable(part: Uint8Array): ZippableFile {
  const { ratio, ratioFrom } = unpackLimits
  const tight = part.length > ratioFrom && part.length > deflateSync(part, { level: 6 }).length * ratio
  return tight ? [part, { level: 0 }] : part
}

export type DecodedReportFile =
  | {
      ok: true
      report: Report
      prior: PriorReport[]
      ledger: Ledger
      /** What of the ledger could not be read; the part is kept as it is among `parts`. */
      ledgerUnread?: UnreadPart[]
      newer: boolean
      parts: FileParts
    }
  | ({ ok: false } & Refusal)

/** Reads a `.zhenggao` file within limits and checks the report in it; older versions are brought up to date. */
export async function decodeReportFile(bytes: Uint8Array): Promise<DecodedReportFile> {
  // A report may repeat itself: a table of 200 rows of zeros packs tighter than any Word file.
  const unpacked = await unpack(bytes, () => true, reportEntry)
  if (!unpacked.ok) return { ok: false, reason: unpacked.reason, detail: unpacked.detail }
  const stored = unpacked.parts.get(reportEntry)
  if (!stored) return { ok: false, reason: 'notAReport', detail: 'no report.json' }
  const raw = readJson(stored)
  if (raw === undefined) return { ok: false, reason: 'damaged', detail: 'report.json is no JSON' }
  const parsed = parseReport(upgradeReport(raw))
  if (!parsed.ok) return { ok: false, reason: parsed.newer ? 'newerUnshown' : 'damaged', detail: parsed.problem }
  unpacked.parts.delete(reportEntry)
  unpacked.parts.delete('mimetype')
  const { report, newer } = parsed
  const prior = takePart(unpacked.parts, priorPart, readPriorReports) ?? []
  const beside = { ...readLedgerPart(unpacked.parts, report.meta.place), newer }
  return { ok: true, report, prior, ...beside, parts: Object.fromEntries(unpacked.parts) }
}

/** What can be read of a ledger of which not everything can is shown; the whole stays in the file. */
function readLedgerPart(
  parts: Map<string, Uint8Array>,
  place: string,
): Pick<DecodedReportFile & { ok: true }, 'ledger' | 'ledgerUnread'> {
  const whole = takePart(parts, ledgerPart, readLedger)
  if (whole) return { ledger: whole }
  const stored = parts.get(ledgerPart)
  const sound = stored && readSoundPart(readJson(stored))
  return sound ? { ledger: sound.ledger, ledgerUnread: sound.unread } : { ledger: emptyLedger(place) }
}

/** Without what lies beside it a report is whole all the same: a part that cannot be read stays what it is. */
function takePart<Content>(
  parts: Map<string, Uint8Array>,
  name: string,
  read: (raw: unknown) => Content | undefined,
): Content | undefined {
  const stored = parts.get(name)
  const content = stored && read(readJson(stored))
  if (content !== undefined) parts.delete(name)
  return content
}

/** Keys in the order of the alphabet, so that the bytes do not depend on the way a report was put together. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function jsonBytes(value: unknown): Uint8Array {
  return bytesOf(JSON.stringify(value, sortedKeys))
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
