import type { Block } from '../../report/schema.ts'
import { isTextLeaf } from '../../report/schema.ts'
import { placeCells } from '../../word/write/table-grid.ts'
import { emptyCell, textCell, type SheetCell, type SheetTable } from '../../sheets/sheet-table.ts'
import type { LedgerEdit } from '../edit-ledger.ts'
import { decimalsOf, equalValues, inUnit, roundedIn } from '../figure-value.ts'
import { findFigure, noSource, type FigureContent, type Ledger } from '../ledger.ts'
import { readFigureCell, type CellFigure } from '../sheet/figure-cell.ts'
import { folded } from '../sheet/sheet-words.ts'
import {
  groupedBy,
  printedInSheet,
  reportTag,
  signOffColumns,
  type SignOffColumn,
  type SignOffRow,
  type SignOffSheet,
} from './sign-off.ts'
import { saysLedger, type TextFigure } from './text-figures.ts'

export type SignOffReading =
  | {
      ok: true
      answers: SignOffAnswer[]
      unreadable: UnreadableAnswer[]
      /** Rows of the sheets that came back without an answer. */
      open: SignOffRow[]
    }
  /** No 核数表, or one of another report. */
  | { ok: false; reason: 'noSheet' | 'otherReport' }

/** A table of a returned file; `file` is the name of that file. */
export type ReturnedTable = SheetTable & { file?: string }

/** `files`: those it was answered in, mostly one. */
export type SignOffAnswer = { row: SignOffRow; note: string; files: readonly string[] } & (
  | { answer: 'confirmed' }
  /** In the printed unit; `printed` is how the text would read, null where its words would have to change too. */
  | { answer: 'corrected'; value: string; unit: string; printed: string | null }
)

export interface UnreadableAnswer {
  key: string
  /** Words of the row: indicator, figure, answer. */
  words: string
  reason:
    /** The text has no such figure any more. */
    | 'figureGone'
    /** 更正 without a number. */
    | 'noNewValue'
    /** Neither 确认 nor 更正 nor a number. */
    | 'notUnderstood'
    /** 确认 and yet another number. */
    | 'contradictory'
    /** 户 for 万元. */
    | 'otherMeasure'
    /** 6.5%左右: a word of exactness that the report does not have; the text's own words have to change too. */
    | 'otherBound'
    /** The figure in the column of the report's numbers is not the one that was sent out. */
    | 'figureOvertyped'
    /** Two rows with one number answer differently. */
    | 'answeredTwice'
    /** Rows of one figure of the ledger (8200万元, 0.82亿元) with answers that exclude each other. */
    | 'rowsDisagree'
}

/**
 * A returned 核数表, sorted or cut as it may be: rows are known by their number alone. `sheets` are those of the report as
 * it stands now.
 */
export function readSignOff(
  tables: readonly ReturnedTable[],
  sheets: readonly SignOffSheet[],
  reportId: string,
): SignOffReading {
  const rows = new Map(sheets.flatMap((sheet) => sheet.rows.map((row) => [row.key, row] as const)))
  const found = tables.flatMap(rowsOf)
  if (found.length === 0) return { ok: false, reason: 'noSheet' }
  const own = found.filter(({ key }) => key.startsWith(`${reportTag(reportId)}-`))
  if (own.length === 0) return { ok: false, reason: 'otherReport' }
  const answers = new Map<string, SignOffAnswer>()
  const unreadable: UnreadableAnswer[] = []
  const open = new Map<string, SignOffRow>()
  for (const line of own) {
    const row = rows.get(line.key)
    const answer = row?.figures[0].open
      ? readFilled(line, row)
      : row
        ? readAnswer(line, row)
        : isOpen(line)
          ? undefined
          : 'figureGone'
    const before = answers.get(line.key)
    const words = [line.indicator, line.printed, line.answer, line.correction].filter((word) => word !== '').join(' ')
    if (typeof answer === 'string') unreadable.push({ key: line.key, words, reason: answer })
    else if (answer && before && !isAlike(before, answer))
      unreadable.push({ key: line.key, words, reason: 'answeredTwice' })
    else if (answer) answers.set(line.key, { ...answer, files: union(before?.files ?? [], answer.files) })
    else if (row) open.set(line.key, row)
  }
  for (const { row, words } of disagreeing([...answers.values()])) {
    answers.delete(row.key)
    unreadable.push({ key: row.key, words, reason: 'rowsDisagree' })
  }
  const left = [...open.values()].filter(({ key }) => !answers.has(key) && !unreadable.some((one) => one.key === key))
  return { ok: true, answers: [...answers.values()], unreadable, open: left }
}

