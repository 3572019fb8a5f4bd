import type { ReactElement } from 'react'
import { useWindow } from '../app/window-context.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { BrokenLinesDialog } from './BrokenLinesDialog.tsx'
import { CheckSheetDialog } from './CheckSheetDialog.tsx'
import { CleanCopyDialog } from './CleanCopyDialog.tsx'
import { CommandBox } from './CommandBox.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { CountDialog } from './CountDialog.tsx'
import { DataPlaceDialog } from './DataPlaceDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { ExportedDialog } from './ExportedDialog.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { IgnoreDialog } from './IgnoreDialog.tsx'
import { ImportedDialog } from './ImportedDialog.tsx'
import { LedgerChangesDialog } from './LedgerChangesDialog.tsx'
import { LinkFigureDialog } from './LinkFigureDialog.tsx'
import { AnnexDialog } from './ledger/AnnexDialog.tsx'
import { FinalCheckDialog } from './ledger/FinalCheckDialog.tsx'
import { ImportReportsDialog } from './ledger/ImportReportsDialog.tsx'
import { ImportTableDialog } from './ledger/ImportTableDialog.tsx'
import { MakeSignOffDialog } from './ledger/MakeSignOffDialog.tsx'
import { PlaceLedgerDialog } from './ledger/PlaceLedgerDialog.tsx'
import { ReadSignOffDialog } from './ledger/ReadSignOffDialog.tsx'
import { TrendChartDialog } from './ledger/TrendChartDialog.tsx'
import { LedgerDifferencesDialog } from './LedgerDifferencesDialog.tsx'
import { NewReportDialog } from './NewReportDialog.tsx'
import { OpinionsDialog } from './OpinionsDialog.tsx'
import { PropertiesDialog } from './PropertiesDialog.tsx'
import { RollDialog } from './RollDialog.tsx'
import { RefusedDialog } from './RefusedDialog.tsx'
import { ReviewerDialog } from './ReviewerDialog.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'
import { CompareDialog } from './review/CompareDialog.tsx'
import { MergeDialog } from './review/MergeDialog.tsx'
import { UnsavedDialog } from './UnsavedDialog.tsx'
import { VersionsDialog } from './VersionsDialog.tsx'

/** The one dialog that is open: dialogs never open on dialogs. */
export function OpenDialog(): ReactElement | null {
  const dialog = useWindow((state) => state.dialog)
  if (!dialog) return null
  switch (dialog.kind) {
    case 'newReport':
      return <NewReportDialog draft={dialog.draft} />
    case 'roll':
      return <RollDialog last={dialog.last} rolled={dialog.rolled} />
    case 'properties':
      return <PropertiesDialog />
    case 'count':
      return <CountDialog />
    case 'export':
      return <ExportDialog />
    case 'checkSheet':
      return <CheckSheetDialog />
    case 'cleanCopy':
      return <CleanCopyDialog />
    case 'exported':
      return (
        <ExportedDialog path={dialog.path} others={dialog.others ?? []} notices={dialog.notices} proof={dialog.proof} />
      )
    case 'settings':
      return <SettingsDialog page={dialog.page} />
    case 'versions':
      return <VersionsDialog />
    case 'ignore':
      return <IgnoreDialog finding={dialog.finding} />
    case 'unsaved':
      return <UnsavedDialog answer={dialog.answer} />
    case 'ledgerChanges':
      return <LedgerChangesDialog plan={dialog.plan} words={dialog.words} />
    case 'linkFigure':
      return <LinkFigureDialog words={dialog.words} offers={dialog.offers} />
    case 'placeLedger':
      return <PlaceLedgerDialog then={dialog.then} />
    case 'importReports':
      return <ImportReportsDialog />
    case 'importTable':
      return <ImportTableDialog paste={dialog.paste} />
    case 'makeSignOff':
      return <MakeSignOffDialog />
    case 'readSignOff':
      return <ReadSignOffDialog />
    case 'finalCheck':
      return <FinalCheckDialog />
    case 'annex':
      return <AnnexDialog table={dialog.table} />
    case 'trendChart':
      return <TrendChartDialog />
    case 'conflict':
      return <ConflictDialog />
    case 'imported':
      return <ImportedDialog />
    case 'ledgerDifferences':
      return <LedgerDifferencesDialog />
    case 'brokenLines':
      return <BrokenLinesDialog />
    case 'compare':
      return <CompareDialog />
    case 'merge':
      return <MergeDialog />
    case 'reviewer':
      return <ReviewerDialog then={dialog.then} purpose={dialog.purpose} />
    case 'opinions':
      return <OpinionsDialog />
    case 'dataPlace':
      return <DataPlaceDialog />
    case 'about':
      return <AboutDialog />
    case 'help':
      return <HelpDialog />
    case 'commands':
      return <CommandBox scope={dialog.scope} />
    case 'refused':
      return <RefusedDialog what={dialog.what} name={dialog.name} refusal={dialog.refusal} />
  }
}
