import { SaxesParser } from 'saxes'
import { namespaces } from './xml.ts'

/**
 * What no schema says about a Word package and Word yet refuses or repairs: relationships, content types, ids, ranges,
 * comments, revisions. Returns one `part: problem` per fault; a file with any is not handed out.
 */
export function lintPackage(parts: ReadonlyMap<string, string>): string[] {
  const problems: string[] = []
  const trees = new Map<string, XmlElement>()
  for (const [path, xml] of parts) {
    const say = (problem: string): number => problems.push(`${path}: ${problem}`)
    if (/(^|\/)\.\.?(\/|$)|\\|^\//.test(path)) say('unsafe part name')
    if (!/\.(?:xml|rels)$/i.test(path)) continue
    if (xml.includes('<!DOCTYPE')) say('document type declaration')
    const tree = readXml(xml)
    if (typeof tree === 'string') say(tree)
    else trees.set(path, tree)
  }
  lintContentTypes(parts, trees, problems)
  for (const [path, tree] of trees) {
    if (path.endsWith('.rels')) lintRelationships(path, tree, parts, trees, problems)
  }
  lintStories(trees, problems)
  return problems
}

export interface XmlElement {
  /** Name with the usual prefix of its namespace: `w:p`; other namespaces keep their own prefix. */
  name: string
  attributes: Record<string, string>
  parent: XmlElement | undefined
  children: XmlElement[]
  text: string
}

/** The tree of a part, or what is wrong with it. */
function readXml(xml: string): XmlElement | string {
  const parser = new SaxesParser({ xmlns: true })
  let root: XmlElement | undefined
  let open: XmlElement | undefined
  let problem: string | undefined
  parser.on('error', (error) => (problem ??= `not well-formed: ${error.message}`))
  parser.on('opentag', (tag) => {
    const prefix = tag.uri === namespaces.w ? 'w' : tag.prefix
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) {
      const own = attribute.uri === namespaces.w ? 'w:' : attribute.prefix ? `${attribute.prefix}:` : ''
      attributes[own + attribute.local] = attribute.value
    }
    const element: XmlElement = {
      name: prefix ? `${prefix}:${tag.local}` : tag.local,
      attributes,
      parent: open,
      children: [],
      text: '',
    }
    open?.children.push(element)
    root ??= element
    open = element
  })
  parser.on('text', (text) => {
    if (open) open.text += text
  })
  parser.on('closetag', () => (open = open?.parent))
  parser.write(xml).close()
  return problem ?? root ?? 'empty'
}

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) yield* walk(child)
}

function lintContentTypes(
  parts: ReadonlyMap<string, string>,
  trees: ReadonlyMap<string, XmlElement>,
  problems: string[],
): void {
  const list = '[Content_Types].xml'
  const children = trees.get(list)?.children
  if (!children) {
    problems.push(`${list}: missing`)
    return
  }
  const extensions = new Set(children.map((child) => child.attributes['Extension']?.toLowerCase()))
  const named = children.flatMap((child) => child.attributes['PartName'] ?? [])
  const covered = new Set(named.map((name) => name.toLowerCase()))
  for (const path of parts.keys()) {
    const lower = path.toLowerCase()
    if (path === list || covered.has(`/${lower}`) || extensions.has(lower.split('.').at(-1))) continue
    problems.push(`${list}: no content type for ${path}`)
  }
  const present = new Set([...parts.keys()].map((path) => path.toLowerCase()))
  for (const name of named)
    if (!present.has(name.slice(1).toLowerCase())) problems.push(`${list}: content type of a missing part ${name}`)
  if (present.size < parts.size) problems.push(`${list}: part names differ only in case`)
}

function lintRelationships(
  path: string,
  tree: XmlElement,
  parts: ReadonlyMap<string, string>,
  trees: ReadonlyMap<string, XmlElement>,
  problems: string[],
): void {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
  if (owner !== '' && !parts.has(owner)) problems.push(`${path}: relationships of a missing part ${owner}`)
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const ids = new Set<string>()
  for (const { attributes } of tree.children) {
    const id = attributes['Id'] ?? ''
    const target = attributes['Target'] ?? ''
    if (ids.has(id)) problems.push(`${path}: relationship id ${id} is used twice`)
    ids.add(id)
    if (attributes['TargetMode'] === 'External') {
      const safe = attributes['Type']?.endsWith('/hyperlink') && /^(https?|mailto):/i.test(target)
      if (!safe) problems.push(`${path}: external relationship ${id}`)
    } else if (!target.startsWith('#') && !parts.has(partOf(folder, target))) {
      problems.push(`${path}: ${id} points to a missing part ${target}`)
    }
  }
  const story = owner === '' ? undefined : trees.get(owner)
  if (!story) return
  for (const element of walk(story)) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (/^r:(id|embed|link|pict)$/.test(name) && !ids.has(value)) {
        problems.push(`${owner}: ${element.name} uses an unknown relationship ${value}`)
      }
    }
  }
}

