import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportResult } from '../../shared/desktop/results.ts'
import { defaultSettings } from '../../shared/desktop/settings.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { PrintPreview } from '../print/PrintPreview.tsx'
import { currentReport } from '../app/session.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'
import { ExportNotices } from './ExportNotices.tsx'

type Job = 'docx' | 'pdf' | 'print'

/** 导出: layout at the left, white preview, what is still to be seen to at the right. */
export function ExportDialog(): ReactElement | null {
  const { t } = useTranslation()
  const controller = useController()
  const templates = useWindow((state) => state.startUp.templates)
  const presets = usualFirst(templates.presets)
  const stored = useWindow((state) => state.settings.preset)
  const session = useWindow((state) => state.session)
  const installedFonts = useWindow((state) => state.installedFonts)
  const [job, setJob] = useState<Job | null>(null)
  const preset = presets.find(({ id }) => id === stored) ?? presets[0]
  if (!session || !preset) return null
  const report = currentReport(session)
  const close = (): void => controller.showDialog(null)

  const start = async (what: Job): Promise<void> => {
    setJob(what)
    const result: ExportResult =
      what === 'print'
        ? await controller.desktop.print({ report, preset: preset.id })
        : await controller.desktop.exportReport({ report, preset: preset.id, format: what })
    setJob(null)
    if (!result.exported) {
      const { exported: _, ...refusal } = result
      if (refusal.reason === 'cancelled') return
      controller.showDialog({
        kind: 'refused',
        what: what === 'print' ? 'print' : 'export',
        name: session.name,
        refusal,
      })
    } else if (what === 'print') close()
    else controller.showDialog({ kind: 'exported', path: result.path, notices: result.notices })
  }

  return (
    <Dialog
      title={t('export.title')}
      className="dialog-export"
      onClose={close}
      hint={job ? t(`export.running.${job}`) : t('export.hint')}
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
        <PresetList presets={presets} chosen={preset.id} onChoose={(id) => controller.changeSettings({ preset: id })} />
        <div className="export-preview">
          <PrintPreview report={report} preset={preset} installedFonts={installedFonts} />
        </div>
        <ExportNotices />
      </div>
    </Dialog>
  )
}

/** The layout of the standard stands before those of the house. */
function usualFirst(presets: readonly PagePreset[]): PagePreset[] {
  const rank = ({ id }: PagePreset): number => (id === defaultSettings.preset ? 0 : 1)
  return [...presets].sort((a, b) => rank(a) - rank(b))
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
