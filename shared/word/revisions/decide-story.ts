import type { Decision } from '../../revisions/decide.ts'
import { decideProperties, propertySets } from './decide-properties.ts'
import { goneTable, joinParagraphs } from './join-paragraphs.ts'
import {
  attributeOf,
  freed,
  isElement,
  isWordElement,
  renamed,
  sourceChild,
  sourceDescendants,
  sourceElements,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from './source-tree.ts'
import { isMark, isWrapper, storyRevisions, type StoryRevision } from './story-revisions.ts'
import { sweepStory } from './sweep-story.ts'
import { namespaces } from '../read/namespaces.ts'

/** Which revisions of a part are decided. */
export type ChooseRevision = (revision: StoryRevision) => boolean

/** One part of a Word file with the chosen revisions accepted or rejected; the same root where nothing was. */
export function decideStory(root: SourceElement, decision: Decision, choose: ChooseRevision): SourceElement {
  const revisions = storyRevisions(root)
  const asked = revisions.filter(choose)
  const moves = new Set(asked.flatMap(({ move }) => move ?? []))
  const ids = new Set(asked.map(({ id }) => id))
  const chosen = revisions.filter(({ id, move }) => ids.has(id) || (move !== undefined && moves.has(move)))
  if (chosen.length === 0) return root
  const deciding = new StoryDecision(decision, chosen, endedRanges(root, chosen, revisions))
  const [decided] = deciding.decide(root, undefined)
  if (!isElement(decided)) return root
  return sweepStory(root, deciding.settle(decided))
}

/** Elements that hold blocks of their own, which end with a paragraph that nothing follows. */
const blockContainers = ['body', 'tc', 'hdr', 'ftr', 'footnote', 'endnote', 'comment', 'txbxContent', 'docPartBody']

/** Wrappers inside a line that mean nothing without content. */
const lineWrappers = ['hyperlink', 'smartTag', 'fldSimple', 'dir', 'bdo', 'customXml', 'sdt']

class StoryDecision {
  readonly #decision: Decision
  readonly #chosen: ReadonlySet<SourceElement>
  readonly #unwrapped: ReadonlySet<SourceElement>
  /** Revisions that end with those of their move: range borders by their id. */
  readonly #endedRanges: ReadonlySet<string>
  /** Paragraphs whose mark has gone. */
  readonly #joined = new Set<SourceElement>()
  /** Comments whose rows or blocks have gone; the paragraph that follows takes them in. */
  #homeless: SourceElement[] = []

  constructor(decision: Decision, chosen: readonly StoryRevision[], ranges: ReadonlySet<string>) {
    this.#decision = decision
    this.#chosen = new Set(chosen.map(({ element }) => element))
    this.#unwrapped = new Set(
      chosen.flatMap(({ kind, controls = [] }) =>
        this.#removes(kind.replace(/^customXml|RangeStart$/g, '')) ? controls : [],
      ),
    )
    this.#endedRanges = ranges
  }

  /** Whether what stands in such a revision goes. */
  #removes(kind: string): boolean {
    const gone = this.#decision === 'accept' ? ['del', 'movefrom'] : ['ins', 'moveto']
    return gone.includes(kind.toLowerCase())
  }

  #decidesRemoval(mark: SourceElement | undefined): boolean {
    return mark !== undefined && this.#chosen.has(mark) && this.#removes(mark.name)
  }

  decide(node: SourceNode, parent: SourceElement | undefined): SourceNode[] {
    if (typeof node === 'string') return [node]
    if (node.namespace === namespaces.math && node.name === 'r') return this.#decideRun(node)
    if (node.namespace !== namespaces.word) return this.#decideForeign(node)
    if (isWrapper(node, parent)) return this.#decideWrapper(node)
    if (isMark(node) && this.#chosen.has(node)) return freed(node, this.#children(node).children)
    if (this.#isEndedRange(node)) return []
    if (this.#unwrapped.has(node)) return this.#unwrapControl(node)
    if (propertySets.includes(node.name)) return this.#decideProperties(node)
    switch (node.name) {
      case 'p':
        return [this.#decideParagraph(node)]
      case 'r':
        return this.#decideRun(node)
      case 'tbl':
        return this.#keptWith(node, 'tr', [goneTable])
      case 'tr':
        return this.#decideRow(node)
      case 'tc':
        return this.#decideCell(node)
      case 'numberingChange':
        return this.#chosen.has(node) ? [] : [node]
      default:
        return this.#decideHolder(node)
    }
  }

  /** Anchors that found no paragraph behind them go to the last one. */
  settle(root: SourceElement): SourceElement {
    const anchors = this.#homeless
    this.#homeless = []
    const last = [...sourceDescendants(root)].findLast((element) => isWordElement(element, 'p'))
    return last && anchors.length > 0 ? replaced(root, last, withChildren(last, [...last.children, ...anchors])) : root
  }

  #children(element: SourceElement): SourceElement {
    return withChildren(
      element,
      element.children.flatMap((child) => this.decide(child, element)),
    )
  }

  #decideForeign(element: SourceElement): SourceNode[] {
    const decided = this.#children(element)
    const emptied = decided !== element && element.children.length > 0 && sourceElements(decided).length === 0
    return emptied && element.namespace === namespaces.math ? [] : [decided]
  }

  /** An element around blocks or runs; a wrapper that lost its content goes. */
  #decideHolder(element: SourceElement): SourceNode[] {
    const decided = this.#children(element)
    if (decided === element) return [element]
    if (blockContainers.includes(element.name)) return [joinParagraphs(decided, this.#joined)]
    return lineWrappers.includes(element.name) && isHollow(decided) && !isHollow(element) ? [] : [decided]
  }

  #decideWrapper(element: SourceElement): SourceNode[] {
    if (!this.#chosen.has(element)) {
      const decided = this.#children(element)
      return decided !== element && isHollow(decided) ? sourceElements(decided).filter(isRangeBorder) : [decided]
    }
    if (this.#removes(element.name)) {
      const anchors = commentAnchors(element)
      if (!holdsBlocks(element)) return anchors
      this.#homeless.push(...anchors)
      return []
    }
    const content = freed(element, this.#children(element).children)
    return element.name === 'del' ? content.map(asLiving) : content
  }

  #isEndedRange(element: SourceElement): boolean {
    return isRangeBorder(element) && (this.#chosen.has(element) || this.#endedRanges.has(rangeKey(element)))
  }

  #unwrapControl(element: SourceElement): SourceNode[] {
    const content = element.name === 'sdt' ? sourceChild(element, 'sdtContent') : element
    if (!content) return []
    const inner = this.#children(content)
    return freed(element, freed(content, inner.children)).filter((node) => !isWordElement(node, 'customXmlPr'))
  }

  #decideProperties(element: SourceElement): SourceNode[] {
    const inner = withChildren(
      element,
      element.children.flatMap((child) =>
        isElement(child) && propertySets.includes(child.name) ? this.decide(child, element) : [child],
      ),
    )
    return decideProperties(inner, element, this.#decision, this.#chosen)
  }

  #decideParagraph(element: SourceElement): SourceElement {
    const anchors = this.#homeless
    this.#homeless = []
    const mark = sourceChild(sourceChild(element, 'pPr'), 'rPr')
    const gone = sourceElements(mark).some(
      (one) => this.#decidesRemoval(one) && isWordElement(one, 'ins', 'del', 'moveFrom', 'moveTo'),
    )
    const decided = this.#children(element)
    const paragraph = anchors.length > 0 ? withChildren(decided, behindProperties(decided, anchors)) : decided
    if (gone) this.#joined.add(paragraph)
    return paragraph
  }

  #decideRun(element: SourceElement): SourceNode[] {
    const decided = this.#children(element)
    return decided !== element && isHollow(decided) && !isHollow(element) ? [] : [decided]
  }

  #decideRow(element: SourceElement): SourceNode[] {
    const marks = sourceElements(sourceChild(element, 'trPr'))
    if (!marks.some((mark) => this.#decidesRemoval(mark))) return this.#keptWith(element, 'tc')
    this.#homeless.push(...commentAnchors(element))
    return []
  }

  /** A table without rows and a row without cells go. */
  #keptWith(element: SourceElement, part: string, otherwise: SourceNode[] = []): SourceNode[] {
    const decided = this.#children(element)
    const has = (one: SourceElement): boolean => {
      for (const inner of sourceDescendants(one)) if (isWordElement(inner, part)) return true
      return false
    }
    return decided !== element && has(element) && !has(decided) ? otherwise : [decided]
  }

  #decideCell(element: SourceElement): SourceNode[] {
    const goes = this.#decision === 'accept' ? 'cellDel' : 'cellIns'
    const mark = sourceChild(sourceChild(element, 'tcPr'), goes)
    if (mark && this.#chosen.has(mark)) {
      this.#homeless.push(...commentAnchors(element))
      return []
    }
    const decided = this.#children(element)
    if (decided === element) return [element]
    const joined = joinParagraphs(decided, this.#joined)
    const last = sourceElements(joined).findLast((child) => isWordElement(child, 'p', 'tbl', 'sdt', 'customXml'))
    return [
      last && !isWordElement(last, 'tbl')
        ? joined
        : withChildren(joined, [...joined.children, wordElement(joined, 'p')]),
    ]
  }
}

