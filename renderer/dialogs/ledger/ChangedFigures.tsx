import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../../shared/ledger/cell-text.ts'
import type { FigureContent, FigurePlace } from '../../../shared/ledger/ledger.ts'
import { cellWords } from './cell-words.ts'
import { LongList } from './LongList.tsx'

/** A cell of the ledger that an import changes. */
export interface ChangedCell {
  cell: FigurePlace
  before: FigureContent | null
  after: FigureContent
}

interface ChangedFiguresProps<Change extends ChangedCell> {
  changes: readonly Change[]
  onDrop: (change: Change) => void
}

const changeHeight = 56

/** Figures of the ledger that become others, before → after. */
export function ChangedFigures<Change extends ChangedCell>({
  changes,
  onDrop,
}: ChangedFiguresProps<Change>): ReactElement {
  const { t } = useTranslation('ledger-import')
  if (changes.length === 0) return <p className="empty import-empty">{t('changes.none')}</p>
  return (
    <LongList
      label={t('changes.list')}
      lines={changes}
      heightOf={() => changeHeight}
      keyOf={({ cell }) => [cell.indicator, cell.year, cell.period, cell.kind].join('|')}
    >
      {(change, active) => (
        <div className="import-change">
          <span className="import-name">
            <b>{change.cell.indicator}</b>
            <small>{cellWords(t, change.cell)}</small>
          </span>
          <BeforeAfter before={change.before} after={change.after} />
          <button
            type="button"
            className="link"
            tabIndex={active ? 0 : -1}
            aria-label={t('changes.leaveOf', { indicator: change.cell.indicator, when: cellWords(t, change.cell) })}
            onClick={() => onDrop(change)}
          >
            {t('changes.leave')}
          </button>
        </div>
      )}
    </LongList>
  )
}

export function BeforeAfter({ before, after }: Pick<ChangedCell, 'before' | 'after'>): ReactElement {
  const { t } = useTranslation('ledger-import')
  const [old, next] = [before ? cellText(before, '') : '', cellText(after, '')]
  const states = before && before.state !== after.state ? [before.state, after.state] : [after.state]
  return (
    <span className="before-after">
      {old === next || old === '' ? null : (
        <>
          <del>{old}</del>
          <span aria-label={t('changes.becomes')}> → </span>
        </>
      )}
      <ins>{next === '' ? t('changes.noFigure') : next}</ins>
      <small>{states.map((state) => t(`ledger:state.${state}`)).join(' → ')}</small>
    </span>
  )
}
