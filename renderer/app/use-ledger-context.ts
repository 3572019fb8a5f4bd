import { useMemo } from 'react'
import { ledgerReader, type LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import type { PhrasingContext } from '../../shared/ledger/phrasing.ts'
import { phrasingContext } from '../../shared/ledger/section-rows.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import type { PlaceLevel } from '../../shared/report/schema.ts'
import { reportYear } from './report-year.ts'
import { sectionAt } from './section-at.ts'
import { useSession, useWindow } from './window-context.ts'

/** The ledger of the open report, and what the section at the caret tells of it. */
export interface LedgerContext {
  reader: LedgerReader
  context: PhrasingContext
  level: PlaceLevel
  section: OutlineNode | undefined
}

export function useLedgerContext(): LedgerContext {
  const ledger = useSession((session) => session.ledger)
  const year = useSession(reportYear)
  const { kind, level } = useSession((session) => session.report.meta)
  const indicators = useWindow((state) => state.startUp.templates.indicators)
  const section = useSession(({ reading, caret }) => sectionAt(reading.outline, caret.block))
  const reader = useMemo(() => ledgerReader(ledger, indicators), [ledger, indicators])
  const sectionKind = section?.kind ?? null
  const context = useMemo(() => phrasingContext(year, kind, sectionKind), [year, kind, sectionKind])
  return { reader, context, level, section }
}
