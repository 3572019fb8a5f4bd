/**
 * The one document model. A report's `body` IS the Slate value of the editor: there is no converter.
 * The body is a flat list of blocks; chapters are computed from headings (`outline.ts`), never nested.
 */

/** 乡 / 镇 / 街道 / 县 / 区 / 市; `province` and `nation` only come from imported reports. */
export type PlaceLevel = 'township' | 'town' | 'subdistrict' | 'county' | 'district' | 'city' | 'province' | 'nation'

/** 年度报告 / 半年报告 / 换届五年报告 / 空白. */
export type ReportKind = 'annual' | 'half-year' | 'term' | 'blank'

/** 开头 / 回顾 / 问题 / 指导思想 / 主要目标 / 重点工作 / 政府自身建设 / 结束语 / 附件. */
export const sectionKinds = [
  'opening',
  'review',
  'problems',
  'guidance',
  'targets',
  'tasks',
  'self-building',
  'closing',
  'annex',
] as const
export type SectionKind = (typeof sectionKinds)[number]

/** 草稿 / 待核 / 定稿; 未写 is computed from the text and never stored. */
export type SectionState = 'draft' | 'review' | 'final'

export interface ReportMeta {
  /** Full name of the place, for example 青禾镇. */
  place: string
  level: PlaceLevel
  kind: ReportKind
  /** The year the report is given in and plans for; it reviews `year` − 1. Null: not known. */
  year: number | null
  /** 第十九届人民代表大会第六次会议: congress 19, session 6. */
  meeting: { congress: number | null; session: number | null }
  speaker: { office: string; name: string }
  /** Day the report is given, `YYYY-MM-DD`. */
  date: string | null
  /** 初稿, 讨论稿, 征求意见稿, 送审稿 …: free text. */
  stage: string
  /** 密级; empty for an ordinary report. */
  classification: '' | '内部' | '秘密' | '机密' | '绝密'
  /** Where an imported report came from. */
  source?: { name: string; format: 'docx' | 'txt' | 'md' }
}

/**
 * 修订: who changed what and when. Author and date as stored (ECMA-376 17.13.5.18, 17.13.5.14): '' where they are missing, and
 * the date is local wall time whatever letter it ends with, never converted.
 */
export interface Revision {
  id: string
  author: string
  date: string
  /** Name of the move that the two ends share. */
  move?: string
  /** `w16du:dateUtc`, kept beside the date. */
  dateUtc?: string
  /** 合并审阅稿: others who made the very same change. */
  also?: CoAuthor[]
  /** 合并审阅稿: copies that changed the same place in different ways. */
  conflict?: Conflict
}

export interface CoAuthor {
  author: string
  date: string
}

export interface Conflict {
  /** What all sides share. */
  name: string
  /** Which of the merged copies say so, counted from 0. */
  sides: number[]
}

/** An insertion and a deletion on it are two pending decisions: the insertion below, the deletion on top. */
export interface Pending {
  ins?: Revision
  del?: Revision
}

/** The format of text that a revision may change. `xml` holds properties of an imported run that the model does not know. */
export type LeafFormat = Pick<TextLeaf, 'bold' | 'italic' | 'underline' | 'superscript' | 'lead' | 'xml'>

/** A change of format: all properties as they were, so that a rejection brings every one of them back. */
export interface FormatRevision<Properties> {
  rev: Revision
  prev: Properties
}

/** The paragraph mark at the END of a line; without it the line joins the one that follows. */
export interface ParagraphMark extends Pending {
  fmt?: { rev: Revision; xml: string }
  /** It was decided to go, but something undecided stands before or behind it; it goes as soon as that lets it. */
  leaving?: true
}

/** What a line block is beside its words: type, level, alignment …; all but `children` and its revisions. */
export type LineFormat = Record<string, unknown> & { type: LineBlock['type'] }

/** A placeholder of a template that waits for a figure: 地区生产总值 · value. */
export interface TemplateField {
  /** '' for the □ of a phrase, which has no name. */
  indicator: string
  part: 'value' | 'growth' | 'text'
}

export interface TextLeaf extends Pending {
  text: string
  bold?: true
  italic?: true
  underline?: true
  superscript?: true
  /** Lead sentence of a run-in heading: （一）in 楷体 with the body following in the same paragraph. */
  lead?: true
  field?: TemplateField
  /** Key of the ledger entry this figure is bound to. */
  indicator?: string
  /** 转结: key of the sentence (`carried.ts`) as it came from last year's report; it counts only while the sentence reads so. */
  carried?: string
  fmt?: FormatRevision<LeafFormat>
  /** Ids of the comments whose range covers the text, sorted. */
  comments?: string[]
  /** Those of `comments` whose own words are gone: they stand at these words as at a point. Sorted. */
  points?: string[]
  /** Properties of an imported run that the model does not know. */
  xml?: string
}

