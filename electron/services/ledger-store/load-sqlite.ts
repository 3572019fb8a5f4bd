import process from 'node:process'

export type Sqlite = typeof import('node:sqlite')

/** Undefined where the runtime has none (Node 20): then a ledger lives in its reports alone. */
export async function loadSqlite(): Promise<Sqlite | undefined> {
  const emit = process.emitWarning.bind(process) as (...words: unknown[]) => void
  // Some versions call it experimental, on the terminal of whoever started the program.
  process.emitWarning = (...words: unknown[]) => {
    if (!/\bSQLite\b/.test(String(words[0]))) emit(...words)
  }
  try {
    return await import('node:sqlite')
  } catch {
    return undefined
  } finally {
    process.emitWarning = emit
  }
}
