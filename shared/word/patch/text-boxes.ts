import { namespaces } from '../read/namespaces.ts'
import { isWordElement, sourceDescendants, sourceElements, type SourceElement } from '../revisions/source-tree.ts'

export interface TextBoxes {
  /** The paragraph of the text that a paragraph in a text box hangs on; itself for all others. */
  hostOf: (element: SourceElement) => SourceElement
  /** The same paragraph in the copy of its text box for older programs. */
  twinOf: (element: SourceElement) => SourceElement | undefined
}

export function readTextBoxes(root: SourceElement): TextBoxes {
  const hosts = new Map<SourceElement, SourceElement>()
  const twins = new Map<SourceElement, SourceElement>()
  const walk = (element: SourceElement, host: SourceElement | undefined, boxed: boolean): void => {
    if (boxed && host && isWordElement(element, 'p', 'tbl')) hosts.set(element, host)
    if (element.namespace === namespaces.compatibility && element.name === 'AlternateContent') pairTwins(element, twins)
    const outer = !boxed && isWordElement(element, 'p') ? element : host
    for (const child of sourceElements(element)) walk(child, outer, boxed || isWordElement(child, 'txbxContent'))
  }
  walk(root, undefined, false)
  return { hostOf: (element) => hosts.get(element) ?? element, twinOf: (element) => twins.get(element) }
}

function pairTwins(alternate: SourceElement, twins: Map<SourceElement, SourceElement>): void {
  const [first = [], second = []] = sourceElements(alternate).map((branch) =>
    [...sourceDescendants(branch)].filter((element) => isWordElement(element, 'p')),
  )
  if (first.length !== second.length) return
  first.forEach((paragraph, index) => {
    const twin = second[index]
    if (twin) twins.set(paragraph, twin)
  })
}
