import { Fragment, memo, useMemo, type CSSProperties, type ReactNode } from 'react'
import { numberBlocks } from '../../shared/report/numbering.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type HeadingLevel,
  type Inline,
  type LineBlock,
  type Report,
} from '../../shared/report/schema.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import {
  classificationLine,
  isAnnexMark,
  isTitleBlock,
  sideIndent,
  termTitle,
} from '../../shared/word/write/page-layout.ts'
import { printedBody } from '../../shared/word/write/printed-body.ts'
import { paperStyle } from './paper-style.ts'
import './print.css'
import { isChanged, redlineOf, redlinePage, revised, revisedEnd, Reviewers, type Redline } from './redline.tsx'
import { CommentList } from './redline-comments.tsx'
import { PrintedTable } from './PrintedTable.tsx'
import { readPrintedNotes, roman, type PrintedNotes } from '../../shared/report/printed-notes.ts'
import { TrendChartView } from './TrendChartView.tsx'

interface Properties {
  report: Pick<Report, 'body' | 'notes' | 'meta' | 'review'>
  preset: PagePreset
  /** 花脸稿: what is pending is shown instead of decided. */
  review?: boolean
}

/** The report as it goes to paper, in the same order, styles and measures as the Word file; pages are cut by what shows it. */
export const PrintedReport = memo(function PrintedReport({ report, preset, review = false }: Properties): ReactNode {
  const body = useMemo(() => (review ? report.body : printedBody(report.body)), [report.body, review])
  const comments = report.review?.comments
  const redline = useMemo(() => (review ? redlineOf(body, comments) : undefined), [body, comments, review])
  const notes = useMemo(() => readPrintedNotes(body, report.notes), [body, report.notes])
  const classification = classificationLine(report.meta, body)
  return (
    <article
      className={redline ? 'zg-printed zg-redline' : 'zg-printed'}
      lang="zh-CN"
      style={paperStyle(redline ? redlinePage(preset) : preset)}
    >
      {classification !== '' && <p className="zg-classification">{classification}</p>}
      {printBlocks(body, preset, notes, redline)}
      <Terms terms={notes.terms} />
      {redline && <Reviewers {...redline} />}
      {redline && <CommentList comments={redline.comments} />}
    </article>
  )
})

function printBlocks(
  body: readonly Block[],
  preset: PagePreset,
  notes: PrintedNotes,
  redline: Redline | undefined,
): ReactNode[] {
  const labels = numberBlocks(body)
  const printed: ReactNode[] = []
  const annexes = body.findIndex(isAnnexMark)
  let onNewPage = false
  body.forEach((block, index) => {
    if (block.type === 'page-break') {
      onNewPage = printed.length > 0
      return
    }
    if (isTitleBlock(body[index - 1]) && !isTitleBlock(block)) {
      printed.push(blankLine(`blank-${index}`, 'zg-keep'))
    }
    if (index === annexes) printed.push(<Notes key="notes" notes={notes} />)
    const annex = isAnnexMark(block) && printed.length > 0
    printed.push(
      printBlock(block, labels[index] ?? '', { preset, notes, redline, onNewPage: onNewPage || annex, index }),
    )
    if (isAnnexMark(block)) printed.push(blankLine(`annex-${index}`))
    onNewPage = false
  })
  if (annexes < 0) printed.push(<Notes key="notes" notes={notes} />)
  return printed
}

/** Holds a line break, since an empty box may be cut anywhere between two pages. */
function blankLine(key: string, className?: string): ReactNode {
  return (
    <p key={key} className={className}>
      <br />
    </p>
  )
}

interface BlockContext {
  preset: PagePreset
  notes: PrintedNotes
  redline: Redline | undefined
  onNewPage: boolean
  index: number
}

function printBlock(
  block: Block,
  label: string,
  { preset, notes, redline, onNewPage, index }: BlockContext,
): ReactNode {
  const page = onNewPage ? ' zg-new-page' : ''
  if (block.type === 'table') {
    return (
      <PrintedTable
        key={index}
        table={block}
        preset={preset}
        className={page.trim()}
        inlines={(line) => printLine(line, notes, redline)}
      />
    )
  }
  if (isLineBlock(block)) {
    return (
      <p
        key={index}
        className={classOf(block) + page + (redline && isChanged(block) ? ' zg-changed' : '')}
        style={ownStyle(block, preset)}
      >
        {label !== '' && <Lead block={block}>{label}</Lead>}
        {printLine(block, notes, redline)}
      </p>
    )
  }
  if (block.type === 'opaque' && block.chart) {
    return (
      <div key={index} className={page.trim()}>
        <TrendChartView chart={block.chart} />
      </div>
    )
  }
  return block.type === 'opaque' ? opaqueLines(block.words ?? '', page, index) : null
}

