import { useEffect, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { sheetPreset } from '../../shared/checks/sheet/printed-sheet.ts'
import { readCheckSheet, type WindowCheckSheet } from '../app/check-sheet.ts'
import { localTime } from '../app/local-time.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { PrintPreview } from '../print/PrintPreview.tsx'
import { ConflictHint } from '../panels/ConflictHint.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { chosenPreset, useExport } from './use-export.ts'

/** 导出核对表: what will be in it at the left, the sheet itself at the right. */
export function CheckSheetDialog(): ReactElement | null {
  const { t } = useTranslation()
  const { desktop, showDialog } = useController()
  const presets = useWindow((state) => state.startUp.templates.presets)
  const stored = useWindow((state) => state.settings.preset)
  const installedFonts = useWindow((state) => state.installedFonts)
  const { shapes, failed } = useCheckSheet()
  const { job, run } = useExport()
  const preset = chosenPreset(presets, stored)
  const id = useSession((session) => session.report.id)
  if (!preset) return null
  const request = shapes && { document: shapes.document, workbook: shapes.workbook, preset: preset.id }
  const close = (): void => showDialog(null)
  const exportAs = (format: 'docx' | 'pdf' | 'xlsx') => () => {
    if (request) void run(format, () => desktop.exportCheckSheet({ ...request, id, format }))
  }
  const print = (): void => {
    if (request) void run('print', () => desktop.printCheckSheet({ document: request.document, preset: preset.id }))
  }
  const busy = job !== null || !request

  return (
    <Dialog
      title={t('checkSheet.title')}
      className="dialog-export"
      onClose={close}
      hint={failed ? t('findings.failed') : shapes ? (job ? t(`export.running.${job}`) : '') : t('checkSheet.checking')}
      buttons={
        <>
          <DialogButton disabled={busy} onClick={print}>
            {t('export.print')}
          </DialogButton>
          <DialogButton disabled={busy} onClick={exportAs('pdf')}>
            {t('export.pdf')}
          </DialogButton>
          <DialogButton disabled={busy} onClick={exportAs('xlsx')}>
            {t('checkSheet.xlsx')}
          </DialogButton>
          <DialogButton primary first disabled={busy} onClick={exportAs('docx')}>
            {t('export.docx')}
          </DialogButton>
        </>
      }
    >
      <div className="export export-sheet">
        <SheetFacts sheet={shapes?.sheet} />
        <div className="export-preview">
          {shapes && (
            <PrintPreview report={shapes.document} preset={sheetPreset(preset)} installedFonts={installedFonts} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** The sheet of the text as it stands: a check that is older than the text is made anew first. */
function useCheckSheet(): { shapes: WindowCheckSheet | undefined; failed: boolean } {
  const { t } = useTranslation()
  const { checking } = useController()
  const session = useSession((session) => session)
  const lists = useWindow((state) => state.lists)
  const settings = useWindow((state) => state.settings)
  const { failed, plain } = session.checking
  const stale = plain?.text !== session.reading.plain.text
  const current = !stale && !session.checking.running
  useEffect(() => {
    if (stale) void checking.check()
  }, [checking, stale])
  const shapes = useMemo(
    () => (current && !failed ? readCheckSheet({ session, lists, settings }, localTime(), t) : undefined),
    [current, failed, session, lists, settings, t],
  )
  return { shapes, failed }
}

function SheetFacts({ sheet }: { sheet: WindowCheckSheet['sheet'] | undefined }): ReactElement {
  const { t } = useTranslation()
  return (
    <aside className="export-notices" tabIndex={0} aria-label={t('checkSheet.content')}>
      {sheet && (
        <>
          <ConflictHint />
          <h3>{t('checkSheet.content')}</h3>
          <dl className="sheet-facts">
            {sheet.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3>{t('checkSheet.coverage')}</h3>
          {sheet.coverage.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
    </aside>
  )
}
