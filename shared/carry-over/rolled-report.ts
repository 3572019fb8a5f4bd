import type { PriorReport } from '../desktop/prior-reports.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Report } from '../report/schema.ts'

/** 转结: the report of the year after, and what became of last year's words and figures. */
export interface RolledReport {
  report: Report
  ledger: Ledger
  /** Last year's report first, then those it had with it. */
  prior: PriorReport[]
  changes: RollChange[]
}

/** One line of the list of changes. */
export interface RollChange {
  what: RollSubject
  before: string
  /** '' = taken out; the same as `before` = left, and to be looked at. */
  after: string
  /** False: 待核. */
  certain: boolean
  /** Why it is 待核; '' where it is certain. */
  reason: RollReason | ''
  place: RollPlace
}

/** Where it stands: in 报告信息, in the text of the new report, in one of its notes, or in the ledger. */
export type RollPlace =
  | { in: 'meta' }
  | {
      in: 'text'
      start: number
      end: number
      /** It stands in, or the row of a table, as that reads. */ sentence: string
    }
  | { in: 'note'; sentence: string }
  | { in: 'ledger'; indicator: string; year: number }

/**
 * Fields of 报告信息; a year, plan period, session or date of the text; a figure that became a □; a number that was left; a target that is to be accounted
 * for and a result that the ledger did not have; a cell that waits for its figure; a □ that was there before; a 趋势图.
 */
export type RollSubject =
  | 'year'
  | 'kind'
  | 'meeting'
  | 'date'
  | 'stage'
  | 'speaker'
  | 'yearWord'
  | 'planWord'
  | 'meetingWord'
  | 'dateWord'
  | 'figure'
  | 'left'
  | 'blank'
  | 'target'
  | 'result'
  | 'awaited'
  | 'chart'

/**
 * `newCongress`: the term of five years may end. `twoSessions`: a town's congress may meet twice a year. `otherYear`: a year that
 * is neither that of the report nor the one under review, or that stands in running text. `yearClaim`: the year was
 * moved on, and the sentence says more of it. `anniversary`: 成立75周年. `acting`: 代镇长. `nextPlan`: a plan period that
 * ends or begins. `session`: a session of the place's own congress. `open`: nothing is known yet. `termEnds`: after a report on
 * five years an annual one follows. `tableHead`: words of a head that name no year to go on from. `object`: in a picture or
 * text box that cannot be written into. `note`: a note that explains a word. `chart`: goes on as soon as the ledger has the
 * year. `chartStays`: of years long past. `rank`: 居全市第2位. `lasting`: a property, a class or a fact of the
 * place. `span`: 连续21年. `day`: a day or month of the year. `unsure`: whether the year brought it.
 */
export type RollReason =
  | 'newCongress'
  | 'twoSessions'
  | 'otherYear'
  | 'yearClaim'
  | 'anniversary'
  | 'nextPlan'
  | 'session'
  | 'open'
  | 'termEnds'
  | 'acting'
  | 'tableHead'
  | 'object'
  | 'note'
  | 'chart'
  | 'chartStays'
  | 'rank'
  | 'lasting'
  | 'span'
  | 'day'
  | 'unsure'