/** Borders of moves and content controls that end, because what they stand for is decided. */
function endedRanges(
  root: SourceElement,
  chosen: readonly StoryRevision[],
  all: readonly StoryRevision[],
): Set<string> {
  const ended = new Set(
    chosen.filter(({ kind }) => kind.startsWith('customXml')).map(({ element }) => rangeKey(element)),
  )
  const decided = new Set(chosen.flatMap(({ move }) => move ?? []))
  for (const element of sourceDescendants(root)) {
    if (!isWordElement(element, 'moveFromRangeStart', 'moveToRangeStart')) continue
    const name = attributeOf(element, 'name') ?? attributeOf(element, 'id') ?? ''
    if (decided.has(name) || chosen.length === all.length) ended.add(rangeKey(element))
  }
  return ended
}

const rangeBorder = /^(bookmark|commentRange|moveFromRange|moveToRange|perm|customXml\w+Range)(Start|End)$/

function isRangeBorder(element: SourceElement): boolean {
  return element.namespace === namespaces.word && rangeBorder.test(element.name)
}

function rangeKey(element: SourceElement): string {
  return `${element.name.replace(/(?:Start|End)$/, '')} ${attributeOf(element, 'id') ?? ''}`
}

/** Nothing to be seen or anchored is left in it. */
function isHollow(element: SourceElement): boolean {
  return sourceElements(element).every(
    (child) =>
      /^(?:rPr|sdtPr|sdtEndPr|smartTagPr|customXmlPr|pPr)$/.test(child.name) ||
      isRangeBorder(child) ||
      (isWordElement(child, 'r', 'sdtContent', 'ins', 'del', 'moveFrom', 'moveTo', ...lineWrappers) && isHollow(child)),
  )
}

