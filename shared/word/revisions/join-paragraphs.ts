import {
  freed,
  isElement,
  isWordElement,
  sourceDescendants,
  sourceElements,
  withChildren,
  type SourceElement,
  type SourceNode,
} from './source-tree.ts'
import { namespaces } from '../read/namespaces.ts'

/** Stands where a table has gone until the paragraphs around it are joined: they stay apart all the same. */
export const goneTable: SourceElement = { tag: '', namespace: '', name: '', attributes: [], children: [] }

/** Elements around blocks that are not blocks themselves. */
const holders = ['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'del', 'moveFrom', 'moveTo']

/** Beside blocks, and none: borders of ranges, properties. */
const beside =
  /^(?:sectPr|tcPr|sdtPr|sdtEndPr|customXmlPr|smartTagPr|proofErr|perm(?:Start|End)|\w*Range(?:Start|End)|bookmark(?:Start|End))$/

/**
 * The blocks of a container after paragraph marks have gone: the content of such a paragraph moves to the head of the one
 * that follows, whose properties survive (ECMA-376 part 1, 17.13.5.15, 17.13.5.20). Where none follows it stays, unless
 * it is empty and the container needs it neither as its end nor between two tables.
 */
export function joinParagraphs(container: SourceElement, joined: ReadonlySet<SourceElement>): SourceElement {
  const blocks = blocksOf(container)
  if (!blocks.some((block) => joined.has(block) || block === goneTable)) return container
  const changed = new Map<SourceElement, SourceElement | undefined>()
  let carried: SourceNode[] = []
  let left = 0
  let before: SourceElement | undefined
  blocks.forEach((block, index) => {
    if (block === goneTable) {
      changed.set(block, undefined)
      return
    }
    if (!isWordElement(block, 'p')) {
      before = block
      left++
      return
    }
    const next = blocks[index + 1]
    const whole = carried.length > 0 ? withHead(block, carried) : block
    carried = []
    if (joined.has(block)) {
      if (next && isWordElement(next, 'p')) {
        carried = freed(whole, contentOf(whole))
        changed.set(block, undefined)
        return
      }
      if (left > 0 && isBare(whole) && isWordElement(before, 'p')) {
        changed.set(block, undefined)
        return
      }
    }
    if (whole !== block) changed.set(block, whole)
    before = whole
    left++
  })
  return rebuilt(container, changed)
}

/** Paragraphs, tables and unknown blocks in their order, whatever holds them. */
export function blocksOf(holder: SourceElement): SourceElement[] {
  return sourceElements(holder).flatMap((child) => {
    if (child.namespace !== namespaces.word) return [child]
    if (holders.includes(child.name)) return blocksOf(child)
    return beside.test(child.name) ? [] : [child]
  })
}

function contentOf(paragraph: SourceElement): SourceNode[] {
  return paragraph.children.filter((child) => !isWordElement(child, 'pPr'))
}

function withHead(paragraph: SourceElement, head: readonly SourceNode[]): SourceElement {
  const properties = paragraph.children.filter((child) => isWordElement(child, 'pPr'))
  return withChildren(paragraph, [...properties, ...head, ...contentOf(paragraph)])
}

/** Without a word, an object or the mark of a comment. */
function isBare(paragraph: SourceElement): boolean {
  for (const inner of sourceDescendants(paragraph)) {
    if (isWordElement(inner, 'sectPr')) return false
    if (
      isWordElement(inner, 'r') &&
      sourceElements(inner).some((child) => !isWordElement(child, 'rPr', 'lastRenderedPageBreak'))
    )
      return false
    if (inner.name === 'oMath') return false
  }
  return true
}

function rebuilt(holder: SourceElement, changed: ReadonlyMap<SourceElement, SourceElement | undefined>): SourceElement {
  const children = holder.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (changed.has(child)) {
      const now = changed.get(child)
      return now ? [now] : []
    }
    if (child.namespace !== namespaces.word || !holders.includes(child.name)) return [child]
    const inner = rebuilt(child, changed)
    return inner !== child && blocksOf(inner).length === 0 ? [] : [inner]
  })
  return withChildren(holder, children)
}
