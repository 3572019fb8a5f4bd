import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentAt } from '../../shared/ledger/department.ts'
import { usualUnit } from '../../shared/ledger/usual-unit.ts'
import { Dialog, DialogButton } from '../dialogs/Dialog.tsx'
import { Field, TextInput } from '../dialogs/fields.tsx'
import { useController, useSession, useWindow } from '../app/window-context.ts'

/** A new row: an indicator of the catalogue brings its unit and department along. */
export function AddIndicator({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const catalogue = useWindow((state) => state.startUp.templates.indicators)
  const rows = useSession((session) => session.ledger.rows)
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [group, setGroup] = useState<string | null>(null)
  const [department, setDepartment] = useState<string | null>(null)
  const names = useId()
  const groups = useId()
  const indicator = name.trim()
  const known = catalogue.find((entry) => entry.name === indicator)
  const taken = rows.some((row) => row.indicator === indicator)
  const bad = indicator.includes('|')
  const level = useSession((session) => session.report.meta.level)
  const usual = known ? usualUnit(known, level) : ''
  const row = {
    indicator,
    unit: (unit ?? usual).trim(),
    group: (group ?? known?.group ?? rows.at(-1)?.group ?? '').trim(),
    department: (department ?? departmentAt(level, known?.department ?? '')).trim(),
  }
  const add = (): void => {
    if (indicator === '' || taken || bad) return
    controller.ledger.edit([{ edit: 'addRow', row }], indicator)
    onClose()
  }
  return (
    <Dialog
      title={t('ledger:add.title')}
      onClose={onClose}
      className="dialog-small"
      buttons={
        <>
          <DialogButton onClick={onClose}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={indicator === '' || taken || bad} onClick={add}>
            {t('ledger:add.done')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Field
          label={t('ledger:column.name')}
          hint={taken ? t('ledger:add.taken') : bad ? t('ledger:add.bad') : undefined}
        >
          {(id) => <TextInput id={id} value={name} list={names} first onChange={setName} />}
        </Field>
        <Field label={t('ledger:column.unit')}>
          {(id) => <TextInput id={id} value={row.unit} narrow onChange={setUnit} />}
        </Field>
        <Field label={t('ledger:column.group')}>
          {(id) => <TextInput id={id} value={row.group} list={groups} onChange={setGroup} />}
        </Field>
        <Field label={t('ledger:column.department')}>
          {(id) => <TextInput id={id} value={row.department} onChange={setDepartment} />}
        </Field>
        <datalist id={names}>
          {catalogue.map((entry) => (
            <option key={entry.name} value={entry.name} />
          ))}
        </datalist>
        <datalist id={groups}>
          {[...new Set(rows.map((one) => one.group))]
            .filter((one) => one !== '')
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
