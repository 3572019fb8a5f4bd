import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../../shared/ledger/cell-text.ts'
import type { ReportChain } from '../../../shared/ledger/import-reports.ts'
import type { Proposal, ReportConflict } from '../../../shared/ledger/proposal.ts'
import { cellWords } from './cell-words.ts'
import { sideOf, withSide, type Side } from './import-model.ts'
import { LongList } from './LongList.tsx'
import { MarkedSentence } from './MarkedSentence.tsx'

interface ConflictListProps {
  chain: ReportChain
  ids: Map<Proposal, string>
  accepted: ReadonlySet<string>
  onAccepted: (accepted: ReadonlySet<string>) => void
}

const conflictHeight = 136

/** Two reports that say different things of one figure, with both sentences; what to believe is for people to say. */
export function ConflictList({ chain, ids, accepted, onAccepted }: ConflictListProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  if (chain.conflicts.length === 0) return <p className="empty import-empty">{t('reports.noConflicts')}</p>
  return (
    <LongList
      label={t('reports.conflictList')}
      lines={chain.conflicts}
      heightOf={heightOf}
      keyOf={({ first, later, by }) => `${by} ${ids.get(first)} ${ids.get(later)}`}
    >
      {(conflict, active) => (
        <Conflict
          conflict={conflict}
          chain={chain}
          active={active}
          side={sideOf(conflict, ids, accepted)}
          onSide={(side) => onAccepted(withSide(conflict, side, ids, accepted))}
        />
      )}
    </LongList>
  )
}

const heightOf = (): number => conflictHeight

interface ConflictProps {
  conflict: ReportConflict
  chain: ReportChain
  active: boolean
  side: Side | undefined
  onSide: (side: Side) => void
}

function Conflict({ conflict, chain, active, side, onSide }: ConflictProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { cell, first, later, by, implied, guess } = conflict
  const group = useId()
  const row = (own: Side, proposal: Proposal, figure: string): ReactElement => {
    const text = chain.readings.find(({ file }) => file === proposal.content.source.file)?.text ?? ''
    const said = (
      <span className="conflict-side">
        <b>{figure}</b>
        <MarkedSentence text={text} sentence={proposal.sentence} marks={[proposal.value, proposal.growth]} />
        <small>{proposal.content.source.file}</small>
      </span>
    )
    // A growth rate is of the year after: nothing can be taken from it for this one.
    if (by === 'growth') return <div className="conflict-line">{said}</div>
    return (
      <label className="choice conflict-line">
        <input
          type="radio"
          name={group}
          tabIndex={active ? 0 : -1}
          checked={side === own}
          onChange={() => onSide(own)}
        />
        {said}
      </label>
    )
  }
  return (
    <div className="conflict" role="group" aria-label={`${cell.indicator} ${cellWords(t, cell)}`}>
      <p className="conflict-head">
        <b>{cell.indicator}</b> {cellWords(t, cell)}
        <span className={`chip guess-${guess}`}>{t(`reports.guess.${guess}`)}</span>
      </p>
      {row('first', first, cellText(first.content, ''))}
      {row(
        'later',
        later,
        implied ? t('reports.implied', { range: implied.range + implied.unit }) : cellText(later.content, ''),
      )}
    </div>
  )
}