/** Reference to a note, an inline void; the note's text is in `Report.notes`. */
export interface NoteReference extends Pending {
  type: 'note'
  note: string
  children: [{ text: '' }]
}

/** Something inside a line that the model does not know, kept as its XML and shown as one character. */
export interface OpaqueInline extends Pending {
  type: 'opaque-inline'
  xml: string
  /** What it shows, for people: 公式, 图片, 域. */
  label: string
  children: [{ text: '' }]
}

export type Inline = TextLeaf | NoteReference | OpaqueInline

export type Align = 'left' | 'center' | 'right' | 'justify'

interface TextBlock {
  children: Inline[]
  align?: Align
  mark?: ParagraphMark
  pFmt?: FormatRevision<LineFormat>
}

/** One line of the title: 政府工作报告. */
export interface Title extends TextBlock {
  type: 'title'
}

/** ——2026年1月12日在××镇第十九届人民代表大会第六次会议上. */
export interface MeetingLine extends TextBlock {
  type: 'meeting'
}

/** ××镇人民政府镇长, a full-width blank, ×××. */
export interface SpeakerLine extends TextBlock {
  type: 'speaker'
}

/** 各位代表： flush left. */
export interface Salutation extends TextBlock {
  type: 'salutation'
}

export type HeadingLevel = 1 | 2 | 3 | 4

/**
 * 一、 （一） 1. （1）. The number is not part of the text: it is computed (`numbering.ts`) unless `label` holds one
 * that was printed differently (`''` = printed without a number).
 */
export interface Heading extends TextBlock {
  type: 'heading'
  level: HeadingLevel
  label?: string
  /** Title and body stand in one paragraph; the title is the leaves marked `lead`. */
  runIn?: true
  section?: SectionKind
  state?: SectionState
  guidance?: Guidance
}

/** Body text. `guidance` is shown while the paragraph is empty and never printed. */
export interface Paragraph extends TextBlock {
  type: 'paragraph'
  /** Opens a section that is printed without a heading (问题, 指导思想, 主要目标). */
  section?: SectionKind
  state?: SectionState
  guidance?: Guidance
  /** No first-line indent: 落款, 注. */
  flush?: true
}

/** Advice of a template: what belongs here, how long it usually is, phrases to start from. */
export interface Guidance {
  hint: string
  length?: string
  phrases?: string[]
}

/** 一是 / 1. / ① / ——. */
export type ListMarker = 'ordinal' | 'decimal' | 'circled' | 'dash'

export interface ListItem extends TextBlock {
  type: 'list-item'
  marker: ListMarker
  /** A marker that was printed differently from the computed one. */
  label?: string
}

/** Columns and rows that one cell may cover. Word makes 63 columns; what claims more would fill the memory of whoever draws it. */
export const widestCell = 100
export const highestCell = 1000

export interface TableCell {
  type: 'table-cell'
  colSpan?: number
  rowSpan?: number
  align?: Align
  cellRev?: { kind: 'ins' | 'del' | 'merge'; rev: Revision }
  children: Paragraph[]
}

export interface TableRow extends Pending {
  type: 'table-row'
  /** Repeated at the head of each page. */
  header?: true
  children: TableCell[]
}

export interface Table {
  type: 'table'
  /** Column widths in twips (1/1440 inch); 8844 fill the text area. */
  columns?: number[]
  /** Made from the ledger, and made anew when the ledger changes. */
  annex?: AnnexTable
  children: TableRow[]
}

/** 主要指标完成情况表 of a year, or its 目标表. */
export interface AnnexTable {
  kind: 'results' | 'targets'
  year: number
  /** Rows in their order, by the names of the ledger. */
  indicators: string[]
}

/** 趋势图: one indicator over the years. The points are those of the ledger when the chart was made or made anew. */
export interface TrendChart {
  indicator: string
  title: string
  /** With magnitude; one for all points. */
  unit: string
  /** Decimals with their printed digits. */
  points: { year: number; value: string }[]
  /** 转结: the year up to which it goes once the ledger has the results; years that the ledger does not have stay in it. */
  until?: number
}

export interface PageBreak extends Pending {
  type: 'page-break'
  children: [{ text: '' }]
}

/** A block the model does not know: kept, deletable as a whole, not editable. */
export interface OpaqueBlock extends Pending {
  type: 'opaque'
  xml: string
  label: string
  /** What it shows, so that it is searched, counted and exported. Not named `text`: Slate takes that for a leaf. */
  words?: string
  /** A chart made from the ledger; `xml` is empty then. Older programs keep it and show its label. */
  chart?: TrendChart
  children: [{ text: '' }]
}

export type Block =
  Title | MeetingLine | SpeakerLine | Salutation | Heading | Paragraph | ListItem | Table | PageBreak | OpaqueBlock

