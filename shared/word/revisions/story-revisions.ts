import { namespaces } from '../read/namespaces.ts'
import { attributeOf, isElement, isWordElement, type SourceElement } from './source-tree.ts'

/** A revision of a Word part as it stands there. Ids of its own: producers write the same `w:id` twice. */
export interface StoryRevision {
  /** Place among the revisions of its part; the copy of a text box for older programs has that of the text box. */
  id: number
  element: SourceElement
  /** Local name of its element: ins, del, moveFrom, rPrChange, cellIns … */
  kind: string
  /** As stored; '' where it is missing. */
  author: string
  date: string
  /** Name of the move it is an end of. */
  move?: string
  /** The content controls whose borders it inserted or deleted. */
  controls?: SourceElement[]
}

const wrapperNames = ['ins', 'del', 'moveFrom', 'moveTo'] as const
const changeNames = [
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'numberingChange',
  'cellIns',
  'cellDel',
  'cellMerge',
]
const controlRange = /^customXml(Ins|Del|MoveFrom|MoveTo)RangeStart$/
const moveRange = /^move(From|To)Range(Start|End)$/

/** Parents in which an insertion or deletion is a mark and not a wrapper of runs. */
export const markHolders = ['rPr', 'trPr', 'tcPr', 'ctrlPr', 'numPr']

export function isWrapper(element: SourceElement, parent: SourceElement | undefined): boolean {
  return isWordElement(element, ...wrapperNames) && !(parent && isMarkHolder(parent))
}

export function isMark(element: SourceElement): boolean {
  return isWordElement(element, ...wrapperNames)
}

function isMarkHolder({ name, namespace }: SourceElement): boolean {
  return markHolders.includes(name) && (namespace === namespaces.word || namespace === namespaces.math)
}

/** Every revision of a part in the order of the text; the old properties inside a change are no revisions. */
export function storyRevisions(root: SourceElement): StoryRevision[] {
  const found: StoryRevision[] = []
  walk(root, { found, openMoves: new Map(), openControls: new Map() })
  return found
}

interface Walk {
  found: StoryRevision[]
  /** Open move ranges by id, and their names. */
  openMoves: Map<string, string>
  openControls: Map<string, StoryRevision>
}

function walk(element: SourceElement, state: Walk): void {
  if (isElement(element) && element.namespace === namespaces.compatibility && element.name === 'AlternateContent') {
    walkBranches(element, state)
    return
  }
  for (const child of element.children) {
    if (typeof child === 'string') continue
    meet(child, state)
    if (!child.name.endsWith('Change')) walk(child, state)
  }
}

/** The branches hold the same text for programs of different age: the revisions of the second are those of the first. */
function walkBranches(element: SourceElement, state: Walk): void {
  let first: StoryRevision[] | undefined
  for (const branch of element.children) {
    if (typeof branch === 'string') continue
    const found: StoryRevision[] = []
    walk(branch, { ...state, found })
    found.forEach((revision, index) => {
      const twin = first?.[index]
      const same = first?.length === found.length && twin?.kind === revision.kind
      state.found.push({ ...revision, id: same ? twin.id : state.found.length })
    })
    first ??= state.found.slice(state.found.length - found.length)
  }
}

function meet(element: SourceElement, state: Walk): void {
  if (element.namespace !== namespaces.word) return
  meetRange(element, state)
  const isOne = isMark(element) || changeNames.includes(element.name) || controlRange.test(element.name)
  if (isOne) {
    const revision = revisionOf(element, state)
    state.found.push(revision)
    if (controlRange.test(element.name))
      state.openControls.set(`${element.name.slice(0, -5)}${attributeOf(element, 'id') ?? ''}`, revision)
  }
  if (isWordElement(element, 'sdt', 'customXml'))
    for (const revision of state.openControls.values()) (revision.controls ??= []).push(element)
}

function meetRange(element: SourceElement, state: Walk): void {
  const id = attributeOf(element, 'id') ?? ''
  const found = moveRange.exec(element.name)
  if (found?.[2] === 'Start') state.openMoves.set(`${found[1] ?? ''}${id}`, attributeOf(element, 'name') ?? id)
  else if (found) state.openMoves.delete(`${found[1] ?? ''}${id}`)
  if (element.name.startsWith('customXml') && element.name.endsWith('RangeEnd'))
    state.openControls.delete(`${element.name.slice(0, -3)}${id}`)
}

function revisionOf(element: SourceElement, { found, openMoves }: Walk): StoryRevision {
  const revision: StoryRevision = {
    id: found.length,
    element,
    kind: element.name,
    author: attributeOf(element, 'author') ?? '',
    date: attributeOf(element, 'date') ?? '',
  }
  const direction = /^move(From|To)$|^customXmlMove(From|To)RangeStart$/.exec(element.name)
  const side = direction?.[1] ?? direction?.[2]
  const move = side && [...openMoves].findLast(([key]) => key.startsWith(side))?.[1]
  return move ? { ...revision, move } : revision
}
