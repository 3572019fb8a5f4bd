import type { Refusal } from '../../../shared/desktop/results.ts'
import { decodeText } from '../../../shared/report/import/decode-text.ts'

/** Longest text that is taken for a report: a hundred times the longest real one. */
const longestText = 3_000_000

export function readPlainText(bytes: Uint8Array): { ok: true; text: string } | ({ ok: false } & Refusal) {
  const decoded = decodeText(bytes)
  if (!decoded) return { ok: false, reason: 'unreadableText' }
  if (decoded.text.length > longestText) return { ok: false, reason: 'tooLarge' }
  if (decoded.text.trim() === '') return { ok: false, reason: 'emptyFile' }
  return { ok: true, text: decoded.text }
}
