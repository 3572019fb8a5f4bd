import type { ImportSummary, Refusal } from '../../desktop/results.ts'
import { assembleReport, type ImportSource } from '../../report/import/assemble-report.ts'
import { blockBefore, isRevisedBreak, isSameBreak, joinsNext } from '../../report/deleted.ts'
import type { SourceBlock } from '../../report/import/source-block.ts'
import { inlineText } from '../../report/plain-text.ts'
import type { Block, Note, Report } from '../../report/schema.ts'
import { readMergeNotes } from '../merge-notes/read-merge-notes.ts'
import { ImportTally } from './import-tally.ts'
import { numberingOfStyle, readListNumbers } from './list-numbers.ts'
import {
  findMainPart,
  isWordRoot,
  readPart,
  readRelationships,
  relatedPart,
  type Parts,
  type Relationship,
} from './package-parts.ts'
import { readBlocks } from './read-blocks.ts'
import { ReadRefusal } from './read-refusal.ts'
import { OpenComments, readReview } from './read-comments.ts'
import { RevisionReader } from './revision-reader.ts'
import type { StoryContext } from './story-context.ts'
import { readStyles } from './styles.ts'
import { child, descendants, elements, isWord, type XmlElement } from './xml-tree.ts'

export type ReadDocx = { ok: true; report: Report; summary: ImportSummary } | ({ ok: false } & Refusal)

/**
 * Unpacked parts of a Word file → report with its revisions and comments; the file itself is never touched. Nothing outside the file is fetched and nothing in it is run.
 */
export function readDocx(parts: Parts, source: ImportSource): ReadDocx {
  try {
    const { report: read, summary } = readParts(parts, source)
    const report = readMergeNotes(read)
    const notes = (read.review?.comments.length ?? 0) - (report.review?.comments.length ?? 0)
    return { ok: true, report, summary: { ...summary, comments: summary.comments - notes } }
  } catch (error) {
    if (error instanceof ReadRefusal) return { ok: false, reason: error.reason, detail: error.message }
    throw error
  }
}

/** What was read, and from which elements of the main part: what an export puts back into the file it came from. */
export interface ReadParts {
  report: Report
  summary: ImportSummary
  document: XmlElement
  origins: Origins
}

/** Throws a `ReadRefusal` for what cannot be read. */
export function readParts(parts: Parts, source: ImportSource): ReadParts {
  const mainPart = findMainPart(parts)
  const document = readPart(parts, mainPart)
  const body = document && isWordRoot(document, 'document') ? child(document, 'body') : undefined
  if (!document || !body) throw new ReadRefusal('notAReport', `${mainPart}: no document body`)
  const relationships = readRelationships(parts, mainPart)
  const tally = new ImportTally()
  const notes: Record<string, Note> = {}
  const context = readContext(parts, relationships, tally, notes)
  const blocks = tidyBlocks(readBlocks(body, context), context.origins)
  context.revisions.kept(child(body, 'sectPr'))
  tallyPackage(parts, relationships, tally)
  if (!blocks.some(hasWords) && tally.revisions + tally.comments === 0)
    throw new ReadRefusal('emptyFile', `${mainPart}: no words`)
  const { report, brokenLines, sources } = assembleReport(usableLevels(blocks), notes, source)
  const review = readReview(parts, relationships, context.comments.order())
  return {
    report: review ? { ...report, review } : report,
    origins: originsOf(report.body, sources, context.origins),
    document,
    summary: { notices: tally.notices(), revisions: tally.revisions, comments: tally.comments, brokenLines },
  }
}

/** What every block, row, cell and paragraph in a cell was read from. */
export type Origins = ReadonlyMap<object, readonly XmlElement[]>

function originsOf(body: readonly Block[], sources: readonly SourceBlock[], known: Origins): Origins {
  const origins = new Map(known)
  body.forEach((block, index) => {
    const source = sources[index]
    const from = source?.type === 'line' ? [source.from as XmlElement] : source && known.get(source)
    if (from) origins.set(block, from)
  })
  return origins
}

