import { withWaitingEnds } from '../../report/deleted.ts'
import { noReview, type Block, type Report, type Review } from '../../report/schema.ts'
import { plainText } from '../../report/plain-text.ts'
import { decide, type Decision } from '../../revisions/decide.ts'
import { revisionsIn } from '../../revisions/revisions-in.ts'
import { withMergeNotes } from '../merge-notes/write-merge-notes.ts'
import { findMainPart, readRelationships } from '../read/package-parts.ts'
import { readParts, type ReadParts } from '../read/read-docx.ts'
import type { XmlElement } from '../read/xml-tree.ts'
import { decidePackage } from '../revisions/decide-package.ts'
import { readSourcePart, writeSourcePart, type SourceElement } from '../revisions/source-tree.ts'
import { sweepStory } from '../revisions/sweep-story.ts'
import { Edits, elementsByOrigin } from './edits.ts'
import { patchBody } from './patch-body.ts'
import { dropUnplaced, patchComments, withoutComments, withReplies, withReplyAnchors } from './patch-comments.ts'
import { PatchContext } from './patch-context.ts'
import { patchNotes } from './patch-notes.ts'
import { patchPeople } from './patch-people.ts'
import { settleDocument } from './settle-document.ts'
import { safePackage } from './safe-package.ts'
import { readTextBoxes } from './text-boxes.ts'
import { wordView } from './word-view.ts'

/**
 * The Word file that a report was imported from, with what has changed in the report since: paragraphs and tables that
 * nobody touched are the same characters, parts in which nothing changed the same bytes. What may not leave the house
 * (macros, things outside the file) is left out.
 */
export function patchPackage(source: ReadonlyMap<string, Uint8Array>, given: Report): Map<string, Uint8Array> {
  const { meta } = given
  const base = readParts(source, { id: given.id, name: meta.source?.name ?? '', format: 'docx' })
  const report = withMergeNotes(given, base.report.review?.comments)
  const parts = new Map(source)
  const mainPart = findMainPart(parts)
  const bytes = parts.get(mainPart)
  if (!bytes || isUnchanged(base.report, report)) return safePackage(source)
  const body = withReplyAnchors(report.body, report.review ?? noReview, base.report.review ?? noReview)
  const document = readSourcePart(bytes, mainPart)
  const related = readRelationships(parts, mainPart)
  const ids = largestId(parts)
  const comments = patchComments(
    parts,
    related,
    mainPart,
    base.report.review,
    { ...report, body },
    { lastId: ids, document: document.root },
  )
  const notes = patchNotes(parts, mainPart, base.report.notes, report.notes)
  const context = new PatchContext({
    anyElement: document.root,
    liveRevisions: new Set(revisionsIn(report.body).map(({ revision }) => revision.id)),
    newComments: comments.added,
    noteNumber: notes.numberOf,
    firstId: ids + comments.added.size + comments.replies.size + 1,
  })
  const boxes = readTextBoxes(document.root)
  const edits = new Edits(boxes.twinOf)
  patchBody(base.report.body, withWaitingEnds(body), {
    edits,
    context,
    hostOf: boxes.hostOf,
    elementOf: elementsByOrigin(base.origins, sameElements(base, document.root)),
  })
  const edited = withoutComments(edits.applyTo(document.root), comments.removed)
  const swept = withReplies(settleDocument(document.root, sweepStory(document.root, edited)), comments.replies)
  if (swept !== document.root) parts.set(mainPart, writeSourcePart(document, swept))
  notes.dropUnreferred(swept)
  dropUnplaced(parts, readRelationships(parts, mainPart), document.root, swept)
  patchPeople(parts, related, mainPart, base.report, report)
  const decision = wholeDecision(base.report, report)
  return safePackage(decision ? decidePackage(parts, decision, 'all') : parts)
}

/**
 * Once every revision of the text is decided, those follow that the report does not hold: in headers, notes, formulas and
 * the properties of tables. They are rejected where all of the text was, and else accepted.
 */
function wholeDecision(base: Report, now: Report): Decision | undefined {
  if (revisionsIn(base.body).length === 0 || revisionsIn(now.body).length > 0) return undefined
  const words = (body: readonly Block[]): string => plainText(body).text
  const rejected = words(decide(base.body, 'reject', 'all'))
  return words(now.body) === rejected && rejected !== words(base.body) ? 'reject' : 'accept'
}

/** Nothing that a Word file shows. */
function isUnchanged(base: Report, now: Report): boolean {
  const view = (report: Report): string =>
    wordView([report.body, report.notes, reviewView(report.review)] as unknown as Block)
  return view(base) === view(now)
}

function reviewView(review: Review | undefined): unknown {
  return review?.comments ?? []
}

/** The reader's tree and this one hold the same elements in the same order. */
function sameElements(base: ReadParts, root: SourceElement): (element: object) => SourceElement | undefined {
  const found = new Map<object, SourceElement>()
  const walk = (one: XmlElement, other: SourceElement): void => {
    found.set(one, other)
    const inner = other.children.filter((child) => typeof child !== 'string')
    one.children
      .filter((child) => typeof child !== 'string')
      .forEach((child, index) => {
        const twin = inner[index]
        if (twin) walk(child, twin)
      })
  }
  walk(base.document, root)
  return (element) => found.get(element)
}

/** The largest number that an annotation of any part has. */
function largestId(parts: ReadonlyMap<string, Uint8Array>): number {
  let largest = 0
  const decoder = new TextDecoder()
  for (const [name, bytes] of parts) {
    if (!/\.xml$/i.test(name)) continue
    for (const [, id = '0'] of decoder.decode(bytes).matchAll(/\bid="(\d{1,9})"/g))
      largest = Math.max(largest, Number(id))
  }
  return largest
}
