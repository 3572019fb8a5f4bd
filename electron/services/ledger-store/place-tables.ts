import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { StoredLedger } from '../../../shared/desktop/ledger-calls.ts'
import type { FigureContent, FigureSource, Ledger, LedgerFigure, LedgerRow } from '../../../shared/ledger/ledger.ts'

type Fields = Record<string, string | number | null>

const contentColumns = 'value, unit, growth, growth_unit, bound, settlement, state'
const sourceColumns = 'sources.file, sources.sentence, sources.department, sources.person'

/** Those that have rows. */
export function readPlaceNames(database: DatabaseSync): string[] {
  const found = database
    .prepare('SELECT name FROM places WHERE EXISTS (SELECT 1 FROM rows WHERE rows.place = places.id) ORDER BY name')
    .all()
  return found.map((place) => String(place['name']))
}

/** Undefined: nothing is known of the place. */
export function readPlace(database: DatabaseSync, name: string): StoredLedger | undefined {
  const all = (sql: string, ...values: SQLInputValue[]): Fields[] => database.prepare(sql).all(...values) as Fields[]
  const [place] = all('SELECT id, revision FROM places WHERE name = ?', name)
  if (!place) return undefined
  const id = Number(place['id'])
  const histories = grouped(
    all(
      `SELECT figure AS owner, h.changed_at, h.changed_by, ${columnsOf('h')}, ${sourceColumns}
       FROM figure_history h JOIN figures f ON f.id = h.figure JOIN rows ON rows.id = f.row
       JOIN sources ON sources.id = h.source WHERE rows.place = ? ORDER BY h.figure, h.position`,
      id,
    ),
  )
  const figures = grouped(
    all(
      `SELECT f.row AS owner, f.id, f.year, f.period, f.kind, f.changed_at, f.changed_by, ${columnsOf('f')}, ${sourceColumns}
       FROM figures f JOIN rows ON rows.id = f.row JOIN sources ON sources.id = f.source
       WHERE rows.place = ? ORDER BY f.id`,
      id,
    ),
  )
  const names = grouped(
    all(
      `SELECT row AS owner, name FROM former_names n JOIN rows ON rows.id = n.row
       WHERE rows.place = ? ORDER BY n.row, n.position`,
      id,
    ),
  )
  const rows = all('SELECT * FROM rows WHERE place = ? ORDER BY position', id).map((row): LedgerRow => {
    const { indicator, unit, heading, department, prices, scope } = row as Record<string, string>
    return {
      indicator,
      formerly: (names.get(row['id']) ?? []).map((one) => one['name']),
      unit,
      group: heading,
      department,
      basis: { prices, scope },
      figures: (figures.get(row['id']) ?? []).map((one) => figureOf(one, histories.get(one['id']) ?? [])),
    } as LedgerRow
  })
  return { ledger: { place: name, rows }, revision: String(place['revision']) }
}

/**
 * Puts `after` in the place of `before`, which is what is stored: rows that differ are written anew, the others only take
 * their place in the order. Gives the new revision.
 */
export function writePlace(database: DatabaseSync, before: Ledger | undefined, after: Ledger): string {
  const revision = randomUUID()
  database
    .prepare(
      'INSERT INTO places (name, revision) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision',
    )
    .run(after.place, revision)
  const place = Number(database.prepare('SELECT id FROM places WHERE name = ?').get(after.place)?.['id'])
  const stored = new Map(before?.rows.map((row) => [row.indicator, row]))
  const wanted = new Map(after.rows.map((row) => [row.indicator, row]))
  const remove = database.prepare('DELETE FROM rows WHERE place = ? AND indicator = ?')
  const isSame = (row: LedgerRow): boolean => JSON.stringify(row) === JSON.stringify(stored.get(row.indicator))
  const kept = new Set(after.rows.filter(isSame).map(({ indicator }) => indicator))
  for (const [indicator] of stored) if (!kept.has(indicator) || !wanted.has(indicator)) remove.run(place, indicator)
  const reorder = database.prepare('UPDATE rows SET position = ? WHERE place = ? AND indicator = ?')
  const insert = rowWriter(database, place)
  after.rows.forEach((row, position) => {
    if (!kept.has(row.indicator)) insert(row, position)
    else if (before?.rows[position]?.indicator !== row.indicator) reorder.run(position, place, row.indicator)
  })
  return revision
}

