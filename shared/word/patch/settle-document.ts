import {
  attributeOf,
  isElement,
  isWordElement,
  sourceChild,
  sourceDescendants,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { blocksOf } from '../revisions/join-paragraphs.ts'
import { withoutProperty } from './fragment.ts'

/** What an edit may leave behind that Word would not take: half a move, a revised mark at the very end. */
export function settleDocument(before: SourceElement, after: SourceElement): SourceElement {
  return after === before ? after : withoutHalfMoves(before, withEnd(withLivingEnd(before, after)))
}

/** Nothing follows the last paragraph of a body that it could be joined with. */
function withLivingEnd(before: SourceElement, after: SourceElement): SourceElement {
  const last = lastParagraph(after)
  const mark = sourceChild(sourceChild(last, 'pPr'), 'rPr')
  if (!last || !mark || last === lastParagraph(before)) return after
  const plain = withoutProperty(mark, 'ins', 'del', 'moveFrom', 'moveTo')
  return plain === mark ? after : replaced(after, mark, plain)
}

/** A body ends with a paragraph, behind a table too. */
function withEnd(root: SourceElement): SourceElement {
  const body = sourceChild(root, 'body')
  const last = body && blocksOf(body).at(-1)
  if (!last || !isWordElement(last, 'tbl')) return root
  const section = body.children.findLastIndex((child) => isElement(child) && isWordElement(child, 'sectPr'))
  const at = section < 0 ? body.children.length : section
  return replaced(root, body, withChildren(body, body.children.toSpliced(at, 0, wordElement(body, 'p'))))
}

function lastParagraph(root: SourceElement): SourceElement | undefined {
  const body = sourceChild(root, 'body')
  const last = body && blocksOf(body).at(-1)
  return last && isWordElement(last, 'p') ? last : undefined
}

function replaced(element: SourceElement, from: SourceElement, to: SourceElement): SourceElement {
  if (element === from) return to
  return withChildren(
    element,
    element.children.map((child) => (isElement(child) ? replaced(child, from, to) : child)),
  )
}

/** The text of a move whose other end was deleted is inserted or deleted text from now on. */
function withoutHalfMoves(before: SourceElement, after: SourceElement): SourceElement {
  const known = halfMoves(before)
  const halves = new Set([...halfMoves(after)].filter((key) => !known.has(key)))
  return halves.size === 0 ? after : withoutBorders(after, halves)
}

function halfMoves(root: SourceElement): Set<string> {
  const names = { moveFrom: new Map<string, string>(), moveTo: new Map<string, string>() }
  for (const element of sourceDescendants(root)) {
    const side = isWordElement(element, 'moveFromRangeStart')
      ? 'moveFrom'
      : isWordElement(element, 'moveToRangeStart')
        ? 'moveTo'
        : undefined
    if (side) names[side].set(attributeOf(element, 'name') ?? '', `${side}Range ${attributeOf(element, 'id') ?? ''}`)
  }
  const halves = new Set<string>()
  for (const [name, key] of names.moveFrom) if (!names.moveTo.has(name)) halves.add(key)
  for (const [name, key] of names.moveTo) if (!names.moveFrom.has(name)) halves.add(key)
  return halves
}

function withoutBorders(element: SourceElement, keys: ReadonlySet<string>): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    const border = /^(move(?:From|To)Range)(?:Start|End)$/.exec(child.name)?.[1]
    return border && keys.has(`${border} ${attributeOf(child, 'id') ?? ''}`) ? [] : [withoutBorders(child, keys)]
  })
  return withChildren(element, children)
}
