import type { Refusal } from '../../../shared/desktop/results.ts'
import { tablesOfBody } from '../../../shared/ledger/sign-off/read-sign-off.ts'
import { readCsv } from '../../../shared/sheets/csv.ts'
import { readWorkbook } from '../../../shared/sheets/read-workbook.ts'
import type { ReadTables } from '../../../shared/sheets/sheet-table.ts'
import { readFileKind } from './file-kind.ts'
import { readReportBytes, type NamedBytes } from './read-report-bytes.ts'
import { unpack } from './unpack.ts'

export type ReadTableBytes = ReadTables

/** The tables of a workbook, a Word file or a .csv file, known by their content. */
export async function readTableBytes(file: NamedBytes): Promise<ReadTableBytes> {
  const { name, bytes } = file
  if (bytes.length === 0) return refused({ reason: 'emptyFile' })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    if (/\.(?:csv|txt|tsv)$/i.test(name)) return readCsv(bytes)
    const kind = readFileKind(name, bytes)
    return refused(typeof kind === 'object' ? kind : { reason: 'noTable' })
  }
  const unpacked = await unpack(bytes, (part) => /\.(?:xml|rels)$/i.test(part))
  if (!unpacked.ok) return refused({ reason: unpacked.reason, detail: unpacked.detail })
  const { parts } = unpacked
  if ([...parts.keys()].some((part) => part.startsWith('xl/'))) return readWorkbook(parts)
  const report = await readReportBytes(file)
  return report.ok ? { ok: true, tables: tablesOfBody(report.report.body), cut: false } : report
}

function refused(refusal: Refusal): ReadTableBytes {
  return { ok: false, ...refusal }
}
