import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { LedgerStore } from '../../electron/services/ledger-store/ledger-store.ts'
import { decodeReportFile, encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { desktopCalls } from '../../shared/desktop/calls.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { mergeLedgers } from '../../shared/ledger/merge-ledgers.ts'
import { setResult, wideLedger } from '../support/small-ledger.ts'
import { variedReport } from './varied-report.ts'

/** A ledger of 200 indicators over 8 years: what it costs to open it, from the database and from a file, and to keep a change. */

const rounds = 15
const ledger = wideLedger(200, '2841')
const report = variedReport(20_000)
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
try {
  const path = join(folder, 'a.zhenggao')
  writeFileSync(path, encodeReportFile(report, {}, [], ledger))
  const first = new LedgerStore(folder)
  await first.keep(ledger, null)
  await first.close()
  console.log(
    `ledger: ${JSON.stringify(ledger).length >> 10} KB as JSON, ${readFileSync(path).length >> 10} KB report file`,
  )

  await measure('ledger.openFromStore', 200, async () => {
    const store = new LedgerStore(folder)
    const opened = await store.open(ledger.place)
    await store.close()
    if (opened?.ledger.rows.length !== 200) throw new Error('not whole')
  })
  await measure('ledger.openFromFile', 200, async () => {
    const decoded = await decodeReportFile(new Uint8Array(readFileSync(path)))
    if (!decoded.ok || decoded.ledger.rows.length !== 200) throw new Error('not whole')
    mergeLedgers(decoded.ledger, ledger)
  })
  const store = new LedgerStore(folder)
  let stored: { ledger: Ledger; revision: string | null } | null = await store.open(ledger.place)
  let value = 3000
  await measure('ledger.keepOneChange', Infinity, async () => {
    if (!stored) throw new Error('nothing stored')
    const changed = editLedger(stored.ledger, [setResult('指标7', 2025, String(value++))], { at: '', by: '' })
    const result = await store.keep(changed, stored.revision)
    if (!result.kept) throw new Error(result.reason)
    stored = { ledger: changed, revision: result.revision }
  })
  await store.close()
  await measure('ledger.edit', Infinity, () => {
    editLedger(ledger, [setResult('指标7', 2025, String(value++))], { at: '', by: '' })
  })
  await measure('ledger.acrossTheBridge', Infinity, () => {
    desktopCalls.keepLedger.parseRequest(structuredClone({ ledger, revision: null }))
  })
  await measure('floor: read all tables', Infinity, () => {
    const database = new DatabaseSync(join(folder, 'ledger.sqlite'))
    for (const table of ['rows', 'figures', 'figure_history', 'sources'])
      database.prepare(`SELECT * FROM ${table}`).all()
    database.close()
  })
  await measure('floor: parse it as JSON', Infinity, () => {
    JSON.parse(JSON.stringify(ledger))
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(name: string, target: number, work: () => Promise<void> | void): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const [median = 0, worst = 0] = [times[Math.floor(rounds / 2)], times[Math.floor(rounds * 0.95)]]
  const judged = target === Infinity ? '' : worst <= target ? `  (≤ ${target} ms)` : `  OVER ${target} ms`
  console.log(`${name.padEnd(26)} median ${median.toFixed(1)} ms  p95 ${worst.toFixed(1)} ms${judged}`)
}
