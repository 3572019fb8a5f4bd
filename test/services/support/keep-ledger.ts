// `node keep-ledger.ts FOLDER VALUE [ROUNDS [MODE]]`: keeps a ledger with VALUE in every cell, as a process that tests stop.
import process from 'node:process'
import { LedgerStore } from '../../../electron/services/ledger-store/ledger-store.ts'
import { wideLedger } from '../../support/small-ledger.ts'

const [folder = '', value = '', rounds = '1', mode = 'WAL'] = process.argv.slice(2)
const store = new LedgerStore(folder, { mode: mode === 'WAL' ? 'WAL' : 'DELETE' })
for (let round = 0; round < Number(rounds); round++) {
  const stored = await store.open('青禾镇')
  const result = await store.keep(wideLedger(40, round % 2 === 0 ? value : `${value}.0`), stored?.revision ?? null)
  process.stdout.write(result.kept ? 'kept\n' : `${result.reason}\n`)
}
await store.close()
