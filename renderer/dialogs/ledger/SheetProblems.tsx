import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetProblem } from '../../../shared/ledger/sheet/sheet-changes.ts'
import { LongList } from './LongList.tsx'

interface SheetProblemsProps {
  problems: readonly SheetProblem[]
  /** How many tables were read: with one its number says nothing. */
  tables: number
}

/** Cells and rows that cannot be read, where they stand and why. */
export function SheetProblems({ problems, tables }: SheetProblemsProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  if (problems.length === 0) return <p className="empty import-empty">{t('table.noProblems')}</p>
  const place = ({ table, row, column }: SheetProblem): string => {
    const at =
      column === null
        ? t('table.problemRow', { row: row + 1 })
        : t('table.problemAt', { row: row + 1, column: column + 1 })
    return tables > 1 ? `${t('table.sheetNumber', { number: table + 1 })} ${at}` : at
  }
  return (
    <LongList label={t('table.problemList')} lines={problems} heightOf={() => 44} keyOf={(one) => JSON.stringify(one)}>
      {(problem) => (
        <div className="import-change">
          <span className="import-name">{place(problem)}</span>
          <span className="before-after" lang="zh-CN">
            {problem.words}
          </span>
          <span className="meta">{t(`ledger-sheets:problem.${problem.reason}`)}</span>
        </div>
      )}
    </LongList>
  )
}
