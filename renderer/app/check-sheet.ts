import type { TFunction } from 'i18next'
import { checkSheet, type CheckSheet } from '../../shared/checks/sheet/check-sheet.ts'
import { findingComments } from '../../shared/checks/sheet/finding-comments.ts'
import { printedSheet } from '../../shared/checks/sheet/printed-sheet.ts'
import type { QuotedTexts } from '../../shared/checks/sheet/quotes.ts'
import { sectionsOfOutline } from '../../shared/checks/sheet/section-places.ts'
import { sheetWorkbook } from '../../shared/checks/sheet/sheet-workbook.ts'
import type { CheckSheetShapes, ExportedComments } from '../../shared/desktop/check-sheet-request.ts'
import { readOutline } from '../../shared/report/outline.ts'
import type { Report } from '../../shared/report/schema.ts'
import { openConflicts } from '../../shared/revisions/open-conflicts.ts'
import { firstTitle } from '../../shared/word/write/page-layout.ts'
import { findingTranslate } from './finding-translate.ts'
import { shownFindings } from './shown-findings.ts'
import type { Session, WindowState } from './window-state.ts'

export type WindowCheckSheet = { sheet: CheckSheet } & Omit<CheckSheetShapes, 'preset'>

interface Checked {
  report: Report
  result: NonNullable<Session['checking']['result']>
  texts: QuotedTexts
}

/** 核对表 of the text as it was last checked; undefined before the first check. */
export function readCheckSheet(
  { session, lists, settings }: Pick<WindowState, 'session' | 'lists' | 'settings'>,
  at: string,
  t: TFunction,
): WindowCheckSheet | undefined {
  const translate = findingTranslate(t)
  const checked = lastChecked(session, t)
  if (!checked) return undefined
  const { report, result, texts } = checked
  const { year, place, classification, source } = report.meta
  const sheet = checkSheet(
    {
      ...texts,
      ...result,
      report: firstTitle(report.body),
      year,
      place: place || null,
      classification,
      ignored: [...lists.ignored, ...report.checks.ignored],
      conflicts: openConflicts(report.body).length,
      at,
    },
    translate,
  )
  return {
    sheet,
    document: printedSheet(sheet, translate, { classification, ...(source ? { source } : {}) }),
    workbook: sheetWorkbook(sheet, settings.userName, translate),
  }
}

/** The findings that were not set aside as comments, and the report that their offsets speak of. */
export function commentedCopy(
  state: Pick<WindowState, 'session' | 'lists'>,
  t: TFunction,
): { report: Report; comments: ExportedComments } | undefined {
  const checked = lastChecked(state.session, t)
  if (!checked) return undefined
  const findings = shownFindings(state).toSorted((a, b) => a.start - b.start)
  const comments = {
    name: t('sheets:comment.name'),
    author: t('sheets:comment.author'),
    initials: t('sheets:comment.initials'),
    list: findingComments(findings, checked.texts, findingTranslate(t)),
  }
  return { report: checked.report, comments }
}

function lastChecked(session: Session | null, t: TFunction): Checked | undefined {
  if (!session) return undefined
  const { result, plain, body } = session.checking
  if (!result || !plain || !body) return undefined
  const sections = sectionsOfOutline(readOutline(body), plain, findingTranslate(t))
  return { report: { ...session.report, body }, result, texts: { text: plain.text, sections, prior: session.prior } }
}
