import { Node, Text, Transforms } from 'slate'
import { figureKey, readFigureKey } from '../../../shared/ledger/figure-key.ts'
import type { Block, OpaqueBlock, Table, TextLeaf } from '../../../shared/report/schema.ts'
import type { ReportEditor } from '../slate-types.ts'
import { inOneStep } from './one-step.ts'

/** Bound figures, □, tables and charts call their rows of the ledger by other names; 修订 has nothing to record, no word changes. */
export function renameLinks(editor: ReportEditor, names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return
  inOneStep(editor, () => {
    for (const [leaf, path] of Node.texts(editor)) {
      const changed = renamedLeaf(leaf, names)
      if (changed) Transforms.setNodes<TextLeaf>(editor, changed, { at: path, match: Text.isText })
    }
    editor.children.forEach((block, index) => {
      const changed = renamedBlock(block as Block, names)
      if (changed) Transforms.setNodes<Table | OpaqueBlock>(editor, changed, { at: [index] })
    })
  })
}

function renamedLeaf(
  { indicator, field }: TextLeaf,
  names: ReadonlyMap<string, string>,
): Partial<TextLeaf> | undefined {
  const reference = indicator === undefined ? undefined : readFigureKey(indicator)
  const name = reference && names.get(reference.indicator)
  const waits = field && names.get(field.indicator)
  if (name === undefined && waits === undefined) return undefined
  return {
    ...(reference && name !== undefined && { indicator: figureKey({ ...reference, indicator: name }) }),
    ...(field && waits !== undefined && { field: { ...field, indicator: waits } }),
  }
}

function renamedBlock(
  block: Block,
  names: ReadonlyMap<string, string>,
): Partial<Table> | Partial<OpaqueBlock> | undefined {
  if (block.type === 'table' && block.annex?.indicators.some((name) => names.has(name))) {
    const indicators = block.annex.indicators.map((name) => names.get(name) ?? name)
    return { annex: { ...block.annex, indicators } }
  }
  const name = block.type === 'opaque' && block.chart ? names.get(block.chart.indicator) : undefined
  return block.type === 'opaque' && block.chart && name !== undefined
    ? { chart: { ...block.chart, indicator: name } }
    : undefined
}
