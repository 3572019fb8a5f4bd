import type { TextComment } from '../../report/commented-body.ts'
import type { Finding } from '../finding.ts'
import { findingSentence, formulaSentence, repairSentence, severityWord, type Translate } from '../finding-sentence.ts'
import { quotedWords, quotesOf, type QuotedTexts } from './quotes.ts'

/** Each finding as a comment on its words: verdict, arithmetic, what it rests on, what would solve it. */
export function findingComments(findings: readonly Finding[], texts: QuotedTexts, t: Translate): TextComment[] {
  return findings.map((finding) => ({
    start: finding.start,
    end: finding.end,
    paragraphs: commentParagraphs(finding, texts, t),
  }))
}

function commentParagraphs(finding: Finding, texts: QuotedTexts, t: Translate): string[] {
  const level = severityWord(finding.severity, t)
  const repairs = finding.repairs.map((repair) => repairSentence(repair, t))
  return [
    t('sheets:comment.verdict', { level, verdict: findingSentence(finding, t) }),
    formulaSentence(finding, t) ?? '',
    ...evidenceParagraphs(finding, texts, t),
    repairs.length > 0
      ? t('sheets:comment.repairs', { repairs: repairs.join(t('sheets:comment.repairSeparator')) })
      : '',
  ].filter((text) => text !== '')
}

/** The sentence that the comment stands on is before the reader's eyes; the others are quoted with their place. */
function evidenceParagraphs(finding: Finding, texts: QuotedTexts, t: Translate): string[] {
  const elsewhere = finding.evidence.filter(
    ({ sentence }) => sentence.file !== undefined || sentence.end <= finding.start || finding.end <= sentence.start,
  )
  if (elsewhere.length === 0) return []
  const bySource = new Map<string, string[]>()
  for (const quote of quotesOf({ ...finding, evidence: elsewhere }, texts, t)) {
    const words = t('sheets:comment.quoted', { words: quotedWords(quote) })
    bySource.set(quote.source, [...(bySource.get(quote.source) ?? []), words])
  }
  return [...bySource].map(([source, words]) => t('sheets:comment.evidence', { source, words: words.join('') }))
}