/** The part that a relationship of a folder's part leads to: `../customXml/item1.xml` in `word/` is `customXml/item1.xml`. */
function partOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of (folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** What has to be unique or paired over all parts that hold text. */
interface Package {
  say: (problem: string) => void
  revisionIds: Set<string>
  bookmarkIds: Set<string>
  references: Map<string, number>
  ranges: Set<string>
}

function lintStories(trees: ReadonlyMap<string, XmlElement>, problems: string[]): void {
  const seen = {
    revisionIds: new Set<string>(),
    bookmarkIds: new Set<string>(),
    references: new Map<string, number>(),
    ranges: new Set<string>(),
  }
  const notes = new Map<string, Set<string>>()
  for (const [path, tree] of trees) {
    if (!storyRoots.has(tree.name)) continue
    lintStory(tree, { ...seen, say: (problem) => problems.push(`${path}: ${problem}`) })
    notes.set(tree.name, new Set(tree.children.flatMap((child) => child.attributes['w:id'] ?? [])))
  }
  const document = [...trees.values()].find((tree) => tree.name === 'w:document')
  if (!document) problems.push('word/document.xml: missing')
  else lintNoteReferences(document, notes, problems)
  lintComments(trees, seen, problems)
}

const storyRoots = new Set(['w:document', 'w:comments', 'w:footnotes', 'w:endnotes', 'w:hdr', 'w:ftr'])

function lintStory(tree: XmlElement, seen: Package): void {
  const open = new Set<string>()
  const closed = new Set<string>()
  const moves = { from: new Set<string>(), to: new Set<string>() }
  const paragraphIds = new Set<string>()
  for (const element of walk(tree)) {
    lintText(element, seen.say)
    lintRevision(element, seen)
    lintParagraphIds(element, paragraphIds, seen.say)
    lintRange(element, { open, closed, moves }, seen)
    lintEnds(element, seen.say)
    if (element.name === 'w:commentReference' && !isCopy(element)) {
      const id = element.attributes['w:id'] ?? ''
      seen.references.set(id, (seen.references.get(id) ?? 0) + 1)
    }
  }
  for (const range of open) seen.say(`${range} has no end`)
  for (const name of moves.from) if (!moves.to.has(name)) seen.say(`move ${name} has no destination`)
  for (const name of moves.to) if (!moves.from.has(name)) seen.say(`move ${name} has no source`)
}

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText'])

function lintText(element: XmlElement, say: Package['say']): void {
  if (!textElements.has(element.name)) return
  const deleted = wrapperOf(element, ['w:del', 'w:moveFrom'])
  if (element.name.startsWith('w:del') && !deleted) say(`${element.name} outside a deletion`)
  if (!element.name.startsWith('w:del') && deleted?.name === 'w:del') say(`${element.name} inside a deletion`)
  if (/^[ \t\r\n]|[ \t\r\n]$/.test(element.text) && element.attributes['xml:space'] !== 'preserve') {
    say(`${element.name} loses the blanks at its edge`)
  }
}

/** The insertion or deletion around a run; marks inside property elements are no wrappers. */
function wrapperOf(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  for (let outer = element.parent; outer; outer = outer.parent) {
    if (outer.name === 'w:txbxContent') return undefined
    if (names.includes(outer.name) && !isMark(outer)) return outer
  }
  return undefined
}

const isMark = (element: XmlElement): boolean =>
  /^(?:w:(?:rPr|trPr|tcPr|numPr)|m:ctrlPr)$/.test(element.parent?.name ?? '')

/** The copy for older programs of what stands in a text box already, with the same ids. */
function isCopy(element: XmlElement): boolean {
  for (let outer: XmlElement | undefined = element; outer; outer = outer.parent) {
    if (outer.parent?.name === 'mc:AlternateContent' && outer.parent.children[0] !== outer) return true
  }
  return false
}

const wrappers = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

function lintRevision(element: XmlElement, seen: Package): void {
  if (!wrappers.includes(element.name) && !/^w:(\w+Change|cellIns|cellDel|cellMerge)$/.test(element.name)) return
  const id = element.attributes['w:id'] ?? ''
  if (!/^\d+$/.test(id)) seen.say(`${element.name} has no number as id`)
  else if (seen.revisionIds.has(id) && !isCopy(element)) seen.say(`${element.name}: revision id ${id} is used twice`)
  seen.revisionIds.add(id)
  if (element.name !== 'w:tblGridChange' && element.attributes['w:author'] === undefined)
    seen.say(`${element.name} ${id} has no author`)
  const date = element.attributes['w:date']
  if (date !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(date))
    seen.say(`${element.name} ${id} has the date ${date}`)
  if (!wrappers.includes(element.name) || isMark(element)) return
  if (!hasContent(element)) seen.say(`${element.name} ${id} is empty`)
  const forbidden =
    element.name === 'w:ins' ? ['w:ins', 'w:del', 'w:moveFrom'] : element.name === 'w:del' ? ['w:del'] : []
  if (wrapperOf(element, forbidden)) seen.say(`${element.name} ${id} lies in another revision`)
}

const bare = new Set(['w:r', 'w:p'])

/** Anything but runs and paragraphs without text of their own. */
function hasContent(element: XmlElement): boolean {
  return element.children.some((inner) =>
    bare.has(inner.name) ? hasContent(inner) : inner.name !== 'w:rPr' && inner.name !== 'w:pPr',
  )
}

function lintParagraphIds(element: XmlElement, paragraphIds: Set<string>, say: Package['say']): void {
  for (const name of ['w14:paraId', 'w14:textId']) {
    const id = element.attributes[name]
    if (id === undefined) continue
    const value = /^[0-9A-F]{8}$/i.test(id) ? parseInt(id, 16) : 0
    if (value < 1 || value > 0x7fffffff) say(`${name} ${id} is outside 1…7FFFFFFF`)
    if (name !== 'w14:paraId' || isCopy(element)) continue
    if (paragraphIds.has(id)) say(`${name} ${id} is used twice`)
    paragraphIds.add(id)
  }
}

interface Ranges {
  open: Set<string>
  closed: Set<string>
  moves: { from: Set<string>; to: Set<string> }
}

function lintRange(element: XmlElement, { open, closed, moves }: Ranges, seen: Package): void {
  const found = /^w:(bookmark|commentRange|moveFromRange|moveToRange|customXml\w+Range)(Start|End)$/.exec(element.name)
  if (!found || isCopy(element)) return
  const [, kind = '', edge] = found
  const id = element.attributes['w:id'] ?? ''
  const range = `${kind} ${id}`
  if (!/^\d+$/.test(id)) seen.say(`${element.name} has no number as id`)
  if (edge === 'Start') {
    if (open.has(range) || closed.has(range)) seen.say(`${range} starts twice`)
    open.add(range)
    if (kind === 'commentRange') seen.ranges.add(id)
    if (kind === 'moveFromRange') moves.from.add(element.attributes['w:name'] ?? '')
    if (kind === 'moveToRange') moves.to.add(element.attributes['w:name'] ?? '')
    if (kind === 'bookmark' && seen.bookmarkIds.has(id)) seen.say(`bookmark id ${id} is used twice`)
    if (kind === 'bookmark') seen.bookmarkIds.add(id)
  } else if (open.delete(range)) closed.add(range)
  else seen.say(closed.has(range) ? `${range} ends twice` : `${range} has no start`)
}

/** A cell ends with a paragraph, and the last paragraph of a container may not be inserted or deleted. */
function lintEnds(element: XmlElement, say: Package['say']): void {
  if (!containers.has(element.name)) return
  const last = element.children.filter((child) => ['w:p', 'w:tbl', 'w:sdt'].includes(child.name)).at(-1)
  if (element.name === 'w:tc' && last?.name !== 'w:p') say('a table cell does not end with a paragraph')
  const mark = child(child(last, 'w:pPr'), 'w:rPr')
  const revised = child(mark, 'w:ins') ?? child(mark, 'w:del')
  if (last?.name === 'w:p' && revised && !isRevisedCell(element))
    say(`the last paragraph of ${element.name} is marked ${revised.name}`)
}

const containers = new Set(['w:body', 'w:tc', 'w:hdr', 'w:ftr', 'w:comment', 'w:txbxContent'])

function isRevisedCell(cell: XmlElement): boolean {
  const row = child(cell.parent, 'w:trPr')
  const own = child(cell, 'w:tcPr')
  return [child(row, 'w:ins'), child(row, 'w:del'), child(own, 'w:cellIns'), child(own, 'w:cellDel')].some(Boolean)
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name)
}

