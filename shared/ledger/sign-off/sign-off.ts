import { entryOf } from '../../checks/entry-of.ts'
import type { Translate } from '../../checks/finding-sentence.ts'
import { ownDocument } from '../../report/own-document.ts'
import { type Block, type Inline, type PlaceLevel, type Report, type TableCell } from '../../report/schema.ts'
import type { Table, Workbook } from '../../sheets/write-workbook.ts'
import { departmentAt } from '../department.ts'
import { findRow, type Ledger } from '../ledger.ts'
import type { IndicatorEntry } from '../../templates/templates.ts'
import { figureName, identityOf, type TextFigure } from './text-figures.ts'

/** 核数表: the figures of one department, each to be confirmed or corrected. */
export interface SignOffSheet {
  /** '' = nobody is named in the ledger. */
  department: string
  rows: SignOffRow[]
}

export interface SignOffRow {
  /** 编号, by which a row is known again when the sheet was sorted or cut: letters of the report, letters of the figure. */
  key: string
  department: string
  /** The same number at all its places; the first one is shown. */
  figures: [TextFigure, ...TextFigure[]]
}

export interface SignedReport {
  id: string
  /** 青禾镇2026年政府工作报告. */
  title: string
  classification: Report['meta']['classification']
}

/** Who answers for an indicator of which the ledger does not say it. */
export interface Offices {
  indicators: readonly IndicatorEntry[]
  level: PlaceLevel
}

/**
 * A sheet for each department, figures without one last; rows in the order of the text, with those that are still to be
 * filled in at their places.
 */
export function signOffSheets(
  figures: readonly TextFigure[],
  ledger: Ledger,
  reportId: string,
  { indicators, level }: Offices,
): SignOffSheet[] {
  const rows = new Map<string, SignOffRow>()
  const inOrder = [...figures].sort((a, b) => a.start - b.start || a.end - b.end)
  for (const figure of inOrder) {
    const identity = identityOf(figure)
    const known = rows.get(identity)
    const indicator = figure.nameless?.of ?? figure.indicator
    const said = findRow(ledger, indicator)?.department
    const department = departmentAt(level, said || (entryOf(indicators, indicator)?.department ?? ''))
    if (known) known.figures.push(figure)
    else rows.set(identity, { key: rowKey(reportId, identity), department, figures: [figure] })
  }
  const byDepartment = groupedBy(rows.values(), ({ department }) => department)
  return [...byDepartment]
    .map(([department, own]) => ({ department, rows: own }))
    .sort((a, b) => Number(a.department === '') - Number(b.department === ''))
}

/** In the order in which the groups are met. */
export function groupedBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

export function rowKey(reportId: string, identity: string): string {
  return `${reportTag(reportId)}-${lettersOf(identity, 8)}`
}

/** First half of every key of the report. */
export function reportTag(reportId: string): string {
  return lettersOf(reportId, 5)
}

/** Letters only: no program takes them for a number or a date. FNV-1a of 64 bits, enough for a few hundred rows. */
function lettersOf(text: string, count: number): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) {
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return Array.from({ length: count }, () => {
    const letter = alphabet[Number(hash % 20n)] ?? ''
    hash /= 20n
    return letter
  }).join('')
}

/** Without vowels, so that no words come out, and without letters that are read as others. */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ'

export const signOffColumns = [
  'key',
  'indicator',
  'period',
  'printed',
  'sentence',
  'answer',
  'correction',
  'note',
] as const
export type SignOffColumn = (typeof signOffColumns)[number]

const sheetWidths: Record<SignOffColumn, number> = {
  key: 17,
  indicator: 22,
  period: 17,
  printed: 14,
  sentence: 56,
  answer: 11,
  correction: 14,
  note: 20,
}

/** All departments in one workbook, a sheet for each; hand on one of them to send one. */
export function signOffWorkbook(sheets: readonly SignOffSheet[], report: SignedReport, t: Translate): Workbook {
  return { title: titleOf(report, t), author: '', tables: sheets.map((sheet) => tableOf(sheet, report, t)) }
}

