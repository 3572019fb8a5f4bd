import type { ReactNode } from 'react'
import { isTextLeaf, type Block, type Inline, type LineBlock, type Pending } from '../../shared/report/schema.ts'
import { reviewersIn } from '../../shared/revisions/reviewers.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { unknownReviewer } from '../../shared/word/write/page-layout.ts'

/**
 * 花脸稿 on paper, where colours may be lost: inserted words are underlined, deleted ones struck out, moved ones twice; a
 * number in brackets says by whom, and a bar beside the line that something was changed in it.
 */
export interface Redline {
  numberOf: (author: string) => number
  names: readonly string[]
}

export function redlineOf(body: readonly Block[]): Redline | undefined {
  const authors = reviewersIn(body, [], [])
  if (authors.length === 0) return undefined
  return {
    numberOf: (author) => authors.indexOf(author) + 1,
    names: authors.map((author) => author || unknownReviewer),
  }
}

/** Twips that the bar takes of the left margin: nothing outside the text is drawn. */
const barRoom = 200

/** The same page, with room for the bar left of the text; its lines stay as long. */
export function redlinePage(preset: PagePreset): PagePreset {
  return { ...preset, page: { ...preset.page, left: preset.page.left - barRoom } }
}

/** What is pending on words, with the number of whoever did it behind the last of them. */
export function revised(item: Inline, next: Inline | undefined, content: ReactNode, redline: Redline): ReactNode {
  const same = next !== undefined && signature(next) === signature(item)
  return marked(item, content, same ? [] : numbersOf(item, redline))
}

/** The sign of a line's end that came or went. */
export function revisedEnd({ mark }: LineBlock, redline: Redline): ReactNode {
  return mark?.ins || mark?.del ? marked(mark, '¶', numbersOf(mark, redline)) : null
}

function marked({ ins, del }: Pending, content: ReactNode, numbers: readonly number[]): ReactNode {
  const added = ins ? <ins className={ins.move === undefined ? undefined : 'zg-moved'}>{content}</ins> : content
  const whole = del ? <del className={del.move === undefined ? undefined : 'zg-moved'}>{added}</del> : added
  return (
    <>
      {whole}
      {numbers.map((number) => (
        <span key={number} className="zg-reviewer">{`〔${number}〕`}</span>
      ))}
    </>
  )
}

function numbersOf({ ins, del }: Pending, { numberOf }: Redline): number[] {
  return [...new Set([ins, del].flatMap((revision) => (revision ? numberOf(revision.author) : [])))]
}

function signature({ ins, del }: Pending): string {
  return JSON.stringify([ins?.author, ins?.move, del?.author, del?.move])
}

/** Anything pending in a line, its end or its properties. */
export function isChanged(line: LineBlock): boolean {
  if (line.mark !== undefined || line.pFmt !== undefined) return true
  return line.children.some((child) => child.ins ?? child.del ?? (isTextLeaf(child) ? child.fmt : undefined))
}

/** Who the numbers are. */
export function Reviewers({ redline }: { redline: Redline }): ReactNode {
  return <p className="zg-reviewers">{redline.names.map((name, index) => `〔${index + 1}〕${name}`).join('　')}</p>
}
