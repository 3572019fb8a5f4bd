import type { Translate } from '../checks/finding-sentence.ts'
import { ownDocument, type OfReport } from '../report/own-document.ts'
import { type Block, type Inline, type Paragraph, type Report, type TableCell } from '../report/schema.ts'
import type { Workbook } from '../sheets/write-workbook.ts'
import { countAnswers, type OpinionRow } from './opinion-rows.ts'
import { placeLines, saidWords, shownTime } from './opinion-words.ts'

export interface OpinionSheetInput {
  rows: readonly OpinionRow[]
  /** Title of the report. */
  report: string
  /** `YYYY-MM-DD`. */
  day: string
  /** Decided changes of which nothing was kept. */
  dropped: number
}

const columns = ['number', 'author', 'place', 'said', 'answer', 'reason'] as const

/** Twips; together they fill the text of a landscape page. */
const widths: Record<(typeof columns)[number], number> = {
  number: 800,
  author: 1900,
  place: 3170,
  said: 4600,
  answer: 1400,
  reason: 2700,
}

/** 意见采纳情况表 as a document of its own. */
export function printedOpinions(input: OpinionSheetInput, t: Translate, of: OfReport = {}): Report {
  const body: Block[] = [
    { type: 'title', children: [{ text: titleOf(input, t) }] },
    ...factsOf(input, t).map((text) => flush(text)),
    tableOf(input.rows, t),
  ]
  return ownDocument('opinions', body, of)
}

/** The same to be sorted and filtered; the time of each opinion has a column of its own. */
export function opinionWorkbook(input: OpinionSheetInput, author: string, t: Translate): Workbook {
  const head = (name: string): string => t(`opinions:head.${name}`)
  return {
    title: titleOf(input, t),
    author,
    tables: [
      {
        name: t('opinions:sheet'),
        above: factsOf(input, t),
        columns: [
          { head: head('number'), width: 6, align: 'center' },
          { head: head('author'), width: 14 },
          { head: head('date'), width: 17, align: 'center' },
          { head: head('place'), width: 32 },
          { head: head('said'), width: 48 },
          {
            head: head('answer'),
            width: 12,
            align: 'center',
            choices: answers.map((one) => t(`opinions:answer.${one}`)),
          },
          { head: head('reason'), width: 32 },
        ],
        rows: input.rows.map((row, index) => [
          index + 1,
          nameOf(row, t),
          shownTime(row.date),
          placeLines(row.place, t).join('\n'),
          saidWords(row, t),
          t(`opinions:answer.${row.answer}`),
          row.reason,
        ]),
      },
    ],
  }
}

const answers = ['adopted', 'partly', 'declined', 'open'] as const

function titleOf({ report }: OpinionSheetInput, t: Translate): string {
  return report + t('opinions:title')
}

function factsOf({ rows, day, dropped }: OpinionSheetInput, t: Translate): string[] {
  return [
    t('opinions:fact', { name: t('opinions:day'), value: day }),
    t('opinions:counts', { all: rows.length, ...countAnswers(rows) }),
    ...(dropped > 0 ? [t('opinions:dropped', { count: dropped })] : []),
  ]
}

function nameOf({ author }: OpinionRow, t: Translate): string {
  return author === '' ? t('opinions:unknown') : author
}

function tableOf(rows: readonly OpinionRow[], t: Translate): Block {
  const heads = columns.map((column) => cell([t(`opinions:head.${column}`)], 'center'))
  return {
    type: 'table',
    columns: columns.map((column) => widths[column]),
    children: [
      { type: 'table-row', header: true, children: heads },
      ...rows.map((row, index) => ({ type: 'table-row' as const, children: cellsOf(row, index + 1, t) })),
    ],
  }
}

function cellsOf(row: OpinionRow, number: number, t: Translate): TableCell[] {
  return [
    cell([String(number)], 'center'),
    cell([nameOf(row, t), shownTime(row.date)]),
    cell(placeLines(row.place, t)),
    cell(saidWords(row, t).split('\n')),
    cell([t(`opinions:answer.${row.answer}`)], 'center'),
    cell(row.reason.split('\n')),
  ]
}

function cell(lines: readonly string[], align: 'left' | 'center' = 'left'): TableCell {
  const filled = lines.filter((text) => text !== '')
  const paragraphs = (filled.length > 0 ? filled : ['']).map((text): Paragraph => ({
    type: 'paragraph',
    children: [{ text }],
  }))
  return { type: 'table-cell', align, children: paragraphs }
}

function flush(text: string): Paragraph {
  const children: Inline[] = [{ text }]
  return { type: 'paragraph', flush: true, children }
}
