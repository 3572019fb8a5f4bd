import {
  isElement,
  withChildren,
  type SourceAttribute,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'

/** What becomes of an element whose children are done; nothing, itself, or its children alone. */
type Rule = (element: SourceElement, parent: SourceElement | undefined) => readonly SourceNode[]

/** A tree by a rule, from the leaves up; what the rule leaves alone stays the same object. The root stays in any case. */
export function rewritten(root: SourceElement, rule: Rule): SourceElement {
  const [done] = rule(inside(root), undefined)
  return done !== undefined && isElement(done) ? done : root

  function inside(element: SourceElement): SourceElement {
    return withChildren(
      element,
      element.children.flatMap((child) => (isElement(child) ? rule(inside(child), element) : [child])),
    )
  }
}

/** The same element with other attributes; itself where they are the same. */
export function withAttributes(element: SourceElement, attributes: readonly SourceAttribute[]): SourceElement {
  const same = attributes.length === element.attributes.length
  if (same && attributes.every((attribute, at) => attribute === element.attributes[at])) return element
  const { slice: _, ...rest } = element
  return { ...rest, attributes }
}

export function withoutAttributes(
  element: SourceElement,
  goes: (attribute: SourceAttribute) => boolean,
): SourceElement {
  return withAttributes(
    element,
    element.attributes.filter((attribute) => !goes(attribute)),
  )
}

/** Other values for attributes; undefined leaves one as it is. */
export function withValues(
  element: SourceElement,
  valueOf: (attribute: SourceAttribute) => string | undefined,
): SourceElement {
  return withAttributes(
    element,
    element.attributes.map((attribute) => {
      const value = valueOf(attribute)
      return value === undefined || value === attribute.value ? attribute : { ...attribute, value }
    }),
  )
}
