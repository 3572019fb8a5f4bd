import { blockBefore, blockBehind, isRevisedBreak, isSameBreak, joinsNext, unmoved } from '../../report/deleted.ts'
import { isLineBlock, type Block, type LineBlock, type OpaqueBlock, type PageBreak } from '../../report/schema.ts'
import type { PagePreset } from '../../templates/templates.ts'
import { noNumber, revisedNumbers, type RevisedNumber } from '../../revisions/revised-numbers.ts'
import { lineRuns, type StoryWriters } from './runs.ts'
import { isAnnexMark, isTitleBlock, sideIndent, termTitle, textWidth } from './page-layout.ts'
import { tableXml } from './table.ts'
import { textContent } from './text-content.ts'
import { isPrinted } from './printed-body.ts'

/** Everything in `w:body` before the section properties: blocks in their styles, in the order of GB/T 9704-2012, 7.3. */
export function bodyXml(body: readonly Block[], preset: PagePreset, writers: StoryWriters): string {
  const numbers = revisedNumbers(body, isPrinted)
  const parts: string[] = []
  let breakBefore = false
  let previous: Block | undefined
  body.forEach((block, index) => {
    if (block.type === 'page-break' && !isRevisedBreak(block)) {
      breakBefore ||= parts.length > 0
      return
    }
    const lastLine = blockBefore(body, index)
    // Nothing may stand between a line and the one that its pending end joins it with.
    const beside = block.type === 'page-break' ? blockBehind(body, index) : block
    if (isTitleBlock(previous) && beside && !isTitleBlock(beside) && !joinsNext(previous))
      parts.push(styled('ZgBody', '', '<w:keepNext/>'))
    if (block.type === 'page-break') {
      if (!isSameBreak(block, body[index - 1]))
        addRevisedBreak(parts, block, {
          writers,
          apart: !joinsNext(lastLine) && beside !== undefined && isLineBlock(beside),
        })
      previous = block
      return
    }
    if (block.type === 'table') {
      if (previous?.type === 'table') parts.push(gap)
      parts.push(tableXml(block, textWidth(preset), writers, breakBefore))
    } else if (block.type === 'opaque') {
      const next = body[index + 1]
      parts.push(...opaqueLines(block, { breakBefore, writers, followed: next !== undefined && isLineBlock(next) }))
    } else {
      parts.push(
        lineXml(block, numbers[index] ?? noNumber, {
          preset,
          writers,
          breakBefore: breakBefore || opensAnnex(block, parts),
          brokeBefore: breakBefore || opensAnnex(oldForm(block), parts),
        }),
      )
      if (isAnnexMark(block) && !joinsNext(block)) parts.push(blankLine)
    }
    breakBefore = false
    previous = block
  })
  if (previous?.type === 'table') parts.push(gap)
  parts.push(...termLines(writers.notes))
  return parts.join('') || styled('ZgBody', '')
}

interface LineContext {
  preset: PagePreset
  writers: StoryWriters
  breakBefore: boolean
  /** It stood on a new page before its kind was changed. */
  brokeBefore: boolean
}

function lineXml(block: LineBlock, number: RevisedNumber, context: LineContext): string {
  const { preset, writers, breakBefore, brokeBefore } = context
  const runs = lineRuns(number, block.children, writers, {
    runInLevel: block.type === 'heading' && block.runIn ? block.level : undefined,
  })
  const { review } = writers
  const old = oldForm(block)
  const change = old ? review.paragraphChange(block.pFmt?.rev, styleAndLayout(old, preset, brokeBefore)) : ''
  const layout = top(breakBefore) + ownLayout(block, preset)
  return styled(styleOf(block), runs, layout + review.mark(block.mark) + change)
}

function styleAndLayout(block: LineBlock, preset: PagePreset, breakBefore: boolean): string {
  return `<w:pStyle w:val="${styleOf(block)}"/>${top(breakBefore)}${ownLayout(block, preset)}`
}

/** The line in the form that was changed. */
function oldForm({ pFmt, children }: LineBlock): LineBlock | undefined {
  return pFmt && ({ ...pFmt.prev, children } as unknown as LineBlock)
}

const top = (breakBefore: boolean): string => (breakBefore ? '<w:pageBreakBefore/>' : '')

interface BreakContext {
  writers: StoryWriters
  /** A line stands behind it, and no end of a line before it is to be joined with that. */
  apart: boolean
}

/**
 * A page break that came or went stands between two lines in one of its own, hardly to be seen, that comes and goes with
 * it: so LibreOffice decides it too, which knows no revisions of page breaks. Where lines are joined without it, it ends
 * the one before, as Word itself writes it.
 */
