import { countWords } from './count.ts'
import { isDeletedBlock } from './deleted.ts'
import { finalNumbers } from './numbering.ts'
import { blockText, inlineText } from './plain-text.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Heading,
  type HeadingLevel,
  type SectionKind,
  type SectionState,
} from './schema.ts'

/** One row of 大纲: a heading, or a section that is printed without one (opening, 问题, 指导思想, 主要目标, closing). */
export interface OutlineNode {
  /** Index of the block the node stands for; it carries the node's state. */
  index: number
  /** The node covers the blocks [start, end) of the body, its children included. */
  start: number
  end: number
  /** Depth as a heading would have it; a section without heading stands one below its chapter. */
  level: HeadingLevel
  heading: boolean
  /** Printed number, `''` without one. */
  label: string
  /** Text of the heading, of a run-in heading its lead; `''` where there is no heading: the kind's name is shown. */
  title: string
  /** Own kind, or that of the chapter around it; null where neither is known. */
  kind: SectionKind | null
  state: SectionState | 'empty'
  /** 字数 of the whole range, headings included. */
  characters: number
  children: OutlineNode[]
}

/** The body as chapters and sections, in the order of the text. The title block belongs to no node. */
export function readOutline(body: readonly Block[]): OutlineNode[] {
  const labels = finalNumbers(body)
  const roots: OutlineNode[] = []
  const open: OutlineNode[] = []

  const close = (level: number, end: number): void => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      last.end = end
      open.pop()
    }
  }
  const add = (node: OutlineNode): void => {
    close(node.level, node.index)
    const parent = open.at(-1)
    node.kind ??= parent?.kind ?? null
    ;(parent?.children ?? roots).push(node)
    open.push(node)
  }

  body.forEach((block, index) => {
    if (isDeletedBlock(block)) return
    if (block.type === 'heading') {
      add(headingNode(block, index, labels[index] ?? ''))
    } else if (block.type === 'paragraph' && block.section) {
      const chapter = open[0]
      const outermost = block.section === 'opening' || block.section === 'closing' || block.section === 'annex'
      if (!outermost && chapter?.heading && chapter.kind === block.section) close(chapter.level + 1, index)
      else if (open.at(-1)?.kind !== block.section) {
        add(plainNode(index, block.section, outermost || !chapter ? 1 : below(chapter.level)))
      }
    } else if (open.length === 0 && !isTitleBlock(block)) {
      add(plainNode(index, 'opening', 1))
    }
  })
  close(1, body.length)
  if (roots.length === 1 && roots[0]?.heading === false) forgetGuessedOpening(body, roots[0])
  for (const node of roots) complete(body, node, labels)
  return roots
}

/**
 * The body with the blocks [fromStart, fromEnd) put before the block that stood at `before` (body.length: at the end).
 * Numbers follow by themselves; a place inside the moved range changes nothing.
 */
export function moveSection(body: readonly Block[], fromStart: number, fromEnd: number, before: number): Block[] {
  if (before >= fromStart && before <= fromEnd) return [...body]
  const moved = body.slice(fromStart, fromEnd)
  const rest = [...body.slice(0, fromStart), ...body.slice(fromEnd)]
  const target = before > fromStart ? before - moved.length : before
  return [...rest.slice(0, target), ...moved, ...rest.slice(target)]
}

function headingNode(heading: Heading, index: number, label: string): OutlineNode {
  return {
    ...plainNode(index, heading.section ?? null, heading.level),
    heading: true,
    label,
    title: headingTitle(heading),
  }
}

function plainNode(index: number, kind: SectionKind | null, level: HeadingLevel): OutlineNode {
  return {
    index,
    start: index,
    end: index + 1,
    level,
    heading: false,
    label: '',
    title: '',
    kind,
    state: 'draft',
    characters: 0,
    children: [],
  }
}

/** Title of a heading as the outline shows it; of a run-in heading the leaves marked `lead`. */
function headingTitle(heading: Heading): string {
  const shown = heading.runIn ? heading.children.filter((child) => isTextLeaf(child) && child.lead) : heading.children
  return inlineText(shown).replaceAll('\uFFFC', '').trim()
}

function below(level: HeadingLevel): HeadingLevel {
  return level === 4 ? 4 : ((level + 1) as HeadingLevel)
}

function isTitleBlock(block: Block): boolean {
  if (block.type === 'title' || block.type === 'meeting' || block.type === 'speaker') return true
  return isLineBlock(block) && inlineText(block.children).trim() === '' && !hasGuidance(block)
}

function hasGuidance(block: Block): boolean {
  return block.type === 'paragraph' && block.guidance !== undefined
}

/** A text without any heading is just a text: what stands first in it is no opening unless it says so. */
function forgetGuessedOpening(body: readonly Block[], node: OutlineNode): void {
  const block = body[node.index]
  if (block?.type !== 'paragraph' || !block.section) node.kind = null
}

function complete(body: readonly Block[], node: OutlineNode, labels: readonly (string | undefined)[]): void {
  for (const child of node.children) complete(body, child, labels)
  if (!node.heading) node.index = ownBlock(body, node)
  const written = writtenText(body, node)
  let characters = 0
  for (let index = node.start; index < node.end; index++) {
    characters += countWords((labels[index] ?? '') + blockText(body[index]))
  }
  node.characters = characters
  const block = body[node.index]
  const stored = block && 'state' in block ? block.state : undefined
  node.state = written ? (stored ?? 'draft') : 'empty'
}

/** An opening begins with the salutation, which has no state: its first paragraph speaks for it. */
function ownBlock(body: readonly Block[], node: OutlineNode): number {
  for (let index = node.start; index < node.end; index++) {
    if (body[index]?.type === 'paragraph') return index
  }
  return node.index
}

/** Whether anything stands in the range besides headings, salutations and advice. */
function writtenText(body: readonly Block[], node: OutlineNode): boolean {
  for (let index = node.start; index < node.end; index++) {
    const block = body[index]
    if (!block || block.type === 'salutation' || block.type === 'page-break') continue
    if (block.type === 'opaque') return true
    const text = block.type === 'heading' ? bodyOfHeading(block) : blockText(block)
    if (text.trim() !== '') return true
  }
  return false
}

function bodyOfHeading(heading: Heading): string {
  return heading.runIn ? inlineText(heading.children.filter((child) => !isTextLeaf(child) || !child.lead)) : ''
}
