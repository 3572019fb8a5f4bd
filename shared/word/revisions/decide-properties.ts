import type { Decision } from '../../revisions/decide.ts'
import {
  attributeOf,
  isWordElement,
  sourceChild,
  sourceElements,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from './source-tree.ts'

/** Elements that hold the properties of something and with them the revisions of these properties. */
export const propertySets = ['rPr', 'pPr', 'sectPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPr', 'tcPr', 'numPr', 'ctrlPr']

/** What a change does not hold although it stands beside the properties: it stays when they are restored. */
const keptBeside: Readonly<Record<string, readonly string[]>> = {
  rPr: ['ins', 'del', 'moveFrom', 'moveTo'],
  pPr: ['rPr', 'sectPr'],
  sectPr: ['headerReference', 'footerReference'],
  trPr: ['ins', 'del'],
  tcPr: ['cellIns', 'cellDel', 'cellMerge'],
}

/** Of these, what is kept stands in front of the properties, of the others behind them (ECMA-376 part 1, annex A). */
const keptInFront = ['rPr', 'sectPr']

/** A table must have these, even when nothing is in them. */
const required = ['tblPr', 'tblGrid', 'sectPr']

/** Properties with what was decided about them: nothing, where a rejection leaves no property set. */
export function decideProperties(
  properties: SourceElement,
  source: SourceElement,
  decision: Decision,
  chosen: ReadonlySet<SourceElement>,
): SourceNode[] {
  if (properties.name === 'numPr' && decision === 'reject' && isInserted(source, chosen)) return []
  const decided = decideChange(decideMarks(properties, decision, chosen), decision, chosen)
  const emptied = decided !== source && decided.children.length === 0 && decided.attributes.length === 0
  return emptied && !required.includes(properties.name) ? [] : [decided]
}

/** A list numbering that the revision added. */
function isInserted(numbering: SourceElement, chosen: ReadonlySet<SourceElement>): boolean {
  const mark = sourceChild(numbering, 'ins')
  return mark !== undefined && chosen.has(mark)
}

function decideMarks(properties: SourceElement, decision: Decision, chosen: ReadonlySet<SourceElement>): SourceElement {
  const gone = sourceElements(properties).filter(
    (child) => chosen.has(child) && !child.name.endsWith('PrChange') && child.name !== 'tblGridChange',
  )
  if (gone.length === 0) return properties
  const kept = withChildren(
    properties,
    properties.children.filter((child) => typeof child === 'string' || !gone.includes(child)),
  )
  const merge = gone.find((child) => isWordElement(child, 'cellMerge'))
  return merge ? decideMerge(kept, merge, decision) : kept
}

/** A vertical merge that the revision made or undid (ECMA-376 part 1, 17.13.5.2). */
function decideMerge(properties: SourceElement, merge: SourceElement, decision: Decision): SourceElement {
  const value = attributeOf(merge, decision === 'accept' ? 'vMerge' : 'vMergeOrig')
  const rest = properties.children.filter((child) => !isWordElement(child, 'vMerge'))
  if (value === undefined) return withChildren(properties, rest)
  const merged = wordElement(properties, 'vMerge', { val: value === 'rest' ? 'restart' : 'continue' })
  const before = rest.findLastIndex((child) => isWordElement(child, 'cnfStyle', 'tcW', 'gridSpan', 'hMerge')) + 1
  return withChildren(properties, rest.toSpliced(before, 0, merged))
}

function decideChange(
  properties: SourceElement,
  decision: Decision,
  chosen: ReadonlySet<SourceElement>,
): SourceElement {
  const change = sourceChild(properties, `${properties.name}Change`)
  if (!change || !chosen.has(change)) return properties
  const now = properties.children.filter((child) => child !== change)
  if (decision === 'accept') return withChildren(properties, now)
  const kept = now.filter((child) => isWordElement(child, ...(keptBeside[properties.name] ?? [])))
  const old = sourceElements(sourceElements(change)[0]).filter((child) => !isRevision(child))
  return withChildren(properties, keptInFront.includes(properties.name) ? [...kept, ...old] : [...old, ...kept])
}

/** Old properties hold no revisions; some programs write the marks of that time into them all the same. */
function isRevision(element: SourceElement): boolean {
  return isWordElement(element, 'ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel', 'cellMerge')
}
