import type { FormatRevision, Inline, LeafFormat, PageBreak, Pending, Revision, TextLeaf } from '../../report/schema.ts'
import { namespaces } from './namespaces.ts'
import { opaqueLabels } from './opaque-labels.ts'
import type { StoryContext } from './story-context.ts'
import { child, descendants, elements, isOn, isWord, serialize, valueOf, type XmlElement } from './xml-tree.ts'

/** A paragraph's content: lines between soft returns, page breaks, and the text boxes anchored in it. */
export interface ParagraphContent {
  pieces: (Inline[] | PageBreak)[]
  textBoxes: XmlElement[]
}

type Marks = Omit<TextLeaf, 'text'>

export function readParagraphContent(paragraph: XmlElement, context: StoryContext): ParagraphContent {
  const content: ParagraphContent = { pieces: [[]], textBoxes: [] }
  context.revisions.startParagraph()
  const outer = context.paragraphStyle
  context.paragraphStyle = valueOf(child(paragraph, 'pPr'), 'pStyle')
  readInlines(paragraph, {}, content, context)
  context.paragraphStyle = outer
  return content
}

function readInlines(holder: XmlElement, marks: Marks, content: ParagraphContent, context: StoryContext): void {
  for (const element of elements(holder)) readInline(element, marks, content, context)
}

/** Wrappers whose content belongs to the line. */
const transparent = new Set(['smartTag', 'customXml', 'sdtContent', 'fldSimple', 'dir', 'bdo', 'rubyBase'])

/** Marks of places, spelling and property sets: nothing of them is seen. */
const silent =
  /^(?:pPr|rPr|sdtPr|sdtEndPr|smartTagPr|customXmlPr|proofErr|permStart|permEnd|bookmark(?:Start|End)|comment(?:RangeStart|RangeEnd)|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|rubyPr|rt|sectPr)$/

function readInline(element: XmlElement, marks: Marks, content: ParagraphContent, context: StoryContext): void {
  if (element.namespace === namespaces.compatibility) {
    if (element.name === 'AlternateContent') readInlines(chosenBranch(element), marks, content, context)
    return
  }
  if (element.namespace !== namespaces.word) {
    addOpaque(element, element.namespace === namespaces.math ? 'formula' : 'content', marks, content, context)
    return
  }
  const { name } = element
  if (/^moveFromRange|^moveToRange/.test(name)) context.revisions.moveRange(element)
  if (name.startsWith('commentRange')) context.comments.meet(element)
  if (silent.test(name)) return
  if (name === 'r') readRun(element, marks, content, context)
  else if (name === 'ins' || name === 'moveTo' || name === 'del' || name === 'moveFrom') {
    context.revisions.wrapper(element, (revision) =>
      readInlines(element, wrapped(marks, name, revision), content, context),
    )
  } else if (name === 'hyperlink') {
    if (element.attributes[`{${namespaces.relationships}}id`] !== undefined) context.tally.links++
    readInlines(element, marks, content, context)
  } else if (name === 'sdt') readInlines(child(element, 'sdtContent') ?? element, marks, content, context)
  else if (name === 'ruby') readInlines(child(element, 'rubyBase') ?? element, marks, content, context)
  else if (name === 'fldSimple') {
    noteField(element.attributes['instr'] ?? '', context)
    readInlines(element, marks, content, context)
  } else if (transparent.has(name) || hasRuns(element)) readInlines(element, marks, content, context)
  else addOpaque(element, 'content', marks, content, context)
}

function hasRuns(element: XmlElement): boolean {
  for (const inner of descendants(element)) if (isWord(inner, 'r')) return true
  return false
}

/** Text boxes and charts come twice: the first branch is the one for readers of today. */
export function chosenBranch(alternate: XmlElement): XmlElement {
  const branches = elements(alternate).filter(({ namespace }) => namespace === namespaces.compatibility)
  return branches.find(({ name }) => name === 'Choice') ?? branches[0] ?? { ...alternate, children: [] }
}

