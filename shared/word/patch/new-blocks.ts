import {
  isLineBlock,
  type Block,
  type LineBlock,
  type Paragraph,
  type Table,
  type TableRow,
} from '../../report/schema.ts'
import { noNumber, type RevisedNumber } from '../../revisions/revised-numbers.ts'
import {
  isWordElement,
  sourceChild,
  sourceElements,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import type { ElementOf } from './edits.ts'
import { readFragment, withoutProperty } from './fragment.ts'
import type { NumberedPiece } from './line-characters.ts'
import { lineItems, propertiesOf } from './line-items.ts'
import type { PatchContext } from './patch-context.ts'
import { patchLine } from './patch-line.ts'
import { kindOf, patchParagraphProperties, revisionAttributes } from './patch-properties.ts'

/** Paragraphs, tables, rows and cells that the file does not have yet, made after those that stand there. */
interface Making {
  elementOf: ElementOf
  context: PatchContext
}

/** Page breaks that end a line, by line. */
export type Ends = ReadonlyMap<Block, readonly NumberedPiece[]>

export function newBlock(
  block: Block,
  number: RevisedNumber,
  patching: Making & { before: readonly Block[]; ends: Ends },
): SourceNode[] {
  const { context, before, elementOf, ends } = patching
  const beside = context.anyElement
  if (isLineBlock(block))
    return [
      newLine(block, number, likeOf(block, before, elementOf) ?? anyLine(before, elementOf), patching, ends.get(block)),
    ]
  switch (block.type) {
    case 'page-break':
      return [patchLine(wordElement(beside, 'p'), [], [{ block, number: noNumber }], context)]
    case 'opaque': {
      const kept = readFragment(block.xml, beside)
      if (kept) return [kept]
      return (block.words ?? '')
        .split('\n')
        .map((text) => newLine({ type: 'paragraph', children: [{ text }] }, noNumber, undefined, patching))
    }
    case 'table':
      return [newTable(block, patching), behindTable(block, patching)]
  }
}

/** Tables that touch would become one. What parts them goes with a table that is rejected. */
function behindTable({ children: [first, ...rest] }: Table, patching: Making): SourceElement {
  const ins = rest.every((row) => row.ins) ? first?.ins : undefined
  if (!ins) return wordElement(patching.context.anyElement, 'p')
  return newLine({ type: 'paragraph', children: [{ text: '' }], mark: { ins } }, noNumber, undefined, patching)
}

function anyLine(before: readonly Block[], elementOf: ElementOf): SourceElement | undefined {
  const line = before.find((block) => block.type === 'paragraph') ?? before.find((block) => isLineBlock(block))
  return line && elementOf(line)[0]
}

/** A paragraph that looks like another one of the source. */
function newLine(
  block: LineBlock,
  number: RevisedNumber,
  like: SourceElement | undefined,
  { context }: Making,
  ends: readonly NumberedPiece[] = [],
): SourceElement {
  const beside = context.anyElement
  const empty = wordElement(beside, 'p')
  const own = sourceChild(like, 'pPr')
  const kept = own && withoutNumberRevision(withoutProperty(own, 'rPr', 'sectPr', 'pPrChange'))
  const start = kept && kept.children.length > 0 ? withChildren(empty, [kept]) : empty
  context.usualProperties =
    like && propertiesOf(lineItems(like).find(({ node }) => isWordElement(node, 't', 'delText')))
  const counted = sourceChild(own, 'numPr') !== undefined
  const written = patchLine(start, [], [{ block, number: counted ? noNumber : number }, ...ends], context)
  context.usualProperties = undefined
  const properties = patchParagraphProperties(start, undefined, block.align ? block : { ...block }, {
    like: undefined,
    nextId: () => context.nextId(),
  })
  return withProperties(written, properties)
}

/** A list number that somebody added is a plain one in a copy. */
function withoutNumberRevision(properties: SourceElement): SourceElement {
  return withChildren(
    properties,
    properties.children.map((child) =>
      isWordElement(child, 'numPr') ? withoutProperty(child, 'ins', 'numberingChange') : child,
    ),
  )
}

function newTable(table: Table, patching: Making): SourceElement {
  const beside = patching.context.anyElement
  const make = (name: string, attributes: Record<string, string> = {}, children: SourceNode[] = []): SourceElement =>
    wordElement(beside, name, attributes, children)
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    make(side, { val: 'single', sz: '4', space: '0', color: 'auto' }),
  )
  const columns = Math.max(
    1,
    ...table.children.map((row) => row.children.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)),
  )
  const widths =
    table.columns?.length === columns
      ? table.columns
      : Array.from({ length: columns }, () => Math.floor(8844 / columns))
  const rows = table.children.map((row) => {
    const cells = row.children.map((cell) => {
      const span = cell.colSpan && cell.colSpan > 1 ? [make('gridSpan', { val: String(cell.colSpan) })] : []
      const properties = span.length > 0 ? [make('tcPr', {}, span)] : []
      return make('tc', {}, [
        ...properties,
        ...cell.children.map((paragraph) => newLine(paragraph, noNumber, undefined, patching)),
      ])
    })
    return withRowMarks(make('tr', {}, cells), undefined, row, patching)
  })
  return make('tbl', {}, [
    make('tblPr', {}, [make('tblW', { w: '0', type: 'auto' }), make('tblBorders', {}, borders)]),
    make(
      'tblGrid',
      {},
      widths.map((width) => make('gridCol', { w: String(width) })),
    ),
    ...rows,
  ])
}

