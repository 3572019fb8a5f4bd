import type { CSSProperties } from 'react'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { fontChain } from '../../shared/word/write/fonts.ts'
import { cellSize, textWidth, titleSize } from '../../shared/word/write/page-layout.ts'

/** The measures of a preset as custom properties of the printed text, lengths in points. */
export function paperStyle(preset: PagePreset): CSSProperties {
  const { page, line, fonts } = preset
  const points = (twips: number): string => `${twips / 20}pt`
  return {
    '--zg-width': points(textWidth(preset)),
    '--zg-height': points(page.height - page.top - page.bottom),
    '--zg-pitch': points(line.pitch),
    '--zg-spacing': points(line.spacing),
    '--zg-size': `${preset.size / 2}pt`,
    '--zg-title-size': `${titleSize(preset) / 2}pt`,
    '--zg-cell-size': `${cellSize(preset) / 2}pt`,
    '--zg-font-title': families(fonts.title),
    '--zg-font-subtitle': families(fonts.subtitle),
    '--zg-font-heading-1': families(fonts.heading1),
    '--zg-font-heading-2': families(fonts.heading2),
    '--zg-font-body': families(fonts.body),
    '--zg-font-number': families(fonts.pageNumber),
  } as CSSProperties
}

export function families(font: string): string {
  const generic = font === '黑体' ? 'sans-serif' : 'serif'
  return [...fontChain(font).map((name) => `"${name.replaceAll('"', '')}"`), generic].join(', ')
}

/**
 * Height in points from the foot of the text to the top of the page number: Word sets the number's line of 14 pt so that it
 * ends `footer` above the edge of the paper.
 */
export function numberDrop({ page }: PagePreset): number {
  return (page.bottom - page.footer - numberLine) / 20
}

/** Exact line of the page number, twips. */
const numberLine = 280

/** The page rules of a preset, with page numbers in margin boxes. */
export function pageRules(preset: PagePreset): string[] {
  const { page, pageNumber, fonts } = preset
  const number = (indent: string): string =>
    `content: "— " counter(page) " —"; vertical-align: top; padding-top: ${numberDrop(preset)}pt; ${indent} ` +
    `font-family: ${families(fonts.pageNumber)}; font-size: 14pt; line-height: 14pt; color: #000;`
  const margins = [page.top, page.right, page.bottom, page.left].map((twips) => `${twips / 20}pt`).join(' ')
  const rules = [pageRule(preset, margins)]
  if (pageNumber === 'centre') return [...rules, `@page { @bottom-center { ${number('text-align: center;')} } }`]
  return [
    ...rules,
    `@page :right { @bottom-right { ${number('text-align: right; padding-right: 14pt;')} } }`,
    `@page :left { @bottom-left { ${number('text-align: left; padding-left: 14pt;')} } }`,
  ]
}

/** For sheets that bring their margins and numbers with them. */
export function sheetRules(preset: PagePreset): string[] {
  return [pageRule(preset, '0')]
}

function pageRule({ page }: PagePreset, margin: string): string {
  return `@page { size: ${page.width / 20}pt ${page.height / 20}pt; margin: ${margin}; }`
}