function readRun(run: XmlElement, outer: Marks, content: ParagraphContent, context: StoryContext): void {
  const properties = child(run, 'rPr')
  const style = context.styles.character(valueOf(properties, 'rStyle'))
  const hidden = context.styles.hides(isOn(properties, 'vanish'), valueOf(properties, 'rStyle'), context.paragraphStyle)
  if (hidden === 'yes') {
    if (elements(run).some((element) => isWord(element, 't'))) context.tally.hidden++
    return
  }
  const marks = { ...outer, ...readMarks(properties, style), ...readFormatChange(properties, style, context) }
  for (const element of elements(run)) readRunContent(element, marks, content, context)
}

/** An insertion lies below and a deletion on top of it, whichever of them the file has inside. */
function wrapped(marks: Marks, name: string, revision: Revision): Marks {
  const key = name === 'ins' || name === 'moveTo' ? 'ins' : 'del'
  return marks[key] ? marks : { ...marks, [key]: revision }
}

/** The format before the change, with its XML: a rejection brings back what the model does not know as well. */
function readFormatChange(
  properties: XmlElement | undefined,
  style: XmlElement | undefined,
  { revisions }: StoryContext,
): { fmt?: FormatRevision<LeafFormat> } {
  const change = child(properties, 'rPrChange')
  if (!change) return {}
  const old = child(change, 'rPr')
  const prev: LeafFormat = readMarks(old, style)
  if (old && old.children.length > 0) prev.xml = serialize(old)
  return { fmt: { rev: revisions.read(change), prev } }
}

function readMarks(properties: XmlElement | undefined, style: XmlElement | undefined): Marks {
  const marks: Marks = {}
  if (isOn(properties, 'b') ?? isOn(style, 'b')) marks.bold = true
  if (isOn(properties, 'i') ?? isOn(style, 'i')) marks.italic = true
  if (!['none', undefined].includes(valueOf(properties, 'u') ?? valueOf(style, 'u'))) marks.underline = true
  if ((valueOf(properties, 'vertAlign') ?? valueOf(style, 'vertAlign')) === 'superscript') marks.superscript = true
  return marks
}

function readRunContent(element: XmlElement, marks: Marks, content: ParagraphContent, context: StoryContext): void {
  if (element.namespace === namespaces.compatibility && element.name === 'AlternateContent') {
    for (const inner of elements(chosenBranch(element))) readRunContent(inner, marks, content, context)
    return
  }
  if (element.namespace !== namespaces.word) {
    addOpaque(element, element.namespace === namespaces.math ? 'formula' : 'content', marks, content, context)
    return
  }
  switch (element.name) {
    case 't':
    case 'delText':
      addText(element.children.filter((inner) => typeof inner === 'string').join(''), marks, content, context)
      return
    case 'tab':
    case 'ptab':
      addText('\t', marks, content, context)
      return
    case 'noBreakHyphen':
      addText('-', marks, content, context)
      return
    case 'br':
    case 'cr':
      addBreak(element, marks, content, context)
      return
    case 'footnoteReference':
    case 'endnoteReference':
      addNote(element, marks, content, context)
      return
    case 'commentReference':
      referComment(element, content, context)
      return
    case 'ruby':
      readInline(element, marks, content, context)
      return
    case 'instrText':
      noteField(element.children.filter((inner) => typeof inner === 'string').join(''), context)
      return
    case 'drawing':
    case 'pict':
    case 'object':
      readDrawing(element, marks, content, context)
      return
    case 'sym':
      addOpaque(element, 'symbol', marks, content, context)
      return
    case 'contentPart':
      addOpaque(element, 'content', marks, content, context)
  }
}

function line(content: ParagraphContent): Inline[] {
  const last = content.pieces.at(-1)
  if (Array.isArray(last)) return last
  const fresh: Inline[] = []
  content.pieces.push(fresh)
  return fresh
}

/** Soft hyphens and byte order marks are no words. */
function addText(text: string, marks: Marks, content: ParagraphContent, { revisions, comments }: StoryContext): void {
  const clean = text.replace(/[\u00ad\ufeff\ufffe\uffff]/g, '').replace(/[\n\r]/g, ' ')
  if (clean === '') return
  revisions.words()
  const covering = comments.covering()
  line(content).push({ ...marks, ...(covering ? { comments: covering } : {}), text: clean })
}

