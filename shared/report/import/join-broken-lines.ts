import { tidyInlines } from '../inlines.ts'
import { numberBlocks } from '../numbering.ts'
import { inlineText } from '../plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock } from '../schema.ts'
import { readStructure } from '../structure.ts'

/** Joins paragraphs whose sentence a PDF copy broke; blank paragraphs between the halves go. */
export function joinBrokenLines(body: readonly Block[]): { body: Block[]; joined: number } {
  const labels = numberBlocks(body)
  const texts = body.map((block, index) =>
    isLineBlock(block) ? (labels[index] ?? '') + inlineText(block.children) : '',
  )
  const structure = readStructure(texts)
  const result: Block[] = []
  let open: LineBlock | undefined
  let pending: Block[] = []
  let joined = 0
  body.forEach((block, index) => {
    if (open && isLineBlock(block)) {
      if ((texts[index] ?? '').trim() === '') {
        pending.push(block)
        return
      }
      open.children = tidyInlines([...open.children, ...gap(open.children, block.children), ...block.children])
      pending = []
      joined++
    } else {
      result.push(...pending, isLineBlock(block) ? { ...block } : block)
      pending = []
    }
    const last = result.at(-1)
    open = structure[index]?.brokenAfter && last && isLineBlock(last) ? last : undefined
  })
  return { body: [...result, ...pending], joined }
}

/** Words of Latin script need their blank back; Chinese has none. */
function gap(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  const [last, first] = [before.at(-1), after[0]]
  if (!last || !first || !isTextLeaf(last) || !isTextLeaf(first)) return []
  return /[A-Za-z,.]$/.test(last.text) && /^[A-Za-z]/.test(first.text) ? [{ text: ' ' }] : []
}
