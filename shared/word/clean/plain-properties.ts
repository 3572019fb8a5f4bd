import { isElement, withChildren, type SourceElement } from '../revisions/source-tree.ts'

/** What a program counts and says of itself; the time spent, the template and the house are not among it. */
const counts = new Set(
  (
    'Application AppVersion DocSecurity Pages Words Characters CharactersWithSpaces Lines Paragraphs ScaleCrop ' +
    'LinksUpToDate SharedDoc HyperlinksChanged'
  ).split(' '),
)

/**
 * docProps/core.xml and app.xml: people, times, numbers of saves and templates go. A title stays where readers see its
 * words anyway: files made from older ones often bear the title of those.
 */
export function plainProperties(root: SourceElement, textHas: (words: string) => boolean): SourceElement {
  return withChildren(
    root,
    root.children.filter((child) => {
      if (!isElement(child)) return true
      if (root.name === 'Properties') return counts.has(child.name)
      return child.name === 'language' || (child.name === 'title' && textHas(wordsOf(child)))
    }),
  )
}

/** Text of an element that holds nothing else. */
export function wordsOf({ children }: SourceElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}
