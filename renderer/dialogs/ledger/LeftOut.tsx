import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastFiles } from '../../app/ledger-import.ts'
import { refusalSentence } from '../../app/refusals.ts'
import type { ReportChain } from '../../../shared/ledger/import-reports.ts'
import { years } from '../fields.tsx'
import { readCount } from '../read-count.ts'

interface LeftOutProps {
  files: PastFiles
  chain: ReportChain
  onYear: (file: string, year: number) => Promise<void>
}

/** Files that nothing was taken from, each with its reason. */
export function LeftOut({ files, chain, onYear }: LeftOutProps): ReactElement {
  const { t } = useTranslation()
  const { unread, left } = files
  if (unread.length + chain.refused.length + left === 0)
    return <p className="empty import-empty">{t('ledger-import:reports.allRead')}</p>
  return (
    <ul className="left-out" tabIndex={0} aria-label={t('ledger-import:reports.leftOut')}>
      {chain.refused.map(({ file, reason, named }) => (
        <li key={file}>
          <b>{file}</b>
          <span>{t(`ledger-import:reports.refused.${reason}`, { named, place: chain.place ?? '' })}</span>
          {reason === 'noYear' && <YearOf file={file} onYear={(year) => void onYear(file, year)} />}
        </li>
      ))}
      {unread.map(({ file, refusal }) => (
        <li key={file}>
          <b>{file}</b>
          <span>{refusalSentence(t, refusal)}</span>
        </li>
      ))}
      {left > 0 && <li>{t('ledger-import:reports.tooMany', { count: left })}</li>}
    </ul>
  )
}

function YearOf({ file, onYear }: { file: string; onYear: (year: number) => void }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const [words, setWords] = useState('')
  const year = readCount(words, years.least, years.most)
  return (
    <form
      className="form-line"
      onSubmit={(event) => {
        event.preventDefault()
        if (year !== null) onYear(year)
      }}
    >
      <input
        className="input input-narrow"
        inputMode="numeric"
        aria-label={t('reports.whichYear', { file })}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" className="button" disabled={year === null}>
        {t('reports.readAsYear')}
      </button>
    </form>
  )
}