type Line = Record<SignOffColumn, string> & { files: readonly string[] }

const union = (...names: (readonly string[])[]): string[] => [...new Set(names.flat())]

/** Rows below a head that has a column of numbers and one of answers, in whatever order the columns are. */
function rowsOf(table: ReturnedTable): Line[] {
  const head = table.rows.findIndex((row) => columnsOf(row).key >= 0 && columnsOf(row).answer >= 0)
  if (head < 0) return []
  const columns = columnsOf(table.rows[head] ?? [])
  return table.rows.slice(head + 1).flatMap((row) => {
    const words = signOffColumns.map((column) => [column, row[columns[column]]?.text ?? ''])
    const line = Object.fromEntries(words) as Record<SignOffColumn, string>
    const key = /[A-Z]{5}-[A-Z]{8}/.exec(line.key.toUpperCase().replace(/\s/g, ''))?.[0]
    return key === undefined ? [] : [{ ...line, key, files: table.file === undefined ? [] : [table.file] }]
  })
}

const heads: Record<SignOffColumn, RegExp> = {
  key: /^(?:编号|number)$/,
  indicator: /^(?:指标|indicator)$/,
  period: /^(?:时期|period)$/,
  printed: /^(?:报告中的数字|figureinthereport)$/,
  sentence: /^(?:报告中的句子|sentenceinthereport)$/,
  answer: /^(?:核对结果|answer)$/,
  correction: /^(?:更正为|correctedto)$/,
  note: /^(?:备注|note)$/,
}

function columnsOf(row: readonly SheetCell[]): Record<SignOffColumn, number> {
  const words = row.map(({ text }) => folded(text))
  const columns = signOffColumns.map((column) => [column, words.findIndex((word) => heads[column].test(word))])
  return Object.fromEntries(columns) as Record<SignOffColumn, number>
}

function isOpen({ answer, correction }: Pick<Line, 'answer' | 'correction'>): boolean {
  return answer === '' && correction === ''
}

/**
 * A number typed over the printed one is meant as a correction by some and is a slip of others: neither is a confirmation. A
 * program may have taken 4200万元 or 5% apart, which says the same; a column that was cut off says nothing.
 */
function isPrintedAs(cell: string, { figures: [figure] }: SignOffRow): boolean {
  const words = folded(cell)
  if (words === '' || [printedInSheet(figure), figure.printed].some((own) => folded(own) === words)) return true
  const read = readFigureCell(textCell(cell))
  if (!read || saysOtherBound(read, figure)) return false
  const value = inUnit(read.number, read.unit ?? figure.unit, figure.unit)
  return value !== undefined && equalValues(value, figure.value)
}

/** Undefined: nothing was answered. */
function readAnswer(line: Line, row: SignOffRow): SignOffAnswer | UnreadableAnswer['reason'] | undefined {
  if (isOpen(line)) return undefined
  if (!isPrintedAs(line.printed, row)) return 'figureOvertyped'
  const words = folded(line.answer)
  const confirms = /^(?:确认|已确认|属实|无误|正确|准确|同意|一致|是|对|√|✓|✔|confirmed?|yes|ok)[。.]?$/.test(words)
  const corrects = /^(?:更正|改|修改|有误|不对|×|correct(?:ed)?)[。.]?$/.test(words)
  const own = line.correction !== '' ? line.correction : confirms || corrects ? '' : line.answer
  const { note, files } = line
  if (own === '') return confirms ? { answer: 'confirmed', row, note, files } : 'noNewValue'
  if (line.correction !== '' && line.answer !== '' && !confirms && !corrects) return 'notUnderstood'
  return readCorrection(own, confirms, { row, note, files })
}

/** 待填: the number may stand in any of the three columns, nobody minds which. */
function readFilled(line: Line, row: SignOffRow): SignOffAnswer | UnreadableAnswer['reason'] | undefined {
  const given = [line.correction, line.answer, line.printed].map((words) => folded(words))
  const numbers = given.filter((words) => /\d/.test(words))
  const [words] = numbers
  if (words === undefined)
    return given.some((one) => one !== '' && !/^(?:待填|tobefilledin)$/.test(one)) ? 'noNewValue' : undefined
  if (new Set(numbers).size > 1) return 'contradictory'
  const [figure] = row.figures
  const read = readFigureCell(textCell(words.replace(/^(?:更正为|应为|改为|为)[:：]?/, '')))
  if (!read) return 'notUnderstood'
  if (saysOtherBound(read, figure)) return 'otherBound'
  const unit = figure.unit || (read.unit ?? '')
  const value = inUnit(read.number, read.unit ?? unit, unit)
  if (value === undefined) return 'otherMeasure'
  // Words of direction stand before it already: 下降□%.
  const printed = value.startsWith('-') ? null : value + (figure.unit === '' ? unit : '')
  const { note, files } = line
  return { answer: 'corrected', row, note, files, value, unit, printed }
}

