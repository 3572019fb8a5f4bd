import { FileText } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import { countWords } from '../../shared/report/count.ts'
import { refusalSentence } from '../app/refusals.ts'
import { useController } from '../app/window-context.ts'

interface PriorStepProps {
  prior: PriorReport | null
  onChange: (prior: PriorReport | null) => void
}

/** Last year's report: read for comparison, never changed. */
export function PriorStep({ prior, onChange }: PriorStepProps): ReactElement {
  const { t, i18n } = useTranslation()
  const { desktop } = useController()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (): Promise<void> => {
    const result = await desktop.openPrior(undefined)
    if (result.opened) onChange({ name: result.name, text: result.text })
    setRefusal(result.opened || result.reason === 'cancelled' ? null : result)
  }
  return (
    <>
      {prior && (
        <p className="file-line">
          <FileText className="icon" aria-hidden="true" />
          <span className="grow">
            <b>{prior.name}</b>
            <small>{t('status.words', { words: countWords(prior.text).toLocaleString(i18n.language) })}</small>
          </span>
          <button type="button" className="link" onClick={() => onChange(null)}>
            {t('wizard.removePrior')}
          </button>
        </p>
      )}
      {refusal && (
        <p className="field-problem" role="alert">
          {refusalSentence(t, refusal)}
        </p>
      )}
      <div>
        <button type="button" className="button" onClick={() => void choose()}>
          {t(prior ? 'wizard.otherPrior' : 'wizard.choosePrior')}
        </button>
      </div>
    </>
  )
}
