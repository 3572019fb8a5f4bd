import { assembleReport } from '../../../shared/report/import/assemble-report.ts'
import type { SourceBlock } from '../../../shared/report/import/source-block.ts'
import { isLineBlock, type Block, type Inline } from '../../../shared/report/schema.ts'

/** Lines of plain text as they come from any program; what cannot stand in a Word file is left out. */
export function readPlain(text: string): SourceBlock[] {
  return text
    .replace(forbidden, '')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => ({ type: 'line', children: [{ text: line.replaceAll('\t', ' ') }] }))
}

// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const forbidden = /[\u0000-\u0008\u000e-\u001f\ufffc\ufffe\uffff\ufeff]|\p{Surrogate}/gu

/**
 * Pasted lines as blocks: headings and lists recognised by their numbers, which are computed from then on. A title block
 * is one only where a whole report is pasted into an empty one.
 */
export function understandPasted(source: readonly SourceBlock[], intoEmpty: boolean): Block[] {
  const { report } = assembleReport(source, {}, { id: 'pasted', name: '', format: 'txt' })
  const wholeReport = intoEmpty && report.body.some(({ type }) => type === 'title' || type === 'salutation')
  return report.body.filter((block) => !isEmptyLine(block)).map((block) => fitted(block, wholeReport))
}

/** What a few lines are taken for is a guess, except for chapters: 二、……工作安排 says it. */
function fitted(block: Block, wholeReport: boolean): Block {
  if (block.type === 'heading')
    return without(block, wholeReport || block.level === 1 ? ['label'] : ['label', 'section'])
  if (block.type === 'list-item') return without(block, ['label'])
  if (wholeReport || !isLineBlock(block)) return block
  return block.type === 'paragraph' ? without(block, ['section']) : { type: 'paragraph', children: block.children }
}

function without<Kind extends Block>(block: Kind, keys: readonly string[]): Kind {
  return Object.fromEntries(Object.entries(block).filter(([key]) => !keys.includes(key))) as unknown as Kind
}

function isEmptyLine(block: Block): boolean {
  return isLineBlock(block) && block.children.every((child: Inline) => 'text' in child && child.text === '')
}