function readContext(
  parts: Parts,
  relationships: readonly Relationship[],
  tally: ImportTally,
  notes: Record<string, Note>,
): StoryContext {
  const stylePart = relatedPart(parts, relationships, 'styles')
  const noteParts = {
    footnote: relatedPart(parts, relationships, 'footnotes'),
    endnote: relatedPart(parts, relationships, 'endnotes'),
    term: undefined,
  }
  const context: StoryContext = {
    styles: readStyles(stylePart),
    numbers: readListNumbers(relatedPart(parts, relationships, 'numbering'), numberingOfStyle(stylePart)),
    relationships: new Map(relationships.map((relationship) => [relationship.id, relationship])),
    tally,
    revisions: new RevisionReader(tally),
    comments: new OpenComments(),
    origins: new Map(),
    useNote(kind, id) {
      const key = `${kind}-${id}`
      const element = elements(noteParts[kind]).find((note) => isWord(note, kind) && note.attributes['id'] === id)
      if (!element) return undefined
      notes[key] ??= { kind, text: readNoteText(element, context) }
      return key
    },
  }
  return context
}

/** Plain words of a note, its paragraphs on lines of their own; a note inside a note is not followed. */
function readNoteText(note: XmlElement, context: StoryContext): string {
  const inner = { ...context, useNote: () => undefined }
  const lines = readBlocks(note, inner).map((block) =>
    block.type === 'line' ? inlineText(block.children).replaceAll('\uFFFC', '').trim() : '',
  )
  return lines.filter((line) => line !== '').join('\n')
}

/** Page breaks at the ends and next to each other say nothing; lines of a table of contents become one block. */
function tidyBlocks(blocks: readonly SourceBlock[], origins: Map<object, XmlElement[]>): SourceBlock[] {
  const tidy: SourceBlock[] = []
  for (const block of blocks) {
    const last = tidy.at(-1)
    if (block.type === 'line' && isEmpty(block) && !joinsNext(blockBefore(tidy, tidy.length))) continue
    if (saysNothing(block, last)) continue
    if (block.type === 'opaque' && last?.type === 'opaque' && block.xml === '' && last.xml === '') {
      const joined: SourceBlock = {
        ...last,
        words: [last.words, block.words].filter((words) => words !== undefined && words !== '').join('\n'),
      }
      origins.set(joined, [...(origins.get(last) ?? []), ...(origins.get(block) ?? [])])
      tidy[tidy.length - 1] = joined
    } else tidy.push(block)
  }
  while (tidy.at(-1)?.type === 'page-break' && !isRevisedBreak(tidy.at(-1))) tidy.pop()
  return tidy
}

/** One that came or went can be decided, wherever it stands. */
function saysNothing(block: SourceBlock, last: SourceBlock | undefined): boolean {
  return (block.type === 'page-break' && !last && !isRevisedBreak(block)) || isSameBreak(block, last)
}

function isEmpty(block: SourceBlock & { type: 'line' }): boolean {
  const revised = block.mark !== undefined || block.before !== undefined || block.children.some(({ del }) => del)
  return !revised && inlineText(block.children).trim() === ''
}

function hasWords(block: SourceBlock): boolean {
  return block.type === 'line' || block.type === 'table' || block.type === 'opaque'
}

/** Longest line that a style can make a heading: styles are also put on whole paragraphs. */
const longestHeading = 60

/** Levels by style where they are used for headings; a file in which most paragraphs have one uses it for its looks. */
function usableLevels(blocks: readonly SourceBlock[]): SourceBlock[] {
  const lines = blocks.filter((block) => block.type === 'line')
  const levelled = lines.filter((line) => line.level !== undefined)
  const trusted =
    levelled.length * 2 <= lines.length || levelled.every((line) => inlineText(line.children).length <= 30)
  return blocks.map((block) => {
    if (block.type !== 'line' || block.level === undefined) return block
    if (trusted && inlineText(block.children).length <= longestHeading) return block
    const line = { ...block }
    delete line.level
    return line
  })
}

function tallyPackage(parts: Parts, relationships: readonly Relationship[], tally: ImportTally): void {
  const comments = relatedPart(parts, relationships, 'comments')
  tally.comments = elements(comments).filter((element) => isWord(element, 'comment')).length
  tally.macros = [...parts.keys()].filter((name) => /vbaProject\.bin$/i.test(name)).length
  tally.external += relationships.filter(
    ({ type, external }) => external && ['attachedTemplate', 'oleObject', 'frame', 'subDocument'].includes(type),
  ).length
  for (const { type, target, external } of relationships) {
    if ((type === 'header' || type === 'footer') && !external && hasFurniture(readPart(parts, target)))
      tally.furniture++
  }
}

/** Words in a header or footer other than the page number. */
function hasFurniture(root: XmlElement | undefined): boolean {
  if (!root) return false
  let text = ''
  for (const element of descendants(root)) {
    if (isWord(element, 't')) text += element.children.filter((inner) => typeof inner === 'string').join('')
  }
  return /[^\s\d—–\-－─·第共页]/.test(text)
}
