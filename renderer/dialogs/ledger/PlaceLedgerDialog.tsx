import { useEffect, useId, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newReport } from '../../../shared/templates/new-report.ts'
import { levelOfPlace, usualOffice } from '../../../shared/templates/offices.ts'
import type { ReportMeta } from '../../../shared/report/schema.ts'
import { firstMeta } from '../../app/first-meta.ts'
import { useController, useWindow } from '../../app/window-context.ts'
import { isSound } from '../CheckedInput.tsx'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { Field, Segments, TextInput, YearInput } from '../fields.tsx'
import { levels } from '../MetaFields.tsx'

interface PlaceLedgerProps {
  then: 'ledger' | 'importReports' | 'importTable'
}

/** Whose ledger, asked while no report is open. The places that the workspace knows are offered. */
export function PlaceLedgerDialog({ then }: PlaceLedgerProps): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const templates = useWindow((state) => state.startUp.templates)
  const [meta, setMeta] = useState(firstMeta)
  const [known, setKnown] = useState<readonly string[]>([])
  const list = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    let left = false
    controller.desktop.ledgerPlaces(undefined).then(
      (places) => left || setKnown(places),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [controller])
  const close = (): void => controller.showDialog(null)
  const structure = templates.structures.find(({ kind, levels: of }) => kind === 'annual' && of.includes(meta.level))
  const ready = meta.place !== '' && structure !== undefined
  const open = async (): Promise<void> => {
    if (!ready || !isSound(form.current)) return
    await controller.opening.startForLedger(
      newReport({ id: crypto.randomUUID(), kind: meta.kind, structure, meta, templates }),
    )
    goOn()
  }
  const openReport = async (): Promise<void> => {
    await controller.opening.open(null)
    // What the opening itself has to tell goes first.
    const { session, dialog } = controller.store.get()
    if (session && dialog === null) goOn()
  }
  const goOn = (): void => {
    controller.showView('ledger')
    if (then !== 'ledger' && !controller.store.get().session?.readOnly)
      controller.showDialog(then === 'importTable' ? { kind: then, paste: false } : { kind: then })
  }
  return (
    <Dialog
      title={t('ledger:place.title')}
      onClose={close}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton onClick={() => void openReport()}>{t('ledger:place.openReport')}</DialogButton>
          <DialogButton primary disabled={!ready} onClick={() => void open()}>
            {t(`ledger:place.then.${then}`)}
          </DialogButton>
        </>
      }
    >
      <form
        ref={form}
        noValidate
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <p>{t('ledger:place.lead')}</p>
        <div className="form-pair">
          <Field
            label={t('meta.place')}
            hint={known.length > 0 ? t('ledger:place.known', { count: known.length }) : undefined}
          >
            {(id) => (
              <TextInput
                id={id}
                value={meta.place}
                list={list}
                placeholder={t(`meta.placeExample.${meta.level}`)}
                first
                onChange={(place) => setMeta(withPlace(meta, place))}
              />
            )}
          </Field>
          <Field
            label={t('meta.year')}
            hint={meta.year === null ? undefined : t('meta.yearHint', { last: meta.year - 1, year: meta.year })}
          >
            {(id) => <YearInput id={id} value={meta.year} onChange={(year) => setMeta({ ...meta, year })} />}
          </Field>
        </div>
        <Segments
          label={t('meta.level')}
          options={levels.map((level) => ({ value: level, name: t(`level.${level}`) }))}
          value={meta.level}
          onChange={(level) => setMeta(withLevel(meta, level))}
        />
        <p className="hint">{t('ledger:place.kept')}</p>
        <datalist id={list}>
          {known.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}

/** 某某县: the name tells the level. */
function withPlace(meta: ReportMeta, words: string): ReportMeta {
  const place = words.trim()
  return withLevel({ ...meta, place }, levelOfPlace(place) ?? meta.level)
}

function withLevel(meta: ReportMeta, level: ReportMeta['level']): ReportMeta {
  return { ...meta, level, speaker: { ...meta.speaker, office: usualOffice(level) } }
}
