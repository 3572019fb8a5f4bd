import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { applyChange, changeBetween, decodeRecords, encodeRecord } from '../../electron/services/journal-format.ts'
import { Journal, journalKey, readJournal, readJournals } from '../../electron/services/journal.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { Report } from '../../shared/report/schema.ts'
import { setResult, smallLedger } from '../support/small-ledger.ts'
import { smallReport } from './support/report.ts'
import { scratchFolder } from './support/scratch.ts'

const clock = (): Date => new Date(2026, 0, 12, 9, 30, 0)
const origin = { name: '穗桥镇', path: null, fileHash: null }
const key = journalKey('r1', null)

const ledger = emptyLedger('穗桥镇')
const alone = (report: Report) => ({ report, prior: [], ledger })

const opened: Journal[] = []

function open(folder: string): Journal {
  const journal = new Journal(folder, 'r1', origin, clock)
  opened.push(journal)
  return journal
}

afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close()
})

describe('Journal', () => {
  it('gives back the last text that was written', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    for (const texts of [['一'], ['一', '二'], ['一改', '二'], ['二']])
      await journal.write(alone(smallReport('r1', ...texts)))
    const { left, damaged } = await readJournals(folder)
    expect(damaged).toBe(0)
    expect(left).toEqual([
      { key, ...origin, savedAt: '2026-01-12T09:30:00', report: smallReport('r1', '二'), prior: [], ledger },
    ])
  })

  it('keeps changes outside the body', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    await journal.write(alone(smallReport('r1')))
    const changed: Report = { ...smallReport('r1'), notes: { n1: { kind: 'footnote', text: '注' } } }
    await journal.write(alone(changed))
    expect((await readJournal(folder, key))?.report).toEqual(changed)
  })

  it('keeps the earlier reports beside the text, and those alone when they alone change', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    const report = smallReport('r1')
    const [last, before] = [
      { name: '2025.docx', text: '完成财政总收入2000万元。' },
      { name: '2024.docx', text: '完成财政总收入1800万元。' },
    ]
    await journal.write({ report, prior: [before], ledger })
    expect((await readJournal(folder, key))?.prior).toEqual([before])
    await journal.write({ report, prior: [last, before], ledger })
    await journal.write({ report: smallReport('r1', '改'), prior: [last, before], ledger })
    expect(await readJournal(folder, key)).toMatchObject({ prior: [last, before], report: smallReport('r1', '改') })
    const stored = readFileSync(join(folder, `${key}.journal`), 'utf8')
    expect(stored.split('1800').length - 1, 'written only when it changed').toBe(2)
    await journal.write({ report: smallReport('r1', '改'), prior: [], ledger })
    expect((await readJournal(folder, key))?.prior).toEqual([])
  })

  it('keeps the ledger beside the text, and of it only the rows that change', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    const report = smallReport('r1')
    const stamp = { at: '2026-01-12T09:00:00', by: '' }
    let now = smallLedger()
    const steps: LedgerEdit[] = [
      setResult('粮食总产量', 2025, '3.25'),
      { edit: 'moveRow', indicator: '粮食总产量', to: 0 },
      { edit: 'changeRow', indicator: '粮食总产量', change: { indicator: '粮食产量' } },
      { edit: 'addColumn', year: 2019, kind: 'result' },
      { edit: 'removeRow', indicator: '财政总收入' },
      { edit: 'removeColumn', year: 2019, kind: 'result' },
    ]
    await journal.write({ report, prior: [], ledger: now })
    for (const step of steps) {
      now = editLedger(now, [step], stamp)
      await journal.write({ report, prior: [], ledger: now })
      expect((await readJournal(folder, key))?.ledger).toEqual(now)
    }
    const stored = readFileSync(join(folder, `${key}.journal`), 'utf8')
    expect(stored.split('2841').length - 1, 'written only when it changed').toBe(1)
    now = { ...now, place: '青禾乡' }
    await journal.write({ report, prior: [], ledger: now })
    expect((await readJournal(folder, key))?.ledger).toEqual(now)
  })

  it('reads what a program without earlier reports has left', async () => {
    const folder = scratchFolder()
    const report = smallReport('r1', '旧')
    const record = { kind: 'whole' as const, savedAt: '2026-01-12T09:30:00', ...origin, report }
    writeFileSync(join(folder, `${key}.journal`), encodeRecord(0, record))
    expect(await readJournal(folder, key)).toMatchObject({
      report,
      prior: [],
      ledger: { place: report.meta.place, rows: [] },
    })
  })

  it('is gone after the text lies in its file, and begins anew with the next change', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    await journal.write(alone(smallReport('r1')))
    await journal.forget(origin)
    expect(readdirSync(folder)).toEqual([])
    await journal.write(alone(smallReport('r1', '又改')))
    expect((await readJournal(folder, key))?.report).toEqual(smallReport('r1', '又改'))
  })

  it('stays small: a change costs its own size, and the file begins anew after 200', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    const texts = Array.from({ length: 300 }, (_, index) => `第${index}段${'字'.repeat(100)}`)
    await journal.write(alone(smallReport('r1', ...texts)))
    const whole = statSync(join(folder, `${key}.journal`)).size
    for (let round = 0; round < 450; round++) {
      texts[round % 300] = `改${round}`
      await journal.write(alone(smallReport('r1', ...texts)))
    }
    expect(statSync(join(folder, `${key}.journal`)).size).toBeLessThan(2 * whole)
    expect((await readJournal(folder, key))?.report).toEqual(smallReport('r1', ...texts))
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('gives back the state of some moment from a file torn at any length, or is set aside', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    const states = [['一'], ['一', '二'], ['改', '二', '三']].map((texts) => smallReport('r1', ...texts))
    for (const state of states) await journal.write(alone(state))
    const path = join(folder, `${key}.journal`)
    const bytes = readFileSync(path)
    let recovered = 0
    for (let length = bytes.length; length >= 0; length--) {
      const torn = scratchFolder()
      writeFileSync(join(torn, `${key}.journal`), bytes.subarray(0, length))
      const { left, damaged } = await readJournals(torn)
      expect(left.length + damaged).toBe(1)
      if (left[0]) {
        recovered++
        expect(states).toContainEqual(left[0].report)
      } else expect(readdirSync(join(torn, 'damaged'))).toEqual([`${key}.journal`])
    }
    expect(recovered).toBeGreaterThan(100)
    truncateSync(path, 0)
  })

  it('never gives back altered text: each byte flipped in turn', async () => {
    const folder = scratchFolder()
    const journal = open(folder)
    const states = [['一'], ['一', '二']].map((texts) => smallReport('r1', ...texts))
    for (const state of states) await journal.write(alone(state))
    const bytes = readFileSync(join(folder, `${key}.journal`))
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      const { records } = decodeRecords(flipped)
      expect(records.length).toBeLessThan(2)
    }
  })

  it.each(['77a3ff4ff71438e3 - 副本.journal', 'zzzz.journal', 'ABCDEF0123456789.journal'])(
    'leaves a file of the name %s where it lies, and finds the others',
    async (foreign) => {
      const folder = scratchFolder()
      await open(folder).write({ report: smallReport('r1', '一'), prior: [], ledger })
      writeFileSync(join(folder, foreign), readFileSync(join(folder, `${key}.journal`)))
      expect(await readJournals(folder)).toMatchObject({ left: [{ key }], damaged: 0 })
      expect(readdirSync(folder)).toContain(foreign)
    },
  )

  it('refuses a key that is a path', async () => {
    await expect(readJournal(scratchFolder(), '../../etc/passwd')).rejects.toThrow(TypeError)
  })
})

describe('changeBetween', () => {
  it('applied to the earlier report gives the later one, for any two reports', () => {
    const texts = fc.array(fc.constantFrom('一', '二', '三', '四'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(texts, texts, fc.string(), (before, after, stage) => {
        const [one, two] = [smallReport('r', ...before), smallReport('r', ...after)]
        two.meta.stage = stage
        const change = changeBetween(alone(one), alone(two), '')
        const { records } = decodeRecords(encodeRecord(0, change))
        expect(records).toEqual([change])
        expect(applyChange(alone(one), change)).toEqual(alone(two))
      }),
    )
  })
})
