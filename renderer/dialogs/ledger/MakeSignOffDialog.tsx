import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { figureName } from '../../../shared/ledger/sign-off/text-figures.ts'
import type { ReadFigures } from '../../app/ledger-sheets.ts'
import { useController } from '../../app/window-context.ts'
import { ConflictHint } from '../../panels/ConflictHint.tsx'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Segments } from '../fields.tsx'
import { shortList } from './ChangedFigures.tsx'
import { useReadFigures } from './use-read-figures.ts'

/** 生成核数表: which departments get which figures of the report to confirm. */
export function MakeSignOffDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  const { read, failed } = useReadFigures()
  const close = (): void => showDialog(null)
  if (read && read.sheets.length > 0) return <ChooseDepartments read={read} onClose={close} />
  return (
    <Dialog
      title={t('signOff.title')}
      className="dialog-small"
      onClose={close}
      buttons={
        <DialogButton first onClick={close}>
          {t('gate.close')}
        </DialogButton>
      }
    >
      <p className="dialog-body" role="status">
        {t(failed ? 'signOff.failed' : read ? 'signOff.none' : 'signOff.reading')}
      </p>
    </Dialog>
  )
}

function ChooseDepartments({ read, onClose }: { read: ReadFigures; onClose: () => void }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { ledgerSheets } = useController()
  const names = read.sheets.map(({ department }) => department)
  const [departments, setDepartments] = useState<ReadonlySet<string>>(new Set(names))
  const [format, setFormat] = useState<'xlsx' | 'docx'>('xlsx')
  const [each, setEach] = useState<'each' | 'one'>('each')
  const [busy, setBusy] = useState(false)
  const nobody = read.sheets.find(({ department }) => department === '')
  const files = each === 'each' ? departments.size : Math.min(1, departments.size)
  const choose = (which: readonly string[], yes: boolean): void => {
    const next = new Set(departments)
    for (const one of which) {
      if (yes) next.add(one)
      else next.delete(one)
    }
    setDepartments(next)
  }
  const make = async (): Promise<void> => {
    setBusy(true)
    await ledgerSheets.makeSignOff(read, { departments, format, each: each === 'each' })
    setBusy(false)
  }
  return (
    <Dialog
      title={t('signOff.title')}
      onClose={onClose}
      hint={busy ? t('signOff.working') : ''}
      buttons={
        <>
          <DialogButton onClick={onClose}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton primary first disabled={busy || files === 0} onClick={() => void make()}>
            {t('signOff.make', { count: files })}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <p>{t('signOff.lead')}</p>
        <ConflictHint />
        <fieldset className="choices departments">
          <legend>{t('signOff.departments', { chosen: departments.size, count: names.length })}</legend>
          {names.length > 1 && (
            <label className="choice">
              <input
                type="checkbox"
                checked={departments.size === names.length}
                onChange={(event) => choose(names, event.target.checked)}
              />
              <span>{t('signOff.all')}</span>
            </label>
          )}
          <div className="department-list">
            {read.sheets.map(({ department, rows }) => (
              <label key={department} className="choice">
                <input
                  type="checkbox"
                  checked={departments.has(department)}
                  onChange={(event) => choose([department], event.target.checked)}
                />
                <span className="grow">{department === '' ? t('signOff.nobody') : department}</span>
                <span className="meta">{t('signOff.count', { count: rows.length })}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {nobody && (
          <p className="hint">
            {t('signOff.nobodyHint', {
              names: shortList([...new Set(nobody.rows.map(({ figures: [figure] }) => figureName(figure)))], t),
            })}
          </p>
        )}
        <div className="form-pair">
          <Segments
            label={t('signOff.format')}
            value={format}
            onChange={setFormat}
            options={[
              { value: 'xlsx', name: t('signOff.xlsx') },
              { value: 'docx', name: t('signOff.docx') },
            ]}
          />
          <Segments
            label={t('signOff.files')}
            value={each}
            onChange={setEach}
            options={[
              { value: 'each', name: t('signOff.each') },
              { value: 'one', name: t('signOff.one') },
            ]}
          />
        </div>
      </div>
    </Dialog>
  )
}