/** Ids of paragraphs and rows are unique: a copy goes without. */
function withoutIds({ attributes }: Pick<SourceElement, 'attributes'>): SourceElement['attributes'] {
  return attributes.filter(({ name }) => name !== 'paraId' && name !== 'textId')
}
/** The nearest paragraph of the source of the same kind. */
export function likeOf(block: Block, before: readonly Block[], elementOf: ElementOf): SourceElement | undefined {
  if (!isLineBlock(block)) return undefined
  const same = before.filter((one): one is LineBlock => isLineBlock(one) && kindOf(one) === kindOf(block))
  const plain = same.find((one) => !one.mark && !one.pFmt && one.align === block.align) ?? same[0]
  return plain && elementOf(plain)[0]
}

/** A row like one of the source: its properties, its cells with other words. */
export function newRow(like: TableRow, now: TableRow, patching: Making): SourceElement | undefined {
  const source = patching.elementOf(like)[0]
  if (!source) return undefined
  const cellOf = new Map(like.children.map((cell, index) => [patching.elementOf(cell)[0], now.children[index]]))
  const cells = sourceElements(source)
    .filter((child) => isWordElement(child, 'tc'))
    .map((child) => newCell(child, cellOf.get(child)?.children ?? [], patching))
  const properties = source.children.filter((child) => isWordElement(child, 'trPr', 'tblPrEx'))
  const row = withChildren(source, [...properties, ...cells])
  const { slice: _, ...rest } = row
  return withRowMarks({ ...rest, attributes: withoutIds(rest) }, like, now, patching)
}

export function newCell(
  like: SourceElement | undefined,
  paragraphs: readonly Paragraph[],
  patching: Making,
): SourceElement {
  const source = like ?? patching.context.anyElement
  const properties = like?.children.filter((child) => isWordElement(child, 'tcPr')) ?? []
  const model = sourceElements(like).find((child) => isWordElement(child, 'p'))
  const written = paragraphs.map((paragraph) => newLine(paragraph, noNumber, model, patching))
  return wordElement(source, 'tc', {}, [...properties, ...(written.length > 0 ? written : [wordElement(source, 'p')])])
}

export function withRowMarks(
  row: SourceElement,
  before: TableRow | undefined,
  now: TableRow,
  { context }: Making,
): SourceElement {
  if (before?.ins?.id === now.ins?.id && before?.del?.id === now.del?.id) return row
  const own = sourceChild(row, 'trPr') ?? wordElement(row, 'trPr')
  const marks = (['ins', 'del'] as const).flatMap((kind) => {
    const revision = now[kind]
    if (!revision) return []
    const known = before?.[kind]?.id === revision.id ? sourceChild(own, kind) : undefined
    return [known ?? wordElement(row, kind, { id: context.nextId(), ...revisionAttributes(revision) })]
  })
  const change = sourceChild(own, 'trPrChange')
  const plain = withoutProperty(own, 'ins', 'del', 'trPrChange')
  const { slice: _, ...rest } = plain
  const properties = { ...rest, children: [...plain.children, ...marks, ...(change ? [change] : [])] }
  const others = row.children.filter((child) => !isWordElement(child, 'trPr'))
  const at = others.findLastIndex((child) => isWordElement(child, 'tblPrEx')) + 1
  return withChildren(row, properties.children.length > 0 ? others.toSpliced(at, 0, properties) : others)
}

export function withProperties(paragraph: SourceElement, properties: SourceElement | undefined): SourceElement {
  const content = paragraph.children.filter((child) => !isWordElement(child, 'pPr'))
  return withChildren(paragraph, properties ? [properties, ...content] : content)
}