function holdsBlocks(element: SourceElement): boolean {
  for (const inner of sourceDescendants(element)) {
    if (isWordElement(inner, 'p', 'tbl')) return true
    if (isWordElement(inner, 'r')) return false
  }
  return false
}

/** The borders and the mark of the comments in something that goes: they stay as comments on a point. */
export function commentAnchors(element: SourceElement): SourceElement[] {
  return sourceElements(element).flatMap((child) => {
    if (isWordElement(child, 'commentRangeStart', 'commentRangeEnd')) return [child]
    if (isWordElement(child, 'r')) {
      const reference = sourceChild(child, 'commentReference')
      const properties = sourceChild(child, 'rPr')
      if (reference) return [withChildren(child, properties ? [properties, reference] : [reference])]
    }
    return commentAnchors(child)
  })
}

const livingNames: Readonly<Record<string, string>> = { delText: 't', delInstrText: 'instrText' }

/** Text that comes back to life: delText is text again, delInstrText a field code. */
function asLiving(node: SourceNode): SourceNode {
  if (typeof node === 'string') return node
  if (isWordElement(node, 'txbxContent', 'del')) return node
  const living = node.namespace === namespaces.word ? livingNames[node.name] : undefined
  if (living) return renamed(node, living)
  return withChildren(node, node.children.map(asLiving))
}

export function behindProperties(paragraph: SourceElement, nodes: readonly SourceNode[]): SourceNode[] {
  const at = paragraph.children.findIndex((child) => isWordElement(child, 'pPr')) + 1
  return paragraph.children.toSpliced(at, 0, ...nodes)
}

function replaced(root: SourceElement, from: SourceElement, to: SourceElement): SourceElement {
  if (root === from) return to
  return withChildren(
    root,
    root.children.map((child) => (typeof child === 'string' ? child : replaced(child, from, to))),
  )
}
