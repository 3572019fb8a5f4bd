import { isTextLeaf, type HeadingLevel, type Inline, type Pending, type TextLeaf } from '../../report/schema.ts'
import type { RevisedNumber } from '../../revisions/revised-numbers.ts'
import type { ChartWriter } from './chart.ts'
import type { CommentWriter } from './comments.ts'
import type { NoteWriter } from './notes.ts'
import type { ReviewWriter } from './review.ts'
import { textContent } from './text-content.ts'

/** What is collected while lines are written and stands in parts of its own. */
export interface StoryWriters {
  notes: NoteWriter
  comments: CommentWriter
  charts: ChartWriter
  review: ReviewWriter
}

/** The runs of one line: its printed number, then its text; runs of equal properties become one. */
export function lineRuns(
  number: RevisedNumber,
  children: readonly Inline[],
  { notes, comments, review }: Pick<StoryWriters, 'notes' | 'comments' | 'review'>,
  { runInLevel }: { runInLevel?: HeadingLevel | undefined } = {},
): string {
  const runs: (Run | string)[] = []
  const add = (properties: string, content: string, pending: Pending): void => {
    const last = runs.at(-1)
    if (typeof last === 'object' && last.properties === properties && isSamePending(last.pending, pending))
      last.content += content
    else runs.push({ properties, content, pending })
  }
  const mark = (xml: string): void => {
    if (xml !== '') runs.push(xml)
  }
  const lead = runInLevel === undefined ? '' : `<w:rStyle w:val="${leadStyle(runInLevel)}"/>`
  const around = comments.aroundLabel(children)
  mark(around.before)
  const opening = openingMove(number, children)
  if (opening) mark(review.before(opening))
  if (number.old === number.new) {
    if (number.new) add(lead, textContent(number.new), {})
  } else {
    if (number.old) add(lead, textContent(number.old), number.del ? { del: number.del } : {})
    if (number.new) add(lead, textContent(number.new), number.ins ? { ins: number.ins } : {})
  }
  mark(around.after)
  for (const child of children) {
    mark(comments.before(child) + (child === opening ? '' : review.before(child)))
    if (isTextLeaf(child)) {
      const change =
        child.fmt && review.formatChange(child.fmt.rev, leafProperties({ ...child.fmt.prev, text: '' }, lead))
      if (child.text) add(leafProperties(child, lead) + (change ?? ''), textContent(child.text), child)
    } else if (child.type === 'note') {
      const reference = notes.reference(child.note)
      if (reference) add(reference.properties, reference.content, child)
    }
    mark(review.after(child) + comments.after(child))
  }
  return wrappedRuns(runs, review)
}

/** The words that move together with the number before them. */
function openingMove({ ins, del }: RevisedNumber, children: readonly Inline[]): Inline | undefined {
  const first = children.find((child) => !isTextLeaf(child) || child.text !== '')
  const moves = (ins?.move !== undefined && first?.ins === ins) || (del?.move !== undefined && first?.del === del)
  return moves ? first : undefined
}

/** Neighbours of one revision stand in one element. */
function wrappedRuns(runs: readonly (Run | string)[], review: ReviewWriter): string {
  let written = ''
  let open: { pending: Pending; runs: string } | undefined
  const close = (): void => {
    if (open) written += review.wrapped(open.pending, open.runs)
    open = undefined
  }
  for (const run of runs) {
    if (typeof run === 'string') {
      close()
      written += run
    } else if (open && isSamePending(open.pending, run.pending)) open.runs += runXml(run)
    else {
      close()
      open = { pending: run.pending, runs: runXml(run) }
    }
  }
  close()
  return written
}

function isSamePending(a: Pending, b: Pending): boolean {
  return a.ins?.id === b.ins?.id && a.del?.id === b.del?.id
}

interface Run {
  properties: string
  content: string
  pending: Pending
}

function runXml({ properties, content }: Run): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${joinTexts(content)}</w:r>`
}

/** Lead sentences: 一、 in 黑体, （一） in 楷体, the deeper ones in the font of the text (GB/T 9704-2012, 7.3.3). */
function leadStyle(level: HeadingLevel): string {
  return level === 1 ? 'ZgLead1' : level === 2 ? 'ZgLead' : 'ZgLead3'
}

/**
 * In the order of CT_RPr (ECMA-376 part 1, 17.3.2.28). A lead sentence stands out by its font and is not bold (GB/T
 * 9704-2012, 7.3.3): Word files often make it bold for want of a style.
 */
function leafProperties(leaf: TextLeaf, lead: string): string {
  const own = leaf.lead ? lead : ''
  return (
    own +
    (leaf.bold && !own ? '<w:b/><w:bCs/>' : '') +
    (leaf.italic ? '<w:i/><w:iCs/>' : '') +
    (leaf.underline ? '<w:u w:val="single"/>' : '') +
    (leaf.superscript ? '<w:vertAlign w:val="superscript"/>' : '')
  )
}

/** Two neighbouring pieces of text without blank edges are one element. */
function joinTexts(content: string): string {
  return content.replaceAll('</w:t><w:t>', '')
}
