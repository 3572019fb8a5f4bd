import {
  attributeOf,
  isElement,
  isWordElement,
  sourceChild,
  sourceElements,
  withChildren,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { withoutAttributes } from './rewrite.ts'

/** What a control shows and how; all else is about those who fill it in and where its words come from. */
const kept = new Set(
  (
    'rPr id lock temporary showingPlcHdr text richText picture equation group date dropDownList comboBox docPartObj ' +
    'docPartList bibliography citation checkbox appearance color label tabIndex'
  ).split(' '),
)

/** Galleries that every program of this kind has; others have the names that people gave them. */
const galleries =
  /^(?:Table of Contents|Page Numbers(?: \((?:Top of Page|Bottom of Page|Margins)\))?|Watermarks|Cover Pages|Headers|Footers|Bibliographies|Tables|Equations|Text Boxes|Quick Parts)$/

/** Properties of a content control without lists of choices, names and bindings. */
export function plainControl(element: SourceElement): readonly SourceNode[] {
  if (isWordElement(element, 'sdtPr'))
    return [
      withChildren(
        element,
        element.children.filter((child) => isElement(child) && kept.has(child.name)),
      ),
    ]
  if (isWordElement(element, 'listItem', 'docPartCategory')) return []
  if (isWordElement(element, 'docPartGallery') && !galleries.test(attributeOf(element, 'val') ?? '')) return []
  if (isWordElement(element, 'dropDownList', 'comboBox'))
    return [withoutAttributes(element, ({ name }) => name === 'lastValue')]
  if (isWordElement(element, 'date')) return [withoutAttributes(element, ({ name }) => name === 'fullDate')]
  if (isWordElement(element, 'ffData')) return [plainField(element)]
  return [element]
}

/** A field of an old form: its name, its macros and the choices that were not taken go. */
function plainField(element: SourceElement): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return []
    if (['name', 'entryMacro', 'exitMacro', 'helpText', 'statusText', 'textInput'].includes(child.name)) return []
    return [isWordElement(child, 'ddList') ? chosenOnly(child) : child]
  })
  return withChildren(element, children)
}

/** Readers see the entry that was chosen, by its place; the default where nobody chose. */
function chosenOnly(list: SourceElement): SourceElement {
  const entries = sourceElements(list).filter((child) => isWordElement(child, 'listEntry'))
  const number = attributeOf(sourceChild(list, 'result') ?? sourceChild(list, 'default'), 'val') ?? '0'
  const chosen = entries[Number(number)] ?? entries[0]
  if (entries.length <= 1 && entries.length === list.children.length) return list
  return withChildren(list, chosen ? [chosen] : [])
}
