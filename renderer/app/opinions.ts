import type { TFunction } from 'i18next'
import { opinionWorkbook, printedOpinions, type OpinionSheetInput } from '../../shared/opinions/opinion-sheet.ts'
import { readOpinions, type OpinionRow } from '../../shared/opinions/opinion-rows.ts'
import type { Report } from '../../shared/report/schema.ts'
import type { Workbook } from '../../shared/sheets/write-workbook.ts'
import { firstTitle } from '../../shared/word/write/page-layout.ts'
import { formatWords } from '../panels/card-words.ts'
import { findingTranslate } from './finding-translate.ts'
import { cardsOf } from './review-cards.ts'
import type { Session } from './window-state.ts'

/** 意见采纳情况 of the report as it reads now. */
export function opinionRows({ reading, report }: Pick<Session, 'reading' | 'report'>, t: TFunction): OpinionRow[] {
  return readOpinions({
    body: reading.body,
    outline: reading.outline,
    review: report.review,
    cards: cardsOf(reading.body),
    format: (card) => formatWords(t, card),
    checker: t('sheets:comment.author'),
  })
}

/** The table as a document and as a spreadsheet. */
export function opinionShapes(
  rows: readonly OpinionRow[],
  { reading, report }: Pick<Session, 'reading' | 'report'>,
  { day, author }: { day: string; author: string },
  t: TFunction,
): { document: Report; workbook: Workbook } {
  const translate = findingTranslate(t)
  const { classification, source } = report.meta
  const input: OpinionSheetInput = {
    rows,
    report: firstTitle(reading.body),
    day,
    dropped: report.review?.decidedDropped ?? 0,
  }
  return {
    document: printedOpinions(input, translate, { classification, ...(source ? { source } : {}) }),
    workbook: opinionWorkbook(input, author, translate),
  }
}
