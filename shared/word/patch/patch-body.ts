import { isRevisedBreak } from '../../report/deleted.ts'
import {
  isLineBlock,
  type Block,
  type LineBlock,
  type PageBreak,
  type Paragraph,
  type Table,
  type TableRow,
} from '../../report/schema.ts'
import { noNumber, revisedNumbers, type RevisedNumber } from '../../revisions/revised-numbers.ts'
import { commentAnchors } from '../revisions/decide-story.ts'
import {
  isElement,
  isWordElement,
  sourceChild,
  sourceDescendants,
  sourceElements,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { isPrinted } from '../write/printed-body.ts'
import { alignBlocks, type BlockPair } from './align-blocks.ts'
import { Edits, type ElementOf } from './edits.ts'
import { withoutProperty } from './fragment.ts'
import type { NumberedPiece } from './line-characters.ts'
import { lineItems } from './line-items.ts'
import type { PatchContext } from './patch-context.ts'
import { movedComments } from './moved-comments.ts'
import { placesOf, withoutComments } from './patch-comments.ts'
import { likeOf, newBlock, newCell, newRow, withProperties, withRowMarks, type Ends } from './new-blocks.ts'
import { patchLine } from './patch-line.ts'
import { kindOf, patchParagraphProperties, withBreakBefore } from './patch-properties.ts'
import type { TextBoxes } from './text-boxes.ts'
import { wordView } from './word-view.ts'

interface Patching {
  edits: Edits
  elementOf: ElementOf
  hostOf: TextBoxes['hostOf']
  context: PatchContext
}

/** Brings the paragraphs and tables of a body to the state of the report; what is the same is not touched. */
export function patchBody(before: readonly Block[], now: readonly Block[], patching: Patching): void {
  const aligned = alignNumbered(before, now)
  const places = placesOf(now)
  for (const id of movedComments(before, now, aligned.pairs)) {
    const place = places.get(id)
    if (place) patching.context.move(id, { number: id.slice(1), ...place })
  }
  patchAligned(before, aligned, patching)
}

function patchBlocks(before: readonly Block[], now: readonly Block[], patching: Patching): void {
  patchAligned(before, alignNumbered(before, now), patching)
}

interface Aligned {
  pairs: BlockPair<Block>[]
  numberOf: (block: Block, side: 'before' | 'now') => RevisedNumber
}

function alignNumbered(before: readonly Block[], now: readonly Block[]): Aligned {
  const numbers = { before: numbersOf(before), now: numbersOf(now) }
  const numberOf = (block: Block, side: 'before' | 'now'): RevisedNumber => numbers[side].get(block) ?? noNumber
  const pairs = alignBlocks(before, now, (block, side) => {
    const number = numberOf(block, side)
    return wordView(block, `${number.old}|${number.new}`)
  })
  return { pairs, numberOf }
}

function patchAligned(before: readonly Block[], { pairs, numberOf }: Aligned, patching: Patching): void {
  const { ends, ended } = newBreaks(pairs)
  const groups = new Map<
    SourceElement,
    { before: NumberedPiece[]; now: NumberedPiece[]; same: boolean; moved: boolean }
  >()
  const piece = (block: Block, side: 'before' | 'now'): NumberedPiece[] =>
    isLineBlock(block) || block.type === 'page-break' ? [{ block, number: numberOf(block, side) }] : []
  for (const pair of pairs) {
    const source = pair.before && isPiece(pair.before) ? patching.elementOf(pair.before)[0] : undefined
    if (!pair.before || !source) continue
    const group = groups.get(source) ?? { before: [], now: [], same: true, moved: false }
    groups.set(source, group)
    const breaks = pair.now ? (ends.get(pair.now) ?? []) : []
    group.before.push(...piece(pair.before, 'before'))
    if (pair.now) group.now.push(...piece(pair.now, 'now'), ...breaks)
    group.same &&= pair.same
    group.moved ||= pair.moved === true
  }
  const done = new Set<SourceElement>()
  let anchor: SourceElement | undefined
  for (const pair of pairs) {
    if (pair.now && ended.has(pair.now)) continue
    const sources = pair.before ? patching.elementOf(pair.before) : []
    const [source] = sources
    const group = source && groups.get(source)
    if (pair.now && (!pair.before || !source)) {
      patching.edits.add(anchor, ...newBlock(pair.now, numberOf(pair.now, 'now'), { before, ends, ...patching }))
      continue
    }
    if (!pair.before || !source) continue
    if (group && !done.has(source)) {
      done.add(source)
      patchGroup(source, group, anchor, { before, ...patching })
    } else if (!group) patchOther(pair, sources, anchor, patching)
    const last = sources.at(-1)
    if (pair.now && !pair.moved && last) anchor = patching.hostOf(last)
  }
}

/** Page breaks that came under review stand at the end of the line before them, by line; a decision leaves none behind. */
function newBreaks(pairs: readonly BlockPair<Block>[]): { ends: Ends; ended: ReadonlySet<Block> } {
  const ends = new Map<Block, NumberedPiece[]>()
  const ended = new Set<Block>()
  let line: Block | undefined
  for (const { before, now } of pairs) {
    if (!now) continue
    if (isLineBlock(now)) line = now
    else if (before || now.type !== 'page-break' || !isRevisedBreak(now)) line = undefined
    else if (line) {
      ends.set(line, [...(ends.get(line) ?? []), { block: now, number: noNumber }])
      ended.add(now)
    }
  }
  return { ends, ended }
}

function isPiece(block: Block): block is LineBlock | PageBreak {
  return isLineBlock(block) || block.type === 'page-break'
}

function numbersOf(blocks: readonly Block[]): Map<Block, RevisedNumber> {
  const numbers = revisedNumbers(blocks, isPrinted)
  return new Map(blocks.map((block, index) => [block, numbers[index] ?? noNumber]))
}

interface Group {
  before: NumberedPiece[]
  now: NumberedPiece[]
  same: boolean
  moved: boolean
}

function patchGroup(
  paragraph: SourceElement,
  { before, now, same, moved }: Group,
  anchor: SourceElement | undefined,
  patching: Patching & { before: readonly Block[] },
): void {
  if (now.length === 0) {
    removeParagraph(paragraph, patching)
    return
  }
  if (same && !moved && before.length === now.length) return
  const patched = same && before.length === now.length ? paragraph : patchParagraph(paragraph, before, now, patching)
  if (!moved) {
    patching.edits.replace(paragraph, [patched])
    return
  }
  patching.edits.replace(paragraph, [])
  patching.edits.add(anchor, patched)
}

function patchParagraph(
  paragraph: SourceElement,
  before: readonly NumberedPiece[],
  now: readonly NumberedPiece[],
  { context, elementOf, before: all }: Patching & { before: readonly Block[] },
): SourceElement {
  const line = patchLine(withoutComments(paragraph, context.movedNumbers()), before, now, context)
  const [was, is] = [lastLine(before), lastLine(now)]
  if (!is) return was ? line : withBreakEnd(line, paragraph, { before, now, context })
  const like = was && kindOf(was) === kindOf(is) ? undefined : likeOf(is, all, elementOf)
  const properties = patchParagraphProperties(paragraph, was, is, {
    like: sourceChild(like, 'pPr'),
    nextId: () => context.nextId(),
  })
  const [broke, breaks] = [leadingBreak(before), leadingBreak(now)]
  if (!broke || lineItems(paragraph).find(({ shown }) => shown !== '')?.shown === '\f')
    return withProperties(line, properties)
  const changed = { was: broke, is: breaks, formatted: was?.pFmt !== undefined, nextId: () => context.nextId() }
  return withProperties(line, withBreakBefore(properties ?? wordElement(paragraph, 'pPr'), paragraph, changed))
}

/** The end of a paragraph that holds nothing but a page break is revised with it. */
function withBreakEnd(
  line: SourceElement,
  paragraph: SourceElement,
  { before, now, context }: BreakEnd,
): SourceElement {
  const own = sourceChild(sourceChild(paragraph, 'pPr'), 'rPr')
  if (!sourceElements(own).some((child) => isWordElement(child, 'ins', 'del'))) return line
  const endOf = (pieces: readonly NumberedPiece[]): Paragraph => {
    const { ins, del } = leadingBreak(pieces) ?? {}
    return { type: 'paragraph', mark: { ...(ins && { ins }), ...(del && { del }) }, children: [{ text: '' }] }
  }
  const look = { like: undefined, nextId: () => context.nextId() }
  return withProperties(line, patchParagraphProperties(paragraph, endOf(before), endOf(now), look))
}

interface BreakEnd {
  before: readonly NumberedPiece[]
  now: readonly NumberedPiece[]
  context: PatchContext
}

function leadingBreak([first]: readonly NumberedPiece[]): PageBreak | undefined {
  return first?.block.type === 'page-break' ? first.block : undefined
}

function lastLine(pieces: readonly NumberedPiece[]): LineBlock | undefined {
  return pieces.map(({ block }) => block).findLast((block): block is LineBlock => isLineBlock(block))
}

/** A section end, a text box or a table of comments in a paragraph stays when its words go. */
function removeParagraph(paragraph: SourceElement, { edits, context }: Patching): void {
  const keepsMore = [...sourceDescendants(paragraph)].some((inner) => isWordElement(inner, 'sectPr', 'txbxContent'))
  if (keepsMore) {
    const items = lineItems(paragraph).filter(
      ({ shown, node }) =>
        shown === '' || [...sourceDescendants(node)].some((inner) => isWordElement(inner, 'txbxContent')),
    )
    const kept = new Set(items.map(({ node }) => node))
    edits.replace(paragraph, [withoutComments(keptOnly(paragraph, kept), context.movedNumbers())])
    return
  }
  const anchors = commentAnchors(withoutComments(paragraph, context.movedNumbers()))
  if (anchors.length === 0) edits.replace(paragraph, [])
  else edits.replace(paragraph, [wordElement(context.anyElement, 'p', {}, anchors)])
}

function keptOnly(element: SourceElement, kept: ReadonlySet<SourceElement>): SourceElement {
  return withChildren(
    element,
    element.children.flatMap((child): SourceNode[] => {
      if (!isElement(child) || kept.has(child) || isWordElement(child, 'pPr', 'rPr')) return [child]
      const inner = keptOnly(child, kept)
      return isWordElement(inner, 'r') && sourceElements(inner).every((one) => isWordElement(one, 'rPr')) ? [] : [inner]
    }),
  )
}

/** Tables and blocks that the model does not know. */
function patchOther(
  { before, now, same, moved }: BlockPair<Block>,
  sources: readonly SourceElement[],
  anchor: SourceElement | undefined,
  patching: Patching,
): void {
  const { edits } = patching
  if (!now || moved) {
    for (const source of sources) edits.replace(source, [])
    if (now) edits.add(anchor, ...sources)
    return
  }
  const [source] = sources
  if (same || !source || before?.type !== 'table' || now.type !== 'table') return
  edits.replace(source, [patchTable(source, before, now, patching)])
}

function patchTable(table: SourceElement, before: Table, now: Table, patching: Patching): SourceElement {
  const rows = alignBlocks(before.children as unknown as Block[], now.children as unknown as Block[], (row) =>
    wordView(row),
  ) as unknown as BlockPair<TableRow>[]
  const edits = new Edits()
  const inner = { ...patching, edits }
  let anchor: SourceElement | undefined
  let first = true
  for (const pair of rows) {
    const source = pair.before && patching.elementOf(pair.before)[0]
    if (pair.now && !source) {
      const like =
        before.children.find((row) => row.children.length === pair.now?.children.length) ?? before.children[0]
      const beside = anchor ?? (before.children[0] && patching.elementOf(before.children[0])[0])
      const row = like && newRow(like, pair.now, inner)
      if (row && beside && !anchor && first) edits.replace(beside, [row, beside])
      else if (row) edits.add(beside, row)
    } else if (source && !pair.now) edits.replace(source, [])
    else if (source && pair.before && pair.now && !pair.same)
      edits.replace(source, [patchRow(source, pair.before, pair.now, inner)])
    if (source && pair.now) anchor = source
    first = false
  }
  return edits.applyTo(table)
}

function patchRow(row: SourceElement, before: TableRow, now: TableRow, patching: Patching): SourceElement {
  const edits = new Edits()
  const inner = { ...patching, edits }
  before.children.forEach((cell, index) => {
    const source = patching.elementOf(cell)[0]
    const is = now.children[index]
    if (!source) return
    if (!is) {
      edits.replace(source, [])
      return
    }
    if (wordView(cell as unknown as Block) === wordView(is as unknown as Block)) return
    const cellEdits = new Edits()
    patchBlocks(cell.children, is.children, { ...inner, edits: cellEdits })
    const patched = cellEdits.applyTo(source)
    const whole = sourceElements(patched).some((child) => isWordElement(child, 'p'))
      ? patched
      : withChildren(patched, [...patched.children, wordElement(source, 'p')])
    edits.replace(source, [cell.cellRev && !is.cellRev ? withoutCellRevision(whole) : whole])
  })
  const last = before.children.at(-1)
  const anchor = last && patching.elementOf(last)[0]
  for (const cell of now.children.slice(before.children.length))
    edits.add(anchor, newCell(anchor, cell.children, patching))
  return withRowMarks(edits.applyTo(row), before, now, patching)
}

function withoutCellRevision(cell: SourceElement): SourceElement {
  return withChildren(
    cell,
    cell.children.map((child) =>
      isWordElement(child, 'tcPr') ? withoutProperty(child, 'cellIns', 'cellDel', 'cellMerge') : child,
    ),
  )
}
