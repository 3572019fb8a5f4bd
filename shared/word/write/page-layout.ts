import { inlineText } from '../../report/plain-text.ts'
import { isLineBlock, type Block, type LineBlock, type ReportMeta } from '../../report/schema.ts'
import type { PagePreset } from '../../templates/templates.ts'
import { balancedWidth } from './balanced-lines.ts'

/** Twips between the margins. */
export function textWidth({ page }: PagePreset): number {
  return page.width - page.left - page.right
}

/** Half points: 2号 (22 pt) beside 3号 text; larger print keeps the title four points above the text. */
export function titleSize(preset: PagePreset): number {
  return Math.max(44, preset.size + 8)
}

/** Half points: 小四 (12 pt) beside 3号 text; smaller print keeps its tables three and a half points below the text. */
export function cellSize(preset: PagePreset): number {
  return Math.min(24, preset.size - 7)
}

export function isTitleBlock(block: Block | undefined): boolean {
  return block?.type === 'title' || block?.type === 'meeting' || block?.type === 'speaker'
}

/** Twips by which a title line that needs two lines is narrowed on both sides, so that no word is torn; 0: one line. */
export function sideIndent(block: LineBlock, preset: PagePreset): number {
  const advance = block.type === 'title' ? titleSize(preset) * 10 : preset.size * 10 + preset.line.spacing
  const available = textWidth(preset)
  const ems = balancedWidth(inlineText(block.children), available / advance)
  return ems === undefined ? 0 : Math.floor((available - ems * advance) / 2)
}

/** 附件, 附件1: alone on the first line of its page, the annex's own title two lines below (GB/T 9704-2012, 7.3.7). */
export function isAnnexMark(block: Block): boolean {
  if (block.type !== 'heading' || block.section !== 'annex') return false
  return /^附件[\d０-９一二三四五六七八九十]*[:：]?$/.test(inlineText(block.children).trim())
}

/**
 * 密级, alone on the first line of page 1 at the left, in 黑体 of the text's size (GB/T 9704-2012, 7.2.2); '' without one, or
 * where the text brings its own.
 */
export function classificationLine({ classification }: ReportMeta, body: readonly Block[]): string {
  if (classification === '') return ''
  const first = body.slice(0, 4).map((block) => (isLineBlock(block) ? inlineText(block.children).trim() : ''))
  return first.some((words) => words.startsWith(classification)) ? '' : classification
}

/** The customary name of the annex of terms in reports of every level. */
export const termTitle = '名词解释'

/** Stands for the name of a reviewer whose file says none. */
export const unknownReviewer = '未知审阅者'

/** The first title of the body in one line; a compilation has one for each of its reports. */
export function firstTitle(body: readonly Block[]): string {
  const start = body.findIndex((block) => block.type === 'title')
  if (start < 0) return ''
  const end = body.findIndex((block, index) => index > start && block.type !== 'title')
  const lines = body.slice(start, end < 0 ? undefined : end)
  return lines.map((block) => (block.type === 'title' ? inlineText(block.children) : '')).join('')
}