function tableOf(sheet: SignOffSheet, report: SignedReport, t: Translate): Table {
  const choices = [t('ledger-sheets:signOff.confirm'), t('ledger-sheets:signOff.correct')]
  return {
    name: nameOf(sheet, t),
    above: [titleOf(report, t), linesAbove(sheet, report, t).join('\n')],
    columns: signOffColumns.map((column) => ({
      head: t(`ledger-sheets:signOff.head.${column}`),
      width: sheetWidths[column],
      ...(column === 'key' || column === 'period' || column === 'answer' ? { align: 'center' as const } : {}),
      ...(column === 'answer' ? { choices } : {}),
    })),
    rows: sheet.rows.map((row) => signOffColumns.map((column) => wordsOf(row, column, t))),
  }
}

function titleOf({ title }: SignedReport, t: Translate): string {
  return t('ledger-sheets:signOff.title', { report: title })
}

function nameOf({ department }: SignOffSheet, t: Translate): string {
  return department === '' ? t('ledger-sheets:signOff.nobody') : department
}

function linesAbove(sheet: SignOffSheet, { classification }: SignedReport, t: Translate): string[] {
  const department = t('ledger-sheets:signOff.department', { department: nameOf(sheet, t) })
  return [
    classification === ''
      ? department
      : `${department}\u3000${t('ledger-sheets:signOff.classification', { classification })}`,
    t('ledger-sheets:signOff.howTo'),
  ]
}

function wordsOf({ key, figures: [figure, ...others] }: SignOffRow, column: SignOffColumn, t: Translate): string {
  switch (column) {
    case 'key':
      return key
    case 'indicator':
      return figure.part === 'value'
        ? figureName(figure)
        : t('ledger-sheets:signOff.growthOf', { indicator: figure.indicator })
    case 'period':
      if (figure.nameless) return ''
      return t('ledger-sheets:signOff.period', {
        year: figure.year,
        period: t(`ledger-sheets:period.${figure.period}`),
        kind: t(`ledger-sheets:kind.${figure.kind}`),
      })
    case 'printed':
      return figure.open ? t('ledger-sheets:signOff.open') : printedInSheet(figure)
    case 'sentence':
      return others.length === 0
        ? figure.sentence
        : t('ledger-sheets:signOff.moreTimes', { sentence: figure.sentence, count: others.length })
    case 'answer':
    case 'correction':
    case 'note':
      return ''
  }
}

/** With the sign that the text says in words: 下降2.1% is -2.1%. */
export function printedInSheet({ value, printed }: TextFigure): string {
  return value.startsWith('-') && !/[-－−]/.test(printed) ? `-${printed}` : printed
}

/** Twips; together they fill the text of a landscape page. */
const columnWidths: Record<SignOffColumn, number> = {
  key: 2300,
  indicator: 1900,
  period: 1500,
  printed: 1500,
  sentence: 3870,
  answer: 1000,
  correction: 1300,
  note: 1200,
}

/** One sheet as a document, to be laid out like the check sheet (`sheetPreset`). */
export function signOffDocument(sheet: SignOffSheet, report: SignedReport, t: Translate): Report {
  return ownDocument(
    'sign-off',
    [
      { type: 'title', children: [{ text: titleOf(report, t) }] },
      ...linesAbove(sheet, { ...report, classification: '' }, t).map((text): Block => ({
        type: 'paragraph',
        flush: true,
        children: [{ text }],
      })),
      {
        type: 'table',
        columns: signOffColumns.map((column) => columnWidths[column]),
        children: [
          {
            type: 'table-row',
            header: true,
            children: signOffColumns.map((column) => cell(t(`ledger-sheets:signOff.head.${column}`), 'center')),
          },
          ...sheet.rows.map((row) => ({
            type: 'table-row' as const,
            children: signOffColumns.map((column) =>
              cell(wordsOf(row, column, t), column === 'sentence' ? 'left' : 'center'),
            ),
          })),
        ],
      },
    ],
    { classification: report.classification },
  )
}

function cell(text: string, align: 'left' | 'center'): TableCell {
  const children: Inline[] = [{ text }]
  return { type: 'table-cell', align, children: [{ type: 'paragraph', children }] }
}