function readCorrection(
  words: string,
  confirms: boolean,
  given: Pick<SignOffAnswer, 'row' | 'note' | 'files'>,
): SignOffAnswer | UnreadableAnswer['reason'] {
  const [figure] = given.row.figures
  const read = readFigureCell(textCell(words.replace(/^(?:更正为|应为|改为|为)[:：]?/, '')))
  if (!read) return 'notUnderstood'
  if (saysOtherBound(read, figure)) return 'otherBound'
  const value = inUnit(read.number, read.unit ?? figure.unit, figure.unit)
  if (value === undefined) return 'otherMeasure'
  if (equalValues(value, figure.value)) return { answer: 'confirmed', ...given }
  if (confirms) return 'contradictory'
  return { answer: 'corrected', ...given, value, unit: figure.unit, printed: printedAs(figure, value) }
}

/** 以上 and 左右 of an answer, unless the report prints them with the number as well. */
function saysOtherBound({ bound }: CellFigure, { printed }: TextFigure): boolean {
  return bound !== '' && bound !== readFigureCell(textCell(printed))?.bound
}

/** 增长25% → 增长23.5%; a change of sign needs another word before it. */
function printedAs({ printed, value: before }: TextFigure, value: string): string | null {
  if (value.startsWith('-') !== before.startsWith('-')) return null
  const digits = printed.match(/\d[\d,]*(?:\.\d+)?/g) ?? []
  const [old] = digits
  return old === undefined || digits.length > 1 ? null : printed.replace(old, value.replace('-', ''))
}

function isAlike(a: SignOffAnswer, b: SignOffAnswer): boolean {
  return (
    a.answer === b.answer && (a.answer !== 'corrected' || b.answer !== 'corrected' || equalValues(a.value, b.value))
  )
}

/** None of them is the last word: whoever takes the sheets back has to ask. */
function disagreeing(answers: readonly SignOffAnswer[]): { row: SignOffRow; words: string }[] {
  const said = answers.map((answer) => {
    const [figure] = answer.row.figures
    const corrected = answer.answer === 'corrected' ? answer : figure
    return { answer, cell: `${cellOf(figure)}|${figure.part}`, value: corrected.value, unit: corrected.unit }
  })
  const groups = groupedBy(said, ({ cell }) => cell)
  return said.flatMap((one) => {
    const { row } = one.answer
    if (row.figures[0].nameless) return []
    // Two numbers that the report itself prints, both confirmed, are for the checks of the text.
    const others = (groups.get(one.cell) ?? []).filter(
      ({ answer }) => answer.answer === 'corrected' || one.answer.answer === 'corrected',
    )
    if (others.every((other) => areRoundings(one, other))) return []
    return [{ row, words: `${row.figures[0].indicator} ${row.figures[0].printed} ${one.value}${one.unit}` }]
  })
}

/** 8215万元 and 0.82亿元 are one number. */
function areRoundings(a: { value: string; unit: string }, b: { value: string; unit: string }): boolean {
  const reads = (one: typeof a, other: typeof a): boolean => {
    const rounded = roundedIn(one.value, one.unit, other.unit, decimalsOf(other.value))
    return rounded !== undefined && equalValues(rounded, other.value)
  }
  return reads(a, b) || reads(b, a)
}

export interface SignOffOutcome {
  /** States become 已确认, and the source says who answered and in which file; no number of the ledger changes. */
  confirm: LedgerEdit[]
  /** Each to be accepted: the ledger's edit, and what the text would read at each place. */
  corrections: SignOffCorrection[]
  /** Confirmed as printed, while the ledger says another number: somebody has to decide. */
  differing: SignOffRow[]
}

export interface SignOffCorrection {
  row: SignOffRow
  /** As printed now and as it would be; null: the words around it have to change too. */
  before: string
  after: string | null
  value: string
  note: string
  /** Null: the number is of no indicator, and goes into the text alone. */
  edit: LedgerEdit | null
}

