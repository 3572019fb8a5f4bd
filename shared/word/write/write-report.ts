import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Notice } from '../../desktop/results.ts'
import { commentedBody, type TextComment } from '../../report/commented-body.ts'
import type { Block, Report, ReportMeta, Review } from '../../report/schema.ts'
import type { PagePreset } from '../../templates/templates.ts'
import { withMergeNotes } from '../merge-notes/write-merge-notes.ts'
import { bodyXml, styledLine } from './body.ts'
import { chartRelation, createChartWriter, type ChartWriter } from './chart.ts'
import { createCommentWriter, noComments, type CommentAuthor, type CommentWriter } from './comments.ts'
import { fontTableXml } from './font-table.ts'
import { lintPackage } from './lint.ts'
import { createReviewComments, peopleXml } from './review-comments.ts'
import { createReviewWriter, noReviewWriter } from './review.ts'
import { createNoteWriter } from './notes.ts'
import { countNotice, exportNotices } from './notices.ts'
import { classificationLine, firstTitle, textWidth } from './page-layout.ts'
import { packageShell } from './package-shell.ts'
import { printedBody } from './printed-body.ts'
import { stylesXml } from './styles.ts'
import { trackedBody } from './tracked-body.ts'
import { escapeXml, rootAttributes, xmlHead } from './xml.ts'

export interface WriteOptions {
  /** Time written into the file's properties, `YYYY-MM-DDThh:mm:ssZ`: the only time in the package. */
  clock: string
  /** Name in the file's properties; empty unless the user asked for one. */
  author?: string
  /** Comments on the plain text of the report; a report is handed out with them only when they are given. */
  comments?: { list: readonly TextComment[]; author: CommentAuthor }
  /** With the revisions and comments of the report (花脸稿); otherwise its final text. Comments given above go before. */
  review?: boolean
  /** Families of this computer; without them nothing is said about missing fonts. */
  installedFonts?: readonly string[]
}

export interface WrittenReport {
  bytes: Uint8Array
  notices: Notice[]
  /** What the lint found: a file with any fault must not be handed out. */
  faults: string[]
}

/** A Word file laid out by the preset (GB/T 9704-2012 for `standard`): same report, preset and clock, same bytes. */
export async function writeReport(given: Report, preset: PagePreset, options: WriteOptions): Promise<WrittenReport> {
  const withReview = options.review === true && !options.comments
  const report = withReview ? withMergeNotes(given) : given
  const reviewed = withReview ? trackedBody(report.body) : undefined
  const own = reviewed && createReviewComments(report.review?.comments ?? [], reviewed)
  const { body, comments } =
    reviewed && own ? { body: reviewed, comments: own.writer } : readCommented(report.body, options.comments)
  const review = reviewed ? createReviewWriter(reviewed, own?.count ?? 0) : noReviewWriter
  const notes = createNoteWriter(report.notes)
  const charts = createChartWriter(textWidth(preset))
  const shell = await packageShell(preset)
  const parts = new Map(shell)
  for (const path of unusedParts) parts.delete(path)
  parts.set(
    'word/document.xml',
    documentXml(
      classificationXml(report.meta, body) + bodyXml(body, preset, { notes, comments, charts, review }),
      shell,
    ),
  )
  const commentsPart = options.comments && comments.commentsXml(options.comments.author)
  parts.set('word/styles.xml', stylesXml(preset, (commentsPart ?? own?.commentsXml) !== undefined))
  parts.set('word/footnotes.xml', notes.footnotesXml())
  parts.set('word/endnotes.xml', notes.endnotesXml())
  parts.set('word/fontTable.xml', fontTableXml(preset))
  parts.set(
    'word/settings.xml',
    completeSettings(shell.get('word/settings.xml') ?? '', reviewed ? report.review?.tracking : undefined),
  )
  parts.set('docProps/core.xml', coreXml(body, options))
  for (const [path, xml] of parts) if (isIndex(path)) parts.set(path, withoutUnusedParts(xml))
  const people = reviewed && peopleXml(reviewed, own && own.count > 0 ? (report.review?.comments ?? []) : [])
  for (const [kind, xml] of Object.entries({
    comments: commentsPart ?? own?.commentsXml,
    commentsExtended: own?.threadsXml,
    people,
  }))
    if (xml !== undefined) addReviewPart(parts, kind as keyof typeof reviewParts, xml)
  addChartParts(parts, charts)
  return {
    bytes: zipParts(parts),
    notices: [
      ...exportNotices(report, body, preset, options.installedFonts).filter(
        ({ messageId }) => !reviewed || !/revisionsAsFinal|openConflicts/.test(messageId),
      ),
      ...(own ? countNotice('commentsLeftOut', (report.review?.comments.length ?? 0) - own.count) : []),
    ],
    faults: lintPackage(parts),
  }
}

