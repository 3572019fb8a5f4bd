import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type LineBlock,
  type Note,
  type Revision,
} from '../../shared/report/schema.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { mergeCopies, type Merged, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { paragraph, reportOf } from './blocks.ts'

export const lines = (text: string): Block[] => text.split('\n').map((line) => paragraph(line))

/** A copy that was edited without marks. */
export const plain = (reviewer: string, body: Block[], notes: Record<string, Note> = {}): ReviewedCopy => ({
  report: { body, notes },
  reviewer,
  knownAs: undefined,
  date: '2026-01-08T09:00:00',
  formats: true,
})

/** The same copy with a mark on every change. */
export const marked = (
  reviewer: string,
  base: Block[],
  body: Block[],
  notes: Record<string, Note> = {},
): ReviewedCopy => ({
  ...plain(reviewer, compareBodies({ body: base, notes }, { body, notes }, signature(reviewer)), notes),
  knownAs: reviewer,
})
export const signature = (author: string) => ({ author, date: '2026-01-07T10:00:00' })

export const merge = (base: Block[], copies: ReviewedCopy[], notes: Record<string, Note> = {}): Merged =>
  mergeCopies(reportOf(base, notes), copies, 'm')

/** ［－王：…－］ and ［＋王：…＋］ with the first character of each name; ¶ for a mark, ! in front of what is in conflict. */
export function redline(body: readonly Block[]): string {
  return body.map(showBlock).join('\n')
}

function showBlock(block: Block): string {
  if (isLineBlock(block)) return showLine(block)
  if (block.type !== 'table') return `<${block.type}>`
  return block.children
    .map((row) => {
      const cells = row.children.map(({ children }) => children.map(showLine).join('/')).join('｜')
      return row.del ? `[-${who(row.del)}行-]${cells}` : row.ins ? `[+${who(row.ins)}行+]${cells}` : cells
    })
    .join('‖')
}

function showLine({ children, mark }: LineBlock): string {
  return [
    ...children.map((child) => shown(child, isTextLeaf(child) ? child.text : '※')),
    mark ? shown(mark, '¶') : '',
  ].join('')
}

function shown({ ins, del }: { ins?: Revision; del?: Revision }, words: string): string {
  if (words === '' || (!ins && !del)) return words
  const inner = ins ? `[+${who(ins)}${words}+]` : words
  return del ? `[-${who(del)}${inner}-]` : inner
}

function who({ author, also = [], conflict }: Revision): string {
  return `${conflict ? '!' : ''}${[author, ...also.map((one) => one.author)].map((name) => name.charAt(0)).join('')}：`
}

export const wang = '王书记'
export const li = '李镇长'
export const zhao = '赵主任'
