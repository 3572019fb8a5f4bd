import type { ReactNode } from 'react'
import { isTextLeaf, type Block, type Comment, type LineBlock, type Pending } from '../../shared/report/schema.ts'
import { reviewersIn } from '../../shared/revisions/reviewers.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { unknownReviewer } from '../../shared/word/write/page-layout.ts'
import { redlineWords, signOf } from '../../shared/word/write/redline-words.ts'
import { commentMarks, readPrintedComments, type PrintedComments } from './redline-comments.tsx'

/**
 * 花脸稿 on paper, where colours may be lost: inserted words are underlined, deleted ones struck out, moved ones twice; a
 * bar beside the line says that something was changed in it, and where several people changed the text a mark says by whom.
 */
export interface Redline {
  authors: readonly string[]
  comments: PrintedComments
}

export function redlineOf(body: readonly Block[], comments: readonly Comment[] = []): Redline | undefined {
  const authors = reviewersIn(body, [], [])
  const printed = readPrintedComments(body, comments)
  return authors.length + printed.threads.length === 0 ? undefined : { authors, comments: printed }
}

/** Twips that the bar takes of the left margin: nothing outside the text is drawn. */
const barRoom = 200

/** The same page, with room for the bar left of the text; its lines stay as long. */
export function redlinePage(preset: PagePreset): PagePreset {
  return { ...preset, page: { ...preset.page, left: preset.page.left - barRoom } }
}

/** A line's words with what is pending on them: one mark for neighbours of the same people, a replacement say. */
export function revised(line: LineBlock, index: number, content: ReactNode, redline: Redline): ReactNode {
  const item = line.children[index]
  if (!item) return content
  const next = line.children.slice(index + 1).find((child) => !isTextLeaf(child) || child.text !== '') ?? line.mark
  const same = next !== undefined && JSON.stringify(peopleOf(next)) === JSON.stringify(peopleOf(item))
  return (
    <>
      {marked(item, content)}
      {!same && <PeopleMark pending={item} redline={redline} />}
      {commentMarks(item, redline.comments)}
    </>
  )
}

/** The sign of a line's end that came or went. */
export function revisedEnd({ mark }: LineBlock, redline: Redline): ReactNode {
  if (!mark?.ins && !mark?.del) return null
  return (
    <>
      {marked(mark, '¶')}
      <PeopleMark pending={mark} redline={redline} />
    </>
  )
}

function marked({ ins, del }: Pending, content: ReactNode): ReactNode {
  const added = ins ? <ins className={ins.move === undefined ? undefined : 'zg-moved'}>{content}</ins> : content
  return del ? <del className={del.move === undefined ? undefined : 'zg-moved'}>{added}</del> : added
}

/** Needless where one person made all changes. */
function PeopleMark({ pending, redline }: { pending: Pending; redline: Redline }): ReactNode {
  const people = peopleOf(pending)
  if (redline.authors.length < 2 || people.length === 0) return null
  const signs = people.map((author) => signOf(redline.authors.indexOf(author)))
  return <span className="zg-review-mark">{`(${signs.join()})`}</span>
}

function peopleOf({ ins, del }: Pending): string[] {
  return [...new Set([ins, del].flatMap((revision) => (revision ? revision.author : [])))]
}

/** Anything pending in a line, its end or its properties. */
export function isChanged(line: LineBlock): boolean {
  if (line.mark !== undefined || line.pFmt !== undefined) return true
  return line.children.some((child) => child.ins ?? child.del ?? (isTextLeaf(child) ? child.fmt : undefined))
}

/** Who changed the text, and by which mark one knows whom. */
export function Reviewers({ authors }: Redline): ReactNode {
  if (authors.length === 0) return null
  const names = authors.map((author) => author || unknownReviewer)
  const listed = names.length === 1 ? names : names.map((name, index) => `(${signOf(index)}) ${name}`)
  return <p className="zg-reviewers">{redlineWords.reviewers + listed.join('　')}</p>
}