function opaqueLines(words: string, page: string, index: number): ReactNode[] {
  return words
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => (
      <p key={`${index}-${at}`} className={`zg-body${at === 0 ? page : ''}`}>
        {line}
      </p>
    ))
}

function classOf(block: LineBlock): string {
  if (isAnnexMark(block)) return 'zg-annex'
  if (block.type !== 'heading')
    return `zg-${block.type === 'list-item' || block.type === 'paragraph' ? 'body' : block.type}`
  return block.runIn ? 'zg-body' : `zg-heading zg-heading-${block.level}${block.level <= 2 ? ' zg-keep' : ''}`
}

/** What a line differs in from its style: alignment, no indent, narrowed sides of a long title. */
function ownStyle(block: LineBlock, preset: PagePreset): CSSProperties {
  const style: CSSProperties = {}
  if (isTitleBlock(block)) {
    const side = sideIndent(block, preset)
    if (side > 0) style.paddingInline = `${side / 20}pt`
  }
  if (block.align) style.textAlign = block.align
  const moved = block.align === 'center' || block.align === 'right'
  if (moved || (block.type === 'paragraph' && block.flush)) style.textIndent = 0
  return style
}

/** The printed number takes the font of the lead sentence where title and text share a paragraph. */
function Lead({ block, children }: { block: LineBlock; children: string }): ReactNode {
  return block.type === 'heading' && block.runIn ? <span className={leadClass(block.level)}>{children}</span> : children
}

const leadClass = (level: HeadingLevel): string => `zg-lead-${Math.min(level, 3)}`

function printLine(line: LineBlock, notes: PrintedNotes, redline: Redline | undefined): ReactNode[] {
  const runIn = line.type === 'heading' && line.runIn ? line.level : undefined
  const printed = line.children.map((child, index) => {
    const content = printInline(child, notes, runIn, index)
    if (!redline || content === null || !(child.ins ?? child.del ?? redline.comments.numbersAt.has(child)))
      return content
    return <Fragment key={index}>{revised(line, index, content, redline)}</Fragment>
  })
  return redline ? [...printed, <Fragment key="end">{revisedEnd(line, redline)}</Fragment>] : printed
}

function printInline(child: Inline, notes: PrintedNotes, runIn: HeadingLevel | undefined, index: number): ReactNode {
  if (!isTextLeaf(child)) {
    const marker = notes.markers.get(child)
    return marker === undefined ? null : (
      <span key={index} className="zg-superscript">
        {marker}
      </span>
    )
  }
  const classes = [
    child.lead && runIn !== undefined ? leadClass(runIn) : '',
    child.bold && !(child.lead && runIn !== undefined) ? 'zg-bold' : '',
    child.italic ? 'zg-italic' : '',
    child.underline ? 'zg-underline' : '',
    child.superscript ? 'zg-superscript' : '',
  ].filter((name) => name !== '')
  return classes.length === 0 ? (
    child.text
  ) : (
    <span key={index} className={classes.join(' ')}>
      {child.text}
    </span>
  )
}

/** Notes stand at the end of the text, before its annexes: a browser cannot place them at the foot of a page. */
function Notes({ notes }: { notes: PrintedNotes }): ReactNode {
  return (
    <>
      <NoteList texts={notes.footnotes} mark={String} />
      <NoteList texts={notes.endnotes} mark={roman} />
    </>
  )
}

function NoteList({ texts, mark }: { texts: readonly string[]; mark: (count: number) => string }): ReactNode {
  if (texts.length === 0) return null
  return (
    <section className="zg-notes">
      {texts.map((text, index) => (
        <p key={index}>
          <span className="zg-superscript">{mark(index + 1)}</span> {text}
        </p>
      ))}
    </section>
  )
}

function Terms({ terms }: { terms: readonly string[] }): ReactNode {
  if (terms.length === 0) return null
  return (
    <>
      <p className="zg-title zg-new-page">{termTitle}</p>
      {blankLine('blank')}
      {terms.map((term, index) => (
        <p key={index} className="zg-body">
          {`${index + 1}.${term}`}
        </p>
      ))}
    </>
  )
}