function lintNoteReferences(
  document: XmlElement,
  notes: ReadonlyMap<string, ReadonlySet<string>>,
  problems: string[],
): void {
  for (const element of walk(document)) {
    const kind = /^w:(footnote|endnote)Reference$/.exec(element.name)?.[1]
    if (kind && !notes.get(`w:${kind}s`)?.has(element.attributes['w:id'] ?? '')) {
      problems.push(`word/document.xml: reference to a missing ${kind} ${element.attributes['w:id'] ?? ''}`)
    }
  }
}

function lintComments(
  trees: ReadonlyMap<string, XmlElement>,
  seen: Pick<Package, 'references' | 'ranges'>,
  problems: string[],
): void {
  const [path, comments] = [...trees].find(([, tree]) => tree.name === 'w:comments') ?? ['word/comments.xml', undefined]
  const entries = comments?.children.filter((one) => one.name === 'w:comment') ?? []
  const ids = entries.map((one) => one.attributes['w:id'] ?? '')
  const say = (problem: string): number => problems.push(`${path}: ${problem}`)
  ids.forEach((id, index) => {
    if (!/^\d+$/.test(id) || ids.indexOf(id) !== index) say(`comment id ${id} is no number or used twice`)
    if (entries[index]?.attributes['w:author'] === undefined) say(`comment ${id} has no author`)
    if (!seen.references.has(id)) say(`comment ${id} is not anchored`)
  })
  for (const [id, count] of seen.references) {
    if (!ids.includes(id)) say(`reference to a missing comment ${id}`)
    if (count > 1) say(`comment ${id} is referenced ${count} times`)
  }
  for (const id of seen.ranges) if (!seen.references.has(id)) say(`comment range ${id} has no reference`)
  lintThreads(trees, entries, problems)
}

