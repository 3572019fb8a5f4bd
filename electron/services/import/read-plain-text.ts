import type { Refusal } from '../../../shared/desktop/results.ts'
import { decodeText } from '../../../shared/report/import/decode-text.ts'

/** Longest text that is taken for a report: a compilation of twenty long ones. */
const longestText = 1_000_000
/** Longest line: a whole long report without a line break. What is longer is data, and would be laid out as one paragraph. */
const longestLine = 60_000

export function readPlainText(bytes: Uint8Array): { ok: true; text: string } | ({ ok: false } & Refusal) {
  const decoded = decodeText(bytes)
  if (!decoded) return { ok: false, reason: 'unreadableText' }
  // Old Macs ended lines with a carriage return alone; the offsets stay what they are.
  const text = decoded.text.replace(/\r(?!\n)/g, '\n')
  if (text.length > longestText) return { ok: false, reason: 'textTooLong' }
  if (text.trim() === '') return { ok: false, reason: 'emptyFile' }
  if (longestLineOf(text) > longestLine) return { ok: false, reason: 'notAReport' }
  return { ok: true, text }
}

function longestLineOf(text: string): number {
  let longest = 0
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start)
    start = end + 1
  }
  return Math.max(longest, text.length - start)
}
