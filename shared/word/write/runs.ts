import { isTextLeaf, type HeadingLevel, type Inline, type TextLeaf } from '../../report/schema.ts'
import type { ChartWriter } from './chart.ts'
import type { CommentWriter } from './comments.ts'
import type { NoteWriter } from './notes.ts'
import { textContent } from './text-content.ts'

/** What is collected while lines are written and stands in parts of its own. */
export interface StoryWriters {
  notes: NoteWriter
  comments: CommentWriter
  charts: ChartWriter
}

/** The runs of one line: its printed number, then its text; runs of equal properties become one. */
export function lineRuns(
  label: string,
  children: readonly Inline[],
  { notes, comments }: Pick<StoryWriters, 'notes' | 'comments'>,
  runInLevel?: HeadingLevel,
): string {
  const runs: (Run | string)[] = []
  const add = (properties: string, content: string): void => {
    const last = runs.at(-1)
    if (typeof last === 'object' && last.properties === properties) last.content += content
    else runs.push({ properties, content })
  }
  const mark = (xml: string): void => {
    if (xml !== '') runs.push(xml)
  }
  const lead = runInLevel === undefined ? '' : `<w:rStyle w:val="${leadStyle(runInLevel)}"/>`
  const around = comments.aroundLabel(children)
  mark(around.before)
  if (label) add(lead, textContent(label))
  mark(around.after)
  for (const child of children) {
    mark(comments.before(child))
    if (isTextLeaf(child)) {
      if (child.text) add(leafProperties(child, lead), textContent(child.text))
    } else if (child.type === 'note') {
      const reference = notes.reference(child.note)
      if (reference) add(reference.properties, reference.content)
    }
    mark(comments.after(child))
  }
  return runs.map((run) => (typeof run === 'string' ? run : runXml(run))).join('')
}

interface Run {
  properties: string
  content: string
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
