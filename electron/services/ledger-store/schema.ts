import type { DatabaseSync } from 'node:sqlite'
import type { Sqlite } from './load-sqlite.ts'
import { damage } from './sqlite-error.ts'
import { transaction } from './transaction.ts'

const content = `
  value TEXT,
  unit TEXT NOT NULL,
  growth TEXT,
  growth_unit TEXT NOT NULL,
  bound TEXT NOT NULL,
  settlement TEXT NOT NULL,
  state TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES sources`

/** Step N brings a database of version N to N + 1. A step is never changed once databases of its version exist. */
const steps: readonly string[] = [
  `CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    revision TEXT NOT NULL
  ) STRICT;
  CREATE TABLE rows (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES places ON DELETE CASCADE,
    position INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    unit TEXT NOT NULL,
    heading TEXT NOT NULL,
    department TEXT NOT NULL,
    prices TEXT NOT NULL,
    scope TEXT NOT NULL,
    UNIQUE (place, indicator)
  ) STRICT;
  CREATE TABLE former_names (
    row INTEGER NOT NULL REFERENCES rows ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (row, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sentence TEXT NOT NULL,
    department TEXT NOT NULL,
    person TEXT NOT NULL,
    UNIQUE (file, sentence, department, person)
  ) STRICT;
  CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES rows ON DELETE CASCADE,
    year INTEGER NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,${content},
    UNIQUE (row, year, period, kind)
  ) STRICT;
  CREATE TABLE figure_history (
    figure INTEGER NOT NULL REFERENCES figures ON DELETE CASCADE,
    position INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,${content},
    PRIMARY KEY (figure, position)
  ) STRICT, WITHOUT ROWID;`,
]

export const schemaVersion = steps.length

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/** Each step is done whole or not at all; another process may have done it while this one waited. */
export function upgradeSchema(database: DatabaseSync): void {
  while (versionOf(database) !== schemaVersion) {
    transaction(database, () => {
      const version = versionOf(database)
      if (version === schemaVersion) return
      const step = steps[version]
      if (step === undefined) throw damage(`version ${version}`)
      if (version === 0 && partsOf(database).length > 0) throw damage('tables without a version')
      database.exec(step)
      database.exec(`PRAGMA user_version = ${version + 1}`)
    })
  }
}

/** Throws where a table or a column of ours is not there, or something would change what is written. */
export function checkSchema(database: DatabaseSync, { DatabaseSync: Database }: Sqlite): void {
  const sound = new Database(':memory:')
  try {
    upgradeSchema(sound)
    const found = new Set(partsOf(database))
    const missing = partsOf(sound).find((part) => !found.has(part))
    if (missing !== undefined) throw damage(`not as made: ${missing}`)
  } finally {
    sound.close()
  }
  const trigger = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").get()
  if (trigger) throw damage(`trigger ${String(trigger['name'])}`)
}

/** Each table, view and index, and each column of them, in words that can be compared. */
function partsOf(database: DatabaseSync): string[] {
  return database
    .prepare(
      `SELECT m.type, m.name, c.name AS part, c.type AS kind, c."notnull" AS needed, c.pk
       FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c WHERE m.name NOT LIKE 'sqlite_stat%'`,
    )
    .all()
    .map((part) => Object.values(part).join(' '))
}