function readCommented(
  body: readonly Block[],
  given: WriteOptions['comments'],
): { body: Block[]; comments: CommentWriter } {
  if (!given) return { body: printedBody(body), comments: noComments }
  const commented = commentedBody(body, given.list)
  const printed = printedBody(commented.body)
  return { body: printed, comments: createCommentWriter(given.list, commented, printed) }
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of the review with the schemas of their relationships. */
const reviewParts = {
  comments: officeRelations,
  commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships',
  people: 'http://schemas.microsoft.com/office/2011/relationships',
} as const

/** The library writes these parts only for a review of its own making. */
function addReviewPart(parts: Map<string, string>, kind: keyof typeof reviewParts, xml: string): void {
  addPart(parts, {
    path: `word/${kind}.xml`,
    xml,
    content: `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
    relation: {
      id: `rId${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      type: `${reviewParts[kind]}/${kind}`,
      target: `${kind}.xml`,
    },
  })
}

function addChartParts(parts: Map<string, string>, charts: ChartWriter): void {
  let number = 0
  for (const [path, xml] of charts.parts()) {
    const id = chartRelation(++number)
    const content = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
    addPart(parts, {
      path,
      xml,
      content,
      relation: { id, type: `${officeRelations}/chart`, target: path.replace('word/', '') },
    })
  }
}

interface RelatedPart {
  path: string
  xml: string
  /** Content type. */
  content: string
  relation: { id: string; type: string; target: string }
}

/** Adds a part that the document refers to, to the package and to its two indexes. */
function addPart(
  parts: Map<string, string>,
  { path, xml, content, relation: { id, type, target } }: RelatedPart,
): void {
  const append = (index: string, closing: string, entry: string): void => {
    const list = parts.get(index)
    if (!list?.includes(closing)) throw new Error(`the package shell has no ${index}`)
    parts.set(index, list.replace(closing, `${entry}${closing}`))
  }
  parts.set(path, xml)
  append('[Content_Types].xml', '</Types>', `<Override ContentType="${content}" PartName="/${path}"/>`)
  append(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
}

/** Numbers are text here, and a file handed out carries no properties of its own. */
const unusedParts = ['word/numbering.xml', 'docProps/custom.xml']

const isIndex = (path: string): boolean => path === '[Content_Types].xml' || path.endsWith('.rels')

function withoutUnusedParts(xml: string): string {
  return xml
    .replace(/<Relationship [^>]*Target="(?:numbering\.xml|docProps\/custom\.xml)"[^>]*\/>/g, '')
    .replace(/<Override [^>]*PartName="\/(?:word\/numbering\.xml|docProps\/custom\.xml)"[^>]*\/>/g, '')
}

function classificationXml(meta: ReportMeta, body: readonly Block[]): string {
  const words = classificationLine(meta, body)
  return words === '' ? '' : styledLine('ZgClassification', words)
}

function documentXml(body: string, shell: ReadonlyMap<string, string>): string {
  const section = /<w:sectPr[ >].*<\/w:sectPr>/s.exec(shell.get('word/document.xml') ?? '')?.[0]
  if (section === undefined) throw new Error('the package shell has no section properties')
  return `${xmlHead}<w:document ${rootAttributes}><w:body>${body}${section}</w:body></w:document>`
}

/** Adds what the library cannot write, at their places in CT_Settings (ECMA-376 part 1, 17.15.1.78). */
function completeSettings(xml: string, tracking: Review['tracking'] = 'off'): string {
  const locked = tracking === 'locked' ? '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>' : ''
  const tracked =
    tracking === 'off' ? xml : xml.replace('<w:defaultTabStop', `<w:trackRevisions/>${locked}<w:defaultTabStop`)
  return tracked.replace(
    '<w:compat>',
    '<w:characterSpacingControl w:val="doNotCompress"/>' +
      '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
      '<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat>',
  )
}

function coreXml(body: readonly Block[], { clock, author = '' }: WriteOptions): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(clock)}</dcterms:${name}>`
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(firstTitle(body))}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${time('created')}${time('modified')}</cp:coreProperties>`
  )
}

/** Content types first, as readers that stream expect; then by name. Times are the earliest a zip can hold. */
function zipParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const order = [...parts.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const files: Zippable = {}
  for (const path of order) files[path] = strToU8(parts.get(path) ?? '')
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

function rank(path: string): number {
  return ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(path) + 1 || 4
}