/** What the ledger says of a figure that was answered in these files: who returned them, and their names. */
export type AnsweredBy = (files: readonly string[]) => { person: string; file: string }

/**
 * What the answers do. A figure of the ledger holds value and growth: it is confirmed when every number of it that the
 * report prints was confirmed.
 */
export function signOffOutcome(
  { answers }: { answers: readonly SignOffAnswer[] },
  sheets: readonly SignOffSheet[],
  ledger: Ledger,
  by: AnsweredBy,
): SignOffOutcome {
  const outcome: SignOffOutcome = { confirm: [], corrections: [], differing: [] }
  const byKey = new Map(answers.map((answer) => [answer.row.key, answer]))
  const groups = groupedBy(
    sheets.flatMap(({ rows }) => rows),
    ({ figures: [figure] }) => cellOf(figure),
  )
  for (const rows of groups.values()) {
    for (const answer of rows.flatMap(({ key }) => byKey.get(key) ?? [])) {
      if (answer.answer === 'corrected') outcome.corrections.push(correctionOf(answer, ledger, by))
    }
    const confirmed = rows.filter(({ key }) => byKey.get(key)?.answer === 'confirmed')
    const differing = confirmed.filter((row) => differs(row, ledger))
    outcome.differing.push(...differing)
    if (differing.length === 0 && confirmed.length === rows.length) {
      const files = union(...rows.map(({ key }) => byKey.get(key)?.files ?? []))
      outcome.confirm.push(...confirmEdit(rows, ledger, by(files)))
    }
  }
  return outcome
}

function cellOf({ indicator, year, period, kind, nameless }: TextFigure): string {
  return [nameless?.place, indicator, year, period, kind].join('|')
}

function differs({ figures: [figure] }: SignOffRow, ledger: Ledger): boolean {
  const known = findFigure(ledger, figure)
  return known !== undefined && saysLedger(known, figure) === false
}

function confirmEdit(rows: readonly SignOffRow[], ledger: Ledger, by: ReturnType<AnsweredBy>): LedgerEdit[] {
  const [row] = rows
  if (!row) return []
  const [{ indicator, year, period, kind, sentence }] = row.figures
  const known = findFigure(ledger, { indicator, year, period, kind })
  const source = { ...(known?.source ?? { ...noSource, sentence }), file: by.file, person: by.person }
  const said = rows.flatMap(({ figures: [figure] }) => (known && saysLedger(known, figure) ? [] : [contentOf(figure)]))
  const content: Partial<FigureContent> = Object.assign({}, ...said, {
    state: 'confirmed',
    source: row.department === '' ? source : { ...source, department: row.department },
  }) as Partial<FigureContent>
  return [{ edit: 'set', indicator, year, period, kind, content }]
}

function contentOf({ part, value, unit }: Pick<TextFigure, 'part' | 'value' | 'unit'>): Partial<FigureContent> {
  if (part === 'value') return { value, unit }
  return { growth: value, growthUnit: unit === '%' || unit === '百分点' ? unit : 'value' }
}

function correctionOf(
  { row, value, unit, printed, note, files }: Extract<SignOffAnswer, { answer: 'corrected' }>,
  ledger: Ledger,
  by: AnsweredBy,
): SignOffCorrection {
  const { file, person } = by(files)
  const [figure] = row.figures
  const { indicator, year, period, kind } = figure
  const known = findFigure(ledger, figure)
  const source = {
    ...(known?.source ?? noSource),
    file,
    sentence: '',
    department: row.department,
    person,
  }
  const content: Partial<FigureContent> = { ...contentOf({ ...figure, value, unit }), source, state: 'confirmed' }
  const edit: LedgerEdit | null = figure.nameless ? null : { edit: 'set', indicator, year, period, kind, content }
  return { row, before: figure.printed, after: printed, value, note, edit }
}

/** The tables of a returned Word file. */
export function tablesOfBody(body: readonly Block[]): SheetTable[] {
  return body.flatMap((block) => {
    if (block.type !== 'table') return []
    const rows = placeCells(block.children).map((places) => {
      const cells: SheetCell[] = []
      for (const { column, cell } of places) {
        const lines = cell?.children.map(({ children }) =>
          children.map((leaf) => (isTextLeaf(leaf) && !leaf.del ? leaf.text : '')).join(''),
        )
        while (cells.length < column) cells.push(emptyCell)
        cells[column] = textCell((lines ?? []).join('\n'))
      }
      return cells
    })
    return [{ name: '', rows }]
  })
}
