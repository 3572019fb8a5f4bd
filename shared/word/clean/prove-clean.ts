import { namespaces } from '../read/namespaces.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  type SourceElement,
} from '../revisions/source-tree.ts'
import type { ProofKind } from './proof-kinds.ts'
import { isHiddenRun, namingFields, tellingParts } from './clean-package.ts'

/** What is left of the review or of people in a package; nothing in a clean copy. One `part: trace` each, every trace once. */
export function proveClean(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const problems = new Set<string>()
  for (const [name, bytes] of parts) {
    if (tellingParts.test(name)) problems.add(`${name}: part`)
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const { root } = readSourcePart(bytes, name)
    for (const element of [root, ...sourceDescendants(root)]) {
      for (const trace of tracesOf(element)) problems.add(`${name}: ${trace}`)
    }
  }
  return [...problems].sort()
}

/** Which tick a trace takes away. */
export function kindOfTrace(problem: string): ProofKind {
  const trace = problem.slice(problem.indexOf(': ') + 2)
  if (/^revision /.test(trace) || trace === 'trackRevisions') return 'revisions'
  if (/^comment /.test(trace) || /comments\w*\.xml/.test(problem)) return 'comments'
  if (trace === 'hidden text') return 'hiddenText'
  if (/^rsid/.test(trace)) return 'saveMarks'
  if (
    /^(?:author|initials|creator|lastModifiedBy|Manager|Company)$/.test(trace) ||
    /(?:people|persons?)\.xml/.test(problem)
  )
    return 'names'
  if (/^relationship |vba/i.test(problem.includes('vba') ? problem : trace)) return 'outside'
  return 'properties'
}

const revisions =
  /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(?:rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|numbering)Change|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|delText|delInstrText)$/
const comments = /^(?:commentRangeStart|commentRangeEnd|commentReference|comment|annotationRef)$/
const settings = ['rsids', 'rsid', 'rsidRoot', 'trackRevisions', 'attachedTemplate', 'docVars']

function tracesOf(element: SourceElement): string[] {
  const found: string[] = []
  if (namingFields.includes(element.name) && element.namespace !== namespaces.word && hasText(element))
    found.push(element.name)
  if (isRelationship(element)) found.push(`relationship ${attributeOf(element, 'Target') ?? ''}`)
  if (element.namespace !== namespaces.word) return found
  if (revisions.test(element.name)) found.push(`revision ${element.name}`)
  if (comments.test(element.name)) found.push(`comment ${element.name}`)
  if (isWordElement(element, ...settings)) found.push(element.name)
  if (isHiddenRun(element)) found.push('hidden text')
  for (const { name, namespace } of element.attributes) {
    if (namespace !== namespaces.word) continue
    if (name.startsWith('rsid')) found.push('rsid')
    if (name === 'author' || name === 'initials') found.push(name)
  }
  return found
}

function hasText(element: SourceElement): boolean {
  return element.children.some((child) => (isElement(child) ? hasText(child) : child.trim() !== ''))
}

/** One that leads to a part of the review, or out of the file. */
function isRelationship(element: SourceElement): boolean {
  if (element.name !== 'Relationship') return false
  const target = attributeOf(element, 'Target') ?? ''
  const outside = attributeOf(element, 'TargetMode') === 'External' && !/^(?:https?|mailto):/i.test(target)
  return outside || tellingParts.test(target.replace(/^\//, ''))
}
