import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { figureName } from '../../../shared/ledger/sign-off/text-figures.ts'
import type { PlannedChange } from '../../../shared/ledger/plan-changes.ts'
import type { SignOffCorrection } from '../../../shared/ledger/sign-off/read-sign-off.ts'

interface CorrectionsProps {
  corrections: readonly SignOffCorrection[]
  /** Keys of those that are not accepted. */
  refused: ReadonlySet<string>
  /** Other places that follow the ledger. */
  following: readonly PlannedChange[]
  onRefused: (refused: ReadonlySet<string>) => void
}

/** What departments corrected: the text as it is and as it would read, each to be accepted. */
export function Corrections({ corrections, refused, following, onRefused }: CorrectionsProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const toggle = (key: string): void => {
    const next = new Set(refused)
    if (!next.delete(key)) next.add(key)
    onRefused(next)
  }
  return (
    <ul className="left-out corrections" aria-label={t('returned.correctionList')}>
      {corrections.map(({ row, before, after, value, note }) => {
        const { figures, department, key } = row
        const [figure] = figures
        return (
          <li key={key}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!refused.has(key)}
                aria-label={t('returned.accept', { indicator: figureName(figure) })}
                onChange={() => toggle(key)}
              />
              <span>
                <b>{figureName(figure)}</b>{' '}
                <span className="before-after">
                  <del>{before}</del>
                  <span aria-label={t('changes.becomes')}> → </span>
                  <ins>{after ?? value + figure.unit}</ins>
                </span>
                <small lang="zh-CN">{figure.sentence}</small>
                <small>
                  {[
                    department,
                    t('returned.places', { count: figures.length }),
                    ...(after === null ? [t('returned.byHand', { value: value + figure.unit })] : []),
                    ...(note === '' ? [] : [t('returned.note', { note })]),
                  ]
                    .filter((words) => words !== '')
                    .join(' · ')}
                </small>
              </span>
            </label>
          </li>
        )
      })}
      {corrections.length === 0 && <li>{t('returned.nothing')}</li>}
      {following.length > 0 && (
        <li>
          <b>{t('returned.following')}</b>
          {following.map(({ link, old, new: next, before, ledger }) => (
            <span key={`${link.start} ${link.key}`} className="before-after" lang="zh-CN">
              {before.slice(-24)}
              <del>{old}</del>
              <ins>{next ?? t('returned.byHand', { value: ledger ?? '' })}</ins>
            </span>
          ))}
        </li>
      )}
    </ul>
  )
}
