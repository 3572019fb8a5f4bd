import type { LastReport } from '../../shared/carry-over/roll-report.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import type { ReportMeta } from '../../shared/report/schema.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'
import { isWithinLimits } from '../../shared/ledger/parse-ledger.ts'
import { fillFromMeta } from '../../shared/templates/fill-meta.ts'
import type { CarryOver } from '../workers/carry-over-client.ts'
import { showDialog, type Parts } from './controller-parts.ts'
import { localTime } from './local-time.ts'
import type { OpeningActions } from './opening.ts'

export interface RollingActions {
  /** 从去年报告转结: asks for last year's file and shows what would change. */
  choose(): Promise<void>
  /** Rolls it on; the dialog asks for the year where the report names none. */
  roll(last: LastReport): Promise<void>
  /** Opens the new report with what was confirmed. */
  start(last: LastReport, rolled: RolledReport, meta: ReportMeta): Promise<void>
}

export function rollingActions(
  parts: Parts,
  carryOver: CarryOver,
  { opening, showPrior }: { opening: OpeningActions; showPrior: () => void },
): RollingActions {
  const { store, desktop, announcer, t } = parts

  /** What the workspace knows of the place already is not asked for again. */
  const withWorkspace = async (last: LastReport): Promise<LastReport> => {
    const { place } = last.report.meta
    const stored = place === '' ? null : await desktop.openLedger({ place }).catch(() => null)
    if (!stored) return last
    const { ledger } = mergeLedgers({ ...last.ledger, place }, stored.ledger)
    return isWithinLimits(ledger, last.ledger) ? { ...last, ledger } : last
  }

  const roll = async (last: LastReport): Promise<void> => {
    const { startUp, settings } = store.get()
    const stamp = { at: localTime(), by: settings.userName }
    const setting = { id: crypto.randomUUID(), indicators: startUp.templates.indicators, stamp }
    try {
      const rolled = await carryOver.roll({ last: await withWorkspace(last), setting })
      showDialog(parts, { kind: 'roll', last, rolled })
    } catch {
      showDialog(parts, null)
      announcer.alarm(t('carry-over:roll.failed', { name: last.name }))
    }
  }

  return {
    roll,
    async choose() {
      const result = await desktop.readLastReport(undefined)
      if (result.opened) {
        const { opened: _, ...last } = result
        await roll(last)
      } else if (result.reason !== 'cancelled') {
        const { opened: _, ...refusal } = result
        showDialog(parts, { kind: 'refused', what: 'open', name: '', refusal })
      }
    },
    async start(last, rolled, meta) {
      showDialog(parts, null)
      const { report } = rolled
      const body = fillFromMeta(report.body, report.meta, meta)
      const opened = await opening.startRolled({ ...rolled, report: { ...report, meta, body } })
      if (!opened) {
        showDialog(parts, { kind: 'roll', last, rolled })
        return
      }
      showPrior()
      announcer.tell(t('carry-over:roll.done', { name: last.name, year: meta.year }))
    },
  }
}
