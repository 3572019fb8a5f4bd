import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isFigure, type ColumnMeaning, type SheetMapping } from '../../../shared/ledger/sheet/sheet-mapping.ts'
import { Field, NumberInput, YearInput } from '../fields.tsx'
import { headOf, meanings, withMeaning, withPlace, type Meaning, type OpenTables } from './table-model.ts'
import type { TableReading } from './use-open-tables.ts'

/** Lines of the table that show what the columns are. */
const shownRows = 12
/** More are read by their guess. */
const shownColumns = 80

/** The table with a choice above each column. */
export function ColumnMeanings({ reading: { open, change } }: { reading: TableReading }): ReactElement | null {
  const { t } = useTranslation('ledger-import')
  const [index, setIndex] = useState(0)
  const one = open?.tables[index]
  if (!open || !one) return null
  const { mapping, table, guessed, read } = one
  const put = (next: SheetMapping): void => change(index, { mapping: next, read: true })
  return (
    <div className="meanings">
      {!guessed && <p className="hint">{t('table.noHead')}</p>}
      <div className="meanings-fields">
        {open.tables.length > 1 && (
          <Field label={t('table.sheet')}>
            {(id) => (
              <select
                id={id}
                className="input"
                value={index}
                onChange={(event) => setIndex(Number(event.target.value))}
              >
                {open.tables.map(({ table: { name } }, at) => (
                  <option key={at} value={at}>
                    {name || t('table.sheetNumber', { number: at + 1 })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {open.tables.length > 1 && (
          <label className="choice">
            <input type="checkbox" checked={read} onChange={(event) => change(index, { read: event.target.checked })} />
            <span>{t('table.readThis')}</span>
          </label>
        )}
        <Field label={t('table.headRows')}>
          {(id) => (
            <NumberInput
              key={`head ${index}`}
              id={id}
              value={mapping.headRows}
              least={0}
              most={20}
              onChange={(headRows) => headRows !== null && put({ ...mapping, headRows })}
            />
          )}
        </Field>
        <Field label={t('table.year')}>
          {(id) => (
            <YearInput
              key={`year ${index}`}
              id={id}
              value={mapping.year}
              onChange={(year) => put({ ...mapping, year })}
            />
          )}
        </Field>
        <Field label={t('table.unit')}>
          {(id) => (
            <input
              id={id}
              className="input input-narrow"
              maxLength={20}
              value={mapping.unit}
              onChange={(event) => put({ ...mapping, unit: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
      <PreviewTable table={table} mapping={mapping} onChange={put} />
    </div>
  )
}

interface PreviewTableProps {
  table: OpenTables['tables'][number]['table']
  mapping: SheetMapping
  onChange: (mapping: SheetMapping) => void
}

function PreviewTable({ table, mapping, onChange }: PreviewTableProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const columns = Array.from({ length: Math.min(shownColumns, table.rows[0]?.length ?? 0) }, (_, at) => at)
  return (
    <div className="meanings-scroll" tabIndex={0} role="region" aria-label={t('table.columns')}>
      <table className="meanings-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <ColumnChoice
                  column={column}
                  head={headOf(table, mapping, column)}
                  meaning={mapping.columns[column] ?? { means: 'nothing' }}
                  onMeans={(means) => onChange(withMeaning(mapping, column, means))}
                  onPlace={(place) => onChange(withPlace(mapping, column, place))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {table.rows.slice(0, mapping.headRows + shownRows).map((row, at) => (
            <tr key={at} className={at < mapping.headRows ? 'head-row' : ''}>
              {columns.map((column) => (
                <td key={column}>{row[column]?.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ColumnChoiceProps {
  column: number
  head: string
  meaning: ColumnMeaning
  onMeans: (means: Meaning) => void
  onPlace: (place: { year?: number | null; kind?: 'result' | 'target' }) => void
}

function ColumnChoice({ column, head, meaning, onMeans, onPlace }: ColumnChoiceProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const number = column + 1
  const places = isFigure(meaning) && ['value', 'growth', 'state'].includes(meaning.means) ? meaning : undefined
  return (
    <span className="meaning">
      <select
        className="input"
        aria-label={t('table.meaning', { number, head })}
        value={meaning.means}
        onChange={(event) => onMeans(event.target.value as Meaning)}
      >
        {meanings.map((means) => (
          <option key={means} value={means}>
            {t(`table.means.${means}`)}
          </option>
        ))}
      </select>
      {places && (
        <span className="meaning-place">
          <YearInput
            key={`${column} ${head}`}
            label={t('table.columnYear', { number })}
            value={places.year ?? null}
            onChange={(year) => onPlace({ year })}
          />
          <select
            className="input"
            aria-label={t('table.columnKind', { number })}
            value={places.kind ?? 'result'}
            onChange={(event) => onPlace({ kind: event.target.value as 'result' | 'target' })}
          >
            <option value="result">{t('ledger:kind.result')}</option>
            <option value="target">{t('ledger:kind.target')}</option>
          </select>
        </span>
      )}
    </span>
  )
}
