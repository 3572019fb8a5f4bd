import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Finding, Span } from '../../shared/checks/finding.ts'
import { findingSentence } from '../../shared/checks/finding-sentence.ts'
import { findingTranslate } from '../app/finding-translate.ts'
import { useSession } from '../app/window-context.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import type { PlainText } from '../../shared/report/plain-text.ts'
import type { Block, TemplateField, TextLeaf } from '../../shared/report/schema.ts'
import { rangeAt } from '../editor/offsets.ts'
import { waitingWords } from '../editor/waiting-words.ts'
import { isOpenBlank } from './finding-kinds.ts'
import { blockAt } from './outline-rows.ts'

/** Where a finding stands: 一、（一）; a section without a number goes by its name. */
export function usePlaceOf(offset: number): string {
  const { t } = useTranslation()
  const outline = useSession((session) => session.reading.outline)
  const plain = useSession((session) => session.checking.plain)
  return plain ? placeOf(t, outline, plain, offset) : ''
}

export function placeOf(t: TFunction, outline: readonly OutlineNode[], plain: PlainText, offset: number): string {
  const path = pathTo(outline, plain, offset)
  // Title, meeting and salutation lie in no section.
  if (path.length === 0) return t('findings.front')
  return path.map((node) => (node.label !== '' ? node.label : node.kind ? t(`section.${node.kind}`) : '')).join('')
}

function pathTo(outline: readonly OutlineNode[], plain: PlainText, offset: number): OutlineNode[] {
  const block = blockAt(plain, offset)
  const path: OutlineNode[] = []
  let nodes = outline
  for (;;) {
    const node = nodes.find(({ start, end }) => start <= block && block < end)
    if (!node) return path
    path.push(node)
    nodes = node.children
  }
}

/** 待填：财政总收入的增速 for a □ of the template, else what its rule says of a finding. */
export function verdictOf(t: TFunction, finding: Finding, body: Block[] | null, plain: PlainText | null): string {
  const field = body && plain && isOpenBlank(finding) ? fieldAt(body, plain, finding) : undefined
  return field ? waitingWords(t, field) : findingSentence(finding, findingTranslate(t))
}

function fieldAt(body: Block[], plain: PlainText, { start, end }: Span): TemplateField | undefined {
  const place = rangeAt(body, plain, start, end)?.anchor
  let node: unknown = { children: body }
  for (const index of place?.path ?? []) node = (node as { children?: unknown[] } | undefined)?.children?.[index]
  return (node as Partial<TextLeaf> | undefined)?.field
}

/** Longest piece of text shown around flagged words in a row. */
const longestQuote = 60

/** Of it before them: a row shows some twenty characters, and the flagged words must be among them. */
const longestBefore = 10

/** The flagged words with a little of their sentence around them. */
export function quoteOf(text: string, { start, end }: Span): string {
  const room = Math.max(0, longestQuote - (end - start))
  const before = Math.min(longestBefore, Math.floor(room / 2))
  let from = Math.max(lineStart(text, start), start - before)
  let to = Math.min(lineEnd(text, end), end + room - before)
  // A number that is cut would be another number.
  while (from < start && cutsNumber(text, from)) from++
  while (to > end && cutsNumber(text, to)) to--
  const cut = text.slice(from, to).replaceAll('\uFFFC', '')
  return `${from > lineStart(text, start) ? '…' : ''}${cut}${to < lineEnd(text, end) ? '…' : ''}`
}

function cutsNumber(text: string, at: number): boolean {
  return (
    /[\d.,．，]/.test(text.charAt(at - 1)) &&
    /[\d.%％‰．]/.test(text.charAt(at)) &&
    /\d/.test(text.slice(at - 1, at + 1))
  )
}

/** A sentence cut into plain and marked stretches. */
export function markedStretches(
  text: string,
  sentence: Span,
  marks: readonly Span[],
): { text: string; mark: boolean }[] {
  const stretches: { text: string; mark: boolean }[] = []
  let at = sentence.start
  const inside = marks.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  for (const { start, end } of [...inside].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    if (start > at) stretches.push({ text: text.slice(at, start), mark: false })
    stretches.push({ text: text.slice(start, end), mark: true })
    at = end
  }
  if (at < sentence.end) stretches.push({ text: text.slice(at, sentence.end), mark: false })
  return stretches
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
