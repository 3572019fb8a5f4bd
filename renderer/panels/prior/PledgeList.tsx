import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOfPledge, type PledgeStanding } from '../../app/prior-selection.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { placeName } from './place-name.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRoving } from './use-roving.ts'
import { VerdictShape } from './VerdictShape.tsx'

const states = ['done', 'partly', 'mentioned', 'unmentioned', 'dropped'] as const

/** 承诺事项 of last year's plan, and the sentence that accounts for each. */
export function PledgeList({ standings }: { standings: readonly PledgeStanding[] }): ReactElement {
  const { t } = useTranslation()
  const [openOnly, setOpenOnly] = useState(false)
  const shown = openOnly ? standings.filter(({ state }) => state !== 'done' && state !== 'dropped') : standings
  const { list, current, onFocus, onKeyDown } = useRoving<HTMLUListElement>(shown.length)
  const kept = useKeptFocus(list)
  const counts = states
    .map((state) => ({ state, count: standings.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(`carry-over:pledges.count.${state}`, { count }))
  const total = t('carry-over:pledges.total', { count: standings.length })
  return (
    <section className="prior-part" aria-labelledby="prior-pledges">
      <div className="prior-part-head">
        <h3 id="prior-pledges">{t('carry-over:pledges.title')}</h3>
        {standings.length > 0 && (
          <span className="prior-counts">{[total, ...counts].join(t('carry-over:separator'))}</span>
        )}
      </div>
      {standings.length === 0 ? (
        <p className="prior-none">{t('carry-over:pledges.none')}</p>
      ) : (
        <>
          <button
            type="button"
            className="chip chip-filter prior-filter"
            aria-pressed={openOnly}
            onClick={() => setOpenOnly(!openOnly)}
          >
            {t('carry-over:pledges.openOnly')}
          </button>
          {shown.length === 0 && <p className="prior-none">{t('carry-over:pledges.noneOpen')}</p>}
          <ul
            className="pledge-list"
            aria-labelledby="prior-pledges"
            ref={list}
            onKeyDown={onKeyDown}
            onFocus={kept.onFocus}
            onBlur={kept.onBlur}
          >
            {shown.map((standing, index) => (
              <PledgeRow
                key={keyOfPledge(standing.account.pledge)}
                standing={standing}
                index={index}
                isStop={index === current}
                onFocus={() => onFocus(index)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface PledgeRowProps {
  standing: PledgeStanding
  index: number
  isStop: boolean
  onFocus: () => void
}

function PledgeRow({ standing, index, isStop, onFocus }: PledgeRowProps): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const { account, state } = standing
  const { pledge } = account
  const row = keyOfPledge(pledge)
  const isSelected = useSession(({ priorYears: { selected } }) => selected?.list === 'pledges' && selected.row === row)
  const pick = (): void => priorYears.select({ list: 'pledges', row })
  return (
    <li className={`pledge pledge-${state} ${isSelected ? 'prior-selected' : ''}`}>
      <VerdictShape shape={state} />
      <div className="grow">
        <button
          type="button"
          className="prior-pick pledge-words"
          data-row={index}
          tabIndex={isStop ? 0 : -1}
          aria-expanded={isSelected}
          onFocus={onFocus}
          onClick={() => (isSelected ? priorYears.select(null) : pick())}
        >
          {pledge.words}
        </button>
        <PledgeState standing={standing} />
        {isSelected && <PledgeActs standing={standing} />}
      </div>
      {state === 'unmentioned' && !readOnly && (
        <button
          type="button"
          className="button quiet pledge-write"
          aria-label={t('carry-over:pledges.writeFor', { words: pledge.words })}
          onClick={() => priorYears.write(pledge)}
        >
          {t('carry-over:pledges.write')}
        </button>
      )}
    </li>
  )
}

/** 部分完成 · “主体完工”，一、（四）. */
function PledgeState({ standing }: { standing: PledgeStanding }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const outline = useSession((session) => session.reading.outline)
  const plain = useSession((session) => session.priorYears.plain)
  const { account, state, span, decision, isOld } = standing
  const said = decision || isOld ? null : account.said
  const isLost = decision?.decision === 'told' && span === null
  return (
    <span className="pledge-state">
      {t(`carry-over:pledges.stateOf.${state}`)}
      {decision?.decision === 'told' && span && t('carry-over:pledges.byHand', { by: decision.by })}
      {isOld && t('carry-over:pledges.old')}
      {isLost && t('carry-over:pledges.lost')}
      {state === 'dropped' && decision && t('carry-over:pledges.because', { reason: decision.reason })}
      {span && plain && (
        <>
          {t('carry-over:separator')}
          <button type="button" className="link" onClick={() => priorYears.visit(said ?? span)}>
            {said && t('carry-over:pledges.said', { words: plain.text.slice(said.start, said.end) })}
            {placeName(t, outline, plain, span.start)}
          </button>
        </>
      )}
    </span>
  )
}

function PledgeActs({ standing: { account, decision } }: { standing: PledgeStanding }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const [asks, setAsks] = useState(false)
  const { pledge } = account
  return (
    <div className="prior-acts">
      <button type="button" className="link" onClick={() => priorYears.showOriginal(pledge.span)}>
        {t('carry-over:panel.showInOriginal')}
      </button>
      {!readOnly && (
        <>
          <button type="button" className="link" onClick={() => priorYears.write(pledge)}>
            {t('carry-over:pledges.write')}
          </button>
          <button
            type="button"
            className="link"
            title={t('carry-over:pledges.tellHint')}
            onClick={() => priorYears.tell(pledge)}
          >
            {t('carry-over:pledges.tell')}
          </button>
          {decision ? (
            <button type="button" className="link" onClick={() => priorYears.reopen(pledge)}>
              {t('carry-over:pledges.reopen')}
            </button>
          ) : (
            <button type="button" className="link" aria-expanded={asks} onClick={() => setAsks(!asks)}>
              {t('carry-over:pledges.drop')}
            </button>
          )}
        </>
      )}
      {asks && !decision && (
        <ReasonForm
          onCancel={() => setAsks(false)}
          onSubmit={(reason) => {
            setAsks(false)
            priorYears.drop(pledge, reason)
          }}
        />
      )}
    </div>
  )
}

interface ReasonFormProps {
  onSubmit: (reason: string) => void
  onCancel: () => void
}

/** 不再适用: why stays in the report. */
function ReasonForm({ onSubmit, onCancel }: ReasonFormProps): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onSubmit(reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <input
        className="input"
        aria-label={t('carry-over:pledges.reason')}
        placeholder={t('carry-over:pledges.reasonExample')}
        maxLength={100}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button" disabled={reason.trim() === ''}>
        {t('carry-over:pledges.dropSubmit')}
      </button>
    </form>
  )
}
