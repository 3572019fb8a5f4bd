import type { Finding, Hit, MessageValues } from './finding.ts'

/** 53 bits of two FNV-like rounds (cyrb53), in base 36: no secret, only a short name for a text. */
export function shortHash(text: string): string {
  let first = 0xdeadbeef
  let second = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    first = Math.imul(first ^ unit, 2654435761)
    second = Math.imul(second ^ unit, 1597334677)
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909)
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36)
}

/**
 * What an ignored finding is recognised by: rule, message, flagged words, and the words its evidence marks in this text.
 * It does not depend on where in the report the words stand, and changes with every figure that takes part.
 */
export function fingerprintOf(rule: string, hit: Hit, text: string): string {
  const words = [{ start: hit.start, end: hit.end }, ...(hit.evidence ?? []).flatMap((evidence) => evidence.marks)]
  const quotes = words.map((span) => ('file' in span && span.file ? span.file : text.slice(span.start, span.end)))
  return shortHash(JSON.stringify([rule, hit.messageId, quotes, stable(hit.values)]))
}

/** Ids are the fingerprint, counted where the same words are flagged again further down. */
export function withIds(findings: Omit<Finding, 'id'>[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0
    seen.set(finding.fingerprint, count + 1)
    return { id: count === 0 ? finding.fingerprint : `${finding.fingerprint}.${count}`, ...finding }
  })
}

const stable = (values: MessageValues): [string, string | number][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
