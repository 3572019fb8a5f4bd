import type { TFunction } from 'i18next'
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
  /** Of a growth that is not said anew beside a new value. */
  growth?: 'recomputed' | 'unverified'
}

interface ChangedFiguresProps<Change extends ChangedCell> {
  changes: readonly Change[]
  onDrop: (change: Change) => void
  /** Rows that are made, or said more of, on the way. */
  rows?: readonly string[]
}

const changeHeight = 56

/** Figures of the ledger that become others, before → after. */
export function ChangedFigures<Change extends ChangedCell>({
  changes,
  onDrop,
  rows = [],
}: ChangedFiguresProps<Change>): ReactElement {
  const { t } = useTranslation('ledger-import')
  const made = rows.length > 0 && <p className="import-rows">{t('table.newRows', { names: shortList(rows, t) })}</p>
  if (changes.length === 0) return made || <p className="empty import-empty">{t('changes.none')}</p>
  return (
    <>
      {made}
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
            <BeforeAfter before={change.before} after={change.after} growth={change.growth} />
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
    </>
  )
}

const mostNames = 12

/** The first names, and how many more there are. */
export function shortList(names: readonly string[], t: TFunction<'ledger-import'>): string {
  const first = names.slice(0, mostNames).join(t('window:listSeparator'))
  return names.length > mostNames ? `${first} ${t('annex.more', { count: names.length - mostNames })}` : first
}

export function BeforeAfter({
  before,
  after,
  growth,
}: Pick<ChangedCell, 'before' | 'after'> & { growth?: ChangedCell['growth'] | undefined }): ReactElement {
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
      <small>
        {[
          states.map((state) => t(`ledger:state.${state}`)).join(' → '),
          ...(growth ? [t(`changes.growth.${growth}`)] : []),
        ].join(' · ')}
      </small>
    </span>
  )
}
