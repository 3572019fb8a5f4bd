import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureSource as Source, LedgerFigure } from '../../shared/ledger/ledger.ts'
import { ChangedText } from './ChangedText.tsx'

interface FigureSourceProps {
  figure: LedgerFigure
  onChange: (source: Source) => void
  readOnly: boolean
}

/** The sentence a figure was read from, or who reported it. */
export function FigureSource({ figure, onChange, readOnly }: FigureSourceProps): ReactElement {
  const { t } = useTranslation()
  const { source, value, unit, changedBy, changedAt } = figure
  return (
    <section className="drawer-part">
      <h4>{t('ledger:source.title')}</h4>
      {source.sentence !== '' && (
        <blockquote className="drawer-quote">
          <Marked sentence={source.sentence} words={value === null ? '' : value} unit={unit} />
          {source.file !== '' && <footer>{source.file}</footer>}
        </blockquote>
      )}
      {source.sentence === '' && source.file !== '' && <p className="drawer-quote">{source.file}</p>}
      {(['department', 'person'] as const).map((key) => (
        <label key={key} className="drawer-line">
          <span>{t(`ledger:source.${key}`)}</span>
          <ChangedText
            value={source[key]}
            readOnly={readOnly}
            onChange={(text) => onChange({ ...source, [key]: text })}
          />
        </label>
      ))}
      <p className="drawer-small">
        {t('ledger:source.changed', {
          by: changedBy === '' ? t('ledger:source.nobody') : changedBy,
          at: changedAt.replace('T', ' ').slice(0, 16),
        })}
      </p>
    </section>
  )
}

/** The sentence with its figure lit. */
function Marked({ sentence, words, unit }: { sentence: string; words: string; unit: string }): ReactElement {
  const at = words === '' ? -1 : sentence.indexOf(words)
  if (at < 0) return <>{sentence}</>
  const end = at + words.length + (sentence.startsWith(unit, at + words.length) ? unit.length : 0)
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{sentence.slice(at, end)}</mark>
      {sentence.slice(end)}
    </>
  )
}
