import { Columns2, History } from 'lucide-react'
import { useEffect, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf } from '../app/commands.ts'
import { chosenPrior, pledgeStandings } from '../app/prior-selection.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import type { Comparison } from '../workers/carry-over-messages.ts'
import { CarriedList } from './prior/CarriedList.tsx'
import { Original } from './prior/Original.tsx'
import { PledgeList } from './prior/PledgeList.tsx'
import { TargetTable } from './prior/TargetTable.tsx'
import { UnchangedFoot } from './prior/UnchangedFoot.tsx'
import { PriorList } from './PriorList.tsx'

/** 往年: what this year's text owes to the reports before it. */
export function PriorYears(): ReactElement {
  const { t } = useTranslation()
  const none = useSession((session) => session.prior.length === 0)
  useComparison()
  if (none) {
    return (
      <div className="panel-body panel-scroll">
        <div className="empty">
          <History className="empty-icon" aria-hidden="true" />
          <p>{t('panel.noPrior')}</p>
          <AddPrior />
        </div>
        <CarriedList />
      </div>
    )
  }
  return <Compared />
}

/** Compares again whenever the text was checked, which is after typing rests, and when what it is held against is another. */
function useComparison(): void {
  const { priorYears } = useController()
  const plain = useSession(({ checking, reading }) => (checking.failed ? reading.plain : checking.plain))
  const prior = useSession((session) => session.prior)
  const ledger = useSession((session) => session.ledger)
  const meta = useSession((session) => session.report.meta)
  useEffect(() => {
    if (plain) void priorYears.compare()
  }, [priorYears, plain, prior, ledger, meta])
}

function Compared(): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const result = useSession((session) => session.priorYears.result)
  const failed = useSession((session) => session.priorYears.failed)
  const original = useSession((session) => session.priorYears.original)
  const title = usePriorTitle()
  const open = result && original
  return (
    <>
      {open && <Original comparison={result} title={title} at={original.at} />}
      <div className="prior-head" hidden={Boolean(open)}>
        <ChoosePrior years={result?.years ?? {}} />
        <button
          type="button"
          className="button quiet"
          aria-disabled={result === null}
          onClick={() => result && priorYears.showOriginal(null)}
        >
          <Columns2 className="icon" aria-hidden="true" />
          {t('carry-over:panel.original')}
        </button>
      </div>
      <div className="panel-body panel-scroll prior-body" hidden={Boolean(open)}>
        {failed && (
          <p className="prior-problem" role="alert">
            {t('carry-over:panel.failed')}{' '}
            <button type="button" className="link" onClick={() => void priorYears.compare()}>
              {t('carry-over:panel.again')}
            </button>
          </p>
        )}
        {result ? (
          <Accounts comparison={result} />
        ) : (
          !failed && <p className="prior-none">{t('carry-over:panel.running')}</p>
        )}
        <CarriedList />
        <section className="prior-part prior-files" aria-labelledby="prior-files">
          <div className="prior-part-head">
            <h3 id="prior-files">{t('carry-over:panel.files')}</h3>
          </div>
          <PriorList />
          <AddPrior />
        </section>
      </div>
      {result && !open && <UnchangedFoot count={result.unchanged.length} />}
    </>
  )
}

function Accounts({ comparison }: { comparison: Comparison }): ReactElement {
  const plain = useSession((session) => session.priorYears.plain)
  const decisions = useSession((session) => session.report.pledges)
  const carried = useSession((session) => session.checking.carried)
  const standings = useMemo(
    () => pledgeStandings({ result: comparison, plain }, decisions ?? [], carried),
    [comparison, plain, decisions, carried],
  )
  if (comparison.answer === 'none') return <NoAnswer year={(comparison.last.year ?? 0) + 1} />
  return (
    <>
      <TargetTable targets={comparison.targets} />
      <PledgeList standings={standings} />
    </>
  )
}

/** What was planned for that year is told of in no report that is at hand. */
function NoAnswer({ year }: { year: number }): ReactElement {
  const { t } = useTranslation()
  return <p className="prior-none">{t('carry-over:panel.noAnswer', { year })}</p>
}

function ChoosePrior({ years }: { years: Comparison['years'] }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const prior = useSession((session) => session.prior)
  const chosen = useSession((session) => chosenPrior(session)?.name)
  const nameOf = usePriorName(years)
  return (
    <select
      className="input"
      aria-label={t('carry-over:panel.choose')}
      value={chosen}
      data-pane-focus
      onChange={(event) => priorYears.choose(event.target.value)}
    >
      {prior.map(({ name }) => (
        <option key={name} value={name}>
          {nameOf(name)}
        </option>
      ))}
    </select>
  )
}

/** 2025年报告（去年）; a report whose year is not known goes by its name. */
function usePriorName(years: Comparison['years']): (name: string) => string {
  const { t } = useTranslation()
  const own = useSession((session) => session.report.meta.year)
  return (name) => {
    const year = years[name] ?? null
    if (year === null) return name
    return t(year + 1 === own ? 'carry-over:panel.lastYear' : 'carry-over:panel.otherYear', { year, name })
  }
}

function usePriorTitle(): string {
  const result = useSession((session) => session.priorYears.result)
  const nameOf = usePriorName(result?.years ?? {})
  return result ? nameOf(result.last.name) : ''
}

function AddPrior(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const command = commandOf('addPrior')
  const reason = useWindow((state) => command.why?.(state))
  return (
    <button
      type="button"
      className="button"
      aria-disabled={reason !== undefined}
      {...(reason !== undefined && { title: t(`reason.${reason}`) })}
      onClick={() => {
        if (reason === undefined) command.run(controller)
      }}
    >
      {t('command.addPrior')}
    </button>
  )
}
