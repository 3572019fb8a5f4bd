import { ownDocument, type OfReport } from '../../report/own-document.ts'
import { type Block, type Inline, type Paragraph, type Report, type TableCell } from '../../report/schema.ts'
import type { PagePreset } from '../../templates/templates.ts'
import type { Translate } from '../finding-sentence.ts'
import { sheetColumns, type CheckSheet, type SheetColumn, type SheetRow } from './check-sheet.ts'
import type { Quote } from './quotes.ts'

/**
 * The check sheet as a document of its own, so that Word, PDF and print lay it out the way they lay out reports. It quotes
 * the report and so is as secret; `source` is the file the report came from, which the sheet must not be written over.
 */
export function printedSheet(sheet: CheckSheet, t: Translate, of: OfReport = {}): Report {
  return ownDocument('check-sheet', sheetBody(sheet, t), of)
}

function sheetBody(sheet: CheckSheet, t: Translate): Block[] {
  const facts = sheet.facts.map(({ name, value }) => t('sheets:factLine', { name, value }))
  const short = facts.filter((fact) => widthOf(fact) <= shortFact)
  const long = facts.filter((fact) => widthOf(fact) > shortFact)
  const coverage = sheet.coverage.map((text, index): Inline =>
    index === 0 ? { text, bold: true } : { text: spaced(text) },
  )
  return [
    { type: 'title', children: [{ text: sheet.title }] },
    ...[short.join('\u3000\u3000'), ...long].filter((text) => text !== '').map((text) => flush([{ text }])),
    flush(coverage),
    findingTable(sheet, t),
  ]
}

/** Sentences in Latin letters are set apart by a blank, Chinese ones are not. */
function spaced(text: string): string {
  return /^[A-Za-z]/.test(text) ? ` ${text}` : text
}

/** Facts up to this width share a line: the page is wide and low. */
const shortFact = 36

/** In half characters: a Chinese character is as wide as two Latin ones. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2000' ? 2 : 1), 0)
}

function flush(children: Inline[]): Paragraph {
  return { type: 'paragraph', flush: true, children }
}

/** Twips; together they fill the text of a landscape page. */
const columnWidths: Record<SheetColumn, number> = {
  number: 640,
  level: 880,
  section: 1880,
  words: 2000,
  verdict: 2500,
  evidence: 3760,
  repairs: 1500,
  state: 1410,
}

function findingTable({ rows, heads, none }: CheckSheet, t: Translate): Block {
  if (rows.length === 0) return flush([{ text: none }])
  return {
    type: 'table',
    columns: sheetColumns.map((column) => columnWidths[column]),
    children: [
      {
        type: 'table-row',
        header: true,
        children: sheetColumns.map((column) => cell([[{ text: heads[column] }]], 'center')),
      },
      ...rows.map((row, index) => ({ type: 'table-row' as const, children: cellsOf(row, index + 1, t) })),
    ],
  }
}

function cellsOf(row: SheetRow, number: number, t: Translate): TableCell[] {
  const cells: Record<SheetColumn, TableCell> = {
    number: cell([[{ text: String(number) }]], 'center'),
    level: cell([[{ text: row.level }]], 'center'),
    section: cell(lines(row.section)),
    words: cell(lines([row.words])),
    verdict: cell(lines([row.verdict, row.formula])),
    evidence: cell(row.evidence.map((quote, index) => quoteLine(quote, row.evidence[index - 1], t))),
    repairs: cell(lines(row.repairs)),
    state: cell(lines([row.stateWord, row.reason && t('sheets:reasonLine', { reason: row.reason }), row.by, row.on])),
  }
  return sheetColumns.map((column) => cells[column])
}

/** Sentences of one source follow each other: it is named once. */
function quoteLine({ source, stretches }: Quote, before: Quote | undefined, t: Translate): Inline[] {
  const words = stretches.map(({ text, mark }): Inline => (mark ? { text, bold: true } : { text }))
  return source === before?.source ? words : [{ text: t('sheets:quote', { source }) }, ...words]
}

function lines(words: readonly string[]): Inline[][] {
  return words.filter((text) => text !== '').map((text) => [{ text }])
}

function cell(paragraphs: readonly Inline[][], align: 'left' | 'center' = 'left'): TableCell {
  const filled = paragraphs.length > 0 ? paragraphs : [[{ text: '' }]]
  return {
    type: 'table-cell',
    align,
    children: filled.map((children) => ({ type: 'paragraph', children })),
  }
}

/** A4 on its side with the fonts of the report's layout: eight columns need the width. */
export function sheetPreset(preset: PagePreset): PagePreset {
  return {
    ...preset,
    id: `${preset.id}-check-sheet`,
    page: { width: 16838, height: 11906, top: 1134, right: 1134, bottom: 1134, left: 1134, footer: 680 },
    line: { pitch: 440, spacing: 0 },
    size: 28,
    grid: { lines: 21, characters: 52 },
  }
}
