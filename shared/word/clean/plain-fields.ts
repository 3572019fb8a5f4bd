import {
  attributeOf,
  freed,
  isElement,
  isWordElement,
  sourceElements,
  withChildren,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { rewritten, withValues } from './rewrite.ts'

/** Fields that count, refer within the document or draw; the others name files, people and computers. */
const harmless = new Set(
  (
    '= PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF STYLEREF SEQ TOC TOA INDEX HYPERLINK DATE TIME ' +
    'SYMBOL EQ ADVANCE QUOTE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT NUMWORDS NUMCHARS FORMCHECKBOX FORMDROPDOWN ' +
    'MACROBUTTON GOTOBUTTON BIDIOUTLINE SHAPE'
  ).split(' '),
)

/** Whether an instruction names what does not belong to the text. */
function isTellingField(instruction: string): boolean {
  const kind = /^\s*(=|[^\s"\\=]+)/.exec(instruction)?.[1]?.toUpperCase()
  if (kind === undefined) return false
  if (kind === 'HYPERLINK' && /\\[otm]\b/i.test(instruction)) return true
  if (kind === 'HYPERLINK') return !/^\s*HYPERLINK\s+(?:\\l\b|"?(?:https?|mailto):)/i.test(instruction)
  return !harmless.has(kind)
}

interface Field {
  instruction: string
  inInstruction: boolean
  parts: SourceElement[]
}

/** Fields that tell of files and people are replaced by what they show. */
export function withPlainFields(root: SourceElement): SourceElement {
  const bare = withoutHints(root)
  return without(bare, tellingFields(bare))
}

/** What a link says while the pointer rests on it, and the window it opens. */
const hint = /\\[ot]\s+"[^"]*"\s*/gi

function withoutHints(root: SourceElement): SourceElement {
  const plain = (instruction: string): string =>
    /^\s*HYPERLINK\b/i.test(instruction) ? instruction.replace(hint, '') : instruction
  return rewritten(root, (element) => {
    if (isWordElement(element, 'fldSimple'))
      return [withValues(element, ({ name, value }) => (name === 'instr' ? plain(value) : undefined))]
    if (!isWordElement(element, 'instrText')) return [element]
    return [
      withChildren(
        element,
        element.children.map((child) => (isElement(child) ? child : plain(child))),
      ),
    ]
  })
}

/** What makes up the telling fields of a story besides the result they show. */
function tellingFields(root: SourceElement): Set<SourceElement> {
  const gone = new Set<SourceElement>()
  const open: Field[] = []
  walk(root)
  return gone

  function walk(element: SourceElement): void {
    for (const child of sourceElements(element)) {
      if (isWordElement(child, 'fldSimple') && isTellingField(attributeOf(child, 'instr') ?? '')) gone.add(child)
      if (isWordElement(child, 'fldData')) gone.add(child)
      if (isWordElement(child, 'fldChar')) meet(child)
      else if (isWordElement(element, 'r') && !isWordElement(child, 'rPr')) belongTo(child)
      walk(child)
    }
  }

  function belongTo(child: SourceElement): void {
    for (const field of open) if (field.inInstruction) field.parts.push(child)
    const inner = open.at(-1)
    if (inner?.inInstruction && isWordElement(child, 'instrText'))
      inner.instruction += child.children.filter((node) => typeof node === 'string').join('')
  }

  function meet(mark: SourceElement): void {
    const type = attributeOf(mark, 'fldCharType')
    if (type === 'begin') open.push({ instruction: '', inInstruction: true, parts: [] })
    for (const field of open) if (field.inInstruction) field.parts.push(mark)
    const inner = open.at(-1)
    if (!inner) return
    if (type === 'separate') inner.inInstruction = false
    if (type !== 'end') return
    open.pop()
    if (!isTellingField(inner.instruction)) return
    for (const part of [...inner.parts, mark]) gone.add(part)
  }
}

function without(element: SourceElement, gone: ReadonlySet<SourceElement>): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    const inner = without(child, gone)
    if (gone.has(child)) return isWordElement(child, 'fldSimple') ? freed(inner, inner.children) : []
    const empty =
      inner !== child && isWordElement(inner, 'r') && sourceElements(inner).every((one) => one.name === 'rPr')
    return empty ? [] : [inner]
  })
  return withChildren(element, children)
}