/** What of the marks of a run an object in it can carry. */
function pendingOf({ ins, del }: Marks): Pending {
  return { ...(ins ? { ins } : {}), ...(del ? { del } : {}) }
}

/** A comment on a point stands on the words before it, or else on those behind. */
function referComment(element: XmlElement, content: ParagraphContent, { comments }: StoryContext): void {
  const point = comments.refer(element.attributes['id'])
  if (point === undefined) return
  const before = line(content).findLast((inline) => 'text' in inline && inline.text !== '')
  if (before && 'text' in before) before.comments = [...new Set([...(before.comments ?? []), point])].sort()
}

/** A soft return separates lines, as copies from web pages use it; a column break has no meaning on these pages. */
function addBreak(element: XmlElement, marks: Marks, content: ParagraphContent, { revisions }: StoryContext): void {
  revisions.words()
  const type = element.attributes['type'] ?? 'textWrapping'
  if (type === 'page') content.pieces.push({ type: 'page-break', ...pendingOf(marks), children: [{ text: '' }] }, [])
  // A return that was struck out parts nothing; one that was added does until it is refused.
  else if (marks.del) return
  else if (type === 'textWrapping') content.pieces.push([])
}

function addNote(element: XmlElement, marks: Marks, content: ParagraphContent, context: StoryContext): void {
  const kind = element.name === 'endnoteReference' ? 'endnote' : 'footnote'
  const note = context.useNote(kind, element.attributes['id'] ?? '')
  if (note !== undefined) line(content).push({ type: 'note', note, ...pendingOf(marks), children: [{ text: '' }] })
}

/** Words of text boxes are read as paragraphs of their own; a picture is kept as it is. */
function readDrawing(element: XmlElement, marks: Marks, content: ParagraphContent, context: StoryContext): void {
  const boxes = findTextBoxes(element)
  content.textBoxes.push(...boxes)
  context.tally.textBoxes += boxes.length
  if (boxes.length > 0) return
  if (isExternal(element, context)) {
    context.tally.external++
    return
  }
  addOpaque(element, element.name === 'object' ? 'object' : 'picture', marks, content, context)
}

function findTextBoxes(element: XmlElement): XmlElement[] {
  if (element.namespace === namespaces.compatibility && element.name === 'AlternateContent')
    return findTextBoxes(chosenBranch(element))
  return elements(element).flatMap((inner) => (isWord(inner, 'txbxContent') ? [inner] : findTextBoxes(inner)))
}

/** A picture that is only a link to somewhere else. */
function isExternal(element: XmlElement, { relationships }: StoryContext): boolean {
  for (const inner of descendants(element)) {
    for (const [key, id] of Object.entries(inner.attributes)) {
      if (
        key.startsWith(`{${namespaces.relationships}}`) &&
        relationships.get(id)?.external &&
        relationships.get(id)?.type !== 'hyperlink'
      )
        return true
    }
  }
  return false
}

function addOpaque(
  element: XmlElement,
  label: keyof typeof opaqueLabels,
  marks: Marks,
  content: ParagraphContent,
  context: StoryContext,
): void {
  context.tally.opaque++
  const shown = label === 'formula' ? `${opaqueLabels[label]} ${mathText(element)}` : opaqueLabels[label]
  context.revisions.words()
  line(content).push({
    type: 'opaque-inline',
    xml: serialize(element),
    label: shown,
    ...pendingOf(marks),
    children: [{ text: '' }],
  })
}

/** The letters and figures of a formula in their order. */
function mathText(element: XmlElement): string {
  let text = ''
  for (const inner of descendants(element)) {
    if (inner.namespace === namespaces.math && inner.name === 't')
      text += inner.children.filter((part) => typeof part === 'string').join('')
  }
  return text
}

/** Fields that fetch or start something when they are updated; here they are words and nothing else. */
function noteField(code: string, context: StoryContext): void {
  if (/^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|EMBED|IMPORT|AUTOTEXT|MACROBUTTON|DATABASE)\b/i.test(code))
    context.tally.activeFields++
  if (/^\s*HYPERLINK\s+"?(?!\\l)/i.test(code)) context.tally.links++
}
