import type { Table, Workbook } from '../../sheets/write-workbook.ts'
import type { Translate } from '../finding-sentence.ts'
import type { CheckSheet, SheetHeads, SheetRow } from './check-sheet.ts'
import { quotedWords, type Quote } from './quotes.ts'

/** The check sheet as two tables: the findings, to be sorted and filtered, and how far the checks reached. */
export function sheetWorkbook(sheet: CheckSheet, author: string, t: Translate): Workbook {
  return { title: sheet.title, author, tables: [findingTable(sheet, t), coverageTable(sheet, t)] }
}

type SheetField = keyof SheetHeads

/** Widths in half characters; together they make a landscape page. */
const widths: [SheetField, number][] = [
  ['number', 6],
  ['level', 8],
  ['section', 18],
  ['words', 19],
  ['verdict', 20],
  ['formula', 19],
  ['evidence', 36],
  ['repairs', 16],
  ['state', 9],
  ['reason', 11],
  ['by', 9],
  ['on', 12],
]

const centred: readonly SheetField[] = ['number', 'level', 'state', 'on']

function findingTable({ heads, rows }: CheckSheet, t: Translate): Table {
  return {
    name: t('sheets:tables.findings'),
    columns: widths.map(([field, width]) => ({
      head: heads[field],
      width,
      ...(centred.includes(field) ? { align: 'center' as const } : {}),
    })),
    rows: rows.map((row, index) => widths.map(([field]) => valueOf(field, row, index + 1, t))),
  }
}

function valueOf(field: SheetField, row: SheetRow, number: number, t: Translate): string | number {
  switch (field) {
    case 'number':
      return number
    case 'section':
      return row.section.join('\n')
    case 'evidence':
      return row.evidence.map((quote, index) => sourceOnce(quote, row.evidence[index - 1], t)).join('\n')
    case 'repairs':
      return row.repairs.join('\n')
    case 'state':
      return row.stateWord
    case 'level':
    case 'words':
    case 'verdict':
    case 'formula':
    case 'reason':
    case 'by':
    case 'on':
      return row[field]
  }
}

/** Sentences of one source follow each other: it is named once. */
function sourceOnce(quote: Quote, before: Quote | undefined, t: Translate): string {
  const source = quote.source === before?.source ? '' : t('sheets:quote', { source: quote.source })
  return source + quotedWords(quote)
}

function coverageTable({ facts, coverage, rows, none }: CheckSheet, t: Translate): Table {
  const sentences = [
    ...facts.map(({ name, value }) => t('sheets:factLine', { name, value })),
    ...coverage,
    ...(rows.length === 0 ? [none] : []),
  ]
  return {
    name: t('sheets:tables.coverage'),
    columns: [{ head: t('sheets:tables.coverageHead'), width: 120 }],
    rows: sentences.map((sentence) => [sentence]),
  }
}
