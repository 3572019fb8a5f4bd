import type { LineBlock, PageBreak, ParagraphMark, Revision, TextLeaf } from '../../report/schema.ts'
import {
  isWordElement,
  sourceChild,
  sourceElements,
  withChildren,
  wordElement,
  type SourceElement,
} from '../revisions/source-tree.ts'
import { paragraphPropertyOrder, readFragment, runPropertyOrder, withoutProperty, withProperty } from './fragment.ts'

/** Run properties with the marks of a leaf; properties that the model does not know stay. */
export function patchRunProperties(
  properties: SourceElement | undefined,
  before: TextLeaf | undefined,
  now: TextLeaf,
  beside: SourceElement,
): SourceElement | undefined {
  const restored = now.xml === undefined || now.xml === before?.xml ? undefined : readFragment(now.xml, beside)
  const start = restored ?? properties ?? wordElement(beside, 'rPr')
  const marked = restored ?? withMarks(start, before, now)
  const changed = before?.fmt?.rev.id === now.fmt?.rev.id ? marked : withFormatChange(marked, properties, now, beside)
  return changed.children.length === 0 && !properties ? undefined : changed
}

function withMarks(properties: SourceElement, before: TextLeaf | undefined, now: TextLeaf): SourceElement {
  let marked = properties
  for (const [key, names, value] of markElements) {
    const wanted = now[key] === true
    if ((before?.[key] === true) === wanted) continue
    for (const name of names) {
      const on = wordElement(properties, name, value === undefined ? {} : { val: value })
      const off = wordElement(properties, name, {
        val: name === 'u' ? 'none' : name === 'vertAlign' ? 'baseline' : '0',
      })
      const had = sourceChild(marked, name) !== undefined
      marked = wanted
        ? withProperty(marked, on, runPropertyOrder)
        : had
          ? withoutProperty(marked, name)
          : withProperty(marked, off, runPropertyOrder)
    }
  }
  return marked
}

const markElements: readonly (readonly [
  'bold' | 'italic' | 'underline' | 'superscript',
  readonly string[],
  string | undefined,
])[] = [
  ['bold', ['b', 'bCs'], undefined],
  ['italic', ['i', 'iCs'], undefined],
  ['underline', ['u'], 'single'],
  ['superscript', ['vertAlign'], 'superscript'],
]

/** The change gets its id when its run is written. */
function withFormatChange(
  marked: SourceElement,
  source: SourceElement | undefined,
  { fmt }: TextLeaf,
  beside: SourceElement,
): SourceElement {
  const plain = withoutProperty(marked, 'rPrChange')
  if (!fmt) return plain
  const kept = fmt.prev.xml === undefined ? undefined : readFragment(fmt.prev.xml, beside)
  const old =
    kept ??
    withMarks(
      withoutProperty(source ?? wordElement(beside, 'rPr'), 'rPrChange', 'ins', 'del', 'moveFrom', 'moveTo'),
      { ...fmt.prev, text: '' },
      { ...fmt.prev, text: '' },
    )
  return withProperty(
    plain,
    wordElement(beside, 'rPrChange', revisionAttributes(fmt.rev), [bare(old)]),
    runPropertyOrder,
  )
}

function bare(properties: SourceElement): SourceElement {
  return withChildren(
    properties,
    properties.children.filter((child) => !isWordElement(child, 'rPrChange')),
  )
}

export function revisionAttributes({ author, date }: Revision): Record<string, string> {
  return { author, ...(date === '' ? {} : { date }) }
}

/** Where the looks of a paragraph come from when it became something else. */
export interface ParagraphLook {
  /** Properties of a paragraph that already is what this one became. */
  like: SourceElement | undefined
  /** An id for a revision. */
  nextId: () => string
}

/** Paragraph properties after a change of the model; undefined where there are none. */
export function patchParagraphProperties(
  paragraph: SourceElement,
  before: LineBlock | undefined,
  now: LineBlock,
  look: ParagraphLook,
): SourceElement | undefined {
  const source = sourceChild(paragraph, 'pPr')
  let properties = source ?? wordElement(paragraph, 'pPr')
  const restored = restoredProperties(before, now, paragraph)
  if (restored !== undefined) properties = withKept(restored, properties)
  else {
    if (before && kindOf(before) !== kindOf(now)) properties = withKind(properties, now, look.like)
    if (before?.align !== now.align) properties = withAlign(properties, now)
  }
  if (before?.pFmt?.rev.id !== now.pFmt?.rev.id) properties = withParagraphChange(properties, source, now, look)
  if (!sameMark(before?.mark, now.mark)) properties = withMark(properties, now.mark, look)
  return properties.children.length === 0 && properties !== source ? undefined : properties
}

interface ChangedBreak {
  was: PageBreak
  is: PageBreak | undefined
  /** The change among the properties is one of more than the break. */
  formatted: boolean
  nextId: () => string
}