/** Replies: every entry belongs to a comment's last paragraph, and a thread has one level. */
function lintThreads(
  trees: ReadonlyMap<string, XmlElement>,
  comments: readonly XmlElement[],
  problems: string[],
): void {
  lintDurableIds(trees, comments, problems)
  const [path, extended] = [...trees].find(([, tree]) => tree.name === 'w15:commentsEx') ?? ['', undefined]
  if (!extended) return
  const last = comments.map((one) => lastParagraphId(one))
  const parents = new Map<string | undefined, string | undefined>()
  for (const { attributes } of extended.children) {
    const id = attributes['w15:paraId']
    if (parents.has(id)) problems.push(`${path}: entry ${id ?? ''} stands twice`)
    parents.set(id, attributes['w15:paraIdParent'])
  }
  for (const [id, parent] of parents) {
    if (!last.includes(id)) problems.push(`${path}: entry ${id ?? ''} belongs to no comment`)
    if (parent === undefined) continue
    if (!parents.has(parent)) problems.push(`${path}: reply ${id ?? ''} has a missing parent ${parent}`)
    else if (parents.get(parent) !== undefined) problems.push(`${path}: reply ${id ?? ''} answers a reply`)
  }
}

function lastParagraphId(comment: XmlElement): string | undefined {
  return comment.children.filter((one) => one.name === 'w:p').at(-1)?.attributes['w14:paraId']
}

/** Ids that comments keep beyond this file. */
function lintDurableIds(
  trees: ReadonlyMap<string, XmlElement>,
  comments: readonly XmlElement[],
  problems: string[],
): void {
  const [path, ids] = [...trees].find(([, tree]) => tree.name === 'w16cid:commentsIds') ?? ['', undefined]
  const known = new Set(comments.map((one) => lastParagraphId(one)))
  for (const { attributes } of ids?.children ?? []) {
    const id = attributes['w16cid:paraId']
    if (!known.has(id)) problems.push(`${path}: id ${id ?? ''} belongs to no comment`)
  }
}
