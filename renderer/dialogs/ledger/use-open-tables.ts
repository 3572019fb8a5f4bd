import { useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { readPastedText } from '../../../shared/sheets/csv.ts'
import { readHtmlTable } from '../../../shared/sheets/html-table.ts'
import type { SheetMapping } from '../../../shared/ledger/sheet/sheet-mapping.ts'
import { refusalSentence } from '../../app/refusals.ts'
import { reportYear } from '../../app/report-year.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { openTables, type OpenTables } from './table-model.ts'

export interface TableReading {
  open: OpenTables | null
  /** Why nothing could be read. */
  problem: string
  busy: boolean
  choose: () => Promise<void>
  paste: (event: ClipboardEvent) => void
  change: (index: number, change: { mapping?: SheetMapping; read?: boolean }) => void
}

/** A spreadsheet that was chosen, or the table on the clipboard. */
export function useOpenTables(): TableReading {
  const { t } = useTranslation()
  const { desktop } = useController()
  const year = useSession(reportYear)
  const [open, setOpen] = useState<OpenTables | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const show = (file: string, tables: OpenTables['tables'][number]['table'][], cut: boolean): void => {
    const made = openTables(file, tables, cut, year)
    setOpen(made.tables.length > 0 ? made : null)
    setProblem(made.tables.length > 0 ? '' : t('ledger-import:table.noTable'))
  }

  return {
    open,
    problem,
    busy,
    async choose() {
      const { paths } = await desktop.chooseFiles({ kind: 'table' })
      const [path] = paths
      if (path === undefined) return
      setBusy(true)
      const { read, ...rest } = await desktop.readTables({ path })
      setBusy(false)
      if (read && 'tables' in rest) show(rest.file, rest.tables, rest.cut)
      else if ('reason' in rest) setProblem(refusalSentence(t, rest))
    },
    paste(event) {
      event.preventDefault()
      const html = event.clipboardData.getData('text/html')
      const table = html === '' ? undefined : readHtmlTable(new DOMParser().parseFromString(html, 'text/html'))
      const read = table ? undefined : readPastedText(event.clipboardData.getData('text/plain'))
      if (table) show('', [table], false)
      else if (read?.ok) show('', read.tables, read.cut)
      else if (read) setProblem(refusalSentence(t, read))
    },
    change: (index, change) =>
      setOpen(open && { ...open, tables: open.tables.map((one, at) => (at === index ? { ...one, ...change } : one)) }),
  }
}
