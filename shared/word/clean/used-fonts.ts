import { isWordElement, sourceDescendants, withChildren, type SourceElement } from '../revisions/source-tree.ts'

/** The list of fonts without those that nothing is set in: programs also list what was tried once, on whose computer. */
export function withUsedFonts(roots: ReadonlyMap<string, SourceElement>): Map<string, SourceElement> {
  const used = new Set<string>()
  for (const root of roots.values())
    for (const element of sourceDescendants(root))
      for (const { name, value } of element.attributes)
        if (name === 'typeface' || isWordElement(element, 'rFonts', 'sym')) used.add(value)
  return new Map([...roots].map(([part, root]) => [part, isWordElement(root, 'fonts') ? withFonts(root, used) : root]))
}

function withFonts(root: SourceElement, used: ReadonlySet<string>): SourceElement {
  const isUnused = (font: SourceElement): boolean =>
    isWordElement(font, 'font') && !font.attributes.some(({ name, value }) => name === 'name' && used.has(value))
  return withChildren(
    root,
    root.children.filter((child) => typeof child === 'string' || !isUnused(child)),
  )
}
