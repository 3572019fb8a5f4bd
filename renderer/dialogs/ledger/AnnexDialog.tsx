import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { annexIndicators } from '../../../shared/ledger/annex/annex-tables.ts'
import type { AnnexTable } from '../../../shared/report/schema.ts'
import { reportYear } from '../../app/report-year.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, YearInput } from '../fields.tsx'

/** 附件表: results of last year or targets of this one, made from the ledger and bound to it. */
export function AnnexDialog({ table }: { table: AnnexTable['kind'] }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets, showDialog } = useController()
  const rows = useSession((session) => session.ledger.rows)
  const reported = useSession(reportYear)
  const [year, setYear] = useState<number | null>(table === 'results' ? reported - 1 : reported)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const offered = year === null ? [] : annexIndicators(table, year, rows)
  const indicators = offered.filter((name) => !left.has(name))
  const close = (): void => showDialog(null)
  const insert = (): void => {
    if (year !== null) ledgerSheets.insertAnnex({ kind: table, year, indicators })
  }
  return (
    <Dialog
      title={t(`annex.${table}`)}
      className="dialog-small"
      onClose={close}
      hint=""
      buttons={
        <>
          <DialogButton onClick={close}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton primary first disabled={indicators.length === 0} onClick={insert}>
            {t('annex.insert')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <Field label={t('annex.year')}>{(id) => <YearInput id={id} value={year} onChange={setYear} />}</Field>
        {offered.length === 0 ? (
          <p className="hint">{t('annex.empty')}</p>
        ) : (
          <fieldset className="choices departments">
            <legend>{t('annex.which')}</legend>
            {offered.map((name) => (
              <label key={name} className="choice">
                <input
                  type="checkbox"
                  checked={!left.has(name)}
                  onChange={() => {
                    const next = new Set(left)
                    if (!next.delete(name)) next.add(name)
                    setLeft(next)
                  }}
                />
                <span lang="zh-CN">{name}</span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}