/** Blocks whose children are a line of text. */
export type LineBlock = Title | MeetingLine | SpeakerLine | Salutation | Heading | Paragraph | ListItem

/** Footnote or 名词解释 entry; `text` is plain, paragraphs separated by a line feed. */
export interface Note {
  kind: 'footnote' | 'endnote' | 'term'
  text: string
}

/** 批注. A reply names the first comment of its thread. */
export interface Comment {
  id: string
  author: string
  initials: string
  /** As written; '' = missing. */
  date: string
  dateUtc?: string
  paragraphs: string[]
  parent?: string
  /** 已解决. */
  done: boolean
}

/** 意见采纳情况 of a comment or change: 采纳 / 部分采纳 / 不采纳, and why. */
export interface Opinion {
  answer: 'adopted' | 'partly' | 'declined'
  reason: string
}

/** What a person did once under 修订. */
export type ChangeKind =
  'insert' | 'delete' | 'replace' | 'move' | 'format' | 'split' | 'join' | 'rowInsert' | 'rowDelete' | 'table'

/** Where an opinion belongs, in words that stay true when the text goes on changing. */
export interface OpinionPlace {
  /** Headings around it with their printed numbers, outermost first; empty for a text without headings. */
  headings: string[]
  /** Kind of the section where it has no heading. */
  section?: SectionKind
  /** Counted within its section from 1; 0: the heading itself. */
  paragraph: number
  inTable?: true
  /** The sentence as it read then, shortened. */
  sentence: string
}

/** A change that was accepted or rejected, for 意见采纳情况; its words are shortened. */
export interface DecidedChange {
  /** Id of its card. */
  id: string
  kind: ChangeKind
  author: string
  date: string
  old: string
  new: string
  /** What a change of format changed, in words. */
  format?: string
  place: OpinionPlace
  decision: 'accept' | 'reject'
  by: string
  /** `YYYY-MM-DDThh:mm:ss`, local wall time. */
  at: string
}

/** A finding that was set aside; `fingerprint` changes with the figures, so the finding returns when one changes. */
export interface IgnoredFinding {
  fingerprint: string
  rule: string
  /** 口径不同, 上级口径, 约数 or the user's own words; empty for "ignore once". */
  reason: string
  by: string
  /** `YYYY-MM-DDThh:mm:ss`, local wall time. */
  at: string
  /** The words that were set aside, to list it while the text has changed. */
  quote: string
  /** 忽略此指标: all findings of the rule about this indicator are set aside, whatever its figures. */
  indicator?: string
}

/** What the user decided about a 承诺事项 of last year's report; the report it stands in and its words tell which. */
export interface PledgeDecision {
  /** Year of the report that made the promise; null: it names none. */
  year: number | null
  words: string
  /** `dropped`: 不再适用, with the reason. `told`: the user named the sentence that accounts for it. */
  decision: 'dropped' | 'told'
  reason: string
  /** The sentence of this report that accounts for it, as it read then; '' for `dropped`. */
  quote: string
  by: string
  /** `YYYY-MM-DDThh:mm:ss`, local wall time. */
  at: string
}

/** `major`: readers of an older major open the file read-only. `minor`: new optional fields, kept by older readers. */
export interface FormatVersion {
  name: 'zhenggao'
  major: number
  minor: number
}

export interface Report {
  format: FormatVersion
  /** Stable identity of this report on this computer and across copies (journal, history). */
  id: string
  meta: ReportMeta
  body: Block[]
  notes: Record<string, Note>
  checks: { ignored: IgnoredFinding[] }
  review?: Review
  /** 承诺事项 of last year about which the user has decided. Absent: none. */
  pledges?: PledgeDecision[]
}

/** What belongs to the review of a report and not to a place in its text. Absent: nothing of it. */
export interface Review {
  /** 修订 on or off; 锁定修订 keeps it on. */
  tracking: 'off' | 'on' | 'locked'
  /** In the order of the text; replies behind the comment that they answer. */
  comments: Comment[]
  /** By id of the comment, or of the card of a change. */
  opinions: Record<string, Opinion>
  /** Changes that were decided, oldest first; at most `mostDecided`. Absent: none. */
  decided?: DecidedChange[]
  /** How many more there were, of which nothing is kept. */
  decidedDropped?: number
}

export const mostDecided = 2000

export const currentFormat: FormatVersion = { name: 'zhenggao', major: 1, minor: 1 }

export const noReview: Review = { tracking: 'off', comments: [], opinions: {} }

export function isLineBlock(block: { type?: string }): block is LineBlock {
  return lineTypes.has(block.type ?? '')
}

export function isTextLeaf(node: object): node is TextLeaf {
  return 'text' in node
}

const lineTypes: ReadonlySet<string> = new Set([
  'title',
  'meeting',
  'speaker',
  'salutation',
  'heading',
  'paragraph',
  'list-item',
])
