import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { figureName } from '../../../shared/ledger/sign-off/text-figures.ts'
import type { SignOffRow } from '../../../shared/ledger/sign-off/sign-off.ts'
import { LongList } from './LongList.tsx'

interface SignOffRowsProps {
  label: string
  rows: readonly { row: SignOffRow; note: string }[]
}

/** Rows of a sign-off sheet with their sentences. */
export function SignOffRows({ label, rows }: SignOffRowsProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  if (rows.length === 0) return <p className="empty import-empty">{t('returned.nothing')}</p>
  return (
    <LongList label={label} lines={rows} heightOf={() => 60} keyOf={({ row }) => row.key}>
      {({ row: { figures, department }, note }) => (
        <div className="import-change">
          <span className="import-name">
            <b>{figureName(figures[0])}</b>
            <small>{department === '' ? t('signOff.nobody') : department}</small>
          </span>
          <span className="import-sentence" lang="zh-CN">
            <b>{figures[0].printed}</b> {figures[0].sentence}
          </span>
          <span className="meta">{note === '' ? '' : t('returned.note', { note })}</span>
        </div>
      )}
    </LongList>
  )
}