/** What became of the page break that the properties of a paragraph say. */
export function withBreakBefore(
  properties: SourceElement,
  paragraph: SourceElement,
  { was, is, formatted, nextId }: ChangedBreak,
): SourceElement {
  if (was.ins?.id === is?.ins?.id && was.del?.id === is?.del?.id && is) return properties
  const settled = formatted ? properties : withoutProperty(properties, 'pPrChange')
  if (!is) return withoutProperty(settled, 'pageBreakBefore')
  if (!is.del) return withProperty(settled, wordElement(paragraph, 'pageBreakBefore'), paragraphPropertyOrder)
  // One change holds no insertion with a deletion on top.
  if (was.ins) return properties
  const old = sourceChild(paragraph, 'pPr') ?? wordElement(paragraph, 'pPr')
  const change =
    sourceChild(properties, 'pPrChange') ??
    wordElement(paragraph, 'pPrChange', { id: nextId(), ...revisionAttributes(is.del) }, [
      withoutProperty(old, 'rPr', 'sectPr', 'pPrChange'),
    ])
  const off = withProperty(properties, wordElement(paragraph, 'pageBreakBefore', { val: '0' }), paragraphPropertyOrder)
  return withProperty(off, change, paragraphPropertyOrder)
}

/** The properties that a rejection brought back; `''` in the model are none. */
function restoredProperties(
  before: LineBlock | undefined,
  now: LineBlock,
  paragraph: SourceElement,
): SourceElement | undefined {
  const xml = (now as { xml?: unknown }).xml
  if (typeof xml !== 'string' || (before as { xml?: unknown } | undefined)?.xml === xml) return undefined
  return readFragment(xml, paragraph) ?? wordElement(paragraph, 'pPr')
}

/** The mark of the paragraph and the end of a section are none of the properties that were restored. */
function withKept(restored: SourceElement, now: SourceElement): SourceElement {
  const kept = now.children.filter((child) => isWordElement(child, 'rPr', 'sectPr', 'pPrChange'))
  const { slice: _, ...rest } = restored
  return { ...rest, children: [...withoutProperty(restored, 'rPr', 'sectPr', 'pPrChange').children, ...kept] }
}

export function kindOf(block: LineBlock): string {
  return block.type === 'heading' ? `heading ${block.level} ${block.runIn ?? ''}` : block.type
}

function withKind(properties: SourceElement, now: LineBlock, like: SourceElement | undefined): SourceElement {
  if (like) return withKept(like, properties)
  const plain = withoutProperty(properties, 'pStyle', 'outlineLvl', 'numPr')
  if (now.type !== 'heading' || now.runIn) return plain
  return withProperty(
    plain,
    wordElement(properties, 'outlineLvl', { val: String(now.level - 1) }),
    paragraphPropertyOrder,
  )
}

function withAlign(properties: SourceElement, { align }: LineBlock): SourceElement {
  if (!align) return withoutProperty(properties, 'jc')
  return withProperty(
    properties,
    wordElement(properties, 'jc', { val: align === 'justify' ? 'both' : align }),
    paragraphPropertyOrder,
  )
}

function withParagraphChange(
  properties: SourceElement,
  source: SourceElement | undefined,
  { pFmt }: LineBlock,
  { nextId }: ParagraphLook,
): SourceElement {
  const plain = withoutProperty(properties, 'pPrChange')
  if (!pFmt) return plain
  const kept = typeof pFmt.prev['xml'] === 'string' ? readFragment(pFmt.prev['xml'], properties) : undefined
  const old = withoutProperty(kept ?? source ?? wordElement(properties, 'pPr'), 'rPr', 'sectPr', 'pPrChange')
  const change = wordElement(properties, 'pPrChange', { id: nextId(), ...revisionAttributes(pFmt.rev) }, [old])
  return withProperty(plain, change, paragraphPropertyOrder)
}

function sameMark(a: ParagraphMark | undefined, b: ParagraphMark | undefined): boolean {
  return a?.ins?.id === b?.ins?.id && a?.del?.id === b?.del?.id && a?.fmt?.rev.id === b?.fmt?.rev.id
}

/** Marks that stay are the file's own; those that are new stand first (ECMA-376 part 1, 17.3.1.29). */
function withMark(
  properties: SourceElement,
  mark: ParagraphMark | undefined,
  { nextId }: ParagraphLook,
): SourceElement {
  const own = sourceChild(properties, 'rPr') ?? wordElement(properties, 'rPr')
  const side = (names: readonly string[], revision: Revision | undefined): SourceElement[] => {
    if (!revision) return []
    const known = sourceElements(own).find((child) => isWordElement(child, ...names))
    return [known ?? wordElement(own, names[0] ?? '', { id: nextId(), ...revisionAttributes(revision) })]
  }
  const marks = [...side(['ins', 'moveTo'], mark?.ins), ...side(['del', 'moveFrom'], mark?.del)]
  const rest = withoutProperty(own, 'ins', 'del', 'moveFrom', 'moveTo', ...(mark?.fmt ? [] : ['rPrChange']))
  const { slice: _, ...element } = rest
  const ofMark = { ...element, children: [...marks, ...rest.children] }
  return ofMark.children.length === 0
    ? withoutProperty(properties, 'rPr')
    : withProperty(properties, ofMark, paragraphPropertyOrder)
}
