import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { PrintPreview } from '../print/PrintPreview.tsx'
import { readThreads } from '../../shared/comments/threads.ts'
import type { Report } from '../../shared/report/schema.ts'
import { commentedCopy } from '../app/check-sheet.ts'
import { cardsOf } from '../app/review-cards.ts'
import { currentReport } from '../app/session.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { ConflictHint } from '../panels/ConflictHint.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { ExportNotices } from './ExportNotices.tsx'
import { chosenPreset, useExport, usualFirst } from './use-export.ts'

/** 导出: layout at the left, white preview, what is still to be seen to at the right. */
export function ExportDialog(): ReactElement | null {
  const { t } = useTranslation()
  const controller = useController()
  const templates = useWindow((state) => state.startUp.templates)
  const presets = usualFirst(templates.presets)
  const stored = useWindow((state) => state.settings.preset)
  const session = useWindow((state) => state.session)
  const installedFonts = useWindow((state) => state.installedFonts)
  const [withComments, setWithComments] = useState(false)
  const [withReview, setWithReview] = useState(false)
  const [noResult, setNoResult] = useState(false)
  const { job, run } = useExport()
  const preset = chosenPreset(presets, stored)
  if (!session || !preset) return null
  const report = currentReport(session)
  const close = (): void => controller.showDialog(null)
  const pending = pendingCounts(report)
  const request = { preset: preset.id, comments: null, review: false }

  const start = async (what: 'docx' | 'pdf' | 'print'): Promise<void> => {
    if (what === 'print')
      return run(what, () => controller.desktop.print({ report, preset: preset.id, review: withReview }))
    if (what === 'pdf' || !withComments)
      return run(what, () => controller.desktop.exportReport({ ...request, report, format: what, review: withReview }))
    await controller.checking.check()
    const state = controller.store.get()
    const copy = state.session?.checking.failed ? undefined : commentedCopy(state, t)
    setNoResult(copy === undefined)
    if (copy) await run(what, () => controller.desktop.exportReport({ ...request, ...copy, format: what }))
  }

  return (
    <Dialog
      title={t('export.title')}
      className="dialog-export"
      onClose={close}
      hint={job ? t(`export.running.${job}`) : noResult ? t('findings.failed') : withComments ? '' : t('export.hint')}
      buttons={
        <>
          <DialogButton disabled={job !== null} onClick={() => void start('print')}>
            {t('export.print')}
          </DialogButton>
          <DialogButton disabled={job !== null} onClick={() => void start('pdf')}>
            {t('export.pdf')}
          </DialogButton>
          <DialogButton primary first disabled={job !== null} onClick={() => void start('docx')}>
            {t('export.docx')}
          </DialogButton>
        </>
      }
    >
      <div className="export">
        <div className="export-choices">
          <ConflictHint />
          <PresetList
            presets={presets}
            chosen={preset.id}
            onChoose={(id) => controller.changeSettings({ preset: id })}
          />
          {pending.revisions + pending.comments > 0 && (
            <RedlineChoice pending={pending} chosen={withReview} disabled={withComments} onChange={setWithReview} />
          )}
          <CheckedCopies withComments={withComments} onChange={setWithComments} />
        </div>
        <div className="export-preview">
          <PrintPreview report={report} preset={preset} installedFonts={installedFonts} review={withReview} />
        </div>
        <ExportNotices />
      </div>
    </Dialog>
  )
}

function pendingCounts({ body, review }: Report): RedlineChoiceProps['pending'] {
  const revisions = cardsOf(body).length
  return { revisions, comments: readThreads(review?.comments ?? [], []).length }
}

interface RedlineChoiceProps {
  pending: { revisions: number; comments: number }
  chosen: boolean
  /** The findings are the comments of the file: it has no room for others. */
  disabled: boolean
  onChange: (chosen: boolean) => void
}

/** 花脸稿: a file with its revisions visible is handed out only by who has asked for it. */
function RedlineChoice({ pending, chosen, disabled, onChange }: RedlineChoiceProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset className="checked-copies choices">
      <legend>{t('export.redline')}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={chosen && !disabled}
          disabled={disabled}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{t('export.withReview')}</span>
      </label>
      <small id={id}>{t('export.withReviewHint', pending)}</small>
    </fieldset>
  )
}

interface CheckedCopiesProps {
  withComments: boolean
  onChange: (withComments: boolean) => void
}

/** For colleagues who check along: the report with its findings beside the text, and the findings alone. */
function CheckedCopies({ withComments, onChange }: CheckedCopiesProps): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const id = useId()
  return (
    <fieldset className="checked-copies choices">
      <legend>{t('export.checked')}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={withComments}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{t('export.withComments')}</span>
      </label>
      <small id={id}>{t('export.withCommentsHint')}</small>
      <button type="button" className="link" onClick={() => showDialog({ kind: 'checkSheet' })}>
        {t('command.exportCheckSheet')}
      </button>
    </fieldset>
  )
}

interface PresetListProps {
  presets: readonly PagePreset[]
  chosen: string
  onChoose: (id: string) => void
}

function PresetList({ presets, chosen, onChoose }: PresetListProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="presets choices">
      <legend>{t('export.presets')}</legend>
      {presets.map((preset) => (
        <label key={preset.id} className="preset">
          <input type="radio" name="preset" checked={preset.id === chosen} onChange={() => onChoose(preset.id)} />
          <span className="thumbnail" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
            <i />
          </span>
          <span>
            <b>{t(`export.preset.${preset.id}.name`, { defaultValue: preset.name })}</b>
            <small>{t(`export.preset.${preset.id}.description`, { defaultValue: preset.description })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
