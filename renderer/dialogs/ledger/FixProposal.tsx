import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../../shared/ledger/cell-text.ts'
import type { Proposal } from '../../../shared/ledger/proposal.ts'
import { years } from '../fields.tsx'
import { readCount } from '../read-count.ts'
import type { Fix } from './import-model.ts'

interface FixProposalProps {
  proposal: Proposal
  /** List of the names of the catalogue. */
  names: string
  onFix: (fix: Fix) => boolean
  onCancel: () => void
}

/** Name, year and figure, put right in the place of the line. */
export function FixProposal({ proposal, names, onFix, onCancel }: FixProposalProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { cell, content } = proposal
  const [indicator, setIndicator] = useState(cell.indicator)
  const [year, setYear] = useState(String(cell.year))
  const [words, setWords] = useState(cellText(content, content.unit))
  const [bad, setBad] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.select(), [])

  const submit = (): void => {
    const said = readCount(year, years.least, years.most)
    setBad(said === null || !onFix({ indicator, year: said, words }))
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') submit()
    else onCancel()
  }
  return (
    <div className="import-fix" role="group" aria-label={t('reports.fix')} onKeyDown={hear}>
      <input
        className="input"
        aria-label={t('reports.name')}
        list={names}
        maxLength={60}
        value={indicator}
        onChange={(event) => setIndicator(event.target.value)}
      />
      <input
        className="input input-narrow"
        aria-label={t('reports.yearOf')}
        inputMode="numeric"
        value={year}
        onChange={(event) => setYear(event.target.value)}
      />
      <input
        ref={first}
        className="input"
        aria-label={t('reports.figure', { unit: content.unit })}
        aria-invalid={bad}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="button" className="button primary" onClick={submit}>
        {t('reports.fixDone')}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {t('window:dialog.cancel')}
      </button>
      {bad && (
        <span className="field-problem" role="alert">
          {t('reports.badFix', { unit: content.unit })}
        </span>
      )}
    </div>
  )
}
