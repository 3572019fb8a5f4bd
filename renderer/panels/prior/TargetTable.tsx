import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetAccount, Verdict } from '../../../shared/carry-over/accounts.ts'
import { shortFigure } from '../../../shared/carry-over/short-figure.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { placeName } from './place-name.ts'
import { useRoving } from './use-roving.ts'
import { VerdictShape } from './VerdictShape.tsx'

const verdicts: readonly Verdict[] = ['reached', 'undecidable', 'missed', 'unmentioned']

/** 去年目标 → 今年完成. */
export function TargetTable({ targets }: { targets: readonly TargetAccount[] }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const selected = useSession((session) => session.priorYears.selected)
  const year = useSession(({ priorYears: { result } }) => (result?.answer === 'prior' ? result.last.year : null))
  const context = year === null ? {} : { context: 'year', year, next: year + 1 }
  const { list, current, onFocus, onKeyDown } = useRoving<HTMLTableElement>(targets.length)
  const counts = verdicts
    .map((verdict) => ({ verdict, count: targets.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => t(`carry-over:targets.count.${verdict}`, { count }))
  return (
    <section className="prior-part" aria-labelledby="prior-targets">
      <div className="prior-part-head">
        <h3 id="prior-targets">{t('carry-over:targets.title', context)}</h3>
        <span className="prior-counts">{counts.join(t('carry-over:separator'))}</span>
      </div>
      {targets.length === 0 ? (
        <p className="prior-none">{t('carry-over:targets.none')}</p>
      ) : (
        <table className="target-table" aria-labelledby="prior-targets" ref={list} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              {(['indicator', 'target', 'result', 'verdict'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`carry-over:targets.${column}`, context)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((account, index) => {
              const isSelected = selected?.list === 'targets' && selected.row === account.indicator
              const pick = (): void => priorYears.select({ list: 'targets', row: account.indicator })
              return (
                <Fragment key={account.indicator}>
                  <tr className={isSelected ? 'prior-selected' : ''} onClick={pick}>
                    <th scope="row">
                      <button
                        type="button"
                        className="prior-pick"
                        data-row={index}
                        tabIndex={index === current ? 0 : -1}
                        aria-expanded={isSelected}
                        onFocus={() => onFocus(index)}
                        onClick={(event) => {
                          event.stopPropagation()
                          if (isSelected) priorYears.select(null)
                          else pick()
                        }}
                      >
                        {account.indicator}
                      </button>
                    </th>
                    <td>{shortFigure(account.target.printed)}</td>
                    <td className={account.result ? 'prior-result' : ''}>
                      {account.result ? shortFigure(account.result.printed) : t('carry-over:targets.noResult')}
                    </td>
                    <td className={`verdict verdict-${account.verdict}`}>
                      <span>
                        <VerdictShape shape={account.verdict} />
                        {t(`carry-over:targets.verdictOf.${account.verdict}`)}
                      </span>
                    </td>
                  </tr>
                  {isSelected && <TargetDetail account={account} />}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Below the selected row: why it is 待核, where the text tells of it, and last year's sentence. */
function TargetDetail({ account }: { account: TargetAccount }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const outline = useSession((session) => session.reading.outline)
  const plain = useSession((session) => session.priorYears.plain)
  const last = useSession((session) => session.priorYears.result?.last)
  const isElsewhere = useSession(({ priorYears }) => priorYears.result?.answer === 'prior')
  const { target, result, remark, mentioned } = account
  const sentence =
    last && target.sentence ? plainText(last.body).text.slice(target.sentence.start, target.sentence.end) : ''
  return (
    <tr className="target-detail">
      <td colSpan={4}>
        {remark !== '' && <p>{t(`carry-over:targets.remark.${remark}`)}</p>}
        {result?.span === null && !isElsewhere && <p>{t('carry-over:targets.fromLedger')}</p>}
        {sentence !== '' && <p className="prior-quote">{t('carry-over:targets.said', { sentence })}</p>}
        {sentence === '' && <p>{t('carry-over:targets.targetFromLedger')}</p>}
        <div className="prior-acts">
          {plain &&
            mentioned.map((span) => (
              <button key={span.start} type="button" className="link" onClick={() => priorYears.visit(span)}>
                {t('carry-over:targets.mentioned', { place: placeName(t, outline, plain, span.start) })}
              </button>
            ))}
          {target.sentence && (
            <button type="button" className="link" onClick={() => priorYears.showOriginal(target.sentence)}>
              {t('carry-over:panel.showInOriginal')}
            </button>
          )}
        </div>
      </td>
    </tr>
  )
}