function addRevisedBreak(parts: string[], { ins, del }: PageBreak, { writers, apart }: BreakContext): void {
  const { review } = writers
  const pending = { ...(ins && { ins: unmoved(ins) }), ...(del && { del: unmoved(del) }) }
  const run = review.wrapped(pending, pageBreakRun)
  const last = parts.at(-1)
  if (apart) parts.push(styled('ZgGap', run, review.mark(pending)))
  else if (last?.endsWith(paragraphEnd))
    parts[parts.length - 1] = last.slice(0, -paragraphEnd.length) + run + paragraphEnd
  // Behind a table LibreOffice takes the line away with a break that is deleted, and keeps it without one that came.
  else parts.push(styled('ZgGap', run, ins ? '' : review.mark(pending)))
}

const pageBreakRun = '<w:r><w:br w:type="page"/></w:r>'
const paragraphEnd = '</w:p>'

function styleOf(block: LineBlock): string {
  switch (block.type) {
    case 'title':
      return 'Title'
    case 'meeting':
    case 'speaker':
      return 'ZgSubtitle'
    case 'salutation':
      return 'ZgSalutation'
    case 'heading':
      return isAnnexMark(block) ? 'ZgAnnex' : block.runIn ? 'ZgBody' : `Heading${block.level}`
    case 'list-item':
      return 'ZgListItem'
    case 'paragraph':
      return 'ZgBody'
  }
}

/** Indent and alignment in which a line differs from its style. */
function ownLayout(block: LineBlock, preset: PagePreset): string {
  if (block.type === 'title' || block.type === 'meeting' || block.type === 'speaker')
    return narrowed(block, preset) + alignment(block)
  const moved = block.align === 'center' || block.align === 'right'
  const unindented = moved || (block.type === 'paragraph' && block.flush)
  const indented = block.type !== 'salutation' && !isAnnexMark(block)
  return (unindented && indented ? '<w:ind w:firstLineChars="0" w:firstLine="0"/>' : '') + alignment(block)
}

function alignment({ align }: LineBlock): string {
  return align ? `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>` : ''
}

/** Title lines that need two lines are narrowed on both sides so that no word is torn. */
function narrowed(block: LineBlock, preset: PagePreset): string {
  const side = sideIndent(block, preset)
  return side === 0 ? '' : `<w:ind w:left="${side}" w:right="${side}"/>`
}

function styled(style: string, runs: string, layout = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${layout}</w:pPr>${runs}</w:p>`
}

/** A paragraph that is not of the body: its words in a style of their own. */
export function styledLine(style: string, words: string): string {
  return styled(style, `<w:r>${textContent(words)}</w:r>`)
}

const blankLine = styled('ZgBody', '')

/** One point high: tables that touch would become one, and a table may not be the last thing of a body. */
const gap = styled('ZgGap', '')

interface OpaqueContext {
  writers: StoryWriters
  breakBefore: boolean
  /** A line stands behind it, so that its paragraphs can come and go whole. */
  followed: boolean
}

function opaqueLines(block: OpaqueBlock, { breakBefore, writers, followed }: OpaqueContext): string[] {
  const { comments, review } = writers
  const end = (): string => (followed ? review.mark(block) : '')
  if (block.chart)
    return [
      styled('ZgBody', review.wrapped(block, writers.charts.run(block.chart)), top(breakBefore) + chartLayout + end()),
    ]
  const lines = (block.words ?? '').split('\n').filter((line) => line !== '')
  return lines.map((line, index) => {
    const before = index === 0 ? comments.before(block) : ''
    const after = index === lines.length - 1 ? comments.after(block) : ''
    const runs = review.wrapped(block, `<w:r>${textContent(line)}</w:r>`)
    return styled('ZgBody', `${before}${runs}${after}`, top(breakBefore && index === 0) + end())
  })
}

const chartLayout =
  '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'

function opensAnnex(block: Block | undefined, before: readonly string[]): boolean {
  return before.length > 0 && block !== undefined && isAnnexMark(block)
}

/** 名词解释 as an annex of its own page: terms in the order of the text. */
function termLines(notes: StoryWriters['notes']): string[] {
  const terms = notes.terms()
  if (terms.length === 0) return []
  return [
    styled('Title', `<w:r>${textContent(termTitle)}</w:r>`, '<w:pageBreakBefore/>'),
    blankLine,
    ...terms
      .flatMap((term) => term.split('\n'))
      .map((line) => styled('ZgBody', line === '' ? '' : `<w:r>${textContent(line)}</w:r>`)),
  ]
}
