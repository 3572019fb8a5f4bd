import { inlineText } from '../report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type ReportMeta } from '../report/schema.ts'
import { fillFields, isMetaField } from './fields.ts'
import { titleBlock } from './title-block.ts'

/**
 * The body with what `after` knows put where a □ still waits for it. The title block is built anew while it stands as
 * `before` left it and something was missing in it. Words that somebody wrote stay; without a change the same body returns.
 */
export function fillFromMeta(body: Block[], before: ReportMeta, after: ReportMeta): Block[] {
  const titled = withTitleBlock(body, before, after)
  const filled = titled.map((block) => filledBlock(block, before, after))
  return filled.length === body.length && filled.every((block, index) => block === body[index]) ? body : filled
}

function withTitleBlock(body: Block[], before: ReportMeta, after: ReportMeta): Block[] {
  const built = titleBlock(before)
  const missing = before.place === '' || built.some((block) => words(block).includes('□'))
  const untouched = built.every((block, index) => {
    const found = body[index]
    return found?.type === block.type && words(found) === words(block)
  })
  const anew = titleBlock(after)
  if (!missing || !untouched || anew.map(words).join('\n') === built.map(words).join('\n')) return body
  return [...anew, ...body.slice(built.length)]
}

function filledBlock(block: Block, before: ReportMeta, after: ReportMeta): Block {
  if (!isLineBlock(block)) return block
  const children = block.children.map((inline) => filledInline(inline, before, after))
  return children.every((inline, index) => inline === block.children[index]) ? block : { ...block, children }
}

/** Only a blank that still looks as the template left it. */
function filledInline(inline: Inline, before: ReportMeta, after: ReportMeta): Inline {
  if (!isTextLeaf(inline) || !inline.field || !isMetaField(inline.field.indicator)) return inline
  const formula = `{${inline.field.indicator}}`
  const [blank] = fillFields(formula, before)
  const [known] = fillFields(formula, after)
  if (!blank?.field || blank.text !== inline.text || !known || known.field) return inline
  const { field: _, ...leaf } = inline
  return { ...leaf, text: known.text }
}

function words(block: Block): string {
  return isLineBlock(block) ? inlineText(block.children) : ''
}
