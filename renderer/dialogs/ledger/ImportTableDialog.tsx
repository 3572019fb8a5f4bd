import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  readSheetChanges,
  sheetEdits,
  type SheetChange,
  type SheetImport,
} from '../../../shared/ledger/sheet/sheet-changes.ts'
import { settledChanges, type SettledChange } from '../../../shared/ledger/sheet/settled-changes.ts'
import { useController, useSession, useWindow } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Segments } from '../fields.tsx'
import { ChangedFigures } from './ChangedFigures.tsx'
import { ColumnMeanings } from './ColumnMeanings.tsx'
import { SheetProblems } from './SheetProblems.tsx'
import { namesOf } from './table-model.ts'
import { useOpenTables, type TableReading } from './use-open-tables.ts'

type Tab = 'columns' | 'changes' | 'problems'

/** 导入表格: what each column means, what changes, and what cannot be read, before anything does. */
export function ImportTableDialog({ paste }: { paste: boolean }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { importing, announcer, showDialog, store } = useController()
  const reading = useOpenTables()
  const [tab, setTab] = useState<Tab>('columns')
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const { open } = reading
  const found = useChanges(reading)
  const changes = found.changes.filter((change) => !dropped.has(keyOf(change)))
  const count = changes.length + found.rowEdits.length
  const close = (): void => showDialog(null)
  const apply = (): void => {
    if (importing.take(sheetEdits(found, changes), t('table.step')) && !store.get().dialog)
      announcer.tell(t('table.done', { count }))
  }
  const title = t(paste ? 'table.pasteTitle' : 'table.title')
  if (!open) return <ChooseTable title={title} paste={paste} reading={reading} />
  const tabs: { value: Tab; name: string }[] = [
    { value: 'columns', name: t('table.showing.columns') },
    { value: 'changes', name: t('table.showing.changes', { count }) },
    { value: 'problems', name: t('table.showing.problems', { count: found.problems.length }) },
  ]
  return (
    <Dialog
      title={open.file === '' ? title : `${title} ${open.file}`}
      className="dialog-import"
      onClose={close}
      hint={count === 0 ? t('table.nothing') : open.cut ? t('table.cut') : ''}
      buttons={
        <>
          <DialogButton onClick={close}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={count === 0} onClick={apply}>
            {t('table.apply', { count })}
          </DialogButton>
        </>
      }
    >
      <div className="import-tabs">
        <Segments label={t('reports.show')} options={tabs} value={tab} onChange={setTab} />
      </div>
      {tab === 'columns' && <ColumnMeanings reading={reading} />}
      {tab === 'changes' && (
        <ChangedFigures
          changes={changes.map((change) => ({ ...change, cell: change.place }))}
          onDrop={(change) => setDropped(new Set(dropped).add(keyOf(change)))}
          rows={found.rowEdits.flatMap((edit) =>
            edit.edit === 'addRow' ? edit.row.indicator : edit.edit === 'changeRow' ? edit.indicator : [],
          )}
        />
      )}
      {tab === 'problems' && <SheetProblems problems={found.problems} tables={open.tables.length} />}
    </Dialog>
  )
}

function keyOf({ place: { indicator, year, period, kind } }: Pick<SheetChange, 'place'>): string {
  return [indicator, year, period, kind].join('|')
}

/** What the tables say, held against the ledger. */
function useChanges({ open }: TableReading): SheetImport & { changes: SettledChange[] } {
  const ledger = useSession((session) => session.ledger)
  const indicators = useWindow((state) => state.startUp.templates.indicators)
  const nameOf = useMemo(() => namesOf(indicators), [indicators])
  return useMemo(() => {
    const read = open?.tables.filter((table) => table.read) ?? []
    const found = readSheetChanges(read, ledger, { file: open?.file ?? '', nameOf })
    return { ...found, changes: settledChanges(found, ledger, indicators) }
  }, [open, ledger, nameOf, indicators])
}

function ChooseTable({
  title,
  paste,
  reading,
}: {
  title: string
  paste: boolean
  reading: TableReading
}): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { showDialog, showView } = useController()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (paste) field.current?.focus()
  }, [paste])
  return (
    <Dialog
      title={title}
      onClose={() => showDialog(null)}
      hint=""
      buttons={
        <>
          {paste && (
            <DialogButton
              onClick={() => {
                showDialog(null)
                showView('ledger')
              }}
            >
              {t('table.toGrid')}
            </DialogButton>
          )}
          <DialogButton primary={!paste} first={!paste} disabled={reading.busy} onClick={() => void reading.choose()}>
            {t('table.choose')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form">
        <p>{t('table.lead')}</p>
        <textarea
          ref={field}
          className="input text-area paste-field"
          aria-label={t('table.pasteHere')}
          placeholder={t('table.pasteHere')}
          rows={4}
          value=""
          onChange={() => undefined}
          onPaste={reading.paste}
        />
        {paste && <p className="hint">{t('table.pasteGrid')}</p>}
        {reading.problem !== '' && (
          <p className="field-problem" role="alert">
            {reading.problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
