import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession, useWindow } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, YearInput } from '../fields.tsx'

/** 插入趋势图: the results of one indicator over the years, behind the line of the caret. */
export function TrendChartDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets, showDialog } = useController()
  const rows = useSession((session) => session.ledger.rows)
  const chosen = useWindow((state) => state.ledgerCell?.indicator)
  const drawable = rows.filter(({ figures }) => figures.filter(isResult).length > 1)
  const [indicator, setIndicator] = useState(
    drawable.find((row) => row.indicator === chosen)?.indicator ?? drawable[0]?.indicator ?? '',
  )
  const row = drawable.find((one) => one.indicator === indicator)
  const years = row?.figures.filter(isResult).map(({ year }) => year) ?? []
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const span = { from: from ?? Math.min(...years), to: to ?? Math.max(...years) }
  const enough = years.filter((year) => year >= span.from && year <= span.to).length > 1
  const [failed, setFailed] = useState(false)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('annex.chartTitle')}
      className="dialog-small"
      onClose={close}
      hint={drawable.length === 0 || !enough || failed ? t('annex.tooFew') : ''}
      buttons={
        <>
          <DialogButton onClick={close}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton
            primary
            first
            disabled={!row || !enough}
            onClick={() => setFailed(!ledgerSheets.insertTrend(indicator, span))}
          >
            {t('annex.insertChart')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <Field label={t('annex.indicator')}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={indicator}
              onChange={(event) => {
                setIndicator(event.target.value)
                setFrom(null)
                setTo(null)
              }}
            >
              {drawable.map((one) => (
                <option key={one.indicator} value={one.indicator}>
                  {one.indicator}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="form-pair">
          <Field label={t('annex.from')}>
            {(id) => (
              <YearInput key={indicator} id={id} value={years.length > 0 ? span.from : null} onChange={setFrom} />
            )}
          </Field>
          <Field label={t('annex.to')}>
            {(id) => <YearInput key={indicator} id={id} value={years.length > 0 ? span.to : null} onChange={setTo} />}
          </Field>
        </div>
      </div>
    </Dialog>
  )
}

const isResult = ({ period, kind, value }: { period: string; kind: string; value: string | null }): boolean =>
  period === 'year' && kind === 'result' && value !== null