/** For a place of which something cannot be read: all its rows are written anew. */
export function removeRows(database: DatabaseSync, place: string): void {
  database.prepare('DELETE FROM rows WHERE place = (SELECT id FROM places WHERE name = ?)').run(place)
}

function rowWriter(database: DatabaseSync, place: number): (row: LedgerRow, position: number) => void {
  const contentMarks = '?, ?, ?, ?, ?, ?, ?, ?'
  const insertRow = database.prepare(
    `INSERT INTO rows (place, position, indicator, unit, heading, department, prices, scope)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertName = database.prepare('INSERT INTO former_names (row, position, name) VALUES (?, ?, ?)')
  const insertFigure = database.prepare(
    `INSERT INTO figures (row, year, period, kind, changed_at, changed_by, ${contentColumns}, source)
     VALUES (?, ?, ?, ?, ?, ?, ${contentMarks})`,
  )
  const insertHistory = database.prepare(
    `INSERT INTO figure_history (figure, position, changed_at, changed_by, ${contentColumns}, source)
     VALUES (?, ?, ?, ?, ${contentMarks})`,
  )
  const source = sourceWriter(database)
  const content = (figure: FigureContent): SQLInputValue[] => [
    figure.value,
    figure.unit,
    figure.growth,
    figure.growthUnit,
    figure.bound,
    figure.settlement,
    figure.state,
    source(figure.source),
  ]
  return ({ indicator, formerly, unit, group, department, basis, figures }, position) => {
    const row = insertRow.run(place, position, indicator, unit, group, department, basis.prices, basis.scope)
    formerly.forEach((name, index) => insertName.run(row.lastInsertRowid, index, name))
    for (const figure of figures) {
      const { year, period, kind, changedAt, changedBy, history } = figure
      const { lastInsertRowid: id } = insertFigure.run(
        ...[row.lastInsertRowid, year, period, kind, changedAt, changedBy, ...content(figure)],
      )
      history.forEach((change, index) => insertHistory.run(id, index, change.at, change.by, ...content(change.content)))
    }
  }
}

/** One entry for each source: the sentences of a report are named by many figures and their histories. */
function sourceWriter(database: DatabaseSync): (source: FigureSource) => number {
  const known = new Map<string, number>()
  const insert = database.prepare(
    'INSERT OR IGNORE INTO sources (file, sentence, department, person) VALUES (?, ?, ?, ?)',
  )
  const find = database.prepare(
    'SELECT id FROM sources WHERE file = ? AND sentence = ? AND department = ? AND person = ?',
  )
  return ({ file, sentence, department, person }) => {
    const words = [file, sentence, department, person]
    const key = JSON.stringify(words)
    let id = known.get(key)
    if (id === undefined) {
      insert.run(...words)
      id = Number(find.get(...words)?.['id'])
      known.set(key, id)
    }
    return id
  }
}

/** Sources that no figure names any more. */
export function dropUnusedSources(database: DatabaseSync): void {
  database.exec(
    `DELETE FROM sources WHERE id NOT IN (SELECT source FROM figures UNION SELECT source FROM figure_history)`,
  )
}

function columnsOf(table: string): string {
  return contentColumns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
}

function grouped(records: readonly Fields[]): Map<Fields[string] | undefined, Fields[]> {
  const groups = new Map<Fields[string] | undefined, Fields[]>()
  for (const record of records) {
    const group = groups.get(record['owner'])
    if (group) group.push(record)
    else groups.set(record['owner'], [record])
  }
  return groups
}

function figureOf(record: Fields, history: readonly Fields[]): LedgerFigure {
  return {
    ...contentOf(record),
    year: record['year'],
    period: record['period'],
    kind: record['kind'],
    history: history.map((one) => ({ at: one['changed_at'], by: one['changed_by'], content: contentOf(one) })),
    changedAt: record['changed_at'],
    changedBy: record['changed_by'],
  } as LedgerFigure
}

/** What lies in the database is checked as a whole, once the ledger is put together. */
function contentOf(record: Fields): FigureContent {
  const { value, unit, growth, bound, settlement, state, file, sentence, department, person } = record
  const source = { file, sentence, department, person }
  return { value, unit, growth, growthUnit: record['growth_unit'], bound, settlement, source, state } as FigureContent
}
